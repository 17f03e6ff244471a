import { beside, gapInWords, rangeInWords, termAt } from '../likelihood.ts'
import type { LikelihoodTerm, ScaleName } from '../scales.ts'
import type { WordingContext, WordingFinding, WordingFix } from './finding.ts'
import { replaceBy, type Use } from './likelihoods.ts'
import { isWithin, type Range } from './sentences.ts'

const number = String.raw`(\d{1,3}(?:[.,]\d+)?)`
const figure = String.raw`(?:(?:about|around|roughly|approximately|some|circa|≈|~)\s*)?${number}(?:\s*(?:–|-|to|and)\s*${number})?\s*(?:%|per\s?cent\b)`
/** A figure right behind a term: “likely (85 %)”, “likely, at 85 per cent”. */
const behind = new RegExp(String.raw`^\s*(?:[([,]\s*)?(?:(?:at|i\.e\.|that is,?)\s+)?${figure}`, 'i')
/** A figure right before one: “85 % likely”. */
const before = new RegExp(String.raw`${figure}\s+$`, 'i')
/** A figure that is a likelihood without a term: “a 30 % chance”, “a probability of 30 %”. */
const alone = new RegExp(
  String.raw`${figure}\s+(?:chance|probability|likelihood|odds)\b|\b(?:chance|probability|likelihood)\s+(?:of|is|at)\s+${figure}`,
  'gi',
)

interface Figure {
  readonly low: number
  readonly high: number
}

const figureOf = (groups: readonly (string | undefined)[]): Figure | null => {
  const [low, high = low] = groups
    .filter((group) => group !== undefined)
    .map((group) => Number(group.replace(',', '.')))
  return low === undefined || high === undefined ? null : { low, high }
}

const fits = (scale: ScaleName, term: LikelihoodTerm, { low, high }: Figure): boolean =>
  low === high ? termAt(scale, low) === term : term.low <= low && high <= term.high

/** Where a text gives a likelihood as a figure. */
export const figuresIn = (text: string, quotes: readonly Range[]): Range[] =>
  [...text.matchAll(alone)]
    .map(({ index: start, 0: words }) => ({ start, end: start + words.length }))
    .filter((range) => !isWithin(range, quotes))

/** Terms beside a figure that they do not stand for. */
export function termsApart(text: string, uses: readonly Use[], scale: ScaleName): WordingFinding[] {
  return uses.flatMap(({ start, end, words, own }): WordingFinding[] => {
    if (own === null) return []
    const found = behind.exec(text.slice(end)) ?? before.exec(text.slice(0, start))
    const said = found && figureOf(found.slice(1))
    if (!said || fits(scale, own, said)) return []
    return [{ rule: 'percent apart', start, end, words, ...apart(text, scale, own, said, { start, end }) }]
  })
}

function apart(
  text: string,
  scale: ScaleName,
  own: LikelihoodTerm,
  said: Figure,
  range: Range,
): Pick<WordingFinding, 'reason' | 'fixes'> {
  const [low, high] = [termAt(scale, said.low), termAt(scale, said.high)]
  const inWords = said.low === said.high ? `${said.low}\u00a0%` : `${said.low}–${said.high}\u00a0%`
  const standsFor = `“${text.slice(range.start, range.end)}” stands for ${rangeInWords(scale, own)}`
  const fixes = (terms: readonly LikelihoodTerm[]): WordingFix[] =>
    terms.filter((term) => term !== own).map((term) => replaceBy(text, range, term))
  if (low && low === high) return { reason: `${standsFor}, and ${inWords} is “${low.term}”.`, fixes: fixes([low]) }
  if (said.low === said.high)
    return { reason: `${standsFor}. ${gapInWords(scale, said.low)}`, fixes: fixes(beside(scale, said.low)) }
  const ends = [...new Set([low, high].flatMap((term) => term ?? []))]
  return { reason: `${standsFor}, and ${inWords} is the range of no one term.`, fixes: fixes(ends) }
}

/** Figures in a text that are not what is chosen for it. */
export function figuresApart(
  text: string,
  figures: readonly Range[],
  { scale, term, percent }: WordingContext,
): WordingFinding[] {
  const chosen = term === undefined || term === null ? undefined : term
  return figures.flatMap(({ start, end }): WordingFinding[] => {
    const words = text.slice(start, end)
    const said = figureOf([...words.matchAll(/\d{1,3}(?:[.,]\d+)?/g)].map(([digits]) => digits))
    if (!said || chosen === undefined) return []
    const fitting = termAt(scale, said.low)
    if (said.low !== said.high || fitting?.term === chosen || said.low === percent) return []
    const reason = fitting
      ? `${said.low}\u00a0% is “${fitting.term}”, and “${chosen}” is chosen for it.`
      : `${gapInWords(scale, said.low)} “${chosen}” is chosen for it.`
    const choices = fitting ? [fitting] : beside(scale, said.low)
    const fixes = choices.map(({ term: name }) => ({ label: `Choose “${name}”`, edit: null, likelihood: name }))
    return [{ rule: 'percent apart', start, end, words, reason, fixes }]
  })
}
