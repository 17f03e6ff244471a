import type { ReactElement } from 'react'
import { dateInWords, parseDate } from '../../shared/dates.ts'
import { TextInput, type TextInputProps } from './inputs.tsx'
import styles from './DateInput.module.css'

/** What an EDTF text means, or what is wrong with it; empty for an empty text. */
export function readDateText(text: string): { readonly isValid: boolean; readonly words: string } {
  if (text.trim() === '') return { isValid: true, words: '' }
  const date = parseDate(text)
  return date.ok
    ? { isValid: true, words: dateInWords(date.value.edtf) }
    : { isValid: false, words: date.error.message }
}

/** An EDTF date, read back in words while it is typed. */
export function DateInput(props: Omit<TextInputProps, 'isInvalid' | 'type'>): ReactElement {
  const { isValid, words } = readDateText(props.value)
  return (
    <div className={styles.date}>
      <TextInput placeholder="2024-11-05, 2024-11~, 2024-10/2024-11" {...props} isInvalid={!isValid} />
      <div className={isValid ? styles.words : styles.wrong} role="status">
        {words}
      </div>
    </div>
  )
}
