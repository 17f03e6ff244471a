import { create } from 'zustand'
import type { MergePair } from '../../../shared/merge.ts'
import { ask } from '../../data/queries.ts'
import { toast, toastFailure } from '../../ui/toast.ts'
import { gridStore } from '../grid/grid-store.ts'
import { chosen } from '../grid/selection-actions.ts'
import { apis, type Entity } from '../records/entities.ts'

interface MergeState {
  /** The two records that the dialog is about. */
  readonly pair: MergePair | null
}

export const useMerge = create<MergeState>(() => ({ pair: null }))

/** Opens the dialog that makes two records one, from anywhere in the window. */
export async function openMerge(pair: MergePair): Promise<void> {
  try {
    // The dialog puts the focus on its first choice, which must be there when it opens.
    await ask('merges.preview', pair)
    useMerge.setState({ pair })
  } catch (error) {
    toastFailure(error)
  }
}
export const closeMerge = (): void => useMerge.setState({ pair: null })

/** The same for the two that are ticked in a grid: the one ticked first stays, unless the dialog is told otherwise. */
export async function mergeChosen(entity: Entity): Promise<void> {
  const { kind, many, ids } = apis[entity]
  const selection = chosen(entity)
  try {
    const found = selection === undefined ? [] : 'ids' in selection ? selection.ids : (await ids(selection.view)).ids
    const [keep, drop, more] = found
    if (kind === 'note' || kind === 'place' || keep === undefined || drop === undefined || more !== undefined)
      return toast({ intent: 'warning', message: `Tick the two ${many} that are the same, then merge them.` })
    if (gridStore(entity).getState().tab === 'trash')
      return toast({ intent: 'warning', message: `Restore the ${many} before you merge them.` })
    await openMerge({ kind, keep, drop })
  } catch (error) {
    toastFailure(error)
  }
}
