import type { ReactElement, ReactNode } from 'react'
import styles from './RowActions.module.css'

/** What can be done with one line of a menu; shown while the line has the mouse or the focus. Keys do the same. */
export function RowActions({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className={styles.actions}>{children}</span>
}

export interface RowActionProps {
  readonly label: string
  readonly icon: ReactElement
  readonly onClick: () => void
}

/** One of them; the line itself is not picked by it. */
export function RowAction({ label, icon, onClick }: RowActionProps): ReactElement {
  return (
    <span
      role="presentation"
      title={label}
      className={styles.action}
      onClick={(event) => {
        event.stopPropagation()
        event.preventDefault()
        onClick()
      }}
    >
      {icon}
    </span>
  )
}
