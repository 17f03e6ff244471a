import { z } from 'zod'
import { ClaimId } from './ids.ts'

/** What of a piece of evidence can change after it was weighed. */
export const evidenceChangeKinds = [
  'trashed',
  'status',
  'reliability',
  'credibility',
  'statement',
  'contradicted',
] as const

/** A claim that stands against a piece of evidence. */
export const Against = z.object({ id: ClaimId, ref: z.string().nullable() })
export type Against = z.infer<typeof Against>

/** One thing that is other than when the evidence was weighed, in one sentence. */
export const EvidenceChange = z.object({
  claimId: ClaimId,
  ref: z.string().nullable(),
  kind: z.enum(evidenceChangeKinds),
  /** Null: unset then, or now. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The claims that it is newly contradicted by. */
  against: z.array(Against),
  sentence: z.string(),
})
export type EvidenceChange = z.infer<typeof EvidenceChange>

/** A piece of evidence as it is now. */
export interface EvidenceNow {
  readonly claimId: ClaimId
  readonly ref: string | null
  readonly statement: string
  readonly reliability: string | null
  readonly credibility: string | null
  readonly status: string
  readonly isTrashed: boolean
  /** Live claims that it contradicts, by a rule or by hand, without those that a person rejected. */
  readonly against: readonly Against[]
}

/** The same as it was weighed. What earlier versions did not keep is left out, and is not compared. */
export const FrozenEvidence = z.object({
  /** ISO-8601 UTC. */
  at: z.string(),
  reliability: z.string().nullable(),
  credibility: z.string().nullable(),
  status: z.string(),
  statement: z.string().optional(),
  isTrashed: z.boolean().optional(),
  /** The ids of the claims that stood against it. */
  against: z.array(z.string()).optional(),
})
export type FrozenEvidence = z.infer<typeof FrozenEvidence>

/** What a piece of evidence is frozen with when it is taken, or looked at anew. */
export const freeze = (now: EvidenceNow, at: string): FrozenEvidence => ({
  at,
  reliability: now.reliability,
  credibility: now.credibility,
  status: now.status,
  statement: now.statement,
  isTrashed: now.isTrashed,
  against: now.against.map(({ id }) => id),
})

/** What is other now than when the evidence was weighed; nothing: it is fresh. */
export function changesSince(frozen: FrozenEvidence, now: EvidenceNow): EvidenceChange[] {
  const called = now.ref ?? 'A claim without a reference'
  const change = (
    kind: EvidenceChange['kind'],
    [from, to]: readonly [string | null, string | null],
    words: string,
    against: readonly Against[] = [],
  ): EvidenceChange[] => [
    {
      ...{ claimId: now.claimId, ref: now.ref, kind, from, to, against: [...against] },
      sentence: `${called} ${words}.`,
    },
  ]
  const grade = (axis: 'reliability' | 'credibility'): EvidenceChange[] => {
    const [from, to] = [frozen[axis], now[axis]]
    return from === to
      ? []
      : change(axis, [from, to], `was regraded: ${axis} ${from ?? 'unset'} then, ${to ?? 'unset'} now`)
  }
  // Earlier versions did not keep it: what was taken as evidence was not in the trash.
  const { isTrashed: wasTrashed = false } = frozen
  const [then, since] = [frozen.status, now.status]
  const known = new Set(frozen.against)
  const fresh = frozen.against === undefined ? [] : now.against.filter(({ id }) => !known.has(id))
  return [
    ...(wasTrashed === now.isTrashed
      ? []
      : change('trashed', [null, null], now.isTrashed ? 'is in the trash' : 'is back from the trash')),
    ...(then === since ? [] : change('status', [then, since], `is ${since} now, and was ${then}`)),
    ...grade('reliability'),
    ...grade('credibility'),
    ...(frozen.statement === undefined || frozen.statement === now.statement
      ? []
      : change('statement', [frozen.statement, now.statement], 'says something else than it did')),
    ...(fresh.length === 0
      ? []
      : change('contradicted', [null, null], `is newly contradicted by ${namesOf(fresh)}`, fresh)),
  ]
}

const shown = 3

function namesOf(against: readonly Against[]): string {
  const named = against.flatMap(({ ref }) => ref ?? []).slice(0, shown)
  const rest = against.length - named.length
  const others = `${rest.toLocaleString('en-GB')} ${named.length > 0 ? 'other ' : ''}claim${rest === 1 ? '' : 's'}`
  const parts = rest > 0 ? [...named, others] : named
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
