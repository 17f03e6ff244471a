import type { ReactElement, ReactNode } from 'react'
import styles from './SectionHead.module.css'

/** The head of a section of a pane, with what can be done to it at the right. */
export function SectionHead({
  title,
  id,
  children,
}: {
  readonly title: string
  /** By which what stands below can be named. */
  readonly id?: string
  readonly children?: ReactNode
}): ReactElement {
  return (
    <div className={styles.head}>
      <h3 className={styles.title} id={id}>
        {title}
      </h3>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
