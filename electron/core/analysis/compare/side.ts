import { usualKind, type MeasureCategory, type MeasureKind } from '../../../../shared/vocabulary.ts'
import { foldText } from '../../../../shared/text.ts'
import type { Basis, Comparable } from './comparable.ts'
import { intervalOf, type Interval } from './interval.ts'
import { remembered } from '../remembered.ts'
import { subjectKey, unitKey } from './subject.ts'
import { plainDays, widenedDays, type Days } from './time.ts'

/** A comparable with all that the rules derive from it alone. */
export interface Side {
  readonly of: Comparable
  readonly subject: string | null
  readonly unit: string | null
  /** As given, else the usual one of the category. */
  readonly kind: MeasureKind | null
  /** Folded. */
  readonly place: string | null
  readonly interval: Interval | null
  /** Of what days it is, widened. */
  readonly days: Days | null
  /** When it was said, as written. */
  readonly said: Days | null
}

const fold = remembered(foldText)

/** Derives what the rules compare by. */
export function sideOf(of: Comparable, { tolerance, subjectKey: key = subjectKey }: Basis): Side {
  return {
    of,
    subject: (of.subject && key(of.subject)) || null,
    unit: (of.unit && unitKey(of.unit)) || null,
    kind: of.kind ?? (of.category && usualKind[of.category]),
    place: of.place && fold(of.place),
    interval: intervalOf(of, tolerance),
    days: of.asOf ? widenedDays(of.asOf) : null,
    said: of.said ? plainDays(of.said) : null,
  }
}

/** True when one was certainly said later than the other by the same claimant. */
export const isSaidLater = (one: Side, other: Side): boolean =>
  one.of.claimant !== null &&
  one.of.claimant === other.of.claimant &&
  one.said !== null &&
  other.said !== null &&
  one.said.from > other.said.to

/** The order in which two are told of: by when they were said, then by ref, then by what they say; never by row number. */
export function byTelling(one: Side, other: Side): number {
  return (
    compareNumbers(one.said?.from ?? Infinity, other.said?.from ?? Infinity) ||
    compareNumbers(one.said?.to ?? Infinity, other.said?.to ?? Infinity) ||
    compareTexts(one.of.ref, other.of.ref) ||
    compareTexts(contentOf(one.of), contentOf(other.of))
  )
}

/** For sorting: an infinite one less another is no number. */
export const compareNumbers = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1)
const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

/** All that a comparison may depend on, but for who claimed it and the basis, in one fixed form. */
export const contentOf = (of: Comparable): string =>
  JSON.stringify([
    ...[of.low, of.high, of.best, of.qualifier, of.subject, of.unit, of.category, of.kind],
    ...[of.place, of.asOf, of.said],
  ])

/** A side that lacks nothing that a comparison needs. */
export interface Ready extends Side {
  readonly of: Comparable & { readonly category: MeasureCategory }
  readonly subject: string
  readonly kind: MeasureKind
  readonly interval: Interval
  readonly days: Days
}

/** True for a side that can compare with another at all. */
export const isReady = (side: Side): side is Ready =>
  side.subject !== null && side.of.category !== null && side.interval !== null && side.days !== null
