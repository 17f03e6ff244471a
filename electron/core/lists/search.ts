import { parseDate } from '../../../shared/dates.ts'
import { parseSearch, type SearchPart } from '../../../shared/search.ts'
import { foldText } from '../../../shared/text.ts'
import { join, sql, type Sql } from '../../store/db.ts'
import { foundIn } from '../records/search-text.ts'
import { conditionSql, containsSql, isSet, textOf, type ListField } from './conditions.ts'
import type { ListDefinition } from './list.ts'

/** What is typed into the search of a list, as conditions on its rows that must all hold. */
export const searchConditions = (list: ListDefinition, search: string): Sql[] =>
  parseSearch(search, Object.keys(list.fields)).map((part) => {
    const met = sql`(${join(
      part.values.map((value) => valueSql(list, part, value)),
      ' OR ',
    )})`
    return part.isExcluded ? sql`NOT coalesce(${met}, 0)` : met
  })

function valueSql(list: ListDefinition, { field: name }: SearchPart, value: string): Sql {
  if (name === null) return wordSql(list, value)
  const field = list.fields[name] as ListField
  if (value === '') return sql`NOT ${isSet(field)}`
  const bounds = boundsOf(field, value)
  if (bounds) return conditionSql(field, name, bounds)
  const folded = foldText(value)
  if (field.kind === 'text' && field.isCode) return sql`(substr(fold(${field.expr}), 1, ${folded.length}) = ${folded})`
  // Half of a date, while it is typed, is a part of its text.
  return field.kind === 'number' ? sql`(CAST(${textOf(field)} AS TEXT) = ${value})` : containsSql(field, value)
}

function wordSql(list: ListDefinition, word: string): Sql {
  const own = sql`t.num IN ${foundIn(list.kind, word)}`
  return list.alsoFound ? sql`(${own} OR ${list.alsoFound(word)})` : own
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
