import { parseDate } from '../../../shared/dates.ts'
import { parseSearch, type SearchPart } from '../../../shared/search.ts'
import { foldText } from '../../../shared/text.ts'
import { join, sql, type Sql } from '../../store/db.ts'
import { withNotes, type Pinnable } from '../notes/surroundings.ts'
import { foundIn, type Searched } from '../records/search-text.ts'
import { conditionSql, containsSql, isSet, textOf, type ListField, type TextField } from './conditions.ts'
import type { ListDefinition } from './list.ts'

/** What is typed into the search of a list, in parts that must all hold. */
export const searchParts = (list: ListDefinition, search: string): SearchPart[] =>
  parseSearch(search, Object.keys(list.fields))

/** The same as conditions on its rows. */
export const searchConditions = (list: ListDefinition, search: string): Sql[] =>
  searchParts(list, search).map((part) => {
    const { field } = part
    const met =
      field === null ? wordsSql(list, part.values) : valuesSql(list.fields[field] as ListField, field, part.values)
    return part.isExcluded ? sql`NOT coalesce(${met}, 0)` : met
  })

/** Whether a field is one of what was typed for it. */
export const valuesSql = (field: ListField, name: string, values: readonly string[]): Sql =>
  sql`(${join(
    values.map((value) => valueSql(field, name, value)),
    ' OR ',
  )})`

function valueSql(field: ListField, name: string, value: string): Sql {
  if (value === '') return sql`NOT ${isSet(field)}`
  const bounds = boundsOf(field, value)
  if (bounds) return conditionSql(field, name, bounds)
  const folded = foldText(value)
  if (field.kind === 'text' && field.isCode) return sql`(substr(fold(${field.expr}), 1, ${folded.length}) = ${folded})`
  // Half of a date, while it is typed, is a part of its text.
  return field.kind === 'number' ? sql`(CAST(${textOf(field)} AS TEXT) = ${value})` : containsSql(field, value)
}

/**
 * What a word finds beside a record's own texts: in the values of a field, in the records of a kind that a field refers to,
 * in notes that are pinned to records of its kind, or in what else a sub-query of row numbers finds.
 */
export type AlsoFound =
  | { readonly holds: string }
  | { readonly field: string; readonly named: Searched }
  | { readonly noted: Pinnable }
  | { readonly rows: Sql }

const wordsSql = (list: ListDefinition, words: readonly string[]): Sql => {
  const found = words.flatMap((word) => [
    sql`t.num IN ${foundIn(list.kind, word)}`,
    ...(list.alsoFound?.(word) ?? []).map((also) => alsoSql(list, word, also)),
  ])
  return sql`(${join(found, ' OR ')})`
}

function alsoSql({ fields }: ListDefinition, word: string, also: AlsoFound): Sql {
  if ('rows' in also) return sql`t.num IN ${also.rows}`
  if ('noted' in also) return sql`t.num IN ${withNotes(also.noted, foundIn('note', word))}`
  if ('holds' in also) return containsSql(fields[also.holds] as ListField, word)
  return sql`${(fields[also.field] as TextField).refersTo} IN ${foundIn(also.named, word)}`
}

/** A number or a date, or a range of them: 8000, "8,000", 8000.., 2024-10..2024-11. */
function boundsOf({ kind }: ListField, value: string): { min?: number | string; max?: number | string } | null {
  if (kind !== 'number' && kind !== 'date') return null
  const [first = '', last = first] = value.split('..')
  const read = (text: string): number | string | null => {
    if (kind === 'date') return parseDate(text).ok ? text : null
    const number = Number(text.replaceAll(',', ''))
    return Number.isFinite(number) ? number : null
  }
  const [min, max] = [first === '' ? undefined : read(first), last === '' ? undefined : read(last)]
  if (min === null || max === null) return null
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}
