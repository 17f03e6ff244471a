import type { Rule } from '../../../../shared/analysis.ts'
import { inOrder, inputsOf, type KnownClaim } from './duplicate-claim.ts'

export type DuplicateRule = Extract<Rule, 'denial' | 'same words' | 'entered twice'>
export type DuplicateKind = 'copy' | 'paraphrase' | 'translation'

/** Two claims that say nearly the same, or of which one denies the other. */
export interface DuplicatePair {
  readonly rule: DuplicateRule
  readonly kind: DuplicateKind
  /** Row numbers: `from` repeats, is the same as, or denies `to`. */
  readonly from: number
  readonly to: number
  /** What they share of their words and pairs of words, 0 to 1; null where only names, numbers and dates tell. */
  readonly similarity: number | null
  /** SHA-256 of what the rule looked at. */
  readonly inputs: string
  /** One sentence. */
  readonly reason: string
}

export interface Match {
  readonly rule: DuplicateRule
  readonly kind: DuplicateKind
  readonly similarity: number | null
}

export const pairOf = (from: KnownClaim, to: KnownClaim, match: Match): DuplicatePair => ({
  ...match,
  from: from.num,
  to: to.num,
  inputs: inputsOf(from, to),
  reason: reasonOf(from, to, match),
})

/** The reasoning of a pair in one sentence. */
export function reasonOf(from: KnownClaim, to: KnownClaim, { rule, kind, similarity }: Match): string {
  const both = `${from.ref} and ${to.ref}`
  const share = similarity === null ? '' : percent(similarity)
  if (rule === 'denial')
    return `${from.ref} denies what ${to.ref} says: they share ${share} of their words, and only ${from.ref} has a denial.`
  if (rule === 'entered twice')
    return `${both} share ${share} of their words, and have the same claimant and the same date.`
  const later = isLater(from, to) ? `${from.ref} is later` : 'neither is dated later'
  const shared =
    similarity === null
      ? `${both} are in two languages and have the same names, numbers and dates`
      : `${both} ${kind === 'copy' ? 'say the same' : 'say nearly the same'}${kind === 'translation' ? ' in two languages' : ''} (${share} of their words)`
  return `${shared}${outletsOf(from, to)}; ${later}.`
}

function outletsOf(from: KnownClaim, to: KnownClaim): string {
  if (from.outlet === null || to.outlet === null) return ''
  return from.outlet === to.outlet ? ', by the same outlet' : ', by other outlets'
}

/** By its dates: the order by references says nothing about time. */
const isLater = (from: KnownClaim, to: KnownClaim): boolean =>
  inOrder(from, to) > 0 && (from.day > to.day || from.publishedDay > to.publishedDay)

const percent = (share: number): string => `${Math.floor(share * 100)} %`
