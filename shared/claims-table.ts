import { z } from 'zod'
import { View } from './list.ts'

/** What a claims table can show beside the reference, in this order. */
export const claimColumns = [
  'statement',
  'quote',
  'status',
  'claimant',
  'basis',
  'said',
  'numbers',
  'topic',
  'event',
  'place',
  'tags',
  'grade',
  'tlp',
  'notes',
] as const
export const ClaimColumn = z.enum(claimColumns)
export type ClaimColumn = z.infer<typeof ClaimColumn>

export const claimColumnTitles: Readonly<Record<ClaimColumn, string>> = {
  statement: 'Statement',
  quote: 'Quotation and translation',
  status: 'Status',
  claimant: 'Claimant',
  basis: 'Basis',
  said: 'Said',
  numbers: 'Number',
  topic: 'Topic',
  event: 'Event',
  place: 'Place',
  tags: 'Tags',
  grade: 'Grades',
  tlp: 'TLP',
  notes: 'Notes (its documents)',
}

const extra: ReadonlySet<ClaimColumn> = new Set(['topic', 'event', 'place', 'tags', 'tlp'])

/** What a claims table shows where nobody chose. */
export const usualColumns: readonly ClaimColumn[] = claimColumns.filter((column) => !extra.has(column))

/** The columns in their order, each once. */
export const inColumnOrder = (columns: readonly ClaimColumn[]): ClaimColumn[] =>
  claimColumns.filter((column) => columns.includes(column))

/** What a claims table is bound to in the place of chosen claims: it shows what matches whenever it is drawn. */
export const ClaimsBinding = z.union([
  z.strictObject({ view: View }),
  /** A view of the case, by its id: it may be renamed. `name`: as it was when it was chosen. */
  z.strictObject({ savedView: z.uuid(), name: z.string().max(200) }),
])
export type ClaimsBinding = z.infer<typeof ClaimsBinding>
