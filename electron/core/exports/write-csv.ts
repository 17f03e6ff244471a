import { setImmediate } from 'node:timers/promises'
import type { ListName, Written } from '../../../shared/exports.ts'
import type { Selection } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { column, name, sql, type ReadDb } from '../../store/db.ts'
import { writeWholeFrom } from '../../store/write-whole.ts'
import { placeRows } from '../analysis/places/list.ts'
import { claimList } from '../claims/list.ts'
import { claimRows } from '../claims/queries.ts'
import type { PlanContext } from '../context.ts'
import { eventRows } from '../events/queries.ts'
import { viewNums, type ListDefinition } from '../lists/list.ts'
import { noteRowsOf } from '../notes/queries.ts'
import { noteList } from '../notes/list.ts'
import { rowsOf, type RowReader } from '../records/rows.ts'
import { actorRows } from '../sources/actors.ts'
import { documentRows } from '../sources/documents.ts'
import { outletRows } from '../sources/outlets.ts'
import { csvOf } from './records.ts'

interface Exported {
  readonly list: ListDefinition
  readonly rows: (db: ReadDb, nums: readonly number[]) => readonly unknown[]
}

const by = <Raw, Row>(reader: RowReader<Raw, Row>): Exported => ({
  list: reader.list,
  rows: (db, nums) => rowsOf(db, reader, nums),
})

const lists: Readonly<Record<ListName, Exported>> = {
  claims: { list: claimList, rows: claimRows },
  events: by(eventRows),
  actors: by(actorRows),
  outlets: by(outletRows),
  documents: by(documentRows),
  notes: { list: noteList, rows: noteRowsOf },
  places: by(placeRows),
}

const portion = 1000
/** Spreadsheets take a file without it for one of their own encoding. */
const mark = '\uFEFF'

interface Request {
  readonly path: string
  readonly list: ListName
  readonly selection: Selection
  readonly job: string
}

/** Writes what a list shows, or chosen rows of it, with all that each row says: RFC 4180 in UTF-8, under the names that the import reads. The file is there whole or not at all. */
export async function writeCsv(ctx: PlanContext, { path, list: listName, selection, job }: Request): Promise<Written> {
  const { list, rows } = lists[listName]
  const nums = 'ids' in selection ? numsOf(ctx.db, list, selection.ids) : [...viewNums(ctx, list, selection.view)]
  const { heading, lines } = csvOf(listName)
  let escaped = 0
  async function* texts(): AsyncGenerator<string> {
    yield mark + heading
    for (let start = 0; start < nums.length; start += portion) {
      // What somebody asks of this thread meanwhile is heard: to stop, first of all.
      await setImmediate()
      if (ctx.isCancelled(job)) throw new ExpectedError('cancelled', 'The export was cancelled.')
      const written = lines(rows(ctx.db, nums.slice(start, start + portion)))
      escaped += written.escaped
      yield written.text
      const done = Math.min(start + portion, nums.length)
      ctx.progress(job, { done, total: nums.length, rows: done })
    }
  }
  await writeWholeFrom(path, texts())
  return { rows: nums.length, escaped }
}

const numsOf = (db: ReadDb, { kind }: ListDefinition, ids: readonly string[]): number[] =>
  column(db, sql`SELECT t.num FROM json_each(${ids}) j CROSS JOIN ${name(kind)} t ON t.id = j.value ORDER BY j.key`)
