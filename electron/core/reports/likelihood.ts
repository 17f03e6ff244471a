import { gapInWords, rangeInWords, termAt, termOf } from '../../../shared/likelihood.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { likelihoodScales, scaleTitles, type LikelihoodTerm, type ScaleName } from '../../../shared/scales.ts'

/** What a judgement says of how likely it is: a term, a per cent, both or neither. */
export interface Likelihood {
  readonly likelihood: string | null
  readonly percent: number | null
}

/**
 * The likelihood to store for what was given, by the rules of the scale (ICD 203, PHIA yardstick): a per cent alone takes
 * its term; a term that the scale does not have, or that does not fit its per cent, is an error that says what would fit.
 */
export function settleLikelihood(scale: ScaleName, { likelihood, percent }: Likelihood): Likelihood {
  const chosen = likelihood === null ? undefined : termNamed(scale, likelihood)
  if (percent === null) return { likelihood: chosen?.term ?? null, percent }
  const fitting = termAt(scale, percent)
  if (!fitting) throw invalid(`${gapInWords(scale, percent)} Choose a term, or another percentage.`)
  if (chosen && chosen !== fitting) throw invalid(misfit(scale, chosen, fitting, percent))
  return { likelihood: fitting.term, percent }
}

/** The term of this name; the words of another scale, or of ICD 203's second row, are none. */
function termNamed(scale: ScaleName, text: string): LikelihoodTerm {
  const found = termOf(scale, text.toLowerCase())
  if (found) return found
  const terms = likelihoodScales[scale].map(({ term }) => term).join(', ')
  throw invalid(`“${text}” is no term of this case’s scale, ${scaleTitles[scale]}. Its terms: ${terms}.`)
}

function misfit(scale: ScaleName, chosen: LikelihoodTerm, fitting: LikelihoodTerm, percent: number): string {
  const described = (term: LikelihoodTerm): string => `“${term.term}” (${rangeInWords(scale, term)})`
  return `${percent}\u00a0% is not ${described(chosen)} but ${described(fitting)}. Change the term or the percentage.`
}

const invalid = (message: string): ExpectedError => new ExpectedError('invalid-input', message)
