import type { ListName } from '../../../shared/exports.ts'
import type { Selection } from '../../../shared/list.ts'
import { column, name, sql, value, type ReadDb } from '../../store/db.ts'
import { placeRows } from '../analysis/places/list.ts'
import { claimCells } from '../claims/cells.ts'
import { claimList } from '../claims/list.ts'
import { claimRows } from '../claims/rows.ts'
import type { QueryContext } from '../context.ts'
import { eventRows } from '../events/queries.ts'
import { viewNums, type ListDefinition } from '../lists/list.ts'
import { noteList } from '../notes/list.ts'
import { noteRowsOf } from '../notes/queries.ts'
import { rowsOf, type RowReader } from '../records/rows.ts'
import { actorRows } from '../sources/actors.ts'
import { documentRows } from '../sources/documents.ts'
import { outletRows } from '../sources/outlets.ts'
import type { Cells, Details, Rows } from './columns.ts'
import {
  actorDetails,
  claimDetails,
  documentDetails,
  eventDetails,
  noteDetails,
  outletDetails,
  type Depth,
} from './details.ts'
import type { Labels } from './labels.ts'

/** How the records of a list are read: their rows, and what they say beyond them. */
interface Exported<L extends ListName> {
  readonly list: ListDefinition
  readonly rows: (db: ReadDb, nums: readonly number[]) => readonly Rows[L][]
  readonly cells: (db: ReadDb, nums: readonly number[]) => readonly Cells[L][]
  readonly details: (db: ReadDb, nums: readonly number[], labels: Labels, depth: Depth) => readonly Details[L][]
}

const by = <Raw, Row>(
  reader: RowReader<Raw, Row>,
): { list: ListDefinition } & Record<'rows' | 'cells', (db: ReadDb, nums: readonly number[]) => Row[]> => {
  const rows = (db: ReadDb, nums: readonly number[]): Row[] => rowsOf(db, reader, nums)
  return { list: reader.list, rows, cells: rows }
}
const none = (_db: ReadDb, nums: readonly number[]): object[] => nums.map(() => ({}))

export const lists: { readonly [L in ListName]: Exported<L> } = {
  claims: { list: claimList, rows: claimRows, cells: claimCells, details: claimDetails },
  events: { ...by(eventRows), details: eventDetails },
  actors: { ...by(actorRows), details: actorDetails },
  outlets: { ...by(outletRows), details: outletDetails },
  documents: { ...by(documentRows), details: documentDetails },
  notes: { list: noteList, rows: noteRowsOf, cells: noteRowsOf, details: noteDetails },
  places: { ...by(placeRows), details: none },
}

/** The numbers of the records that are meant, in their order. */
export const numsOf = (ctx: QueryContext, list: ListDefinition, selection: Selection): number[] =>
  'view' in selection ? [...viewNums(ctx, list, selection.view)] : numsById(ctx.db, list, selection.ids)

const numsById = (db: ReadDb, { kind }: ListDefinition, ids: readonly string[]): number[] =>
  column(db, sql`SELECT t.num FROM json_each(${ids}) j CROSS JOIN ${name(kind)} t ON t.id = j.value ORDER BY j.key`)

/** A record with what it says beyond its row. */
export interface Full<L extends ListName> {
  readonly row: Rows[L]
  readonly more: Details[L]
}

/** The records of these numbers, in their order. */
export function recordsOf<L extends ListName>(db: ReadDb, list: L, nums: readonly number[], labels: Labels): Full<L>[] {
  const { rows, details } = lists[list]
  return paired(rows(db, nums), details(db, nums, labels, 'all'))
}

/** The same, as far as columns show it. */
export function recordsForColumns<L extends ListName>(
  db: ReadDb,
  list: L,
  nums: readonly number[],
  labels: Labels,
): { readonly row: Cells[L]; readonly more: Details[L] }[] {
  const { cells, details } = lists[list]
  return paired(cells(db, nums), details(db, nums, labels, 'cells'))
}

const paired = <Row, More>(rows: readonly Row[], more: readonly More[]): { row: Row; more: More }[] =>
  rows.flatMap((row, at) => {
    const own = more[at]
    return own === undefined ? [] : [{ row, more: own }]
  })

/** The long text of a document or a note, which is read one by one. */
export const longText = (db: ReadDb, list: ListName, id: string): object =>
  list === 'documents'
    ? { text: value<string>(db, sql`SELECT text FROM document WHERE id = ${id}`) ?? null }
    : list === 'notes'
      ? { body: value<string>(db, sql`SELECT body FROM note WHERE id = ${id}`) ?? '' }
      : {}
