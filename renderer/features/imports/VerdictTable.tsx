import { useState, type ReactElement } from 'react'
import type { BatchSummary, RowVerdict } from '../../../shared/import.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import { Differences, Reasons } from './Differences.tsx'
import styles from './ImportResult.module.css'
import { VerdictBadge } from './VerdictBadge.tsx'

const portion = 100

/** The rows that did not come in, that changed a record, or that came in with something to look at, as they stood in the file. */
export function VerdictTable({ batch }: { readonly batch: BatchSummary }): ReactElement {
  const [end, setEnd] = useState(portion)
  const { data } = useCall('imports.verdicts', { batch: batch.id, start: 0, end }, { keepPrevious: true })
  const rows = data?.rows ?? []
  const left = (data?.total ?? 0) - rows.length
  if (data?.total === 0) return <p className={styles.words}>{nothingOdd(batch)}</p>
  return (
    <Table label="Rows that are worth a look" look="framed" columns={columns} rows={rows} keyOf={({ line }) => line}>
      {left > 0 && (
        <div className={styles.more}>
          <Button size="small" onClick={() => setEnd(end + portion)}>
            Show {Math.min(portion, left).toLocaleString('en-GB')} more of {left.toLocaleString('en-GB')}
          </Button>
        </div>
      )}
    </Table>
  )
}

function nothingOdd({ rows, added, updated, same }: BatchSummary): string {
  const left = rows - added - updated - same
  if (left <= 0) return 'Every row came in as it stands in the file, or was in the case already.'
  return `${left.toLocaleString('en-GB')} ${left === 1 ? 'row was' : 'rows were'} left out, as was chosen. Every other came in as it stands in the file, or was in the case already.`
}

const columns: readonly Column<RowVerdict>[] = [
  { head: 'Line', look: ['number', 'quiet'], cell: ({ line }) => line },
  {
    head: 'Verdict',
    cell: ({ verdict, action, reasons }) => (
      <VerdictBadge verdict={verdict} action={action} isFlagged={reasons.length > 0} />
    ),
  },
  {
    head: 'Why, and the row as it stood in the file',
    cell: (row) => (
      <>
        <div className={styles.tellings}>
          <Differences {...row} />
          <Reasons reasons={row.reasons} />
        </div>
        <p className={styles.raw}>{row.raw.join(' | ')}</p>
      </>
    ),
  },
]
