import { useId, type ReactElement } from 'react'
import { TextArea } from '../../ui/inputs.tsx'
import styles from './JudgementForm.module.css'

interface FormAreaProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly autoFocus?: boolean
  /** Something that needs a look, though it can be saved. */
  readonly look?: string
}

/** A text of a form under its label. */
export function FormArea({
  label,
  hint,
  value,
  onChange,
  rows = 1,
  autoFocus = false,
  look,
}: FormAreaProps): ReactElement {
  const id = useId()
  return (
    <div className={styles.area}>
      <label htmlFor={id} className={styles.label}>
        {label} <span className={styles.hint}>{hint}</span>
      </label>
      <TextArea
        id={id}
        rows={Math.max(rows, Math.min(8, value.split('\n').length))}
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        aria-describedby={`${id}-look`}
      />
      <span id={`${id}-look`} className={styles.look} aria-live="polite">
        {look}
      </span>
    </div>
  )
}
