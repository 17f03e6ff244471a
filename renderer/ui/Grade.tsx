import type { ReactElement } from 'react'
import { credibilityScale, reliabilityScale } from '../../shared/scales.ts'
import styles from './Grade.module.css'

export interface GradeProps {
  readonly axis: 'reliability' | 'credibility'
  /** A letter A–F or a figure 1–6; null is not graded. */
  readonly value: string | null
}

/** What a grade means, in the words of the scale (NATO Admiralty code). */
export function gradeInWords({ axis, value }: GradeProps): string {
  if (value === null) return `${axis} not graded`
  const scale: Readonly<Record<string, string>> = axis === 'reliability' ? reliabilityScale : credibilityScale
  return `${axis} ${value}: ${scale[value] ?? 'unknown grade'}`
}

/** A grey tile with the grade; dashed while unset. Never a traffic light: F and 6 are unknown, not bad. */
export function Grade({ axis, value }: GradeProps): ReactElement {
  const words = gradeInWords({ axis, value })
  return (
    <span className={value === null ? styles.unset : styles.grade} title={words} role="img" aria-label={words}>
      {value ?? '–'}
    </span>
  )
}
