import type { ReactElement } from 'react'
import { useOpenCase } from '../../data/use-case.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { CaseDialog } from './CaseDialog.tsx'
import { PreferencesDialog } from './PreferencesDialog.tsx'
import { openSettings, useSettings } from './settings-state.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

export { openSettings, type SettingsDialog } from './settings-state.ts'

/** Mounted once by the frame: preferences, case settings, shortcuts, about. */
export function SettingsHost(): ReactElement | null {
  const dialog = useSettings((state) => state.dialog)
  const open = useOpenCase()
  useAskedDraft(
    ({ form }) => form === 'case',
    () => openSettings('case'),
  )
  if (dialog === 'preferences') return <PreferencesDialog />
  if (dialog === 'shortcuts') return <ShortcutsDialog />
  if (dialog === 'about') return <AboutDialog />
  return dialog === 'case' && open ? <CaseDialog open={open} /> : null
}
