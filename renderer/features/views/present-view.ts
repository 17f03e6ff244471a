import { hashKey } from '@tanstack/react-query'
import type { Condition } from '../../../shared/list.ts'
import type { KeptView, SavedView } from '../../../shared/views.ts'
import { searchText, useSearchText } from '../../app/search.ts'
import { useCall } from '../../data/queries.ts'
import { gridStore, useGrid, viewOf, viewOfTab, type ColumnLayout, type FilterModel } from '../grid/grid-store.ts'
import { mountedGrid } from '../grid/GridController.ts'
import { layoutOf } from '../grid/layout.ts'
import type { Entity } from '../records/entities.ts'

/** What a grid shows now, as a view keeps it; what a tab filters by is a filter like others. */
export function presentView(entity: Entity): Omit<SavedView, 'name'> {
  const { filter, search, sort } = viewOf(entity)
  const api = mountedGrid(entity)?.api
  const columns = api ? layoutOf(api).columns : gridStore(entity).getState().columns
  return { list: entity, filter, search, sort: [...sort], columns: columns?.map(toSaved) ?? null }
}

type SavedColumn = NonNullable<SavedView['columns']>[number]

const toSaved = ({ colId, hide, width, flex }: ColumnLayout): SavedColumn => ({
  field: colId,
  isShown: hide !== true,
  width: width ?? null,
  flex: flex ?? null,
})

export const toLayout = ({ field, isShown, width, flex }: SavedColumn): ColumnLayout => ({
  colId: field,
  hide: !isShown,
  width,
  flex,
})

/** The view that was applied last, and whether the list shows something else since. */
export function useAppliedView(entity: Entity): { readonly view: KeptView; readonly isChanged: boolean } | null {
  const id = useGrid(entity, (state) => state.appliedView)
  const filter = useGrid(entity, (state) => state.filter)
  const tab = useGrid(entity, (state) => state.tab)
  const sort = useGrid(entity, (state) => state.sort)
  const columns = useGrid(entity, (state) => state.columns)
  const search = useSearchText(entity)
  const view = useCall('views.list', undefined, { enabled: id !== null }).data?.find((known) => known.id === id)
  if (!view) return null
  const base = viewOfTab(tab)
  const isChanged =
    base.trashed ||
    search !== view.search ||
    !same(ordered({ ...base.filter, ...filter }), ordered(knownFilter(view))) ||
    (view.sort !== null && !same(sort, view.sort.filter(isKnown(view)))) ||
    (view.columns !== null &&
      columns !== null &&
      !same(shownOf(columns.map(toSaved)), shownOf(view.columns.filter(isKnown(view)))))
  return { view, isChanged }
}

/** What of a view's filter its list has fields for. */
export const knownFilter = ({ filter, unknown }: KeptView): FilterModel =>
  Object.fromEntries(Object.entries(filter).filter(([field]) => !unknown.includes(field)))

export const isKnown =
  ({ unknown }: KeptView) =>
  ({ field }: { readonly field: string }): boolean =>
    !unknown.includes(field)

/** Widths follow what the columns hold: they are no difference. */
const shownOf = (columns: readonly SavedColumn[]): string[] =>
  columns.filter(({ isShown }) => isShown).map(({ field }) => field)

const same = (one: unknown, other: unknown): boolean => hashKey([one]) === hashKey([other])

/** Values are alternatives: in which order they were ticked says nothing. */
const ordered = (filter: FilterModel): FilterModel =>
  Object.fromEntries(Object.entries(filter).map(([field, condition]) => [field, orderedIn(condition)]))

const orderedIn = (condition: Condition): Condition =>
  condition.in ? { ...condition, in: condition.in.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) } : condition

/** Whether there is something to search for in a list. */
export const hasSearch = (entity: Entity): boolean => searchText(entity) !== ''
