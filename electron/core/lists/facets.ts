import { facetFields, mostFacetValues, type Facet, type FacetRequest, type FacetValue } from '../../../shared/facets.ts'
import type { View } from '../../../shared/list.ts'
import { foldText } from '../../../shared/text.ts'
import { each, join, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { byCollation } from '../../store/collation.ts'
import type { QueryContext } from '../context.ts'
import { textOf, type ListField } from './conditions.ts'
import { countsOf } from './columns/count.ts'
import { viewNums, viewSql, type ListDefinition } from './list.ts'

/**
 * The values of a view's rows by field, with how many rows have each. A facet is counted under all conditions but the
 * values that are chosen in it, so that a second one can be chosen beside the first.
 */
export function facetsOf(ctx: QueryContext, list: ListDefinition, request: FacetRequest): Facet[] {
  const { fields, find, ...view } = request
  const asked = facetFields[list.kind].filter((field) => fields?.includes(field) ?? true)
  // Facets without a choice of their own are counted under the same conditions: in one pass over the rows.
  const free = asked.filter((field) => view.filter[field]?.in === undefined)
  const counted = new Map(countValues(ctx, list, free, view))
  for (const field of asked.filter((name) => !free.includes(name)))
    for (const [name, counts] of countValues(ctx, list, [field], withoutChoice(view, field))) counted.set(name, counts)
  return asked.map((field) => {
    const chosen = (view.filter[field]?.in ?? []).map(asText)
    const values = [...(counted.get(field) ?? [])].map(([value, count]) => ({ value, count }))
    return { field, ...shownOf(holding(values, find, chosen), chosen) }
  })
}

function withoutChoice(view: View, field: string): View {
  const { in: _, ...others } = view.filter[field] ?? {}
  return { ...view, filter: { ...view.filter, [field]: others } }
}

/** The values that hold a text, case and accents folded, beside those that are chosen; "not set" holds none. */
function holding(counted: readonly FacetValue[], find: string, chosen: Chosen): readonly FacetValue[] {
  const folded = foldText(find)
  if (folded === '') return counted
  return counted.filter(({ value }) => chosen.includes(value) || (value !== null && foldText(value).includes(folded)))
}

type Value = FacetValue['value']
type Chosen = readonly Value[]
type Counts = Map<Value, number>

const asText = (value: string | number | null): Value => (value === null ? null : String(value))

/** How many rows of a view have each value of some fields; a row with several values counts once for each. */
function countValues(
  ctx: QueryContext,
  list: ListDefinition,
  names: readonly string[],
  view: View,
): [string, Counts][] {
  if (names.length === 0) return []
  return list.columns ? countInColumns(ctx, list, names, view) : countInRows(ctx.db, list, names, view)
}

function countInColumns(
  ctx: QueryContext,
  list: ListDefinition,
  names: readonly string[],
  view: View,
): [string, Counts][] {
  const nums = viewNums(ctx, list, { ...view, sort: [] })
  const columns = ctx.views.columnsOf(ctx.db, list)
  return names.map((name) => {
    const counts: Counts = new Map()
    const add = (value: Value, count: number): void => void counts.set(value, (counts.get(value) ?? 0) + count)
    for (const [value, count] of countsOf(columns.get(ctx.db, name), nums)) {
      // Two records of one name are one value.
      const texts = Array.isArray(value) ? new Set(value as readonly string[]) : [value as string | null]
      for (const text of texts) add(text, count)
    }
    return [name, counts]
  })
}

function countInRows(db: ReadDb, list: ListDefinition, names: readonly string[], view: View): [string, Counts][] {
  const counted = names.map((name): [string, Counts] => [name, new Map()])
  const fields = names.map((name) => list.fields[name] as ListField)
  const read = fields.map((field) => (field.kind === 'many' ? valuesIn() : oneValue))
  const rows = sql`t.num IN (${viewSql(list, { ...view, sort: [] })})`
  const cells = join(fields.map(cellOf), ', ')
  for (const row of each<(string | null)[]>(db, sql`SELECT ${cells} FROM ${list.from} WHERE ${rows}`))
    for (let at = 0; at < counted.length; at += 1) {
      const counts = counted[at]?.[1] as Counts
      for (const value of read[at]?.(row[at] ?? null) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  return counted
}

/** Several values of a row are one cell: a JSON list. */
const cellOf = (field: ListField): Sql =>
  field.kind === 'many' ? sql`(SELECT json_group_array(DISTINCT v.value) FROM ${field.values} v)` : textOf(field)

const oneValue = (cell: string | null): Chosen => [cell]

/** Reads lists of values; the same few stand in many rows. */
function valuesIn(): (cell: string | null) => Chosen {
  const known = new Map<string, Chosen>()
  return (cell) => {
    const text = cell ?? '[]'
    let values = known.get(text)
    if (!values) {
      const read = JSON.parse(text) as string[]
      known.set(text, (values = read.length === 0 ? [null] : read))
    }
    return values
  }
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
  other.count - one.count || byCollation(one.value ?? '', other.value ?? '')
