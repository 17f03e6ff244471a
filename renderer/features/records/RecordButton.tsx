import type { ReactElement, ReactNode } from 'react'
import type { RecordLink } from '../../../shared/ids.ts'
import type { RecordTarget } from './entities.ts'
import { openRecord } from './open-record.ts'
import { draggableRecord } from './record-drag.ts'
import styles from './RecordButton.module.css'

export interface RecordButtonProps {
  /** By its name, too, it can be dragged onto the relations of another record, if it is one that has relations. */
  readonly to: RecordTarget | RecordLink
  readonly children: ReactNode
  readonly title?: string
}

const related: ReadonlySet<RecordLink['kind']> = new Set(['claim', 'event', 'document'])

/** A name that opens its record. */
export function RecordButton({ to, children, title }: RecordButtonProps): ReactElement {
  const drag = 'label' in to && related.has(to.kind) ? draggableRecord(to) : {}
  return (
    <button type="button" className={styles.link} title={title} onClick={() => openRecord(to)} {...drag}>
      {children}
    </button>
  )
}
