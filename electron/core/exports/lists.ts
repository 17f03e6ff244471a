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
import { claimDetailCells } from './claim-detail-cells.ts'
import type { Cells, DetailCells, Details, Rows } from './columns.ts'
import { actorDetails, claimDetails, documentDetails, eventDetails, noteDetails, outletDetails } from './details.ts'
import type { Labels } from './labels.ts'

type ReadRows<Of> = (db: ReadDb, nums: readonly number[]) => readonly Of[]
type ReadMore<Of> = (db: ReadDb, nums: readonly number[], labels: Labels) => readonly Of[]

/** How the records of a list are read: their rows, and what they say beyond them; and what columns show of both. */
interface Exported<L extends ListName> {
  readonly list: ListDefinition
  readonly rows: ReadRows<Rows[L]>
  readonly details: ReadMore<Details[L]>
  readonly shown: { readonly rows: ReadRows<Cells[L]>; readonly details: ReadMore<DetailCells[L]> }
}

/** A list that is short: what columns do not show need not be left unread. */
const short = <Row, More>(list: ListDefinition, rows: ReadRows<Row>, details: ReadMore<More>) => ({
  ...{ list, rows, details },
  shown: { rows, details },
})

const by = <Raw, Row, More>(reader: RowReader<Raw, Row>, details: ReadMore<More>) =>
  short(reader.list, (db, nums) => rowsOf(db, reader, nums), details)

export const lists: { readonly [L in ListName]: Exported<L> } = {
  claims: {
    ...{ list: claimList, rows: claimRows, details: claimDetails },
    shown: { rows: claimCells, details: claimDetailCells },
  },
  events: by(eventRows, eventDetails),
  actors: by(actorRows, actorDetails),
  outlets: by(outletRows, outletDetails),
  documents: by(documentRows, documentDetails),
  notes: short(noteList, noteRowsOf, noteDetails),
  places: by(placeRows, (_db, nums) => nums.map(() => ({}))),
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

/** What columns show of it. */
export interface Shown<L extends ListName> {
  readonly row: Cells[L]
  readonly more: DetailCells[L]
}

/** The records of these numbers, in their order. */
export const recordsOf = <L extends ListName>(
  db: ReadDb,
  list: L,
  nums: readonly number[],
  labels: Labels,
): Full<L>[] => paired(lists[list].rows(db, nums), lists[list].details(db, nums, labels))

/** What columns show of them. */
export const shownOf = <L extends ListName>(db: ReadDb, list: L, nums: readonly number[], labels: Labels): Shown<L>[] =>
  paired(lists[list].shown.rows(db, nums), lists[list].shown.details(db, nums, labels))

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
