import type { Feature, Point } from 'geojson'
import { dayToIso, parseDate } from '../../../shared/dates.ts'
import type { EventRow } from '../../../shared/event.ts'
import type { Tlp } from '../../../shared/scales.ts'
import type { PlaceBook } from '../analysis/places/places.ts'
import type { EventDetails } from './details.ts'

/** Where an event is drawn, how exact that is, and who says so. */
export interface EventPoint {
  readonly latitude: number
  readonly longitude: number
  readonly precision: EventRow['placePrecision']
  /** `event`: its own coordinates; `place`: those of the place that it names. */
  readonly from: 'event' | 'place'
  /** What is known under the event's place; null with coordinates of its own. */
  readonly place: string | null
  /** In km, of a circle as large as the place. */
  readonly radius: number | null
}

/** An event's own coordinates, else those of the one place that it names, if that is known. */
export function pointOf({ latitude, longitude, place, placePrecision }: EventRow, book: PlaceBook): EventPoint | null {
  if (latitude !== null && longitude !== null)
    return { latitude, longitude, precision: placePrecision, from: 'event', place: null, radius: null }
  const known = place === null ? undefined : book.pointOf(place)
  if (!known) return null
  const { name, radius, precision } = known
  return { latitude: known.latitude, longitude: known.longitude, precision, from: 'place', place: name, radius }
}

/** An event as a feature of RFC 7946; where nothing says where it happened it has no geometry. */
export function featureOf(
  event: EventRow,
  { participants }: EventDetails,
  point: EventPoint | null,
  tlp: Tlp,
): Feature<Point | null> {
  const { id, ref, title, when, whenText, place, kind, status, created, changed } = event
  const days = when === null ? null : parseDate(when)
  const day = (at: number | null | undefined): string | null => (typeof at === 'number' ? dayToIso(at) : null)
  return {
    type: 'Feature',
    id,
    geometry: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: {
      ref,
      title,
      when: when ?? whenText,
      earliest: days?.ok ? day(days.value.from) : null,
      latest: days?.ok ? day(days.value.to) : null,
      place,
      coordinates_from: point?.from ?? null,
      precision: point?.precision ?? null,
      known_place: point?.place ?? null,
      radius_km: point?.radius ?? null,
      kind,
      status,
      participants: participants.map(({ name, role }) => (role === null ? name : `${name} (${role})`)),
      tlp,
      created,
      changed,
    },
  }
}
