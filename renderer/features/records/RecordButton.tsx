import type { ReactElement, ReactNode } from 'react'
import type { RecordTarget } from './entities.ts'
import { openRecord } from './open-record.ts'
import styles from './RecordButton.module.css'

export interface RecordButtonProps {
  readonly to: RecordTarget
  readonly children: ReactNode
  readonly title?: string
}

/** A name that opens its record. */
export function RecordButton({ to, children, title }: RecordButtonProps): ReactElement {
  return (
    <button type="button" className={styles.link} title={title} onClick={() => openRecord(to)}>
      {children}
    </button>
  )
}
