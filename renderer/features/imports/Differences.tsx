import type { ReactElement } from 'react'
import type { PreviewRow } from '../../../shared/import.ts'
import styles from './Differences.module.css'
import { nameOfDifference } from './import-fields.ts'

type DifferencesProps = Pick<PreviewRow, 'record' | 'differences' | 'action'>

/** What a row would change in its record, or changed: each field with what stood there and what the row says. */
export function Differences({ record, differences, action }: DifferencesProps): ReactElement | null {
  if (differences.length === 0) return null
  return (
    <>
      {record !== null && (
        <span className={styles.record}>
          {record}
          {action !== 'update' && ' stays as it is'}
        </span>
      )}
      {differences.map(({ field, old, new: next }) => (
        <span key={field} className={styles.difference}>
          <span className={styles.field}>{nameOfDifference(field)}: </span>
          <del className={styles.old}>{old ?? 'not set'}</del> <span className={styles.arrow}>→</span>{' '}
          <ins className={styles.new}>{next ?? 'not set'}</ins>
        </span>
      ))}
    </>
  )
}

/** Why a row is worth a look, each reason with the column of the file that it is about. */
export function Reasons({ reasons }: Pick<PreviewRow, 'reasons'>): ReactElement {
  return (
    <>
      {reasons.map(({ column, message }, at) => (
        <span key={at} className={styles.difference}>
          {column !== null && <span className={styles.field}>{column}: </span>}
          {message}
        </span>
      ))}
    </>
  )
}
