import { useState, type ReactElement } from 'react'
import type { Comparison, PairSide } from '../../../shared/analysis.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import { RecordButton } from '../records/RecordButton.tsx'
import styles from './Review.module.css'
import { ReviewParts } from './ReviewScreen.tsx'

const pageSize = 200

const columns: readonly Column<Comparison>[] = [
  {
    head: 'Claims',
    look: ['oneLine'],
    cell: ({ left, right }) => (
      <>
        <Ref side={left} /> · <Ref side={right} />
      </>
    ),
  },
  {
    head: 'Figures',
    cell: ({ left, right }) => (
      <>
        {left.value} <span className={styles.muted}>and</span> {right.value}
      </>
    ),
  },
  { head: 'Differ in', look: ['oneLine'], cell: ({ obstacle }) => obstacle },
  { head: 'Why they do not compare', cell: ({ reason }) => reason },
]

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
        <Table
          label="Pairs that do not compare"
          look="full"
          columns={columns}
          rows={data.rows}
          // Pairs have no name of their own, and their order is that of the list.
          keyOf={(_, at) => at}
          takesFocus={false}
        >
          {!data.isWhole && (
            <p className={styles.more}>
              <Button onClick={() => setEnd(end + pageSize)}>Show more</Button>
            </p>
          )}
        </Table>
      )}
    </div>
  )
}

const Ref = ({ side }: { readonly side: PairSide }): ReactElement => (
  <RecordButton to={{ kind: side.kind, id: side.id }} title={side.text}>
    {side.ref}
  </RecordButton>
)
