import { useEffect } from 'react'
import type { MenuAction } from '../../shared/contract.ts'
import { onPush } from '../data/invalidation.ts'
import { runCommand } from './commands.ts'
import { hasDialog, isMac, takesText } from './shortcuts.ts'

/** Which command each item of the native menu runs. */
const commandOf: Readonly<Record<MenuAction, string>> = {
  'new-case': 'case.new',
  'open-case': 'case.open',
  'sample-case': 'case.sample',
  'copy-case': 'case.copy',
  backups: 'backups',
  'close-case': 'case.close',
  'new-claim': 'claims.add',
  import: 'import',
  find: 'find',
  palette: 'palette',
  report: 'go-report',
  'read-report': 'read-report',
  pictures: 'go-pictures',
  shortcuts: 'shortcuts',
  about: 'about',
  preferences: 'preferences',
  undo: 'undo',
  redo: 'redo',
}

/** Acts on what was picked in the native menu. */
export function useMenuActions(): void {
  useEffect(
    () =>
      onPush(({ action }) => {
        if (!action) return
        // In a text field these two are the text's own.
        if ((action === 'undo' || action === 'redo') && takesText(document.activeElement)) stepInText(action)
        else if (!hasDialog()) runCommand(commandOf[action])
      }),
    [],
  )
}

/** An editor that keeps a history of its own takes the key; the browser's undo would mix up its text. */
function stepInText(action: 'undo' | 'redo'): void {
  const mod = isMac ? { metaKey: true } : { ctrlKey: true }
  const key = new KeyboardEvent('keydown', {
    ...mod,
    key: action === 'redo' ? 'Z' : 'z',
    code: 'KeyZ',
    keyCode: 90,
    shiftKey: action === 'redo',
    bubbles: true,
    cancelable: true,
  })
  if (document.activeElement?.dispatchEvent(key)) document.execCommand(action)
}
