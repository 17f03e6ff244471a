import { gapInWords, termAt } from '../../../shared/likelihood.ts'
import { likelihoodScales, type ScaleName } from '../../../shared/scales.ts'

export interface PercentCheck {
  readonly percent: number | null
  /** Why the figure cannot be taken, or does not go with the term. */
  readonly problem: string | null
  /** The term that the figure falls under, when it is another than the chosen one. */
  readonly suggested: string | null
}

/** Reads a percentage as typed and compares it with the chosen term. */
export function checkPercent(scale: ScaleName, term: string | null, text: string): PercentCheck {
  const trimmed = text.replace('%', '').trim()
  if (trimmed === '') return { percent: null, problem: null, suggested: null }
  const percent = Number(trimmed.replace(',', '.'))
  if (!(percent > 0 && percent < 100))
    return { percent: null, problem: 'Write a figure between 0 and 100; neither end has a term.', suggested: null }
  const fitting = termAt(scale, percent)
  if (!fitting) return { percent, problem: gapInWords(scale, percent), suggested: null }
  if (fitting.term === term) return { percent, problem: null, suggested: null }
  const problem = term === null ? null : `${percent}\u00a0% is “${fitting.term}”, not “${term}”.`
  return { percent, problem, suggested: fitting.term }
}

const anyTerm = [...new Set(Object.values(likelihoodScales).flatMap((terms) => terms.map(({ term }) => term)))]

/** ICD 203: a confidence level and a degree of likelihood never stand in the same sentence. */
export function mixesConfidence(statement: string): boolean {
  return statement
    .split(/(?<=[.!?])\s+/)
    .some((sentence) => /\bconfiden(?:ce|t)\b/i.test(sentence) && anyTerm.some((term) => holds(sentence, term)))
}

const holds = (sentence: string, term: string): boolean => new RegExp(String.raw`\b${term}\b`, 'i').test(sentence)
