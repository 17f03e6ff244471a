import type { ReactElement } from 'react'
import { historyKinds, type FieldChange } from '../../../shared/history.ts'
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
          ? 'The rows that came in are not listed one by one: look under Imports.'
          : 'What it changed is no longer kept, or it changed nothing that is shown.'}
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
        {fields.map(({ entity, id, field, before, after }) => (
          <tr key={`${id} ${field}`}>
            <th scope="row">{nameOf(entity, field)}</th>
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

const nameOf = (entity: string, field: string): string => {
  const name = field === 'trashed' ? 'in the trash since' : field.replaceAll('_', ' ')
  const isOwn = (historyKinds as readonly string[]).includes(entity)
  return isOwn ? name : `${partNames[entity] ?? entity.replaceAll('_', ' ')}: ${name}`
}

const partNames: Readonly<Record<string, string>> = {
  measure: 'number',
  carriage: 'carrier',
  rating: 'grade',
  case_info: 'case',
}
