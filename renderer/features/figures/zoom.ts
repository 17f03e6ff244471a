import type { MapData, TimelineData } from '../../../shared/figures/data.ts'
import type { Figure } from '../../../shared/figures/figure.ts'
import { projectionFor, wholeMap, type MapView } from '../../../shared/figures/map-projection.ts'
import { timelineSpan, type TimeSpan } from '../../../shared/figures/timeline.ts'

const hour = 3_600_000
const year = 365 * 24 * hour
const shortest = 2 * hour
const longest = 500 * year

/** A span that is `factor` times as long, around a point of it (0 its start, 1 its end). */
export function zoomSpan([from, to]: TimeSpan, factor: number, at = 0.5): TimeSpan {
  const length = Math.min(longest, Math.max(shortest, (to - from) * factor))
  const fixed = from + (to - from) * at
  return [fixed - length * at, fixed + length * (1 - at)]
}

/** A span moved by a share of its length. */
export const moveSpan = ([from, to]: TimeSpan, share: number): TimeSpan => {
  const shift = (to - from) * share
  return [from + shift, to + shift]
}

/** The moment at a place of the timeline. */
export const momentAt = ([from, to]: TimeSpan, { plot }: Figure, x: number): number =>
  from + ((x - plot.x) / plot.width) * (to - from)

/** The span that is shown: the chosen one, or all. */
export const shownSpan = (data: TimelineData, span: TimeSpan | null): TimeSpan => span ?? timelineSpan(data)

/** A map that is `factor` times as large, around a point of its plot. */
export function zoomMap(view: MapView, factor: number, plot: Figure['plot'], x?: number, y?: number): MapView {
  const zoom = Math.min(400, Math.max(0.2, view.zoom * factor))
  const real = zoom / view.zoom
  // The shift is a share of the frame: what lies under the point stays there.
  const [cx, cy] = [
    ((x ?? plot.x + plot.width / 2) - plot.x) / plot.width - 0.5,
    ((y ?? plot.y + plot.height / 2) - plot.y) / plot.height - 0.5,
  ]
  return { zoom, dx: cx + (view.dx - cx) * real, dy: cy + (view.dy - cy) * real }
}

export const moveMap = (view: MapView, dx: number, dy: number): MapView => ({
  ...view,
  dx: view.dx + dx,
  dy: view.dy + dy,
})

export const isWholeMap = ({ zoom, dx, dy }: MapView): boolean =>
  zoom === wholeMap.zoom && dx === wholeMap.dx && dy === wholeMap.dy

export interface Rectangle {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The bounds of the places in a part of the map, in degrees, outwards to a hundredth; null where none is in it. */
export function boundsOnMap(
  { places }: MapData,
  plot: Figure['plot'],
  view: MapView,
  { x0, y0, x1, y1 }: Rectangle,
): { readonly latitude: readonly [number, number]; readonly longitude: readonly [number, number] } | null {
  const projection = projectionFor(places, plot, view)
  const inside = places.filter(({ latitude, longitude }) => {
    const [x, y] = projection([longitude, latitude]) ?? [NaN, NaN]
    return x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1)
  })
  if (inside.length === 0) return null
  const range = (values: readonly number[]): readonly [number, number] => [
    Math.floor(Math.min(...values) * 100) / 100,
    Math.ceil(Math.max(...values) * 100) / 100,
  ]
  return {
    longitude: range(inside.map(({ longitude }) => longitude)),
    latitude: range(inside.map(({ latitude }) => latitude)),
  }
}
