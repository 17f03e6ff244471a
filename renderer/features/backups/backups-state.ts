import { create } from 'zustand'

/** `restoring`: the case is closed for it, and the dialog says so until it is open again. */
export type BackupsStage = 'closed' | 'list' | 'restoring'

interface BackupsState {
  readonly stage: BackupsStage
  /** The ticket of a case that is not open; null: the open one. */
  readonly of: string | null
}

/** Whether the dialog of backups is open. */
export const useBackups = create<BackupsState>(() => ({ stage: 'closed', of: null }))

export const setBackupsStage = (stage: BackupsStage): void => useBackups.setState({ stage })

/** Opens the dialog of backups, from anywhere in the window. */
export const openBackups = (): void => useBackups.setState({ stage: 'list', of: null })

/** The same for a case that is not open: one that cannot be opened has its backups all the same. */
export const openBackupsOf = (ticket: string): void => useBackups.setState({ stage: 'list', of: ticket })

/** When another case is shown; one that is being restored goes on. */
export const closeBackups = (): void => {
  if (useBackups.getState().stage === 'list') setBackupsStage('closed')
}
