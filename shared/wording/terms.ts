import { likelihoodScales, type LikelihoodTerm, type ScaleName } from '../scales.ts'

/** A likelihood as it is written: a term of a scale, in any of its rows and forms. */
export interface Spelling {
  /** As it is found: small letters, words apart by one space. */
  readonly words: string
  /** Scales that have it, and what it stands for in each. */
  readonly meanings: readonly { readonly scale: ScaleName; readonly term: LikelihoodTerm }[]
  /** Of the row of ICD 203 that is not used here. */
  readonly isSecondRow: boolean
}

const termNamed = (scale: ScaleName, name: string): LikelihoodTerm => {
  const found = likelihoodScales[scale].find(({ term }) => term === name)
  if (!found) throw new Error(`${name} is no term of ${scale}`)
  return found
}

/** ICD 203, row 2 (probability), by the term of row 1 (likelihood) in the same column. */
const secondRow: Readonly<Record<string, readonly string[]>> = {
  'almost no chance': ['remote'],
  'very unlikely': ['highly improbable'],
  unlikely: ['improbable'],
  'roughly even chance': ['roughly even odds'],
  likely: ['probable', 'probably'],
  'very likely': ['highly probable', 'highly probably'],
  'almost certain': ['nearly certain', 'nearly certainly'],
}

/** Forms in which a term stands in a sentence. */
const forms: Readonly<Record<string, readonly string[]>> = { 'almost certain': ['almost certainly'] }

function allSpellings(): Spelling[] {
  const found = new Map<string, Spelling>()
  const add = (words: string, scale: ScaleName, term: LikelihoodTerm, isSecondRow: boolean): void => {
    const known = found.get(words)
    const meanings = [...(known?.meanings ?? []), { scale, term }]
    found.set(words, { words, meanings, isSecondRow: isSecondRow && (known?.isSecondRow ?? true) })
  }
  for (const scale of ['icd203', 'phia'] as const)
    for (const term of likelihoodScales[scale])
      for (const words of [term.term, ...(forms[term.term] ?? [])]) add(words, scale, term, false)
  for (const [name, row] of Object.entries(secondRow))
    for (const words of row) add(words, 'icd203', termNamed('icd203', name), true)
  // PHIA prints “likely or probable”.
  for (const words of ['probable', 'probably']) add(words, 'phia', termNamed('phia', 'likely'), false)
  return [...found.values()].map((spelling) => ({ ...spelling, isSecondRow: isRowTwo(spelling.words) }))
}

const isRowTwo = (words: string): boolean => Object.values(secondRow).flat().includes(words)

/** Whether a term stands in a sentence as a noun: “a roughly even chance”. */
export const isNounTerm = (term: string): boolean => / (?:chance|possibility|odds)$/.test(term)

/** Longest first: “very unlikely” is found before “unlikely”. */
export const spellings: readonly Spelling[] = allSpellings().sort((a, b) => b.words.length - a.words.length)

/** The terms of a scale that share most of a range, the best first; of equals the one that stands in a sentence alike. */
export function nearest(scale: ScaleName, { term: name, low, high }: LikelihoodTerm): LikelihoodTerm[] {
  const isAlike = ({ term }: LikelihoodTerm): number => (isNounTerm(term) === isNounTerm(name) ? 1 : 0)
  const shared = (term: LikelihoodTerm): number => Math.min(term.high, high) - Math.max(term.low, low)
  return likelihoodScales[scale]
    .filter((term) => shared(term) > 0)
    .sort((a, b) => shared(b) - shared(a) || isAlike(b) - isAlike(a))
    .slice(0, 2)
}
