import { parseDate } from '../../../shared/dates.ts'
import type { Condition } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { foldText } from '../../../shared/text.ts'
import { join, sql, type Sql } from '../../store/db.ts'

/** How a field of a list is sorted and filtered. `expr` is SQL over the list's own aliases. */
export type ListField =
  | TextField
  | { readonly kind: 'number'; readonly expr: Sql }
  /** A stored date x: sorted by first day (`expr`), compared as text by its EDTF, bounded by overlap of x_from … x_to. */
  | { readonly kind: 'date'; readonly expr: Sql; readonly edtf: Sql; readonly from: Sql; readonly to: Sql }
  /** Several values: a sub-query with a column `value`. */
  | { readonly kind: 'many'; readonly values: Sql }

/** `isCode`: one of a few words or letters, of which a search gives the beginning. `isSearched`: a part of what the record is searched by. */
export interface TextField {
  readonly kind: 'text'
  readonly expr: Sql
  readonly isCode?: boolean
  readonly isSearched?: boolean
  /** The number of the record whose name it is. */
  readonly refersTo?: Sql
  /** The stored key by which it is put in order. */
  readonly order?: Sql
}

/** What one condition on a field comes to. */
export function conditionSql(field: ListField, fieldName: string, condition: Condition): Sql {
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
export const textOf = (field: Exclude<ListField, { kind: 'many' }>): Sql =>
  field.kind === 'date' ? field.edtf : field.expr

/** What a field is put in order by. */
export function orderOf(field: ListField): Sql {
  if (field.kind === 'text') return field.order ?? sql`collation_key(${field.expr})`
  if (field.kind !== 'many') return field.expr
  return sql`collation_key((SELECT group_concat(value, '; ' ORDER BY collation_key(value)) FROM ${field.values}))`
}

/** Whether a field has a value. */
export const isSet = (field: ListField): Sql =>
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

/** Whether a text stands in a field, case and accents folded. */
export function containsSql(field: ListField, text: string): Sql {
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
