import type { ReactElement } from 'react'
import type { Finding } from '../../../shared/analysis.ts'
import { Button } from '../../ui/Button.tsx'
import { relationInWords } from './words.ts'
import styles from './Review.module.css'

interface ReviewListProps {
  readonly findings: readonly Finding[]
  readonly total: number
  readonly chosen: number
  readonly onChoose: (at: number) => void
  readonly onMore: (() => void) | null
}

/** The pairs to go through; which one is chosen is told to those who hear the list. */
export function ReviewList({ findings, total, chosen, onChoose, onMore }: ReviewListProps): ReactElement {
  return (
    <div className={styles.list}>
      <ol
        className={styles.items}
        role="listbox"
        aria-label="Pairs"
        tabIndex={0}
        aria-activedescendant={findings.length > 0 ? `pair-${chosen}` : undefined}
      >
        {findings.map((finding, at) => (
          <li
            key={finding.key}
            id={`pair-${at}`}
            role="option"
            aria-selected={at === chosen}
            className={at === chosen ? styles.chosen : styles.item}
            onClick={() => onChoose(at)}
          >
            <span className={styles.kind}>{relationInWords[finding.type]}</span>
            <span className={styles.refs}>
              {finding.left.ref} · {finding.right.ref}
            </span>
            <span className={styles.short}>{finding.reason}</span>
          </li>
        ))}
      </ol>
      {onMore && (
        <p className={styles.more}>
          {findings.length.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}{' '}
          <Button size="small" onClick={onMore}>
            Show more
          </Button>
        </p>
      )}
    </div>
  )
}
