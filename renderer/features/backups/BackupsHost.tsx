import type { ReactElement } from 'react'
import { useOpenCase } from '../../data/use-case.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { BackupsDialog } from './BackupsDialog.tsx'
import styles from './Backups.module.css'
import { useBackups } from './backups-state.ts'
import { useBackupNotices } from './use-backup-notices.ts'

/** Mounted once by the window: the dialog of backups, and what is to be said of them. */
export function BackupsHost(): ReactElement | null {
  const { stage, of } = useBackups()
  const open = useOpenCase()
  useBackupNotices()
  if (stage === 'restoring') return <Restoring />
  return stage === 'list' && (open || of !== null) ? <BackupsDialog open={open ?? null} of={of} /> : null
}

/** The case is closed meanwhile: there is nothing to go back to until it is done. */
function Restoring(): ReactElement {
  return (
    <Dialog isOpen title="Restoring…" width={440} onClose={() => undefined}>
      <p className={styles.words} role="status">
        The backup is checked, the present file set aside, and the backup put in its place.
      </p>
    </Dialog>
  )
}
