import type { Polygons } from './packages.ts'

type Ring = Polygons[number][number]
type Position = Ring[number]

/** Parts rings where they cross the 180th meridian, so that they can be drawn on a plane. */
export const parted = (polygons: Polygons): Polygons => polygons.flatMap(partedPolygon)

function partedPolygon(rings: Polygons[number]): Polygons {
  const unwrapped = rings.map(unwrap)
  if (unwrapped.every((ring) => ring.every(([x]) => x >= -180 && x <= 180))) return [unwrapped]
  // A ring that was followed across the meridian reaches into the next turn on one side.
  return [-360, 0, 360].flatMap((turn) => {
    const moved = unwrapped.map((ring) => clip(ring.map(([x, y]): Position => [x + turn, y])))
    const [outer, ...holes] = moved
    return outer && outer.length >= 4 ? [[outer, ...holes.filter((hole) => hole.length >= 4)]] : []
  })
}

/** Follows a ring without leaps from 180 to -180; one around a pole is closed over it. */
function unwrap(ring: Ring): Ring {
  let turn = 0
  const followed = ring.map(([x, y], at): Position => {
    const before = ring[at - 1]?.[0] ?? x
    if (x - before > 180) turn -= 360
    if (x - before < -180) turn += 360
    return [x + turn, y]
  })
  const [first, last] = [followed[0], followed.at(-1)]
  if (!first || !last || Math.abs(first[0] - last[0]) < 180) return followed
  const pole = first[1] < 0 ? -90 : 90
  return [...followed, [last[0], pole], [first[0], pole], first]
}

/** What of a ring lies between -180 and 180 (Sutherland and Hodgman). */
const clip = (ring: Ring): Ring => closed(side(side(ring.slice(0, -1), 180, 1), -180, -1))

function side(ring: Ring, edge: number, sign: 1 | -1): Ring {
  const isIn = ([x]: Position): boolean => sign * (edge - x) >= 0
  return ring.flatMap((point, at): Ring => {
    const before = ring.at(at - 1) ?? point
    if (isIn(before) === isIn(point)) return isIn(point) ? [point] : []
    const share = (edge - before[0]) / (point[0] - before[0])
    const crossing: Position = [edge, before[1] + share * (point[1] - before[1])]
    return isIn(point) ? [crossing, point] : [crossing]
  })
}

const closed = (ring: Ring): Ring => (ring[0] ? [...ring, ring[0]] : [])
