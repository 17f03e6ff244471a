import type { ReactElement } from 'react'
import type { Rating } from '../../../shared/claim.ts'
import { dayInWords } from '../../app/time.ts'
import styles from './Ratings.module.css'

/** Who gave a grade, when, and why. */
export const RatedBy = ({ rating: { rater, at, reason } }: { readonly rating: Rating }): ReactElement => (
  <span className={styles.by}>
    {rater}, {dayInWords(at)}
    {reason !== null && `: ${reason}`}
  </span>
)
