import { z } from 'zod'
import { FieldChange } from './history.ts'
import { BlockId, ReportId } from './ids.ts'
import { query } from './method.ts'

/** What a text of a report can refer to. */
export const ReportPlace = z.object({
  /** What is written between `[[#` and `]]`: "Gaps", "Table: Claims". */
  name: z.string(),
  /** How it reads in the report: "Table 2". */
  words: z.string(),
})
export type ReportPlace = z.infer<typeof ReportPlace>

/** A record that a block shows and that is not as it was. */
export const ShownChange = z.object({
  kind: z.enum(['claim', 'event', 'judgement', 'document', 'actor', 'outlet']),
  id: z.uuid(),
  /** Its reference, title or the start of its words. */
  called: z.string(),
  /** It was made since. */
  isNew: z.boolean(),
  /** What of it is other than it was; of a new one none. */
  fields: z.array(FieldChange),
})
export type ShownChange = z.infer<typeof ShownChange>

/** What happened since then to the records that a block shows. */
export const BlockChanges = z.object({
  block: BlockId,
  since: z.object({
    at: z.string(),
    /** The last export of the report; of one that never went out, when the block was last written. */
    what: z.enum(['export', 'writing']),
  }),
  count: z.int(),
  /** The first of them. */
  records: z.array(ShownChange),
})
export type BlockChanges = z.infer<typeof BlockChanges>

/** The part of the contract that is about what a report says of itself while it is written. */
export const reportMethods = {
  /** The sections, tables, pictures and judgements that `[[#…]]` can lead to, in their order. */
  'reports.places': query(z.strictObject({ id: ReportId }), z.array(ReportPlace)),
  /** The blocks whose records have changed since the report last went out; those that have not are left out. */
  'reports.changes': query(z.strictObject({ id: ReportId }), z.array(BlockChanges)),
} as const
