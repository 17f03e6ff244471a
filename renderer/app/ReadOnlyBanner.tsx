import { Lock } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { run } from '../data/queries.ts'
import { useReadOnly } from '../data/use-case.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ReadOnlyBanner.module.css'

/** Says why the case cannot be edited, and what to do about it. */
export function ReadOnlyBanner(): ReactElement | null {
  const reason = useReadOnly()
  if (reason === null) return null
  return (
    <div className={styles.banner} role="status">
      <Lock aria-hidden />
      <span className={styles.words}>
        <strong>Read-only.</strong> {reason}
      </span>
      <Button size="small" onClick={() => void run('case.saveCopy')}>
        Save a copy…
      </Button>
    </div>
  )
}
