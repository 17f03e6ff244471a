import type { BackupReason } from '../../../shared/backup.ts'
import type { Result } from '../../../shared/result.ts'

/** What the program of the backups is told by its argument. */
export type BackupRequest =
  | {
      readonly type: 'make'
      readonly casePath: string
      readonly reason: BackupReason
      /** Makes none where the newest has all that the case has. */
      readonly onlyIfBehind: boolean
    }
  | { readonly type: 'restore'; readonly casePath: string; readonly backupPath: string }

/** A running program: what it answers, and how to end it. */
export interface BackupProgram {
  readonly answer: Promise<Result<unknown>>
  readonly end: () => void
}

export type StartProgram = (request: BackupRequest) => BackupProgram
