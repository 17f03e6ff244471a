import type { ReactElement } from 'react'
import { onDuplicates, type OnDuplicate, type PreviewRow } from '../../../shared/import.ts'
import styles from './ImportDialog.module.css'

interface RowDecisionProps {
  readonly row: PreviewRow
  readonly onDecide: (decision: OnDuplicate | null) => void
}

const words: Readonly<Record<OnDuplicate, string>> = {
  skip: 'leave the row out',
  update: 'update the record',
  add: 'add it as a new record',
}

/** What is to become of one row whose record the case has. */
export function RowDecision({ row, onDecide }: RowDecisionProps): ReactElement | null {
  const { line, verdict, action, record } = row
  if (verdict !== 'changed' && verdict !== 'conflict' && verdict !== 'same') return null
  // What record would be updated is not known where there may be several, or another row has it.
  const possible = onDuplicates.filter((one) => one !== 'update' || record !== null)
  return (
    <select
      className={styles.choice}
      aria-label={`What becomes of line ${line}`}
      value={action}
      onChange={({ currentTarget }) => onDecide(possible.find((one) => one === currentTarget.value) ?? null)}
    >
      {possible.map((one) => (
        <option key={one} value={one}>
          {words[one]}
        </option>
      ))}
    </select>
  )
}
