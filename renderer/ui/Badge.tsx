import type { ReactElement, ReactNode } from 'react'
import styles from './Badge.module.css'

export interface BadgeProps {
  readonly children: ReactNode
  /** `look`: amber, needs a look. */
  readonly tone?: 'plain' | 'look'
  readonly title?: string
}

/** A word or a figure that stands out. */
export function Badge({ children, tone = 'plain', title }: BadgeProps): ReactElement {
  return (
    <span className={styles[tone]} title={title}>
      {children}
    </span>
  )
}
