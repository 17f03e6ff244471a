import { createStore, useStore, type StoreApi } from 'zustand'
import { ungraded, type Condition, type SortKey, type View } from '../../../shared/list.ts'
import { searchText } from '../../app/search.ts'
import { entities, type Entity } from '../records/entities.ts'
import { nothingSelected, selectedCount, type GridSelection } from './selection.ts'

/** Filters by field. */
export type FilterModel = Readonly<Record<string, Condition>>

/** Which part of the records a grid lists. */
export type GridTab = 'all' | 'ungraded' | 'trash'

export interface ColumnLayout {
  readonly colId: string
  readonly width?: number | null | undefined
  readonly hide?: boolean | null | undefined
  readonly flex?: number | null | undefined
}

/** What one grid shows and what is chosen in it. */
export interface GridState {
  /** True once the layout kept in the case was read. */
  readonly isLoaded: boolean
  readonly columns: readonly ColumnLayout[] | null
  readonly sort: readonly SortKey[]
  readonly filter: FilterModel
  readonly tab: GridTab
  readonly isPaneOpen: boolean
  readonly areFacetsOpen: boolean
  /** The id of the saved view that was applied last. */
  readonly appliedView: string | null
  readonly total: number | null
  readonly selection: GridSelection
  /** The record that the detail pane shows. */
  readonly focusedId: string | null
  /** The field whose filter is being edited. */
  readonly openFilter: string | null
}

const fresh: GridState = {
  isLoaded: false,
  columns: null,
  sort: [],
  filter: {},
  tab: 'all',
  isPaneOpen: true,
  areFacetsOpen: false,
  appliedView: null,
  total: null,
  selection: nothingSelected,
  focusedId: null,
  openFilter: null,
}

const stores: Readonly<Record<Entity, StoreApi<GridState>>> = {
  claims: createStore<GridState>(() => fresh),
  events: createStore<GridState>(() => fresh),
  actors: createStore<GridState>(() => fresh),
  outlets: createStore<GridState>(() => fresh),
  documents: createStore<GridState>(() => fresh),
  places: createStore<GridState>(() => fresh),
}

export const gridStore = (entity: Entity): StoreApi<GridState> => stores[entity]

export const useGrid = <T>(entity: Entity, select: (state: GridState) => T): T => useStore(stores[entity], select)

/** Whether the first rows of a list are on the screen: what is not seen with them is asked for only then. */
export const useHasRows = (entity: Entity): boolean => useGrid(entity, ({ total }) => total !== null)

/** Forgets everything; when another case is opened. */
export const resetGrids = (): void => entities.forEach((entity) => stores[entity].setState(fresh, true))

/** How many rows there are and how many are ticked: for the status line. */
export function useGridCounts(entity: Entity): { readonly total: number | null; readonly selected: number } {
  const total = useGrid(entity, (state) => state.total)
  const selection = useGrid(entity, (state) => state.selection)
  return { total, selected: selectedCount(selection, total) }
}

const tabFilters: Readonly<Record<GridTab, FilterModel>> = {
  all: {},
  ungraded,
  trash: {},
}

/** The view behind a tab before any filter of one's own. */
export const viewOfTab = (tab: GridTab): Pick<View, 'filter' | 'trashed'> => ({
  filter: tabFilters[tab],
  trashed: tab === 'trash',
})

/** What a grid shows now, as queries and commands take it. */
export function viewOf(entity: Entity): View {
  const { filter, sort, tab } = stores[entity].getState()
  const base = viewOfTab(tab)
  return { filter: { ...base.filter, ...filter }, search: searchText(entity), sort: [...sort], trashed: base.trashed }
}

/** Sets or takes away the filter of one field. What was ticked may be hidden by it, so nothing stays ticked. */
export function setFilter(entity: Entity, field: string, condition: Condition | null): void {
  stores[entity].setState((state) => {
    const { [field]: _, ...others } = state.filter
    return { filter: condition ? { ...others, [field]: condition } : others, selection: nothingSelected }
  })
}

/** Takes every filter away; "all" of a narrower list must not become all of the wider one. */
export const clearFilters = (entity: Entity): void =>
  stores[entity].setState({ filter: {}, selection: nothingSelected })

export const setTab = (entity: Entity, tab: GridTab): void =>
  stores[entity].setState({ tab, selection: nothingSelected, focusedId: null })
