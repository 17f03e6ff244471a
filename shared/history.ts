import { z } from 'zod'
import { BatchId, recordKinds } from './ids.ts'

/** The kinds of record that have a history and a trash of their own. */
export const historyKinds = [...recordKinds, 'judgement', 'report'] as const
export const HistoryKind = z.enum(historyKinds)
export type HistoryKind = z.infer<typeof HistoryKind>

/** A pointer to such a record. */
export const HistoryRef = z.object({ kind: HistoryKind, id: z.uuid() })
export type HistoryRef = z.infer<typeof HistoryRef>

/** The last change and where the history stands: what undo and redo would do, by name. */
export const HistoryState = z.object({
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  lastChange: z.string().nullable(),
})
export type HistoryState = z.infer<typeof HistoryState>

/** One recorded operation. */
export const ChangeSet = z.object({
  id: z.int(),
  /** ISO-8601 UTC. */
  at: z.string(),
  by: z.string(),
  command: z.string(),
  label: z.string(),
  /** Given with the change, or later. */
  reason: z.string().nullable(),
  undone: z.boolean(),
  /** Undo applies to it: not so to an undo, a redo or what was purged with the trash. */
  isStep: z.boolean(),
  /** The import that it was, which has an undo of its own. */
  batch: BatchId.nullable(),
})
export type ChangeSet = z.infer<typeof ChangeSet>

/** Which operations are listed, the newest first. */
export const HistoryFilter = z.strictObject({
  record: HistoryRef.optional(),
  by: z.string().optional(),
  /** Those that changed a record of this kind. */
  kind: HistoryKind.optional(),
  /** ISO-8601 UTC, or its beginning: from then, and up to the end of then. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Only those before this operation: the next page. */
  before: z.int().optional(),
  limit: z.int().min(1).max(1000).default(100),
})
export type HistoryFilter = z.infer<typeof HistoryFilter>

/** A field of a record, or of a part of it, before and after; null: it was not, or is no more. References are told by their names. */
export const FieldChange = z.object({
  entity: z.string(),
  /** The row that changed: the record's own id or that of its part. */
  id: z.string(),
  /** As a person reads it: "place", "number: low", "evidence". */
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** What an operation did to one record. */
export const Version = ChangeSet.extend({ fields: z.array(FieldChange) })
export type Version = z.infer<typeof Version>

/** A record in the trash. */
export const TrashedRecord = HistoryRef.extend({
  /** Its reference, name or title. */
  called: z.string(),
  /** What it says or is about, where it is called by its reference. */
  words: z.string().nullable(),
  /** When it went there, and by whom as far as the log says. */
  trashed: z.string(),
  by: z.string().nullable(),
  /** What hangs on it and comes back with it: numbers, carriers, notes pinned to it … */
  parts: z.int(),
})
export type TrashedRecord = z.infer<typeof TrashedRecord>

/** What emptying the trash took away for good. */
export const Emptied = z.object({
  records: z.int(),
  parts: z.int(),
  /** Files kept with imports from which purged records came, and which were purged with them. */
  files: z.array(z.string()),
})
export type Emptied = z.infer<typeof Emptied>
