import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { facetsOf } from '../lists/facets.ts'
import { viewIds } from '../lists/list.ts'
import { actorDetail, actorList, actorRows, actors } from './actors.ts'
import { documentDetail, documentList, documentRows, documents } from './documents.ts'
import { createRecord, trashRecords, updateRecords } from '../records/editing.ts'
import { outletDetail, outletList, outletRows, outlets } from './outlets.ts'
import { pageRows } from '../records/rows.ts'

type Source = 'actors' | 'outlets' | 'documents'

export const queries = {
  'actors.page': (ctx, request) => pageRows(ctx, actorRows, request),
  'actors.ids': (ctx, view) => ({ ids: viewIds(ctx, actorList, view) }),
  'actors.facets': (ctx, view) => facetsOf(ctx, actorList, view),
  'actors.get': (ctx, { id }) => actorDetail(ctx, id),
  'outlets.page': (ctx, request) => pageRows(ctx, outletRows, request),
  'outlets.ids': (ctx, view) => ({ ids: viewIds(ctx, outletList, view) }),
  'outlets.facets': (ctx, view) => facetsOf(ctx, outletList, view),
  'outlets.get': (ctx, { id }) => outletDetail(ctx, id),
  'documents.page': (ctx, request) => pageRows(ctx, documentRows, request),
  'documents.ids': (ctx, view) => ({ ids: viewIds(ctx, documentList, view) }),
  'documents.facets': (ctx, view) => facetsOf(ctx, documentList, view),
  'documents.get': (ctx, { id }) => documentDetail(ctx, id),
} satisfies Handlers<`${Source}.${'page' | 'ids' | 'facets' | 'get'}`, QueryContext>

export const commands = {
  'actors.create': (ctx, { patch }) => createRecord(ctx, actors, patch),
  'actors.update': (ctx, input) => updateRecords(ctx, actors, input),
  'actors.trash': (ctx, { selection }) => trashRecords(ctx, actorList, selection, false),
  'actors.restore': (ctx, { selection }) => trashRecords(ctx, actorList, selection, true),
  'outlets.create': (ctx, { patch }) => createRecord(ctx, outlets, patch),
  'outlets.update': (ctx, input) => updateRecords(ctx, outlets, input),
  'outlets.trash': (ctx, { selection }) => trashRecords(ctx, outletList, selection, false),
  'outlets.restore': (ctx, { selection }) => trashRecords(ctx, outletList, selection, true),
  'documents.create': (ctx, { patch }) => createRecord(ctx, documents, patch),
  'documents.update': (ctx, input) => updateRecords(ctx, documents, input),
  'documents.trash': (ctx, { selection }) => trashRecords(ctx, documentList, selection, false),
  'documents.restore': (ctx, { selection }) => trashRecords(ctx, documentList, selection, true),
} satisfies Handlers<`${Source}.${'create' | 'update' | 'trash' | 'restore'}`, CommandContext>
