import { z } from 'zod'
import { ClaimId, EventId } from './ids.ts'
import { query } from './method.ts'
import { Collapse, collapseAll, OriginsReport } from './origins.ts'

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim'), id: ClaimId }),
  z.strictObject({ kind: z.literal('event'), id: EventId }),
])

/** The part of the contract that is about where claims come from. */
export const originsMethods = {
  'analysis.origins': query(z.strictObject({ target, collapse: Collapse.default(collapseAll) }), OriginsReport),
} as const
