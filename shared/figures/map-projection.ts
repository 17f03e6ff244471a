import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo'
import type { MapPlace } from './data.ts'

/** How a map is looked at: 1 is all of its places; the shift is a share of the frame. */
export interface MapView {
  readonly zoom: number
  readonly dx: number
  readonly dy: number
}

export const wholeMap: MapView = { zoom: 1, dx: 0, dy: 0 }

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Some land around a single place, so that one sees where it is: degrees. */
const leastSpan = 9

/** The longitude in the middle of the shortest arc that holds all: that of places at both sides of the date line is there. */
export function middleLongitude(longitudes: readonly number[]): { readonly centre: number; readonly span: number } {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b)
  const [first] = sorted
  if (first === undefined) return { centre: 0, span: 360 }
  let [gap, after] = [-1, 0]
  sorted.forEach((longitude, at) => {
    const next = sorted[at + 1] ?? first + 360
    if (next - longitude > gap) [gap, after] = [next - longitude, next]
  })
  const span = 360 - gap
  return { centre: ((after + span / 2 + 540) % 360) - 180, span }
}

/** A projection for where the places are: equal in area around them; the whole world where they are all over it. */
export function projectionFor(
  places: readonly Pick<MapPlace, 'latitude' | 'longitude'>[],
  frame: Frame,
  view: MapView = wholeMap,
): GeoProjection {
  const latitudes = places.map(({ latitude }) => latitude)
  const south = Math.min(90, ...latitudes)
  const north = Math.max(-90, ...latitudes)
  const { centre, span } = middleLongitude(places.map(({ longitude }) => longitude))
  const isWorld = places.length === 0 || span > 150 || north - south > 110
  const projection = isWorld
    ? geoEqualEarth().rotate([-(places.length === 0 ? 20 : centre), 0])
    : geoAzimuthalEqualArea()
        .rotate([-centre, -(south + north) / 2])
        .clipAngle(100)
  const room = Math.max(16, Math.min(frame.width, frame.height) * 0.1)
  const inner = [
    [frame.x + room, frame.y + room],
    [frame.x + frame.width - room, frame.y + frame.height - room],
  ] as [[number, number], [number, number]]
  if (isWorld) projection.fitExtent(inner, { type: 'Sphere' })
  else projection.fitExtent(inner, corners(places, centre, south, north))
  const [x, y] = projection.translate()
  const [centreX, centreY] = [frame.x + frame.width / 2, frame.y + frame.height / 2]
  return projection
    .scale(projection.scale() * view.zoom)
    .translate([
      centreX + (x - centreX) * view.zoom + view.dx * frame.width,
      centreY + (y - centreY) * view.zoom + view.dy * frame.height,
    ])
    .clipExtent([
      [frame.x, frame.y],
      [frame.x + frame.width, frame.y + frame.height],
    ])
}

/** The places with some land around them. */
function corners(
  places: readonly Pick<MapPlace, 'latitude' | 'longitude'>[],
  centre: number,
  south: number,
  north: number,
): { type: 'MultiPoint'; coordinates: [number, number][] } {
  const middle = (south + north) / 2
  const room = leastSpan / 2
  const widening = Math.cos((Math.min(Math.abs(middle), 80) * Math.PI) / 180)
  const around: [number, number][] = [
    [centre - room / widening, middle],
    [centre + room / widening, middle],
    [centre, Math.max(-89, middle - room)],
    [centre, Math.min(89, middle + room)],
  ]
  return {
    type: 'MultiPoint',
    coordinates: [...around, ...places.map(({ longitude, latitude }): [number, number] => [longitude, latitude])],
  }
}
