import { doMeet } from './interval.ts'
import type { Places } from './places.ts'
import { compareNumbers, isSaidLater, type Ready } from './side.ts'
import { orderOfDays } from './time.ts'
import { areUnitsCompatible, judgeReady, scopeOf } from './verdict.ts'

/** A later figure of a claimant and the one that it revises. */
export interface Revision {
  readonly later: Ready
  readonly earlier: Ready
}

/** Only measures of one series can revise each other; undefined for one that is of none. */
export const seriesKey = ({ of, kind, said }: Ready): string | undefined =>
  of.claimant === null || said === null ? undefined : `${of.claimant}/${of.category}/${kind}`

/**
 * The revisions among the measures of one series (product.md, Relations: "same claimant, later figure"). Each is linked to
 * its immediate predecessors only, so that revisions of revisions make a chain: a figure in between tells the change when
 * it revises the earlier one or is revised by the later one. Of those said on one day, or of which nobody knows which was
 * said first, none is in between.
 */
export function* revisionsAmong(series: readonly Ready[], places: Places): Generator<Revision> {
  const sorted = latestFirst(series)
  for (const later of sorted) yield* revisionsBy(later, sorted, places)
}

/** The revisions that one of a series is in, on either side. */
export function* revisionsWith(one: Ready, series: readonly Ready[], places: Places): Generator<Revision> {
  const sorted = latestFirst(series)
  yield* revisionsBy(one, sorted, places)
  for (const later of sorted) {
    if (!isRevisedBy(one, later, places)) continue
    if (isImmediate(one, later, predecessors(later, sorted, places), places)) yield { later, earlier: one }
  }
}

function* revisionsBy(later: Ready, sorted: readonly Ready[], places: Places): Generator<Revision> {
  const before = predecessors(later, sorted, places)
  for (const earlier of before) {
    if (isRevisedBy(earlier, later, places) && isImmediate(earlier, later, before, places)) yield { later, earlier }
  }
}

const latestFirst = (series: readonly Ready[]): Ready[] =>
  series.toSorted((one, other) => compareNumbers(other.said?.to ?? 0, one.said?.to ?? 0))

const predecessors = (later: Ready, sorted: readonly Ready[], places: Places): Ready[] =>
  sorted.filter((earlier) => isBefore(earlier, later) && areInSeries(earlier, later, places))

const isImmediate = (earlier: Ready, later: Ready, before: readonly Ready[], places: Places): boolean =>
  !before.some(
    (between) =>
      isBefore(earlier, between) &&
      areInSeries(earlier, between, places) &&
      (isRevisedBy(between, later, places) || isRevisedBy(earlier, between, places)),
  )

/** Said before, and not of later days: a look back is no step between two. */
const isBefore = (earlier: Ready, later: Ready): boolean =>
  isSaidLater(later, earlier) && orderOfDays(earlier.days, later.days) !== 'after'

const areInSeries = (one: Ready, other: Ready, places: Places): boolean =>
  one.subject === other.subject &&
  areUnitsCompatible(one, other) &&
  scopeOf(one, other, places) === 'same' &&
  (one.kind !== 'flow' || orderOfDays(one.days, other.days) === 'overlap')

function isRevisedBy(earlier: Ready, later: Ready, places: Places): boolean {
  if (earlier.of.claim === later.of.claim || doMeet(earlier.interval, later.interval)) return false
  const verdict = judgeReady(earlier, later, places)
  return verdict?.outcome === 'revises' && verdict.later === later
}
