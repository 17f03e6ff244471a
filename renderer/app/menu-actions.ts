import { useEffect } from 'react'
import type { MenuAction } from '../../shared/contract.ts'
import { onPush } from '../data/invalidation.ts'
import { runCommand } from './commands.ts'
import { takesText } from './shortcuts.ts'

/** Which command each item of the native menu runs. */
const commandOf: Readonly<Record<MenuAction, string>> = {
  'new-claim': 'claims.add',
  import: 'import',
  find: 'find',
  palette: 'palette',
  report: 'go-report',
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
        const isText = (action === 'undo' || action === 'redo') && takesText(document.activeElement)
        if (isText) document.execCommand(action)
        else runCommand(commandOf[action])
      }),
    [],
  )
}
