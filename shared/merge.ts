import { z } from 'zod'
import { RecordLink } from './ids.ts'

/** The kinds of record of which two can be made one. */
export const mergeKinds = ['claim', 'event', 'actor', 'outlet', 'document'] as const
export const MergeKind = z.enum(mergeKinds)
export type MergeKind = z.infer<typeof MergeKind>

/** Whose value the kept record has in the end; `both`: lists are joined. */
export const MergeSide = z.enum(['keep', 'drop', 'both'])
export type MergeSide = z.infer<typeof MergeSide>

/** Two records that stand for one thing: which of them stays. */
export const MergePair = z.strictObject({ kind: MergeKind, keep: z.uuid(), drop: z.uuid() })
export type MergePair = z.infer<typeof MergePair>

/** A merge with its choices; a field that is left out is decided as `MergeField.side` says. */
export const MergeRequest = MergePair.extend({
  fields: z.record(z.string().max(60), MergeSide).default({}),
  reason: z.string().max(5000).optional(),
})
export type MergeRequest = z.infer<typeof MergeRequest>

/** A field of both records in words; null: not set. */
export const MergeField = z.object({
  field: z.string(),
  keep: z.string().nullable(),
  drop: z.string().nullable(),
  /** What can be chosen. */
  sides: z.array(MergeSide),
  /** What is done where nothing is chosen. */
  side: MergeSide,
})
export type MergeField = z.infer<typeof MergeField>

/** What hangs on the record that goes: how much of it moves to the kept one, and how much that one has already. */
export const MergeMove = z.object({ entity: z.string(), moved: z.int(), doubles: z.int() })
export type MergeMove = z.infer<typeof MergeMove>

/** What a merge would come to. */
export const MergePreview = z.object({
  keep: RecordLink,
  drop: RecordLink,
  fields: z.array(MergeField),
  moves: z.array(MergeMove),
})
export type MergePreview = z.infer<typeof MergePreview>
