import { create } from 'zustand'

export type SettingsDialog = 'preferences' | 'case' | 'shortcuts' | 'about'

interface SettingsState {
  readonly dialog: SettingsDialog | null
}

/** Which of the settings dialogs is open. */
export const useSettings = create<SettingsState>(() => ({ dialog: null }))

/** Opens one of the settings dialogs, from anywhere in the window. */
export const openSettings = (dialog: SettingsDialog): void => useSettings.setState({ dialog })
export const closeSettings = (): void => useSettings.setState({ dialog: null })
