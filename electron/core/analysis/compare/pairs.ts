import type { Rule } from '../../../../shared/analysis.ts'
import { isAlikeBut } from './compare.ts'
import type { Basis, Comparable } from './comparable.ts'
import { doMeet } from './interval.ts'
import type { PlaceRelation, Places } from './places.ts'
import { revisionsAmong, revisionsWith, seriesKey, type Revision } from './revisions.ts'
import { byTelling, compareNumbers, isReady, sideOf, type Ready } from './side.ts'
import { familyOf, judge, judgeReady, scopeOf, scopeStanding } from './verdict.ts'

/** Two measures that a rule suggests to relate: `from` revises `to`, or they contradict each other (told in the order of their reason). */
export interface Pair {
  readonly rule: Extract<Rule, 'figures apart' | 'part above whole' | 'total falls' | 'later figure'>
  readonly from: Comparable
  readonly to: Comparable
}

/**
 * All contradictions and revisions among the measures of one subject, in no particular order, without holding all against
 * all: only those of one family of categories and one kind, of related places, whose days overlap (totals: of which the
 * earlier is higher), are held against each other. Two measures of one claim are no pair.
 */
export function* pairs(group: Iterable<Comparable>, basis: Basis): Generator<Pair> {
  const places = rememberedPlaces(basis.places)
  const comparable = [...group].map((of) => sideOf(of, basis)).filter(isReady)
  for (const sides of bucketsBy(comparable, familyKey)) yield* contradictionsAmong(sides, places)
  for (const series of bucketsBy(comparable, seriesKey)) yield* asPairs(revisionsAmong(series, places))
}

/**
 * The pairs of the group that one measure is in. An edit changes more than these: a figure that comes between two of its
 * claimant parts them, and one that goes joins them. So when a measure is added, edited or removed, its own pairs are
 * computed anew, and the revisions (`revisionsOf`) of the claimant that it had and of the one that it has, in the group of
 * the subject that it had and of the one that it has.
 */
export function* pairsOf(one: Comparable, group: Iterable<Comparable>, basis: Basis): Generator<Pair> {
  const places = rememberedPlaces(basis.places)
  const side = sideOf(one, basis)
  if (!isReady(side)) return
  const series = [side]
  const key = seriesKey(side)
  const family = familyOf(side.of.category)
  for (const of of group) {
    if (of.measure === one.measure || !of.category || familyOf(of.category) !== family) continue
    const other = sideOf(of, basis)
    if (!isReady(other)) continue
    if (key !== undefined && seriesKey(other) === key) series.push(other)
    const pair = contradiction(side, other, places)
    if (pair) yield pair
  }
  if (key !== undefined) yield* asPairs(revisionsWith(side, series, places))
}

/** The revisions among the measures of a group that one claimant gave: what must be computed anew when one of them is edited. */
export function* revisionsOf(claimant: number, group: Iterable<Comparable>, basis: Basis): Generator<Pair> {
  const sides = [...group].filter((of) => of.claimant === claimant).map((of) => sideOf(of, basis))
  const places = rememberedPlaces(basis.places)
  for (const series of bucketsBy(sides.filter(isReady), seriesKey)) yield* asPairs(revisionsAmong(series, places))
}

/** The measures of a group that look like one but do not compare with it (product.md: "not comparable", with the reason). */
export function* alikeOf(one: Comparable, group: Iterable<Comparable>, basis: Basis): Generator<Comparable> {
  const places = rememberedPlaces(basis.places)
  const side = sideOf(one, basis)
  for (const of of group) {
    if (of.measure === one.measure || of.claim === one.claim) continue
    const verdict = judge(side, sideOf(of, basis), places)
    if (verdict.outcome === 'not comparable' && isAlikeBut(verdict.obstacles)) yield of
  }
}

const familyKey = ({ of, kind }: Ready): string => `${familyOf(of.category)}/${kind}`

/** The measures of one place while a sweep goes through the days. */
interface Lane {
  readonly first: Ready
  running: Ready[]
  /** Totals of earlier days, by their low ends. */
  readonly ended: Ready[]
}

/** Sweeps through the days of one family: each is held against those of related places that are not over yet. */
function* contradictionsAmong(sides: readonly Ready[], places: Places): Generator<Pair> {
  const lanes = new Map<string | null, Lane>()
  for (const side of sides.toSorted((one, other) => compareNumbers(one.days.from, other.days.from))) {
    for (const lane of lanes.values()) {
      if (scopeStanding(scopeOf(lane.first, side, places)) === undefined) continue
      advance(lane, side.days.from)
      for (const other of lane.running) {
        const pair = contradiction(other, side, places)
        if (pair) yield pair
      }
      for (let at = lane.ended.length - 1; at >= 0; at--) {
        const other = lane.ended[at]
        if (!other || other.interval.low < side.interval.high) break
        const pair = contradiction(other, side, places)
        if (pair) yield pair
      }
    }
    const lane = lanes.get(side.place)
    if (lane) lane.running.push(side)
    else lanes.set(side.place, { first: side, running: [side], ended: [] })
  }
}

/** Takes what ended before a day from those that run; totals are kept. */
function advance(lane: Lane, day: number): void {
  const over = lane.running.filter(({ days }) => days.to < day)
  if (over.length === 0) return
  lane.running = lane.running.filter(({ days }) => days.to >= day)
  for (const side of over) {
    if (side.kind === 'cumulative') lane.ended.splice(placeByLow(lane.ended, side.interval.low), 0, side)
  }
}

function placeByLow(sorted: readonly Ready[], low: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle]?.interval.low ?? Infinity) < low) from = middle + 1
    else to = middle
  }
  return from
}

function contradiction(one: Ready, other: Ready, places: Places): Pair | undefined {
  // All rules of contradiction ask for figures that do not meet, and most meet.
  if (one.of.claim === other.of.claim || doMeet(one.interval, other.interval)) return undefined
  const verdict = judgeReady(one, other, places)
  if (verdict?.outcome !== 'contradicts') return undefined
  const [from, to] = byTelling(one, other) > 0 ? [other, one] : [one, other]
  return { rule: verdict.rule, from: from.of, to: to.of }
}

function* asPairs(revisions: Iterable<Revision>): Generator<Pair> {
  for (const { later, earlier } of revisions) yield { rule: 'later figure', from: later.of, to: earlier.of }
}

/** What has no key is in no bucket. */
function bucketsBy(sides: readonly Ready[], keyOf: (side: Ready) => string | undefined): Iterable<Ready[]> {
  const buckets = Map.groupBy(sides, keyOf)
  buckets.delete(undefined)
  return buckets.values()
}

/** The same places, which are asked once how two of them stand. */
function rememberedPlaces(places: Places): Places {
  const known = new Map<string, Map<string, PlaceRelation>>()
  return {
    relate(a, b) {
      const ofA = known.get(a) ?? new Map<string, PlaceRelation>()
      known.set(a, ofA)
      const relation = ofA.get(b) ?? places.relate(a, b)
      ofA.set(b, relation)
      return relation
    },
  }
}
