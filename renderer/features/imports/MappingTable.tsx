import type { ReactElement } from 'react'
import type { ImportField, ImportKind, Inspection, Mapping } from '../../../shared/import.ts'
import { fieldName, fieldsOf, requiredField } from './import-fields.ts'
import styles from './ImportDialog.module.css'

interface MappingTableProps {
  readonly file: Inspection
  readonly kind: ImportKind
  readonly mapping: Mapping
  readonly twice: ReadonlySet<ImportField>
  readonly onMap: (column: number, field: ImportField | null) => void
}

/** The first rows of the file; above each column the field that it fills. */
export function MappingTable({ file, kind, mapping, twice, onMap }: MappingTableProps): ReactElement {
  return (
    <section className={styles.scroll} tabIndex={0} aria-label="The first rows of the file">
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.line} scope="col">
              <span className="visually-hidden">Row</span>
            </th>
            {file.header.map((name, column) => (
              <ColumnHead
                key={column}
                name={name || `column ${column + 1}`}
                kind={kind}
                field={mapping[column] ?? null}
                isTwice={twice.has(mapping[column] ?? 'ref') && mapping[column] !== null}
                onMap={(field) => onMap(column, field)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {file.preview.map((row, at) => (
            <tr key={at}>
              <td className={styles.line}>{at + 1}</td>
              {file.header.map((_, column) => (
                <td key={column} className={mapping[column] ? undefined : styles.out} title={row[column]}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ColumnHeadProps {
  readonly name: string
  readonly kind: ImportKind
  readonly field: ImportField | null
  readonly isTwice: boolean
  readonly onMap: (field: ImportField | null) => void
}

function ColumnHead({ name, kind, field, isTwice, onMap }: ColumnHeadProps): ReactElement {
  const look = isTwice ? styles.twice : field === null ? styles.left : styles.field
  return (
    <th scope="col">
      <span className={styles.name} title={name}>
        {name}
      </span>
      <select
        className={look}
        aria-label={`Field for the column ${name}`}
        aria-invalid={isTwice}
        value={field ?? ''}
        onChange={(event) => onMap(fieldsOf[kind].find((known) => known === event.currentTarget.value) ?? null)}
      >
        <option value="">left out</option>
        {fieldsOf[kind].map((known) => (
          <option key={known} value={known}>
            {fieldName(known)}
            {known === requiredField[kind] ? ' (needed)' : ''}
          </option>
        ))}
      </select>
    </th>
  )
}
