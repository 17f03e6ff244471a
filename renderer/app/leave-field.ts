import { flushDrafts } from '../features/drafts/draft-store.ts'
import { endEdits } from '../features/grid/GridController.ts'
import { takesText } from './shortcuts.ts'

/**
 * Ends an edit before its place goes away: a field that is left keeps its text, one that is taken off the screen would
 * not. Then goes on: at once, or when the grid has told of the edit of a cell.
 */
export function leaveField(then: () => void = () => undefined): void {
  const wasInCell = endEdits()
  const field = document.activeElement
  if (field instanceof HTMLElement && takesText(field)) field.blur()
  if (wasInCell) window.setTimeout(then)
  else then()
}

const forms = new Set<() => void>()

/** A form that is asked to save before the case or the window goes. Answers how to stop. */
export function onHandOver(save: () => void): () => void {
  forms.add(save)
  return () => forms.delete(save)
}

/** Before the case or the window goes: all that is being typed is saved. */
export function handOver(then?: () => void): void {
  for (const save of forms) save()
  flushDrafts()
  leaveField(then)
}
