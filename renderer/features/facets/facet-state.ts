import { useMemo } from 'react'
import { facetFields, type FacetValue } from '../../../shared/facets.ts'
import type { View } from '../../../shared/list.ts'
import { useSearchText } from '../../app/search.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { gridStore, setFilter, useGrid, viewOfTab, type FilterModel } from '../grid/grid-store.ts'
import { apis, type Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'

type Value = FacetValue['value']
type AnyField = Field<never, unknown>

/** The view whose rows are counted: what the grid shows, in whatever order. */
export function useFacetView(entity: Entity): View {
  const filter = useGrid(entity, (state) => state.filter)
  const tab = useGrid(entity, (state) => state.tab)
  const { settled: search } = useSettled(useSearchText(entity))
  return useMemo(() => {
    const base = viewOfTab(tab)
    return { filter: { ...base.filter, ...filter }, search, sort: [], trashed: base.trashed }
  }, [filter, tab, search])
}

/** The fields with facets, in their order; what a tab fixes is no choice. */
export function useFacetFields(entity: Entity, fields: readonly AnyField[]): readonly AnyField[] {
  const tab = useGrid(entity, (state) => state.tab)
  return useMemo(() => {
    const fixed = viewOfTab(tab).filter
    return facetFields[apis[entity].kind]
      .filter((name) => fixed[name] === undefined)
      .flatMap((name) => fields.filter(({ field }) => field === name))
  }, [entity, fields, tab])
}

const chosenIn = (filter: FilterModel, field: string): readonly Value[] =>
  (filter[field]?.in ?? []).map((value) => (value === null ? null : String(value)))

/** The values that are ticked in a facet. */
export function useChosen(entity: Entity, field: string): ReadonlySet<Value> {
  const filter = useGrid(entity, (state) => state.filter)
  return useMemo(() => new Set(chosenIn(filter, field)), [filter, field])
}

/** Ticks a value or takes its tick away; rows with any of the ticked ones are shown. */
export function toggleValue(entity: Entity, field: string, value: Value): void {
  const chosen = chosenIn(gridStore(entity).getState().filter, field)
  choose(entity, field, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
}

/** Takes every tick of a facet away; other conditions on the field stay. */
export const clearFacet = (entity: Entity, field: string): void => choose(entity, field, [])

function choose(entity: Entity, field: string, values: readonly Value[]): void {
  const { in: _, ...others } = gridStore(entity).getState().filter[field] ?? {}
  const condition = values.length === 0 ? others : { ...others, in: [...values] }
  setFilter(entity, field, Object.keys(condition).length === 0 ? null : condition)
}
