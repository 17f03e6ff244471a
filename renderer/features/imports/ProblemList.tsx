import type { ReactElement } from 'react'
import type { ImportProblem } from '../../../shared/import.ts'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from './ImportDialog.module.css'

/** What is odd in the file, by line and column. */
export function ProblemList({ problems }: { readonly problems: readonly ImportProblem[] }): ReactElement | null {
  if (problems.length === 0) return null
  return (
    <section className={styles.problems}>
      <SectionHead title={`Worth a look in the first rows: ${problems.length}`} />
      <ul className={styles.list}>
        {problems.map(({ line, column, message }, at) => (
          <li key={at} className={styles.problem}>
            <span className={styles.where}>line {line}</span>
            <span className={styles.where} title={column ?? ''}>
              {column ?? 'the whole row'}
            </span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
