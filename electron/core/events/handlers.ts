import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { facetsOf } from '../lists/facets.ts'
import { viewIds } from '../lists/list.ts'
import { pasteRecords, trashRecords, updateRecords } from '../records/editing.ts'
import { pageRows } from '../records/rows.ts'
import { createEvent, events } from './commands.ts'
import { eventList } from './list.ts'
import { eventDetail, eventRows } from './queries.ts'

export const queries = {
  'events.page': (ctx, request) => pageRows(ctx, eventRows, request),
  'events.ids': (ctx, view) => ({ ids: viewIds(ctx, eventList, view) }),
  'events.facets': (ctx, view) => facetsOf(ctx, eventList, view),
  'events.get': (ctx, { id }) => eventDetail(ctx, id),
} satisfies Handlers<`events.${'page' | 'ids' | 'facets' | 'get'}`, QueryContext>

export const commands = {
  'events.create': (ctx, { patch }) => createEvent(ctx, patch),
  'events.update': (ctx, input) => updateRecords(ctx, events, input),
  'events.paste': (ctx, { rows }) => pasteRecords(ctx, events, rows),
  'events.trash': (ctx, { selection }) => trashRecords(ctx, eventList, selection, false),
  'events.restore': (ctx, { selection }) => trashRecords(ctx, eventList, selection, true),
} satisfies Handlers<`events.${'create' | 'update' | 'paste' | 'trash' | 'restore'}`, CommandContext>
