import { z } from 'zod'
import { Rating } from './claim.ts'
import { ActorId, OutletId } from './ids.ts'

/** What is graded as a source: an actor or an outlet. */
export const RatedSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('actor'), id: ActorId }),
  z.strictObject({ kind: z.literal('outlet'), id: OutletId }),
])
export type RatedSource = z.infer<typeof RatedSource>

/** A reliability that somebody gave; topic null: in general. */
export const SourceRating = Rating.extend({ topic: z.string().nullable() })
export type SourceRating = z.infer<typeof SourceRating>

/**
 * How it went with the claims of a claimant or an outlet, as counts of claims. They are shown, and never turned into a
 * grade (product model: a grade is a person's judgement).
 */
export const TrackRecord = z.object({
  claims: z.int(),
  /** Graded credibility 1. */
  confirmed: z.int(),
  /** Graded 5, retracted, or denied by a relation that a person confirmed. */
  refuted: z.int(),
  /** Revised or corrected later, by a confirmed relation. */
  revised: z.int(),
  /** Against another claim, by a confirmed relation. */
  contradicted: z.int(),
})
export type TrackRecord = z.infer<typeof TrackRecord>

/** What to ask before grading; the answers become the reason (after the Admiralty code, STANAG 2511). */
export const checklists = {
  reliability: [
    'It was right about this topic before',
    'It was in a position to know',
    'It says where it has it from',
    'It corrects its errors',
    'It has no stake in being believed',
  ],
  credibility: [
    'Another independent origin says the same',
    'It fits what is known',
    'It is consistent in itself',
    'It is a thing that can be observed',
    'Nobody gains by its being believed',
  ],
} as const satisfies Readonly<Record<'reliability' | 'credibility', readonly string[]>>
