import type { relationTypes } from './vocabulary.ts'

type RelationType = (typeof relationTypes)[number]

/** The rules that suggest relations, and the relation that each suggests. */
export const rules = {
  /** Comparable figures whose intervals do not meet. */
  'figures apart': 'contradicts',
  /** A part is larger than the whole that it is a part of. */
  'part above whole': 'contradicts',
  /** A cumulative total that is lower later. */
  'total falls': 'contradicts',
  /** The same claimant gives another figure later. */
  'later figure': 'revises',
  /** Two records of one event with dates that do not meet. */
  'dates apart': 'contradicts',
  /** Two records of one event with places that cannot both hold. */
  'places apart': 'contradicts',
  /** Nearly the same statement, once affirmed and once denied. */
  denial: 'denies',
  /** Nearly the same words: copied, reworded or translated. */
  'same words': 'repeats',
  /** The same statement of the same claimant entered twice. */
  'entered twice': 'same as',
} as const satisfies Readonly<Record<string, RelationType>>
export type Rule = keyof typeof rules

/** What stands out about where a record comes from (product model, "Independence"). */
export const originFlags = [
  'cycle',
  'support collapse',
  'single origin',
  'self-confirmation',
  'translated echo',
  'no origin',
  'graded 1 without two origins',
] as const
export type OriginFlag = (typeof originFlags)[number]

/** Why two measures that look alike do not compare. */
export const obstacles = ['subject', 'unit', 'category', 'kind', 'scope', 'time', 'figure'] as const
export type Obstacle = (typeof obstacles)[number]
