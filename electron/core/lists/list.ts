import { parseDate } from '../../../shared/dates.ts'
import type { Condition, View } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { foundIn } from '../records/search-text.ts'
import { foldText, searchTerms } from '../../../shared/text.ts'
import { column, join, raw, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { statementHash } from '../../store/text-hash.ts'
import type { QueryContext } from '../context.ts'

/** How a field of a list is sorted and filtered. `expr` is SQL over the list's own aliases. */
export type ListField =
  | { readonly kind: 'text' | 'number'; readonly expr: Sql }
  /** A stored date x: sorted by first day (`expr`), compared as text by its EDTF, bounded by overlap of x_from … x_to. */
  | { readonly kind: 'date'; readonly expr: Sql; readonly edtf: Sql; readonly from: Sql; readonly to: Sql }
  /** Several values: `expr` sorts (their words joined), `values` is a sub-query with a column `value`. */
  | { readonly kind: 'many'; readonly expr: Sql; readonly values: Sql }

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
    ...searchTerms(search).map((term) => termSql(list, term)),
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

function termSql(list: ListDefinition, term: string): Sql {
  const own = sql`t.num IN ${foundIn(list.kind, term)}`
  return list.alsoFound ? sql`(${own} OR ${list.alsoFound(term)})` : own
}

function conditionSql(field: ListField, fieldName: string, condition: Condition): Sql {
  const parts: Sql[] = []
  if (condition.in) parts.push(inSql(field, condition.in))
  if (condition.notIn) parts.push(sql`NOT ${inSql(field, condition.notIn)}`)
  if (condition.contains) parts.push(containsSql(field, condition.contains))
  if (condition.notContains) parts.push(sql`NOT coalesce(${containsSql(field, condition.notContains)}, 0)`)
  if (condition.min !== undefined) parts.push(boundSql(field, fieldName, 'min', condition.min))
  if (condition.max !== undefined) parts.push(boundSql(field, fieldName, 'max', condition.max))
  if (condition.set !== undefined) parts.push(condition.set ? isSet(field) : sql`NOT ${isSet(field)}`)
  return join(parts, ' AND ', '1')
}

/** What a field is compared by as text, and by which one sees whether it is set. */
const textOf = (field: ListField): Sql => (field.kind === 'date' ? field.edtf : field.expr)

const isSet = (field: ListField): Sql =>
  field.kind === 'many' ? sql`EXISTS ${field.values}` : sql`(${textOf(field)} IS NOT NULL)`

function inSql(field: ListField, values: readonly (string | number | null)[]): Sql {
  const given = values.filter((value) => value !== null)
  const empty = values.includes(null) ? [sql`NOT ${isSet(field)}`] : []
  const among =
    field.kind === 'many'
      ? sql`EXISTS (SELECT 1 FROM ${field.values} v WHERE v.value IN (SELECT value FROM json_each(${given})))`
      : sql`coalesce(${textOf(field)} IN (SELECT value FROM json_each(${given})), 0)`
  return sql`(${join([...(given.length > 0 ? [among] : []), ...empty], ' OR ', '0')})`
}

function containsSql(field: ListField, text: string): Sql {
  const folded = foldText(text)
  if (field.kind === 'many')
    return sql`EXISTS (SELECT 1 FROM ${field.values} v WHERE instr(fold(v.value), ${folded}) > 0)`
  return sql`(instr(fold(${textOf(field)}), ${folded}) > 0)`
}

/** A bound on a date is itself a date: the field must be able to lie on or after its first (min) or before its last day (max). */
function boundSql(field: ListField, fieldName: string, side: 'min' | 'max', bound: number | string): Sql {
  if (field.kind === 'number' && typeof bound === 'number')
    return side === 'min' ? sql`${field.expr} >= ${bound}` : sql`${field.expr} <= ${bound}`
  if (field.kind === 'date' && typeof bound === 'string') {
    const date = parseDate(bound)
    if (!date.ok) throw new ExpectedError('invalid-input', `Filter on ${fieldName}: ${date.error.message}`)
    return side === 'min'
      ? sql`coalesce(${field.to} >= ${date.value.from ?? -1e9}, 0)`
      : sql`coalesce(${field.from} <= ${date.value.to ?? 1e9}, 0)`
  }
  throw new ExpectedError(
    'invalid-input',
    `Filter on ${fieldName}: ${side} takes ${field.kind === 'date' ? 'an EDTF date' : 'a number'}, and this field is ${field.kind}.`,
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
