import { rangeInWords } from '../likelihood.ts'
import { scaleTitles, type LikelihoodTerm, type ScaleName } from '../scales.ts'
import { likeCase, type WordingContext, type WordingFinding, type WordingFix } from './finding.ts'
import { isWithin, type Range } from './sentences.ts'
import { isNounTerm, nearest, spellings, type Spelling } from './terms.ts'

/** A place where a text says how likely something is. */
export interface Use extends Range {
  readonly words: string
  readonly spelling: Spelling
  /** The term of the case's scale; null where the words are of another scale or row. */
  readonly own: LikelihoodTerm | null
}

const bySpelling = new Map(spellings.map((spelling) => [spelling.words, spelling]))
const anySpelling = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${spellings.map(({ words }) => words.replaceAll(' ', String.raw`\s+`)).join('|')})(?![\p{L}\p{N}-])`,
  'giu',
)

/** What stands before or after a word that makes it no degree of likelihood: “more likely than”, “the likely route”. */
const compared = /\b(?:more|less|most|least|as|so|too|equally|how|increasingly|decreasingly)\s+$/i
const attributive = /\b(?:the|an?|its|their|his|her|our|this|that|these|those|any|every|each|other|only)\s+$/i
const remoteNoun = /^\s+(?:possibility|probability|likelihood|prospect)\b/i
const remotePredicate =
  /\b(?:chances?|possibility|probability|likelihood|prospects?|odds)\b(?:\s+\S+){0,8}?\s+(?:is|are|was|were|remains?|seems?|looks?|appears?)\s+(?:very\s+)?$/i

/** All places in a text that use a term of any scale, but for what others say in quotation marks. */
export function usesIn(text: string, scale: ScaleName, quotes: readonly Range[]): Use[] {
  const found: Use[] = []
  for (const { index: start, 0: words } of text.matchAll(anySpelling)) {
    const end = start + words.length
    const plain = words.toLowerCase().replaceAll(/\s+/g, ' ')
    const spelling = bySpelling.get(plain)
    if (!spelling || isWithin({ start, end }, quotes)) continue
    if (isOrdinary(plain, text.slice(0, start), text.slice(end))) continue
    const meaning = spelling.meanings.find((known) => known.scale === scale)
    const own = meaning && !(spelling.isSecondRow && scale === 'icd203') ? meaning.term : null
    found.push({ start, end, words, spelling, own })
  }
  return found
}

/** Whether a word is plain English here, and no degree. */
function isOrdinary(words: string, before: string, after: string): boolean {
  if (words === 'remote') return !remoteNoun.test(after) && !remotePredicate.test(before)
  if (words.startsWith('probable') && /^\s+cause\b/i.test(after)) return true
  if (isNounTerm(words)) return false
  if (compared.test(before)) return true
  // “The likely route” names one; “a probable strike” still says how probable it is.
  return words.endsWith('likely') && attributive.test(before) && /^\s+\p{L}/u.test(after) && !/^\s+to\b/i.test(after)
}

/** Terms of another scale, or of the other row of ICD 203. */
export const foreignTerms = (text: string, uses: readonly Use[], scale: ScaleName): WordingFinding[] =>
  uses.filter(({ own }) => own === null).map((use) => foreign(text, use, scale))

function foreign(text: string, { start, end, words, spelling }: Use, scale: ScaleName): WordingFinding {
  const [meaning] = spelling.meanings
  if (!meaning) throw new Error('A spelling has a meaning')
  const terms = nearest(scale, meaning.term)
  const isRow = spelling.isSecondRow && scale === 'icd203'
  const reason = isRow
    ? `“${words}” is of the other row of ICD 203, and a product uses one row: the same range is “${terms[0]?.term ?? ''}” here.`
    : `“${words}” is a term of ${scaleTitles[meaning.scale]} (${rangeInWords(meaning.scale, meaning.term)}). This case uses ${scaleTitles[scale]}, and scales are never mixed.`
  return {
    ...{ rule: 'other scale', start, end, words, reason },
    fixes: terms.map((term) => replaceBy(text, { start, end }, term)),
  }
}

/** Puts a term in the place of words, with the article that it takes. */
export function replaceBy(text: string, { start, end }: Range, { term }: LikelihoodTerm): WordingFix {
  const words = text.slice(start, end)
  const isAdverb = /ly$/i.test(words) && !/likely$/i.test(words)
  const form = isAdverb && term === 'almost certain' ? 'almost certainly' : term
  const [article = ''] = /\ban?\s+$/i.exec(text.slice(0, start)) ?? []
  const needed = articleFor(form)
  const isGiven = article !== '' || (needed !== '' && /\bno chance$/i.test(words))
  const said = isGiven ? `${needed}${form}` : form
  const edit = { start: start - article.length, end, text: likeCase(article || words, said) }
  return { label: `Write “${form}”`, edit }
}

/** “Almost no chance” takes none. */
const articleFor = (form: string): string => (form === 'almost no chance' ? '' : /^[aeiou]/.test(form) ? 'an ' : 'a ')

/** The statement uses another likelihood than the one that is chosen for it. */
export function otherLikelihoods(
  text: string,
  uses: readonly Use[],
  { term: chosen, scale }: WordingContext,
): WordingFinding[] {
  if (chosen === undefined) return []
  return uses.flatMap(({ start, end, words, own }): WordingFinding[] => {
    if (own === null || own.term === chosen) return []
    const take: WordingFix = { label: `Choose “${own.term}”`, edit: null, likelihood: own.term }
    const replacement = chosen === null ? undefined : spellings.find((spelling) => spelling.words === chosen)
    const term = replacement?.meanings.find((known) => known.scale === scale)?.term
    const reason =
      chosen === null
        ? `It says “${words}”, and no likelihood is chosen for it.`
        : `It says “${words}”, and “${chosen}” is chosen for it.`
    // Only words that stand in a sentence alike can take each other's place.
    const fixes =
      term && isNounTerm(term.term) === isNounTerm(own.term) ? [replaceBy(text, { start, end }, term), take] : [take]
    return [{ rule: 'other likelihood', start, end, words, reason, fixes }]
  })
}

const weakened =
  /(?<![\p{L}-])(?:(not(?:\s+(?:very|highly|particularly|all that))?)|quite|fairly|rather|somewhat|pretty|reasonably|extremely|overwhelmingly)\s+(likely|unlikely|probable|improbable)(?![\p{L}-])/giu

/** “Quite likely”, “not likely”: degrees that no scale has. */
export function changedTerms(text: string, scale: ScaleName, quotes: readonly Range[]): WordingFinding[] {
  return [...text.matchAll(weakened)].flatMap(({ index: start, 0: words, 1: not, 2: word = '' }): WordingFinding[] => {
    const end = start + words.length
    if (isWithin({ start, end }, quotes)) return []
    const isLow = /^(?:un|im)/i.test(word)
    const term = isLow === (not === undefined) ? 'unlikely' : 'likely'
    const fix = { label: `Write “${term}”`, edit: { start, end, text: likeCase(words, term) } }
    const reason = `“${words}” is no term of ${scaleTitles[scale]}: a term stands by itself, with its own range.`
    return [{ rule: 'not a term', start, end, words, reason, fixes: [fix] }]
  })
}
