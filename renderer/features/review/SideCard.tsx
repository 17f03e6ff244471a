import type { ReactElement } from 'react'
import type { PairSide } from '../../../shared/analysis.ts'
import { RecordButton } from '../records/RecordButton.tsx'
import styles from './Review.module.css'

/** One side of a pair: its figure first, then who said it and in which words. */
export function SideCard({ side }: { readonly side: PairSide }): ReactElement {
  return (
    <article className={styles.side} aria-label={side.ref}>
      <header className={styles.sideHead}>
        <RecordButton to={{ kind: side.kind, id: side.id }} title={side.text}>
          {side.ref}
        </RecordButton>
        <span className={styles.muted}>{side.said}</span>
      </header>
      {side.value !== null && <p className={styles.value}>{side.value}</p>}
      <p className={styles.text}>{side.text}</p>
    </article>
  )
}
