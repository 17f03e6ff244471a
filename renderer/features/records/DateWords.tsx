import { WarningSign } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { dateInWords } from '../../../shared/dates.ts'
import styles from './DateWords.module.css'

export interface DateWordsProps {
  /** EDTF, or null when none was given or it could not be read. */
  readonly edtf: string | null
  /** What was written. */
  readonly text: string | null
}

/** "November 2024, approximate 2024-11~". */
export function DateWords({ edtf, text }: DateWordsProps): ReactElement | null {
  if (edtf === null) return text === null ? null : <UnreadDate text={text} />
  const words = dateInWords(edtf)
  return (
    <>
      {words} {words !== edtf && <span className={styles.edtf}>{edtf}</span>}
    </>
  )
}

/** A date in a cell: EDTF, which is what sorts and filters. */
export function DateCell({ edtf, text }: DateWordsProps): ReactElement {
  return edtf === null && text !== null ? <UnreadDate text={text} /> : <>{edtf}</>
}

/** A date that was given but could not be read: kept as written, and to be looked at. */
function UnreadDate({ text }: { readonly text: string }): ReactElement {
  return (
    <span className={styles.look} title={`“${text}” could not be read as a date. Edit it to one.`}>
      <WarningSign size={12} className={styles.sign} aria-label="needs a look" /> {text}
    </span>
  )
}
