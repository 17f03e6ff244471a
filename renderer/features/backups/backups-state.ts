import { create } from 'zustand'

/** `restoring`: the case is closed for it, and the dialog says so until it is open again. */
export type BackupsStage = 'closed' | 'list' | 'restoring'

interface BackupsState {
  readonly stage: BackupsStage
}

/** Whether the dialog of backups is open. */
export const useBackups = create<BackupsState>(() => ({ stage: 'closed' }))

export const setBackupsStage = (stage: BackupsStage): void => useBackups.setState({ stage })

/** Opens the dialog of backups, from anywhere in the window. */
export const openBackups = (): void => setBackupsStage('list')

/** When another case is shown; one that is being restored goes on. */
export const closeBackups = (): void => {
  if (useBackups.getState().stage === 'list') setBackupsStage('closed')
}
