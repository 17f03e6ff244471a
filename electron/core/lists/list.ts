import type { View } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { column, join, raw, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { addTextFunctions } from '../../store/text-functions.ts'
import type { QueryContext } from '../context.ts'
import { conditionSql, orderOf, type ListField } from './conditions.ts'
import type { Named } from '../records/names.ts'
import { addSearchTerms } from '../records/search-text.ts'
import { numsByColumns } from './columns/select.ts'
import type { ColumnSource } from './columns/load.ts'
import { isLogged } from './is-logged.ts'
import { searchConditions, type AlsoFound } from './search.ts'
import type { Nums } from './view-cache.ts'

/** A column by which an index has rows of the same value beside each other. */
export interface IndexedOrder {
  readonly by: Sql
  /** Its values stand in their own order; else they are put in that of their texts. */
  readonly isSorted?: boolean
  /** The values are numbers of records of this kind. */
  readonly named?: Named
}

export interface ListDefinition {
  /** The list's table under the alias `t`, with the joins its fields need. */
  readonly from: Sql
  readonly fields: Readonly<Record<string, ListField>>
  /** What else a search term finds, beside the record's own search text. */
  readonly alsoFound?: (term: string) => readonly AlsoFound[]
  /** Fields that are kept in memory for all rows: for lists that grow long. Such a list is in the order of its numbers by itself. */
  readonly columns?: readonly ColumnSource[]
  /** Fields by whose order an index gives the first rows of such a list. */
  readonly orders?: Readonly<Record<string, IndexedOrder>>
  readonly kind: 'claim' | 'event' | 'actor' | 'outlet' | 'document' | 'note' | 'place'
  readonly defaultSort: Sql
}

/** The row numbers of everything a view shows, in its order. */
export function viewNums(ctx: QueryContext, list: ListDefinition, view: View): Nums {
  checkFields(list, view)
  const build = (): Nums =>
    list.columns
      ? numsByColumns(ctx.db, ctx.views.columnsOf(ctx.db, list), list, view)
      : Uint32Array.from(column<number>(ctx.db, viewSql(list, view)))
  return ctx.views.nums(ctx.db, keyOf(list, view), build, isLogged(list, view))
}

/** The statement behind a view; `more`: conditions beside its own. */
export function viewSql(list: ListDefinition, { filter, search, sort, trashed }: View, ...more: readonly Sql[]): Sql {
  const conditions = [
    ...more,
    trashed ? sql`t.trashed IS NOT NULL` : sql`t.trashed IS NULL`,
    ...Object.entries(filter).map(([field, condition]) => conditionSql(fieldOf(list, field), field, condition)),
    ...searchConditions(list, search),
  ]
  const order = sort.map(({ field, desc }) => {
    const key = orderOf(fieldOf(list, field))
    // What is not set comes last, whichever way one sorts.
    return desc ? sql`${key} DESC NULLS LAST` : sql`${key} ASC NULLS LAST`
  })
  return sql`SELECT t.num FROM ${list.from} WHERE ${join(conditions, ' AND ')} ORDER BY ${join([...order, list.defaultSort], ', ')}`
}

/** The numbers of rows `start` to `end` of a view, and how many there are in all. */
export function pageNums(
  ctx: QueryContext,
  list: ListDefinition,
  view: View & { start: number; end: number },
): { total: number; nums: number[] } {
  const nums = viewNums(ctx, list, view)
  return { total: nums.length, nums: [...nums.subarray(view.start, view.end)] }
}

/** What a view is kept under. */
export const keyOf = (list: ListDefinition, { filter, search, sort, trashed }: View): string =>
  JSON.stringify([list.kind, list.alsoFound !== undefined, filter, search, sort, trashed])

/** Refuses a view that names a field which the list does not have. */
export function checkFields(list: ListDefinition, { filter, sort }: View): void {
  for (const field of [...Object.keys(filter), ...sort.map((key) => key.field)]) fieldOf(list, field)
}

/** The ids of everything a view shows. */
export function viewIds(ctx: QueryContext, list: ListDefinition, view: View): string[] {
  const nums = [...viewNums(ctx, list, view)]
  return column<string>(
    ctx.db,
    sql`SELECT t.id FROM json_each(${nums}) j JOIN ${raw(list.kind)} t ON t.num = j.value ORDER BY j.key`,
  )
}

function fieldOf(list: ListDefinition, field: string): ListField {
  const known = Object.hasOwn(list.fields, field) ? list.fields[field] : undefined
  if (known) return known
  throw new ExpectedError(
    'invalid-input',
    `There is no field “${field}” to sort or filter by. Fields: ${Object.keys(list.fields).join(', ')}.`,
  )
}

/** What lists need of a connection beside the tables: functions of texts, and the words of the search index. */
export function addFunctions(db: ReadDb): void {
  addSearchTerms(db)
  addTextFunctions(db)
}
