import type { Selection, View } from '../../../shared/list.ts'

/** What is ticked in a grid: some records, or all that the view shows (also those that were never loaded). */
export type GridSelection = { readonly kind: 'ids'; readonly ids: ReadonlySet<string> } | { readonly kind: 'view' }

export const nothingSelected: GridSelection = { kind: 'ids', ids: new Set() }

export const isSelected = (selection: GridSelection, id: string): boolean =>
  selection.kind === 'view' || selection.ids.has(id)

export const selectedCount = (selection: GridSelection, total: number | null): number =>
  selection.kind === 'view' ? (total ?? 0) : selection.ids.size

/** The most ids that the contract takes in one selection. */
export const mostIds = 100_000

/** The selection as commands take it, or undefined when nothing is ticked. */
export function toContract(selection: GridSelection, view: View): Selection | undefined {
  if (selection.kind === 'view') return { view }
  return selection.ids.size === 0 ? undefined : { ids: [...selection.ids] }
}

/** Ticks or unticks ids among those that are ticked. */
export function withIds(selected: ReadonlySet<string>, ids: readonly string[], isTicked: boolean): GridSelection {
  const next = new Set(selected)
  for (const id of ids)
    if (isTicked) next.add(id)
    else next.delete(id)
  return { kind: 'ids', ids: next }
}
