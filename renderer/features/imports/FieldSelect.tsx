import type { ReactElement } from 'react'
import { listFields, type ImportField, type ImportKind } from '../../../shared/import-lists.ts'
import styles from './PlanTable.module.css'
import { fieldName, isRequired } from './import-fields.ts'

interface FieldSelectProps {
  readonly kind: ImportKind
  readonly value: ImportField | null
  readonly label: string
  readonly none?: string
  readonly onChange: (field: ImportField | null) => void
}

/** A field of a kind of list, or none. */
export function FieldSelect({ kind, value, label, none = 'left out', onChange }: FieldSelectProps): ReactElement {
  const fields: readonly ImportField[] = listFields[kind]
  return (
    <select
      className={value === null ? styles.left : styles.field}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(fields.find((known) => known === event.currentTarget.value) ?? null)}
    >
      <option value="">{none}</option>
      {fields.map((known) => (
        <option key={known} value={known}>
          {fieldName(known)}
          {known !== value && isRequired(kind, known) ? ' (needed)' : ''}
        </option>
      ))}
    </select>
  )
}
