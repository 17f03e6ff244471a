import type { ReactElement } from 'react'
import { reasonWords, sizeInWords, type BackupEntry } from '../../../shared/backup.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { backupTime, restoreBackup } from './backup-actions.ts'
import styles from './Backups.module.css'

export type Confirmed = 'restore' | 'remove'

interface ConfirmBackupProps {
  readonly what: Confirmed
  readonly backup: BackupEntry
  readonly caseName: string
  readonly onBack: () => void
}

/** Asks before a backup takes the place of the case, or goes, and says what becomes of what. */
export function ConfirmBackup({ what, backup, caseName, onBack }: ConfirmBackupProps): ReactElement {
  const isRestore = what === 'restore'
  const act = (): void => {
    if (isRestore) void restoreBackup(backup, caseName)
    else void run('backups.remove', { ticket: backup.ticket }).then(onBack)
  }
  return (
    <Dialog
      isOpen
      title={isRestore ? 'Restore this backup?' : 'Delete this backup?'}
      width={520}
      onClose={onBack}
      actions={
        <>
          <Button autoFocus onClick={onBack}>
            Cancel
          </Button>
          <Button look={isRestore ? 'primary' : 'danger'} onClick={act}>
            {isRestore ? 'Restore' : 'Delete'}
          </Button>
        </>
      }
    >
      <p className={styles.asked}>
        <strong>{backupTime(backup.at)}</strong>, made {reasonWords[backup.reason]}, {sizeInWords(backup.bytes)}
      </p>
      {isRestore ? (
        <p>
          The backup is checked and takes the place of {caseName}. The present file is not overwritten: it is set aside
          in the same folder as {asideName(caseName)}, with all that was changed since, and can be opened like any case.
        </p>
      ) : (
        <p>The file is deleted for good. The case and its other backups stay as they are.</p>
      )}
    </Dialog>
  )
}

const asideName = (caseName: string): string => `${caseName.replace(/\.parallax$/i, '')}.set-aside-DATE-TIME.parallax`
