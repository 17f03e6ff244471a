import type { MapData, MapPlace } from '../../../shared/figures/data.ts'
import { all, sql, value, type ReadDb } from '../../store/db.ts'
import type { Selected } from './selected.ts'

const mostEvents = 5000
/** A place names this many of its events; it counts all. */
const mostNamed = 50

type Row = MapPlace['events'][number] & Pick<MapPlace, 'name' | 'latitude' | 'longitude' | 'precision'>

/** The selected events by the places where they happened. */
export function mapData(db: ReadDb, { events }: Selected): MapData {
  const located = sql`json_each(${events}) j CROSS JOIN event t ON t.num = j.value
    WHERE t.latitude IS NOT NULL AND t.longitude IS NOT NULL`
  const rows = all<Row>(
    db,
    sql`SELECT t.id, t.ref, t.title, t."when", t.status, t.place AS name, t.latitude, t.longitude,
          t.place_precision AS precision FROM ${located} ORDER BY j.key LIMIT ${mostEvents}`,
  )
  const usable = value<number>(db, sql`SELECT count(*) FROM ${located}`) ?? 0
  return { figure: 'map', counts: { records: events.length, usable, withheld: 0 }, places: placesOf(rows) }
}

/** Events of the same coordinates, precision and name are at one place. */
function placesOf(rows: readonly Row[]): MapPlace[] {
  const places = new Map<string, Omit<MapPlace, 'count'> & { count: number }>()
  for (const { name, latitude, longitude, precision, ...event } of rows) {
    const key = JSON.stringify([latitude.toFixed(4), longitude.toFixed(4), precision, name])
    const place = places.get(key) ?? { name, latitude, longitude, precision, count: 0, events: [] }
    places.set(key, place)
    place.count += 1
    if (place.events.length < mostNamed) place.events.push(event)
  }
  return [...places.values()]
}
