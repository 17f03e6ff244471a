import { useState, type ReactElement } from 'react'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RecordButton } from '../records/RecordButton.tsx'
import styles from './Review.module.css'
import { ReviewParts } from './ReviewScreen.tsx'
import type { PairSide } from '../../../shared/analysis.ts'

const pageSize = 200

/** The pairs that look alike and do not compare, with the reason: knowing that is half the work. */
export function NotComparableScreen(): ReactElement {
  const [end, setEnd] = useState(pageSize)
  const { data } = useCall('analysis.notComparable', { start: 0, end }, { keepPrevious: true })
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <ReviewParts value="not-comparable" />
      </div>
      {data?.rows.length === 0 && (
        <EmptyState title="Nothing to tell apart">
          Figures of one subject that differ in category, kind, place or time only are listed here, each with the reason
          why it does not contradict the other.
        </EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <section className={styles.scroll} aria-label="Pairs that do not compare">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Claims</th>
                <th scope="col">Figures</th>
                <th scope="col">Differ in</th>
                <th scope="col">Why they do not compare</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map(({ left, right, obstacle, reason }, at) => (
                // Pairs have no name of their own, and their order is that of the list.
                <tr key={at}>
                  <td className={styles.nowrap}>
                    <Ref side={left} /> · <Ref side={right} />
                  </td>
                  <td>
                    {left.value} <span className={styles.muted}>and</span> {right.value}
                  </td>
                  <td className={styles.nowrap}>{obstacle}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {!data.isWhole && (
            <p className={styles.more}>
              <Button onClick={() => setEnd(end + pageSize)}>Show more</Button>
            </p>
          )}
        </section>
      )}
    </div>
  )
}

const Ref = ({ side }: { readonly side: PairSide }): ReactElement => (
  <RecordButton to={{ kind: side.kind, id: side.id }} title={side.text}>
    {side.ref}
  </RecordButton>
)
