import type { Changed } from '../../../shared/list.ts'
import type { NotePatch } from '../../../shared/note.ts'
import type { CommandContext } from '../context.ts'
import { numOf } from '../records/fields.ts'
import { createRecord, plainFields, updateRecords, type Editable } from '../records/editing.ts'
import { noteList } from './list.ts'
import { pinChanges } from './pins.ts'
import { titleFrom } from './texts.ts'

/** How patches edit notes. */
const notes: Editable<NotePatch> = {
  list: noteList,
  fieldsOf: (_names, _ids, patch) => ({
    ...plainFields(patch, ['title']),
    // White space at the ends stays: a note is saved while it is being written.
    ...(patch.body !== undefined && { body: patch.body.normalize('NFC') }),
  }),
  partsOf: (ctx, _names, ids, { pins }) =>
    pins === undefined ? [] : ids.flatMap((id) => pinChanges(ctx, { id, num: numOf(ctx.db, 'note', id) }, pins)),
}

/** Makes a note; without a title it takes its first line. */
export function createNote(ctx: CommandContext, { title, body = '', pins }: NotePatch): Changed {
  return createRecord(ctx, notes, { title: title ?? titleFrom(body), body, pins })
}

export const updateNote = (ctx: CommandContext, id: string, patch: NotePatch): Changed =>
  updateRecords(ctx, notes, { selection: { ids: [id] }, patch })
