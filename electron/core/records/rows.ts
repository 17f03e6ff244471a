import type { RecordKind, RecordLink } from '../../../shared/ids.ts'
import type { PageRequest } from '../../../shared/list.ts'
import { all, get, name, sql, type ReadDb, type Sql } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import type { ListField } from '../lists/conditions.ts'
import { pageNums, type ListDefinition } from '../lists/list.ts'
import { backlinksOf, claimLinksOf, notesPinnedTo } from '../notes/surroundings.ts'
import { notFound } from './not-found.ts'

/** How the rows of a list are read. */
export interface RowReader<Raw, Row> {
  readonly list: ListDefinition
  /** Columns over the list's row t and what `joins` adds to it. */
  readonly columns: Sql
  readonly joins: Sql
  readonly toRow: (raw: Raw) => Row
}

/** A list's row, with what only its own record's detail shows. */
export interface Found<Row> {
  readonly num: number
  readonly row: Row
  readonly trashed: string | null
}

/** A page of a list: its rows in the view's order. */
export function pageRows<Raw, Row>(
  ctx: QueryContext,
  reader: RowReader<Raw, Row>,
  request: PageRequest,
): { total: number; rows: Row[] } {
  const { total, nums } = pageNums(ctx, reader.list, request)
  return { total, rows: rowsOf(ctx.db, reader, nums) }
}

/** The rows of these row numbers, in their order. */
export const rowsOf = <Raw, Row>(
  db: ReadDb,
  { list, columns, joins, toRow }: RowReader<Raw, Row>,
  nums: readonly number[],
): Row[] =>
  all<Raw>(
    db,
    sql`SELECT ${columns} FROM json_each(${nums}) j CROSS JOIN ${name(list.kind)} t ON t.num = j.value ${joins} ORDER BY j.key`,
  ).map(toRow)

/** One record's row by its id, live or in the trash. */
export function findRow<Raw, Row>(db: ReadDb, reader: RowReader<Raw, Row>, id: string): Found<Row> {
  const { kind } = reader.list
  const found = get<Omit<Found<Row>, 'row'>>(db, sql`SELECT num, trashed FROM ${name(kind)} WHERE id = ${id}`)
  const [row] = found ? rowsOf(db, reader, [found.num]) : []
  if (!found || row === undefined) throw notFound(kind, id)
  return { ...found, row }
}

/** What stands around a record: its claims (`claims` selects their row numbers), the notes pinned to it and those that link to it. */
export const surroundingsOf = (
  db: ReadDb,
  kind: Exclude<RecordKind, 'note' | 'place'>,
  num: number,
  claims: Sql,
): { claimLinks: RecordLink[]; pinned: ReturnType<typeof notesPinnedTo>; backlinks: RecordLink[] } => ({
  claimLinks: claimLinksOf(db, kind, num, claims),
  pinned: notesPinnedTo(db, kind, num),
  backlinks: backlinksOf(db, kind, num),
})

/** Whether a claim is not in the trash. The few that are come from an index of their own: the wide rows of all claims need not be read to be counted. */
export const isLive = (claim: Sql): Sql => sql`${claim} NOT IN (SELECT x.num FROM claim x WHERE x.trashed IS NOT NULL)`

/** How many rows a sub-query selects. */
export const countOf = (rows: Sql): Sql => sql`(SELECT count(*) FROM (${rows}))`

/** A text column of a list's row t. */
export const textField = (column: string): ListField => ({ kind: 'text', expr: sql`t.${name(column)}` })

/** When a record was made and last changed: fields of every list. */
export const stampFields = { created: textField('created'), changed: textField('changed') }

/** A stored date of a list's row t. */
export const dateField = (field: string): ListField => ({
  kind: 'date',
  expr: sql`t.${name(`${field}_from`)}`,
  edtf: sql`t.${name(field)}`,
  from: sql`t.${name(`${field}_from`)}`,
  to: sql`t.${name(`${field}_to`)}`,
})
