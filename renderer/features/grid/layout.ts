import type { GridApi } from 'ag-grid-community'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Condition, SortKey } from '../../../shared/list.ts'
import { call } from '../../data/call.ts'
import type { Entity } from '../records/entities.ts'
import { checkColumn } from './CheckCell.tsx'
import { gridStore, type GridState } from './grid-store.ts'

/** What of a grid is kept in the case. */
const Kept = z.object({
  columns: z
    .array(
      z.object({
        colId: z.string(),
        width: z.number().nullable().optional(),
        hide: z.boolean().nullable().optional(),
        flex: z.number().nullable().optional(),
      }),
    )
    .nullable(),
  sort: z.array(SortKey),
  filter: z.record(z.string(), Condition),
  isPaneOpen: z.boolean(),
  areFacetsOpen: z.boolean().default(false),
  appliedView: z.string().nullable().default(null),
})

const keyOf = (entity: Entity): string => `grid.${entity}`

/** Reads the layout kept in the case, once per case; true when the grid can be drawn. */
export function useKeptLayout(entity: Entity): boolean {
  const [isReady, setIsReady] = useState(() => gridStore(entity).getState().isLoaded)
  useEffect(() => {
    if (gridStore(entity).getState().isLoaded) {
      setIsReady(true)
      return undefined
    }
    let isStale = false
    void loadLayout(entity, () => !isStale).then(() => setIsReady(true))
    return () => {
      isStale = true
    }
  }, [entity])
  useEffect(() => (isReady ? keepLayout(entity) : undefined), [entity, isReady])
  return isReady
}

/** Sets what a grid shows that may not be on the screen, or may never have been: it is kept like what one sets in it. */
export async function setLayout(entity: Entity, layout: Partial<GridState>): Promise<void> {
  const store = gridStore(entity)
  const kept = store.getState().isLoaded ? {} : await load(entity)
  store.setState({ ...kept, isLoaded: true, ...layout })
  await call('viewState.set', { key: keyOf(entity), value: keptOf(store.getState()) }).catch(() => undefined)
}

/** Reads the layout that a grid has in the case; `isStill` says whether that case is still the one that is shown. */
export async function loadLayout(entity: Entity, isStill: () => boolean): Promise<void> {
  const kept = await load(entity)
  if (isStill()) gridStore(entity).setState({ ...kept, isLoaded: true })
}

async function load(entity: Entity): Promise<Partial<GridState>> {
  try {
    const text = await call('viewState.get', { key: keyOf(entity) })
    return text === null ? {} : Kept.parse(JSON.parse(text))
  } catch {
    // A layout that cannot be read is not worth a message: the grid starts with its own.
    return {}
  }
}

const keptOf = ({ columns, sort, filter, isPaneOpen, areFacetsOpen, appliedView }: GridState): string =>
  JSON.stringify({ columns, sort, filter, isPaneOpen, areFacetsOpen, appliedView })

/** Writes the layout into the case as soon as it changed; what changes in one go is written once. */
function keepLayout(entity: Entity): () => void {
  let written = keptOf(gridStore(entity).getState())
  let timer = 0
  const write = (): void => {
    window.clearTimeout(timer)
    const state = gridStore(entity).getState()
    const value = keptOf(state)
    // A state that was reset belongs to no case, or to the next one.
    if (value === written || !state.isLoaded) return
    written = value
    // In a read-only case the layout is not kept; that needs no message.
    call('viewState.set', { key: keyOf(entity), value }).catch(() => undefined)
  }
  const stop = gridStore(entity).subscribe(() => {
    window.clearTimeout(timer)
    timer = window.setTimeout(write)
  })
  window.addEventListener('pagehide', write)
  return () => {
    stop()
    window.removeEventListener('pagehide', write)
    write()
  }
}

/** The columns and the order as the grid has them now. */
export function layoutOf<Row>(api: GridApi<Row>): Pick<GridState, 'columns' | 'sort'> {
  const state = api.getColumnState().filter(({ colId }) => colId !== checkColumn)
  const sorted = state.filter(({ sort }) => sort).sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
  return {
    columns: state.map(({ colId, width, hide, flex }) => ({ colId, width, hide, flex })),
    sort: sorted.map(({ colId, sort }) => ({ field: colId, desc: sort === 'desc' })),
  }
}
