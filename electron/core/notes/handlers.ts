import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { viewIds } from '../lists/list.ts'
import { trashRecords } from '../records/editing.ts'
import { createNote, updateNote } from './commands.ts'
import { findRecords } from './find.ts'
import { noteList } from './list.ts'
import { noteDetail, notePage, resolveTexts } from './queries.ts'

export const queries = {
  'notes.page': (ctx, request) => notePage(ctx, request),
  'notes.ids': (ctx, view) => ({ ids: viewIds(ctx, noteList, view) }),
  'notes.get': (ctx, { id }) => noteDetail(ctx, id),
  'records.find': (ctx, request) => findRecords(ctx, request),
  'records.resolve': ({ db }, { texts }) => resolveTexts(db, texts),
} satisfies Handlers<`notes.${'page' | 'ids' | 'get'}` | `records.${'find' | 'resolve'}`, QueryContext>

export const commands = {
  'notes.create': (ctx, { patch }) => createNote(ctx, patch),
  'notes.update': (ctx, { id, patch }) => updateNote(ctx, id, patch),
  'notes.trash': (ctx, { selection }) => trashRecords(ctx, noteList, selection, false),
  'notes.restore': (ctx, { selection }) => trashRecords(ctx, noteList, selection, true),
} satisfies Handlers<`notes.${'create' | 'update' | 'trash' | 'restore'}`, CommandContext>
