import { formatNumber } from '../../../../shared/quantities.ts'
import type { placePrecisions } from '../../../../shared/vocabulary.ts'
import type { Places } from './places.ts'
import { dateInSentence, orderOfDays, widenedDays } from './time.ts'

type Precision = (typeof placePrecisions)[number]

/** What the rules look at of a record of an event. */
export interface EventRecord {
  /** For reasons and order: the event's ref, else its title. */
  readonly ref: string
  /** EDTF. */
  readonly when: string | null
  readonly place: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: Precision | null
}

export interface EventConflict {
  readonly rule: 'dates apart' | 'places apart'
  readonly reason: string
}

/**
 * How far (km) the true place may be from the coordinates given, by the precision that the record states: a point is read
 * off a map, "near" is within a short drive, a locality is a town with its surroundings, and a region is up to some 600 km
 * across. Two records allow the sum of both. A country has no such distance: of it only
 * the names are asked, which lies in which.
 */
const reach: Readonly<Record<Exclude<Precision, 'country'>, number>> = {
  exact: 1,
  vicinity: 25,
  locality: 50,
  region: 300,
}

/**
 * What cannot both hold of two records that are held to be one event (the "disjoint dates of one event; places that
 * can't both hold at their precision"): dates that do not meet though approximate ones are widened, and places of which one
 * lies apart from the other, or coordinates further from each other than their precisions allow. Two names that lie apart
 * hold when a record only says that it was near, and its coordinates are near enough.
 */
export function compareEvents(one: EventRecord, other: EventRecord, places: Places): EventConflict[] {
  const [first, second] = tellingOf(one) <= tellingOf(other) ? [one, other] : [other, one]
  const which = first.ref === second.ref ? `Two records of ${first.ref}` : `${first.ref} and ${second.ref}`
  const who = `${which} are held to be one event, but`
  return [datesApart(first, second), placesApart(first, second, places)].flatMap((conflict) =>
    conflict ? [{ ...conflict, reason: `${who} ${conflict.reason}` }] : [],
  )
}

/** What decides which of two is told of first: never the order in which they came. */
const tellingOf = ({ ref, when, place, latitude, longitude, precision }: EventRecord): string =>
  JSON.stringify([ref, when, place, latitude, longitude, precision])

function datesApart(first: EventRecord, second: EventRecord): EventConflict | undefined {
  const [a, b] = [first.when && widenedDays(first.when), second.when && widenedDays(second.when)]
  if (!a || !b || orderOfDays(a, b) === 'overlap') return undefined
  const [from, to] = [dateInSentence(first.when), dateInSentence(second.when)]
  return { rule: 'dates apart', reason: `their dates do not meet: ${from} and ${to}` }
}

function placesApart(first: EventRecord, second: EventRecord, places: Places): EventConflict | undefined {
  const distance = distanceBetween(first, second)
  const allowed = allowedBetween(first, second)
  const isKnown = distance !== undefined && allowed !== undefined
  if (isKnown && distance > allowed) {
    const [km, most] = [formatNumber(Math.round(distance)), formatNumber(allowed)]
    const precisions =
      first.precision === second.precision
        ? `the precision of both (${first.precision}) allows`
        : `their precisions (${first.precision} and ${second.precision}) allow`
    return {
      rule: 'places apart',
      reason: `their coordinates are ${km} km from each other, and ${precisions} at most ${most} km`,
    }
  }
  if (first.place === null || second.place === null || places.relate(first.place, second.place) !== 'apart')
    return undefined
  if (isKnown && [first.precision, second.precision].includes('vicinity')) return undefined
  return { rule: 'places apart', reason: `${first.place} and ${second.place} lie apart` }
}

function allowedBetween(first: EventRecord, second: EventRecord): number | undefined {
  const [a, b] = [first.precision, second.precision]
  return a === null || b === null || a === 'country' || b === 'country' ? undefined : reach[a] + reach[b]
}

const earthRadiusKm = 6371

/** The great-circle distance of two records in km (haversine); undefined when one has no coordinates. */
function distanceBetween(one: EventRecord, other: EventRecord): number | undefined {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null)
    return undefined
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2
  const parallels = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  const squared = half(one.latitude, other.latitude) + parallels * half(one.longitude, other.longitude)
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, squared)))
}
