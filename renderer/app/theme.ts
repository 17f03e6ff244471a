import { Classes } from '@blueprintjs/core'
import { useEffect, useSyncExternalStore } from 'react'
import { useCall } from '../data/queries.ts'

export type Theme = 'light' | 'dark'

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
const subscribe = (listener: () => void): (() => void) => {
  darkSystem.addEventListener('change', listener)
  return () => darkSystem.removeEventListener('change', listener)
}

/** Puts a theme on the page; Blueprint's menus and dialogs hang on the body, so they need their class there. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
  document.body.classList.toggle(Classes.DARK, theme === 'dark')
}

/** Before the preferences are known: what the system says, which main has already set by the preference. */
export const showSystemTheme = (): void => showTheme(darkSystem.matches ? 'dark' : 'light')

/** Follows the preference, and the system where the preference says so. */
export function useTheme(): Theme {
  const isDarkSystem = useSyncExternalStore(subscribe, () => darkSystem.matches)
  const preference = useCall('preferences.get').data?.theme ?? 'system'
  const theme = preference === 'system' ? (isDarkSystem ? 'dark' : 'light') : preference
  useEffect(() => showTheme(theme), [theme])
  return theme
}
