/** True where a key or a clipboard event is meant for a cell, not for an editor in it or a button beside it. */
export function isShortcutTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return false
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') return false
  return target.closest('.ag-cell') !== null
}
