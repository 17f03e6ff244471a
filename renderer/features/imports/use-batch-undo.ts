import type { BatchSummary } from '../../../shared/import.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'

export interface BatchUndo {
  readonly canUndo: boolean
  /** Why not, or what happened; null when it can be undone, or when nothing came in. */
  readonly why: string | null
}

const lookedAt = 1000

/** Whether an import is the step that undo takes back next. Undo goes step by step, so later changes come first. */
export function useBatchUndo(batch: BatchSummary): BatchUndo {
  const isReadOnly = useReadOnly() !== null
  const { data } = useCall('history.list', { limit: lookedAt })
  if (batch.undone) return { canUndo: false, why: 'This import was undone; its rows are out of the case.' }
  if (batch.added === 0 || isReadOnly || !data) return { canUndo: false, why: null }
  const standing = data.filter(({ undone, command }) => !undone && command !== 'undo' && command !== 'redo')
  const later = standing.findIndex(({ command, label }) => command === 'import' && isOf(label, batch))
  if (later === 0) return { canUndo: true, why: null }
  if (later < 0) return { canUndo: false, why: 'Too much was changed since to undo this import.' }
  const changes = later === 1 ? 'One change was' : `${later} changes were`
  return {
    canUndo: false,
    why: `${changes} made after this import. Undo ${later === 1 ? 'it' : 'them'} first (Ctrl+Z).`,
  }
}

const isOf = (label: string, { fileName, added }: BatchSummary): boolean =>
  label.startsWith(`import ${fileName}: ${added} `)
