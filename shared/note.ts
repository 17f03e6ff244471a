import { z } from 'zod'
import { NoteId, RecordLink, RecordRef } from './ids.ts'
import { pageOf, requiredText } from './list.ts'

/** One row of the notes list. */
export const NoteRow = z.object({
  id: NoteId,
  title: z.string(),
  /** The first words of the body, for the list. */
  excerpt: z.string(),
  pins: z.array(RecordLink),
  created: z.string(),
  changed: z.string(),
})
export type NoteRow = z.infer<typeof NoteRow>
export const NotePage = pageOf(NoteRow)
export const noteFields = ['title', 'body', 'created', 'changed'] as const

/** A `[[link]]` of a note: the text between the brackets and, when it leads somewhere, the record. */
export const NoteLink = z.object({ text: z.string(), target: RecordLink.nullable() })
export type NoteLink = z.infer<typeof NoteLink>

export const NoteDetail = NoteRow.extend({
  body: z.string(),
  links: z.array(NoteLink),
  backlinks: z.array(RecordLink),
  trashed: z.string().nullable(),
})
export type NoteDetail = z.infer<typeof NoteDetail>

export const NotePatch = z
  .strictObject({ title: requiredText(500), body: z.string().max(2_000_000), pins: z.array(RecordRef).max(500) })
  .partial()
export type NotePatch = z.infer<typeof NotePatch>
