import type { ReactElement } from 'react'
import styles from './KeyHint.module.css'

const isMac = navigator.platform.startsWith('Mac')

/** "Mod+Shift+Z" as the keyboard of this machine says it. */
export const keysInWords = (keys: string): string =>
  keys.replace('Mod', isMac ? '⌘' : 'Ctrl').replace('Shift', isMac ? '⇧' : 'Shift')

/** The keys that do the same. */
export function KeyHint({ keys }: { readonly keys: string }): ReactElement {
  return <kbd className={styles.keys}>{keysInWords(keys).replaceAll('+', isMac ? '' : ' ')}</kbd>
}
