import type { ReactElement } from 'react'
import type { RowVerdict } from '../../../shared/import.ts'
import styles from './VerdictBadge.module.css'

interface VerdictBadgeProps extends Pick<RowVerdict, 'verdict' | 'action'> {
  readonly isFlagged: boolean
}

const did: Readonly<Record<RowVerdict['action'], string>> = {
  add: 'comes in as a new record',
  update: 'updates its record',
  skip: 'does not come in',
}

/** What a row is to the case; struck out where nothing of it comes in that might. */
export function VerdictBadge({ verdict, action, isFlagged }: VerdictBadgeProps): ReactElement {
  const isLost = verdict === 'rejected' || (verdict === 'conflict' && action === 'skip')
  const isLook = verdict === 'conflict' || verdict === 'changed' || isFlagged
  const tone = isLost ? styles.lost : isLook ? styles.look : styles.plain
  return (
    <span className={tone} title={`${verdict}: ${did[action]}`}>
      {verdict}
    </span>
  )
}
