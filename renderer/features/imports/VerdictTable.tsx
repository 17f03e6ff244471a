import { useState, type ReactElement } from 'react'
import type { BatchSummary, RowVerdict } from '../../../shared/import.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
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
    <section className={styles.scroll} tabIndex={0} aria-label="Rows that are worth a look">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Verdict</th>
            <th scope="col">Why, and the row as it stood in the file</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Verdict key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div className={styles.more}>
          <Button size="small" onClick={() => setEnd(end + portion)}>
            Show {Math.min(portion, left).toLocaleString('en-GB')} more of {left.toLocaleString('en-GB')}
          </Button>
        </div>
      )}
    </section>
  )
}

function nothingOdd({ rows, added, updated, same }: BatchSummary): string {
  const left = rows - added - updated - same
  if (left <= 0) return 'Every row came in as it stands in the file, or was in the case already.'
  return `${left.toLocaleString('en-GB')} ${left === 1 ? 'row was' : 'rows were'} left out, as was chosen. Every other came in as it stands in the file, or was in the case already.`
}

function Verdict({ row }: { readonly row: RowVerdict }): ReactElement {
  const { line, verdict, action, reasons, raw } = row
  return (
    <tr>
      <td className={styles.line}>{line}</td>
      <td>
        <VerdictBadge verdict={verdict} action={action} isFlagged={reasons.length > 0} />
      </td>
      <td>
        <div className={styles.tellings}>
          <Differences {...row} />
          <Reasons reasons={reasons} />
        </div>
        <p className={styles.raw}>{raw.join(' | ')}</p>
      </td>
    </tr>
  )
}
