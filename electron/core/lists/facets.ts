import { facetFields, mostFacetValues, type Facet, type FacetValue } from '../../../shared/facets.ts'
import type { View } from '../../../shared/list.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import { textOf, type ListField } from './conditions.ts'
import { viewSql, type ListDefinition } from './list.ts'

/**
 * The values of a view's rows by field, with how many rows have each. A facet is counted under all conditions but the
 * values that are chosen in it, so that a second one can be chosen beside the first.
 */
export const facetsOf = ({ db }: QueryContext, list: ListDefinition, view: View): Facet[] =>
  facetFields[list.kind].map((field) => {
    const { in: chosen = [], ...others } = view.filter[field] ?? {}
    const under = { ...view, filter: { ...view.filter, [field]: others }, sort: [] }
    const counted = countValues(db, list, list.fields[field] as ListField, under)
    return { field, ...shownOf(counted, chosen.map(asText)) }
  })

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
export function shownOf(counted: readonly FacetValue[], chosen: readonly (string | null)[]): Omit<Facet, 'field'> {
  const known = new Set(counted.map(({ value }) => value))
  const absent = [...new Set(chosen)].filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))
  const sorted = [...counted, ...absent].sort(byCount)
  const named = new Set<string | null>([null, ...chosen])
  const values = sorted.filter(({ value }, at) => at < mostFacetValues || named.has(value))
  return { values, more: sorted.length - values.length }
}

const byCount = (one: FacetValue, other: FacetValue): number =>
  other.count - one.count || ((one.value ?? '') < (other.value ?? '') ? -1 : 1)
