import type { ReactElement } from 'react'
import type { JudgementReview } from '../../../shared/report.ts'
import { momentInWords } from '../../app/time.ts'
import styles from './JudgementForm.module.css'

/** "27 November 2026, 16:20, by Ana". */
export const reviewInWords = ({ at, by }: JudgementReview): string => `${momentInWords(at)} by ${by || 'nobody named'}`

/** When a judgement was looked at again, and why it stood; nothing where it never was. */
export function Reviews({ reviews }: { readonly reviews: readonly JudgementReview[] }): ReactElement | null {
  if (reviews.length === 0) return null
  return (
    <section className={styles.area} aria-label="Reviews">
      <span className={styles.label}>Reviewed, stands</span>
      <ul>
        {reviews.map((review) => (
          <li key={review.id} title={review.seen.join('\n')}>
            {review.reason} <span className={styles.hint}>{reviewInWords(review)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
