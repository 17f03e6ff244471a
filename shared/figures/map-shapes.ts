import { geoArea, geoCircle, geoContains, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'
import type { MapPlace } from './data.ts'
import type { Outlines } from '../places.ts'
import { round } from './node.ts'

type Polygons = { readonly type: 'MultiPolygon'; readonly coordinates: [number, number][][][] }
export interface Country {
  readonly name: string
  readonly isDisputed: boolean
  readonly shape: Polygons
  readonly box: Bounds
  /** The bounds of its largest part: where its name stands. */
  readonly heart: Bounds
}

type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Made once for each set of outlines: their rings are turned the way round that means their inside. */
const known = new WeakMap<Outlines, Country[]>()

export function countriesOf(outlines: Outlines): Country[] {
  const made = known.get(outlines) ?? outlines.countries.map(countryOf)
  known.set(outlines, made)
  return made
}

function countryOf({ name, rings, disputed }: Outlines['countries'][number]): Country {
  const coordinates = rings.map((ring): [number, number][][] => {
    const polygon = [ring]
    // A ring the other way round, as holes are, would hold all of the world but its inside: what is a hole is told by counting.
    return geoArea({ type: 'Polygon', coordinates: polygon }) > 2 * Math.PI ? [[...ring].reverse()] : polygon
  })
  const parts = rings.map((ring) => boundsOf([ring]))
  const extent = ([west, south, east, north]: Bounds): number => (east - west) * (north - south)
  const heart = parts.reduce<Bounds>((best, part) => (extent(part) > extent(best) ? part : best), [0, 0, 0, 0])
  return {
    name,
    isDisputed: disputed !== undefined,
    shape: { type: 'MultiPolygon', coordinates },
    box: boundsOf(rings),
    heart,
  }
}

function boundsOf(rings: Outlines['countries'][number]['rings']): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const ring of rings)
    for (const [longitude, latitude] of ring)
      [west, south, east, north] = [
        Math.min(west, longitude),
        Math.min(south, latitude),
        Math.max(east, longitude),
        Math.max(north, latitude),
      ]
  return [west, south, east, north]
}

/** The country that holds a point, if any. */
export const countryAt = (countries: readonly Country[], longitude: number, latitude: number): Country | undefined =>
  countries.find(
    ({ shape, box: [west, south, east, north] }) =>
      longitude >= west &&
      longitude <= east &&
      latitude >= south &&
      latitude <= north &&
      ringsAround(shape, longitude, latitude) % 2 === 1,
  )

const ringsAround = ({ coordinates }: Polygons, longitude: number, latitude: number): number =>
  coordinates.filter((ring) => geoContains({ type: 'Polygon', coordinates: ring }, [longitude, latitude])).length

/** Collects a path, leaving out what is nearer to the point before than half a pixel: no eye can tell. */
class ThinPath {
  #text = ''
  #last: readonly [number, number] = [NaN, NaN]

  moveTo(x: number, y: number): void {
    this.#last = [x, y]
    this.#text += `M${round(x)} ${round(y)}`
  }

  lineTo(x: number, y: number): void {
    const [lastX, lastY] = this.#last
    if (Math.abs(x - lastX) < 0.6 && Math.abs(y - lastY) < 0.6) return
    this.#last = [x, y]
    this.#text += `L${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
  }

  closePath(): void {
    this.#text += 'Z'
  }

  arc(): void {
    throw new Error('Points are not drawn by this path')
  }

  beginPath(): void {
    this.#text = ''
  }

  text(): string {
    return this.#text
  }
}

/** The path of a shape on the map; empty when it is outside the frame. */
export function shapePath(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  const thin = new ThinPath()
  geoPath(projection, thin)(shape)
  return thin.text()
}

const earthRadius = 6371

/** The radius within which a place of a precision lies, in kilometres; a country has its own outline. */
export const precisionRadius: Readonly<Record<NonNullable<MapPlace['precision']>, number>> = {
  exact: 0,
  vicinity: 5,
  locality: 15,
  region: 120,
  country: 400,
}

/** A circle on the globe of a radius in kilometres. */
export const circleAround = (longitude: number, latitude: number, kilometres: number): GeoPermissibleObjects =>
  geoCircle()
    .center([longitude, latitude])
    .radius((kilometres / earthRadius) * (180 / Math.PI))
    .precision(4)()

/** How many kilometres a pixel is in the middle of a map. */
export function kilometresPerPixel(projection: GeoProjection, x: number, y: number): number | null {
  const [a, b] = [projection.invert?.([x, y]), projection.invert?.([x + 10, y])]
  if (!a || !b || ![...a, ...b].every(Number.isFinite)) return null
  const rad = Math.PI / 180
  const cosine =
    Math.sin(a[1] * rad) * Math.sin(b[1] * rad) +
    Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.cos((a[0] - b[0]) * rad)
  const distance = (Math.acos(Math.min(1, Math.max(-1, cosine))) * earthRadius) / 10
  return distance > 0 ? distance : null
}
