import { useEffect } from 'react'
import { commandList, isEnabled } from './commands.ts'

export const isMac = navigator.platform.startsWith('Mac')

/** True for an element that takes text: the keys belong to it. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Whether a key event is the shortcut "Mod+Shift+Z". */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const mod = isMac ? event.metaKey : event.ctrlKey
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('Mod') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

/** A dialog asks for an answer first: nothing may happen behind it. */
export const hasDialog = (): boolean => document.querySelector('.bp6-dialog') !== null

/** Runs the commands' shortcuts, wherever the focus is. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const inField = takesText(event.target)
      const command = commandList().find(
        (known) =>
          known.shortcut !== undefined &&
          isShortcut(event, known.shortcut) &&
          (!inField || known.worksInFields === true) &&
          isEnabled(known),
      )
      if (!command) return
      event.preventDefault()
      if (!hasDialog()) command.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
