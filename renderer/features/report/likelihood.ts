import { beside, gapInWords, termAt } from '../../../shared/likelihood.ts'
import type { ScaleName } from '../../../shared/scales.ts'

export interface PercentCheck {
  readonly percent: number | null
  /** Why the figure cannot be taken, or does not go with the term. */
  readonly problem: string | null
  /** The term that the figure falls under, when it is another than the chosen one. */
  readonly suggested: string | null
  /** In a gap of the scale: the terms beside it, of which a person chooses one, or writes another figure. */
  readonly beside?: readonly string[]
}

/** Reads a percentage as typed and compares it with the chosen term. */
export function checkPercent(scale: ScaleName, term: string | null, text: string): PercentCheck {
  const trimmed = text.replace('%', '').trim()
  if (trimmed === '') return { percent: null, problem: null, suggested: null }
  const percent = Number(trimmed.replace(',', '.'))
  if (!(percent > 0 && percent < 100))
    return { percent: null, problem: 'Write a figure between 0 and 100; neither end has a term.', suggested: null }
  const fitting = termAt(scale, percent)
  if (!fitting) {
    const names = beside(scale, percent).map(({ term: name }) => name)
    return { percent, problem: gapInWords(scale, percent), suggested: null, beside: names }
  }
  if (fitting.term === term) return { percent, problem: null, suggested: null }
  const problem = term === null ? null : `${percent}\u00a0% is “${fitting.term}”, not “${term}”.`
  return { percent, problem, suggested: fitting.term }
}
