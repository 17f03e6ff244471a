import { useId, type ReactElement } from 'react'
import { dateInWords, parseDate } from '../../../shared/dates.ts'
import { TextInput } from '../../ui/inputs.tsx'
import styles from './JudgementForm.module.css'

interface ResolvesByFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** By when it will be known: a date, or an event in words. */
export function ResolvesByField({ value, onChange }: ResolvesByFieldProps): ReactElement {
  const id = useId()
  const date = value.trim() === '' ? undefined : parseDate(value)
  return (
    <div className={styles.area}>
      <label htmlFor={id} className={styles.label}>
        Resolves by <span className={styles.hint}>a date (2025-03, 2025-10/2025-12), or what it waits for</span>
      </label>
      <TextInput id={id} value={value} onChange={onChange} aria-describedby={`${id}-words`} />
      <span id={`${id}-words`} className={styles.hint} role="status">
        {date && (date.ok ? dateInWords(date.value.edtf) : 'Kept as words: it is no date.')}
      </span>
    </div>
  )
}
