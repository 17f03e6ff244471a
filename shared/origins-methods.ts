import { z } from 'zod'
import { ClaimId, EventId } from './ids.ts'
import { query } from './method.ts'
import { OriginsReport } from './origins.ts'

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim'), id: ClaimId }),
  z.strictObject({ kind: z.literal('event'), id: EventId }),
])
const collapse = z
  .strictObject({ claimant: z.boolean(), owner: z.boolean(), evidence: z.boolean() })
  .default({ claimant: true, owner: true, evidence: true })

/** The part of the contract that is about where claims come from. */
export const originsMethods = {
  'analysis.origins': query(z.strictObject({ target, collapse }), OriginsReport),
} as const
