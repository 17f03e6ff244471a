import { useState, type ReactElement } from 'react'
import type { BatchSummary, RowVerdict } from '../../../shared/import.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './ImportResult.module.css'

const portion = 100

/** The rows that did not come in, and those that came in with something to look at, as they stood in the file. */
export function VerdictTable({ batch }: { readonly batch: BatchSummary }): ReactElement {
  const [end, setEnd] = useState(portion)
  const { data } = useCall('imports.verdicts', { batch: batch.id, start: 0, end }, { keepPrevious: true })
  const rows = data?.rows ?? []
  const left = (data?.total ?? 0) - rows.length
  return (
    <section className={styles.scroll} tabIndex={0} aria-label="Rows that were flagged or rejected">
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

function Verdict({ row: { line, verdict, reasons, raw } }: { readonly row: RowVerdict }): ReactElement {
  return (
    <tr>
      <td className={styles.line}>{line}</td>
      <td className={verdict === 'rejected' ? styles.lost : styles.look}>{verdict}</td>
      <td>
        {reasons.map(({ column, message }, at) => (
          <p key={at} className={styles.reason}>
            {column !== null && <span className={styles.column}>{column}: </span>}
            {message}
          </p>
        ))}
        <p className={styles.raw}>{raw.join(' | ')}</p>
      </td>
    </tr>
  )
}
