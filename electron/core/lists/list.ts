import type { View } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { foldText } from '../../../shared/text.ts'
import { column, join, raw, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { statementHash } from '../../store/text-hash.ts'
import type { QueryContext } from '../context.ts'
import { conditionSql, type ListField } from './conditions.ts'
import { searchConditions } from './search.ts'

export interface ListDefinition {
  /** The list's table under the alias `t`, with the joins its fields need. */
  readonly from: Sql
  readonly fields: Readonly<Record<string, ListField>>
  /** What a search term must match, beside the record's own search text. */
  readonly alsoFound?: (term: string) => Sql
  readonly kind: 'claim' | 'event' | 'actor' | 'outlet' | 'document' | 'note' | 'place'
  readonly defaultSort: Sql
}

/** The row numbers of everything a view shows, in its order. */
export function viewNums(ctx: QueryContext, list: ListDefinition, view: View): Float64Array {
  const { filter, search, sort, trashed } = view
  return ctx.views.nums(ctx.db, JSON.stringify([list.kind, filter, search, sort, trashed]), () =>
    Float64Array.from(column<number>(ctx.db, viewSql(list, view))),
  )
}

/** The statement behind a view; exported so that a test can ask SQLite how it runs. */
export function viewSql(list: ListDefinition, { filter, search, sort, trashed }: View): Sql {
  const conditions = [
    trashed ? sql`t.trashed IS NOT NULL` : sql`t.trashed IS NULL`,
    ...Object.entries(filter).map(([field, condition]) => conditionSql(fieldOf(list, field), field, condition)),
    ...searchConditions(list, search),
  ]
  const order = sort.map(({ field, desc }) => {
    const { expr } = fieldOf(list, field)
    // What is not set comes last, whichever way one sorts.
    return desc ? sql`${expr} DESC NULLS LAST` : sql`${expr} ASC NULLS LAST`
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

/** Own functions of a connection: usable in queries, never in triggers or views (trusted_schema is off). */
export function addFunctions(db: ReadDb): void {
  db.function('fold', { deterministic: true, directOnly: true }, (text: unknown) =>
    text === null ? null : foldText(String(text)),
  )
  db.function('statement_hash', { deterministic: true, directOnly: true }, (text: unknown) =>
    statementHash(String(text)),
  )
}
