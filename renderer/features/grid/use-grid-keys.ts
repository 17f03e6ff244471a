import { useEffect, type RefObject } from 'react'
import { isSingle } from './cell-range.ts'
import { isShortcutTarget } from './cell-target.ts'
import { clearCells, onCopy, onPaste } from './clipboard.ts'
import type { GridController } from './GridController.ts'
import { gridStore } from './grid-store.ts'
import { nothingSelected } from './selection.ts'
import { trashChosen } from './selection-actions.ts'
import { tickAll, tickRow } from './ticking.ts'

type AnyGrid = GridController<{ readonly id: string }, object>

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The grid's own keys, copy and paste; AG Grid is told to leave these to us (`columns.ts`). */
export function useGridKeys(
  root: RefObject<HTMLElement | null>,
  grid: RefObject<AnyGrid | null>,
  canEdit: boolean,
): void {
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (grid.current && !event.defaultPrevented && handle(grid.current, event, canEdit)) event.preventDefault()
    }
    // Without a text selection these two events go to the body, not to the focused cell.
    const isHere = (): boolean => element.contains(document.activeElement) && isShortcutTarget(document.activeElement)
    const copy = (event: ClipboardEvent): void => void (grid.current && isHere() && onCopy(grid.current, event))
    const paste = (event: ClipboardEvent): void =>
      void (grid.current && canEdit && isHere() && onPaste(grid.current, event))
    element.addEventListener('keydown', onKeyDown)
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [root, grid, canEdit])
}

/** True when the key was one of ours. */
function handle(grid: AnyGrid, event: KeyboardEvent, canEdit: boolean): boolean {
  if (event.altKey && event.key === 'ArrowDown') return openFilter(grid, event)
  if (!isShortcutTarget(event.target)) return false
  const step = steps[event.key]
  const mod = event.ctrlKey || event.metaKey
  if (event.shiftKey && step && !mod) return done(() => grid.extend(step))
  if (mod && event.key.toLowerCase() === 'a') return done(() => tickAll(grid.entity, true))
  if (mod && !event.shiftKey && (event.key === 'Home' || event.key === 'End')) {
    const end = event.key
    return done(() => grid.goToEnd(end))
  }
  if (mod || event.altKey) return false
  if (event.key === ' ') return tickFocused(grid, event.shiftKey)
  if (event.key === 'Escape') return stepBack(grid)
  if (!canEdit) return false
  if (event.key === 'Delete') return done(() => void trashChosen(grid.entity))
  if (event.key === 'Backspace') return done(() => clearCells(grid))
  return false
}

const done = (act: () => void): true => {
  act()
  return true
}

function tickFocused(grid: AnyGrid, isRange: boolean): boolean {
  const at = grid.api.getFocusedCell()
  const data = at && grid.api.getDisplayedRowAtIndex(at.rowIndex)?.data
  if (at && data) void tickRow(grid.entity, { id: data.id, index: at.rowIndex }, isRange)
  return true
}

/** Esc takes back the range first, then the ticks. */
function stepBack(grid: AnyGrid): boolean {
  const { range } = grid
  if (range && !isSingle(range)) grid.setRange({ anchor: range.anchor, head: range.anchor })
  else gridStore(grid.entity).setState({ selection: nothingSelected })
  return true
}

function openFilter(grid: AnyGrid, event: KeyboardEvent): boolean {
  const cell = event.target instanceof HTMLElement ? event.target.closest('[col-id]') : null
  const field = cell?.getAttribute('col-id')
  if (!field || !grid.def.fields.some((known) => known.field === field && known.filter)) return false
  gridStore(grid.entity).setState({ openFilter: field })
  return true
}
