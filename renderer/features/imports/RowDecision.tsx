import type { ReactElement } from 'react'
import type { OnDuplicate, PreviewRow } from '../../../shared/import.ts'
import { assertNever } from '../../../shared/result.ts'
import styles from './PlanTable.module.css'

interface RowDecisionProps {
  readonly row: PreviewRow
  readonly action: OnDuplicate
  readonly onDecide: (decision: OnDuplicate) => void
}

const words: Readonly<Record<OnDuplicate, string>> = { skip: 'leave out', update: 'update', add: 'add' }

/** What can become of a row: there is nothing to choose where it gives no record. */
function possible({ verdict, record }: PreviewRow): readonly OnDuplicate[] {
  switch (verdict) {
    case 'new':
      return ['add', 'skip']
    case 'changed':
      return ['update', 'skip', 'add']
    case 'same':
      return ['skip', 'add']
    case 'conflict':
      // What record would be updated is not known where there may be several, or another row has it.
      return record === null ? ['skip', 'add'] : ['skip', 'update', 'add']
    case 'rejected':
    case 'left out':
      return []
    default:
      return assertNever(verdict)
  }
}

/** What becomes of a row by a decision that its preview may not show yet; one that it no longer leaves open is void. */
export const actionBy = (row: PreviewRow, decision: OnDuplicate | undefined): OnDuplicate =>
  decision !== undefined && possible(row).includes(decision) ? decision : row.action

/** What is to become of one row. */
export function RowDecision({ row, action, onDecide }: RowDecisionProps): ReactElement {
  const choices = possible(row)
  if (choices.length === 0) return <span className={styles.none}>{words.skip}</span>
  return (
    <select
      className={styles.decision}
      aria-label={`What becomes of line ${row.line}`}
      value={action}
      onChange={({ currentTarget }) => {
        const chosen = choices.find((one) => one === currentTarget.value)
        if (chosen) onDecide(chosen)
      }}
    >
      {choices.map((one) => (
        <option key={one} value={one}>
          {words[one]}
        </option>
      ))}
    </select>
  )
}
