import { Lock, Tick } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import { run } from '../data/queries.ts'
import { useOpenCase } from '../data/use-case.ts'
import { backToCase } from '../features/backups/backup-actions.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { DamageActions } from './DamageActions.tsx'
import styles from './ReadOnlyBanner.module.css'

/** Says why the case cannot be edited, and what to do about it. */
export function ReadOnlyBanner(): ReactElement | null {
  const open = useOpenCase()
  if (!open) return null
  if (open.readOnly === null) return open.notice === null ? null : <Notice key={open.notice} words={open.notice} />
  return (
    <div className={styles.banner} role="status">
      <Lock aria-hidden />
      <span className={styles.words}>
        <strong>Read-only.</strong> {open.readOnly}
      </span>
      {open.backupOf === null && open.damage === null && (
        <Button size="small" onClick={() => void tryAgain()}>
          Try again
        </Button>
      )}
      {open.backupOf !== null && (
        <Button size="small" onClick={() => void backToCase()}>
          Back to the case
        </Button>
      )}
      {open.damage !== null && <DamageActions offer={open.damage} />}
      <Button size="small" onClick={() => void run('case.saveCopy')}>
        Save a copy…
      </Button>
    </div>
  )
}

/** What kept the case from being written may be gone: a window that was closed, a right that was given. */
async function tryAgain(): Promise<void> {
  const open = await run('case.reopen')
  if (open?.readOnly) toast({ message: `It can still only be read. ${open.readOnly}`, intent: 'warning' })
}

/** Says what opening the case did, until it is read. */
function Notice({ words }: { readonly words: string }): ReactElement | null {
  const [isRead, setRead] = useState(false)
  if (isRead) return null
  return (
    <div className={styles.banner} role="status">
      <Tick aria-hidden />
      <span className={styles.words}>
        <strong>Repaired.</strong> {words}
      </span>
      <Button size="small" onClick={() => setRead(true)}>
        Close
      </Button>
    </div>
  )
}
