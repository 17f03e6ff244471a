import type { ReactElement } from 'react'
import type { FieldChange } from '../../../shared/history.ts'
import styles from './HistoryScreen.module.css'

interface FieldTableProps {
  readonly fields: readonly FieldChange[]
  /** There are more. */
  readonly isCut?: boolean
  readonly isImport?: boolean
}

/** What changed, old and new side by side. */
export function FieldTable({ fields, isCut = false, isImport = false }: FieldTableProps): ReactElement {
  if (fields.length === 0)
    return (
      <p className={styles.muted}>
        {isImport
          ? 'The rows that came in are not listed one by one here.'
          : 'It changed nothing that is told field by field: an order, or what was purged with the trash since.'}
      </p>
    )
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ id, field, before, after }) => (
          <tr key={`${id} ${field}`}>
            <th scope="row">{field}</th>
            <td>{before ?? '–'}</td>
            <td>{after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
      {isCut && (
        <tfoot>
          <tr>
            <td colSpan={3} className={styles.muted}>
              The first {fields.length} are shown.
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
