import type { Polygons } from './packages.ts'

type Ring = Polygons[number][number]

const earthRadius = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The area within a ring in km². */
export function areaOf(ring: Ring): number {
  let sum = 0
  ring.forEach(([longitude, latitude], at) => {
    const [nextLongitude, nextLatitude] = ring[(at + 1) % ring.length] ?? [longitude, latitude]
    sum += radians(nextLongitude - longitude) * (2 + Math.sin(radians(latitude)) + Math.sin(radians(nextLatitude)))
  })
  return Math.abs((sum * earthRadius ** 2) / 2)
}

/** The radius in km of a circle of this area in km². */
export const radiusOf = (area: number): number => Math.sqrt(area / Math.PI)

/** The middle of a country: that of its largest part. */
export function middleOf(polygons: Polygons): { latitude: number; longitude: number } {
  const outer = polygons.flatMap(([ring]) => (ring ? [ring] : []))
  const [largest = []] = outer.toSorted((one, other) => areaOf(other) - areaOf(one))
  // Seen from one of its points: the differences that make up a small island would be lost in the whole numbers.
  const [east, north] = largest[0] ?? [0, 0]
  const seen = largest.map(([longitude, latitude]) => [longitude - east, latitude - north] as const)
  let [area, x, y] = [0, 0, 0]
  seen.forEach(([longitude, latitude], at) => {
    const [nextLongitude, nextLatitude] = seen[(at + 1) % seen.length] ?? [longitude, latitude]
    const part = longitude * nextLatitude - nextLongitude * latitude
    area += part
    x += (longitude + nextLongitude) * part
    y += (latitude + nextLatitude) * part
  })
  return { longitude: east + x / (3 * area), latitude: north + y / (3 * area) }
}

/** The area of all parts of a country in km². */
export const totalArea = (polygons: Polygons): number => polygons.reduce((sum, [ring = []]) => sum + areaOf(ring), 0)
