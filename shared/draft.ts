import { z } from 'zod'
import { HistoryRef } from './history.ts'
import { done, internalCommand, internalQuery, nothing, shellCommand, shellQuery } from './method.ts'

/** Where something is typed: in which form, for which record and which part of it. */
export const DraftPlace = z.strictObject({
  form: z.string().regex(/^[a-z-]{1,40}$/),
  /** What tells two drafts of the same form apart: a field, the id of a number, "new". */
  part: z.string().max(100),
  /** The record that it belongs to; with the record the draft goes. */
  record: HistoryRef.nullable(),
  /** "Number": what is typed, in words. */
  words: z.string().max(200),
  /** The screen on which it is typed, where that does not follow from the record. */
  path: z.string().max(200).nullable(),
})
export type DraftPlace = z.infer<typeof DraftPlace>

/** What was typed and not saved. It is kept in the case, outside the change log, since it is no content yet. */
export const Draft = DraftPlace.extend({
  /** When it was typed: ISO-8601 UTC. */
  at: z.string(),
  /** JSON, as the form takes it. */
  value: z.string().max(4_000_000),
})
export type Draft = z.infer<typeof Draft>

/** A draft as it is listed, with what its record is called. */
export const ListedDraft = Draft.extend({ called: z.string().nullable() })
export type ListedDraft = z.infer<typeof ListedDraft>

/** What tells drafts apart. */
export const draftKey = ({ form, part, record }: Pick<DraftPlace, 'form' | 'part' | 'record'>): string =>
  `draft:${record ? `${record.kind}:${record.id}` : '-'}:${form}:${part}`

/** Names its case: what was typed into one is never kept in another that was opened meanwhile. */
const ofCase = { caseId: z.uuid() }

/** The part of the contract that is about what is typed and not saved yet. */
export const draftMethods = {
  'drafts.list': shellQuery(nothing, z.array(ListedDraft)),
  'drafts.keep': shellCommand(z.strictObject({ ...ofCase, draft: Draft }), done),
  'drafts.drop': shellCommand(z.strictObject({ ...ofCase, key: z.string().max(300) }), done),
  // The same in the case's file. The shell keeps drafts elsewhere while the case cannot be written.
  'drafts.listStored': internalQuery(z.strictObject({ beside: z.array(Draft) }), z.array(ListedDraft)),
  'drafts.store': internalCommand(z.strictObject({ ...ofCase, draft: Draft }), done),
  'drafts.remove': internalCommand(z.strictObject({ ...ofCase, key: z.string().max(300) }), done),
} as const
