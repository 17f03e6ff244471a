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
  /** Its border where its outline is cut at the date line, without the cut; null where it is not. */
  readonly border: Lines | null
}

interface Lines {
  readonly type: 'MultiLineString'
  readonly coordinates: [number, number][][]
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
  return {
    name,
    isDisputed: disputed !== undefined,
    shape: { type: 'MultiPolygon', coordinates },
    box: boundsOf(rings),
    border: rings.some(isCut) ? { type: 'MultiLineString', coordinates: rings.flatMap(uncut) } : null,
  }
}

type Ring = Outlines['countries'][number]['rings'][number]

/** Whether an edge lies on the date line or on a pole: there an outline is cut or closed, and nothing ends. */
const isSeam = ([x1, y1]: Ring[number], [x2, y2]: Ring[number]): boolean =>
  (Math.abs(x1) > 179.99 && Math.abs(x2) > 179.99) || (Math.abs(y1) > 89.99 && Math.abs(y2) > 89.99)

const isCut = (ring: Ring): boolean => ring.some((point, at) => at > 0 && isSeam(ring[at - 1] ?? point, point))

/** A ring as lines that leave out its seams. */
function uncut(ring: Ring): [number, number][][] {
  const lines: [number, number][][] = [[]]
  ring.forEach((point, at) => {
    if (at > 0 && isSeam(ring[at - 1] ?? point, point)) lines.push([])
    lines.at(-1)?.push(point)
  })
  return lines.filter(({ length }) => length > 1)
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

type Point = readonly [x: number, y: number]

/** Collects lines, leaving out what is nearer to the point before than half a pixel: no eye can tell. */
class ThinPath {
  readonly lines: Point[][] = []
  #text = ''
  #last: Point = [NaN, NaN]

  moveTo(x: number, y: number): void {
    this.#last = [x, y]
    this.lines.push([this.#last])
    this.#text += `M${round(x)} ${round(y)}`
  }

  lineTo(x: number, y: number): void {
    const [lastX, lastY] = this.#last
    if (Math.abs(x - lastX) < 0.6 && Math.abs(y - lastY) < 0.6) return
    this.#last = [x, y]
    this.lines.at(-1)?.push(this.#last)
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

function drawn(projection: GeoProjection, shape: GeoPermissibleObjects): ThinPath {
  const thin = new ThinPath()
  geoPath(projection, thin)(shape)
  return thin
}

/** The path of a shape on the map; empty when it is outside the frame. */
export const shapePath = (projection: GeoProjection, shape: GeoPermissibleObjects): string =>
  drawn(projection, shape).text()

/** A country in the frame: its path, and the same as outlines in pixels. */
export interface DrawnCountry {
  readonly country: Country
  readonly d: string
  readonly outlines: readonly (readonly Point[])[]
}

export function drawCountry(projection: GeoProjection, country: Country): DrawnCountry {
  const thin = drawn(projection, country.shape)
  return { country, d: thin.text(), outlines: thin.lines }
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
