import { useId, type KeyboardEvent, type ReactElement, type ReactNode, type Ref } from 'react'
import { TextArea } from '../../ui/inputs.tsx'
import styles from './JudgementForm.module.css'

interface FormAreaProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly autoFocus?: boolean
  readonly inputRef?: Ref<HTMLTextAreaElement>
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  /** What needs a look in it, though it can be saved. */
  readonly children?: ReactNode
}

/** A text of a form under its label. */
export function FormArea({ label, hint, value, rows = 1, children, ...rest }: FormAreaProps): ReactElement {
  const id = useId()
  return (
    <div className={styles.area}>
      <label htmlFor={id} className={styles.label}>
        {label} <span className={styles.hint}>{hint}</span>
      </label>
      <TextArea {...rest} id={id} rows={Math.max(rows, Math.min(8, value.split('\n').length))} value={value} />
      {children}
    </div>
  )
}
