import { z } from 'zod'
import './ids.ts'
import { relationStates, relationTypes } from './vocabulary.ts'

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
export const ruleNames = Object.keys(rules) as [Rule, ...Rule[]]

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

/** One side of a pair: the record, what it says in short, and the words that tell it apart. */
export const PairSide = z.object({
  kind: z.enum(['claim', 'event']),
  id: z.uuid(),
  /** Its reference, else the start of its words. */
  ref: z.string(),
  text: z.string(),
  /** The figure, date or place that the rule looked at: "about 11,000 soldiers present"; null where it looked at the whole. */
  value: z.string().nullable(),
  /** Claimant and date said, or the event's date. */
  said: z.string(),
})
export type PairSide = z.infer<typeof PairSide>

/** Suggested by a rule or an import and waiting for a person, or what a person said to it. */
export const Finding = z.object({
  /** Names it to `analysis.decide`: the rule and what it looked at, or the relation that was suggested. */
  key: z.string(),
  /** null: the relation came by an import or by hand. */
  rule: z.enum(ruleNames).nullable(),
  type: z.enum(relationTypes),
  state: z.enum(relationStates),
  left: PairSide,
  right: PairSide,
  /** The rule's reasoning in one sentence. */
  reason: z.string(),
  /** How alike two texts are, 0 to 1. */
  similarity: z.number().nullable(),
  /** Who confirmed or rejected it, when and why. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  why: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>

/** Two claims that look alike and do not compare, or of which one is a part of the other. */
export const Comparison = z.object({
  left: PairSide,
  right: PairSide,
  /** null: `left` is a part of `right`. */
  obstacle: z.enum(obstacles).nullable(),
  reason: z.string(),
})
export type Comparison = z.infer<typeof Comparison>

export const FindingsRequest = z.strictObject({
  state: z.enum([...relationStates, 'any']).default('suggested'),
  types: z.array(z.enum(relationTypes)).optional(),
  /** Only those of this claim or event. */
  of: z.strictObject({ kind: z.enum(['claim', 'event']), id: z.uuid() }).optional(),
  start: z.int().min(0).default(0),
  end: z.int().min(0).default(100),
})
export type FindingsRequest = z.infer<typeof FindingsRequest>

/** What the lists show of the analysis; null: it has not come to this record yet. */
export const analysisColumns = {
  origins: z.int().nullable(),
  unresolved: z.int().nullable(),
  contradictions: z.int().nullable(),
  /** Contradictions that nobody confirmed or rejected. */
  unreviewed: z.int().nullable(),
  flags: z.array(z.enum(originFlags)),
}
export const analysisFields = ['origins', 'unresolved', 'contradictions', 'unreviewed', 'flags'] as const
