import { likelihoodScales, scaleTitles, type LikelihoodTerm, type ScaleName } from './scales.ts'

/** The term of this name in a scale; undefined when the scale has none. */
export const termOf = (scale: ScaleName, name: string | null): LikelihoodTerm | undefined =>
  likelihoodScales[scale].find(({ term }) => term === name)

/** The term whose range holds a per cent; undefined in a gap of the PHIA yardstick and outside ICD 203's 1 to 99. */
export const termAt = (scale: ScaleName, percent: number): LikelihoodTerm | undefined =>
  likelihoodScales[scale].find(
    ({ low, high }) => low <= percent && (percent < high || (percent === high && ownsUpperBound(scale, high))),
  )

/** Bounds that touch belong to the upper term (ICD 203); the yardstick prints “<50 %” and “<100 %”, its other ends are inclusive. */
const ownsUpperBound = (scale: ScaleName, high: number): boolean =>
  scale === 'icd203' ? high === 99 : high !== 50 && high !== 100

/** A term's range as its standard prints it: "55–80 %", "≈40–<50 %". */
export function rangeInWords(scale: ScaleName, { low, high }: LikelihoodTerm): string {
  if (scale === 'icd203') return `${low}–${high}\u00a0%`
  const from = low === 0 ? '>0' : `≈${low}`
  return `${from}–${high === 50 || high === 100 ? `<${high}` : `≈${high}`}\u00a0%`
}

const described = (scale: ScaleName, term: LikelihoodTerm): string => `“${term.term}” (${rangeInWords(scale, term)})`

/** The terms below and above a per cent that has none itself; one at an end of the scale. */
export function beside(scale: ScaleName, percent: number): LikelihoodTerm[] {
  const terms = likelihoodScales[scale]
  const below = terms.findLast(({ high }) => high <= percent)
  const above = terms.find(({ low }) => low > percent)
  return [below, above].flatMap((term) => term ?? [])
}

/** Why a per cent without a term has none: the terms beside the gap. */
export function gapInWords(scale: ScaleName, percent: number): string {
  const terms = beside(scale, percent).map((term) => described(scale, term))
  const where = terms.length === 2 ? 'it lies between' : 'the nearest is'
  return `${percent}\u00a0% has no term in ${scaleTitles[scale]}: ${where} ${terms.join(' and ')}.`
}
