import type { ReactElement, ReactNode } from 'react'
import { SectionHead } from '../../ui/SectionHead.tsx'
import styles from './Section.module.css'

export interface SectionProps {
  readonly title: string
  /** What can be done to it, at the right of its head. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A section of the detail pane. */
export function Section({ title, actions, children }: SectionProps): ReactElement {
  return (
    <section className={styles.section} aria-label={title}>
      <SectionHead title={title}>{actions}</SectionHead>
      {children}
    </section>
  )
}

export interface LineProps {
  readonly label: ReactNode
  readonly children: ReactNode
}

/** A label and what stands beside it. */
export function Line({ label, children }: LineProps): ReactElement {
  return (
    <div className={styles.line}>
      <div className={styles.label}>{label}</div>
      <div className={styles.value}>{children}</div>
    </div>
  )
}

/** What a section says while it holds nothing. */
export function Nothing({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className={styles.nothing}>{children}</p>
}
