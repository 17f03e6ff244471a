import { createHash } from 'node:crypto'
import { parseDate } from '../../../../shared/dates.ts'

/** What is looked at of a claim to find its duplicates. */
export interface DuplicateClaim {
  /** Row number. */
  readonly num: number
  /** For reasons: the claim's ref, else the start of its statement. */
  readonly ref: string
  readonly statement: string
  readonly translation: string | null
  /** The actor's id; null: unattributed. */
  readonly claimant: string | null
  /** EDTF. */
  readonly said: string | null
  /** EDTF: when the first document that carries it was published. */
  readonly published: string | null
  readonly topic: string | null
  /** Row numbers. */
  readonly event: number | null
  readonly outlet: number | null
}

/** A claim as it is kept for comparison: without its words, which the index has. */
export interface KnownClaim extends Omit<DuplicateClaim, 'statement' | 'translation'> {
  readonly digest: string
  readonly saidDays: Days | null
  /** When it was said, else published: its first day. */
  readonly day: number
  readonly publishedDay: number
}

type Days = readonly [from: number, to: number]

export function knownClaim(claim: DuplicateClaim): KnownClaim {
  const { statement, translation, ...rest } = claim
  const saidDays = daysOf(claim.said)
  const publishedDay = daysOf(claim.published)?.[0] ?? Number.POSITIVE_INFINITY
  return { ...rest, digest: digestOf(claim), saidDays, day: saidDays?.[0] ?? publishedDay, publishedDay }
}

const digestOf = ({ statement, translation, claimant, said }: DuplicateClaim): string =>
  sha256(JSON.stringify([statement, translation, claimant, said]))

/** What a rule looked at in two claims: their statements, translations, claimants and when they were said. The same both ways. */
export const inputsOf = (one: KnownClaim, other: KnownClaim): string =>
  sha256([one.digest, other.digest].sort().join('\n'))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function daysOf(edtf: string | null): Days | null {
  const parsed = edtf === null ? undefined : parseDate(edtf)
  if (!parsed?.ok) return null
  return [parsed.value.from ?? Number.NEGATIVE_INFINITY, parsed.value.to ?? Number.POSITIVE_INFINITY]
}

/** The order of claims: by when they were said, else published, then published, then by ref as people count (C9 before C10). */
export const inOrder = (one: KnownClaim, other: KnownClaim): number =>
  compared(one.day, other.day) ||
  compared(one.publishedDay, other.publishedDay) ||
  byRef.compare(one.ref, other.ref) ||
  one.num - other.num

const compared = (one: number, other: number): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}
const byRef = new Intl.Collator('en', { numeric: true })

/** Whether two claims are said within a week of each other. */
export function isSameWeek(one: KnownClaim, other: KnownClaim): boolean {
  if (!one.saidDays || !other.saidDays) return false
  const apart = Math.max(one.saidDays[0], other.saidDays[0]) - Math.min(one.saidDays[1], other.saidDays[1])
  return apart <= 7
}

/** Whether two claims are about the same: their topic or event, or within the same week. */
export const isSameMatter = (one: KnownClaim, other: KnownClaim): boolean =>
  (one.topic !== null && one.topic === other.topic) ||
  (one.event !== null && one.event === other.event) ||
  isSameWeek(one, other)

/** Who said it, and when: two copies that agree in it are one statement entered twice. Null: nobody is named. */
export const voiceOf = ({ claimant, said }: KnownClaim): string | null =>
  claimant === null ? null : `${claimant} ${said ?? ''}`
