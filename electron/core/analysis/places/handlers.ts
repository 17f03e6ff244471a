import type { Changed } from '../../../../shared/list.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import type { Handlers } from '../../../ipc/dispatch.ts'
import type { ReadDb } from '../../../store/db.ts'
import type { CommandContext, QueryContext } from '../../context.ts'
import { facetsOf } from '../../lists/facets.ts'
import { viewIds } from '../../lists/list.ts'
import { createRecord, trashRecords, updateRecords } from '../../records/editing.ts'
import { pageRows } from '../../records/rows.ts'
import { placeBook } from './book.ts'
import { partsIn } from './facts.ts'
import { placeDetail, placeList, placeRows, places } from './list.ts'
import { findPlaces } from './suggest.ts'

export const queries = {
  'places.page': (ctx, request) => pageRows(ctx, placeRows, request),
  'places.ids': (ctx, view) => ({ ids: viewIds(ctx, placeList, view) }),
  'places.facets': (ctx, view) => facetsOf(ctx, placeList, view),
  'places.get': (ctx, { id }) => placeDetail(ctx, id),
  'places.find': (ctx, { search, limit }) => findPlaces(ctx, search, limit),
  'places.tree': ({ db }, { text }) => partsIn(placeBook(db), text),
} satisfies Handlers<`places.${'page' | 'ids' | 'facets' | 'get' | 'find' | 'tree'}`, QueryContext>

export const commands = {
  'places.create': (ctx, { patch }) => withoutCircles(ctx.db, createRecord(ctx, places, patch)),
  'places.update': (ctx, input) => withoutCircles(ctx.db, updateRecords(ctx, places, input)),
  'places.trash': (ctx, { selection }) => trashRecords(ctx, placeList, selection, false),
  'places.restore': (ctx, { selection }) => withoutCircles(ctx.db, trashRecords(ctx, placeList, selection, true)),
} satisfies Handlers<`places.${'create' | 'update' | 'trash' | 'restore'}`, CommandContext>

/** Refuses what would make a place lie in itself: the transaction is then taken back. */
function withoutCircles(db: ReadDb, changed: Changed): Changed {
  const book = placeBook(db)
  const ids = new Set(changed.ids)
  for (const { key, own } of book.all) {
    if (own === null || !ids.has(own.id) || !book.isCircular(key)) continue
    throw new ExpectedError(
      'invalid-input',
      `“${own.name}” would lie in itself: “${own.within}” lies in it already. Choose another place that it lies in.`,
    )
  }
  return changed
}
