import { Lock } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { run } from '../data/queries.ts'
import { useOpenCase } from '../data/use-case.ts'
import { backToCase } from '../features/backups/backup-actions.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ReadOnlyBanner.module.css'

/** Says why the case cannot be edited, and what to do about it. */
export function ReadOnlyBanner(): ReactElement | null {
  const open = useOpenCase()
  if (!open || open.readOnly === null) return null
  return (
    <div className={styles.banner} role="status">
      <Lock aria-hidden />
      <span className={styles.words}>
        <strong>Read-only.</strong> {open.readOnly}
      </span>
      {open.backupOf !== null && (
        <Button size="small" onClick={() => void backToCase()}>
          Back to the case
        </Button>
      )}
      <Button size="small" onClick={() => void run('case.saveCopy')}>
        Save a copy…
      </Button>
    </div>
  )
}
