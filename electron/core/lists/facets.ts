import { facetFields, mostFacetValues, type Facet, type FacetRequest, type FacetValue } from '../../../shared/facets.ts'
import type { View } from '../../../shared/list.ts'
import { foldText } from '../../../shared/text.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import { textOf, type ListField } from './conditions.ts'
import { viewSql, type ListDefinition } from './list.ts'

/**
 * The values of a view's rows by field, with how many rows have each. A facet is counted under all conditions but the
 * values that are chosen in it, so that a second one can be chosen beside the first.
 */
export function facetsOf({ db }: QueryContext, list: ListDefinition, request: FacetRequest): Facet[] {
  const { fields, find, ...view } = request
  const asked = facetFields[list.kind].filter((field) => fields?.includes(field) ?? true)
  return asked.map((field) => {
    const { in: given = [], ...others } = view.filter[field] ?? {}
    const chosen = given.map(asText)
    const under = { ...view, filter: { ...view.filter, [field]: others }, sort: [] }
    const counted = countValues(db, list, list.fields[field] as ListField, under)
    return { field, ...shownOf(holding(counted, find, chosen), chosen) }
  })
}

/** The values that hold a text, case and accents folded, beside those that are chosen; "not set" holds none. */
function holding(counted: readonly FacetValue[], find: string, chosen: Chosen): readonly FacetValue[] {
  const folded = foldText(find)
  if (folded === '') return counted
  return counted.filter(({ value }) => chosen.includes(value) || (value !== null && foldText(value).includes(folded)))
}

type Chosen = readonly (string | null)[]

const asText = (value: string | number | null): string | null => (value === null ? null : String(value))

/** How many rows of a view have each value of a field; a row with several values counts once for each. */
function countValues(db: ReadDb, list: ListDefinition, field: ListField, view: View): FacetValue[] {
  const rows = sql`t.num IN (${viewSql(list, view)})`
  if (field.kind !== 'many')
    return all(db, sql`SELECT ${textOf(field)} AS value, count(*) AS count FROM ${list.from} WHERE ${rows} GROUP BY 1`)
  const values = sql`json_each((SELECT json_group_array(DISTINCT v.value) FROM ${field.values} v))`
  return all(
    db,
    sql`SELECT j.value, count(*) AS count FROM ${list.from} LEFT JOIN ${values} j ON 1 WHERE ${rows} GROUP BY j.value`,
  )
}

/** The most frequent values, and how many there are beside them; what is chosen and "not set" are always among them. */
export function shownOf(counted: readonly FacetValue[], chosen: Chosen): Omit<Facet, 'field'> {
  const known = new Set(counted.map(({ value }) => value))
  const absent = [...new Set(chosen)].filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))
  const sorted = [...counted, ...absent].sort(byCount)
  const named = new Set<string | null>([null, ...chosen])
  const values = sorted.filter(({ value }, at) => at < mostFacetValues || named.has(value))
  return { values, more: sorted.length - values.length }
}

const byCount = (one: FacetValue, other: FacetValue): number =>
  other.count - one.count || ((one.value ?? '') < (other.value ?? '') ? -1 : 1)
