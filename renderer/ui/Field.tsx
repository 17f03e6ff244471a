import { useId, type ReactElement, type ReactNode } from 'react'
import styles from './Field.module.css'

export interface FieldProps {
  readonly label: string
  /** What goes here, below the control. */
  readonly help?: ReactNode
  /** Why what stands here cannot be taken. */
  readonly error?: string | null
  readonly isOptional?: boolean
  /** Gets the id that ties the label and the message to the control. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string }) => ReactNode
}

/** A labelled control of a form, with help and error below it. */
export function Field({ label, help, error, isOptional = false, children }: FieldProps): ReactElement {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isOptional && <span className={styles.optional}> optional</span>}
      </label>
      {children({ id, 'aria-describedby': note })}
      <div id={note} className={error ? styles.error : styles.help} aria-live="polite">
        {error ?? help}
      </div>
    </div>
  )
}
