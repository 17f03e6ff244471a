import type { FigureTheme } from './figure.ts'
import { el, type SvgNode } from './node.ts'
import { textWidth } from './text-width.ts'

/** A box on the picture. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A label that wants a place beside a point: its texts from the longest to the shortest that still helps. */
export interface WantedLabel {
  readonly id: string
  readonly x: number
  readonly y: number
  /** How far from the point the text begins. */
  readonly gap: number
  readonly texts: readonly string[]
  /** A line goes through the point from left to right: beside it is the last choice. */
  readonly isOnLine?: boolean
  /** What stands at the point is tall: above and below, too, the text begins beside it. */
  readonly isTall?: boolean
}

export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly anchor: 'start' | 'end' | 'middle'
  readonly box: Box
}

/** Whether two boxes have any part in common. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** Boxes by the cells they lie in: so that a place is looked for among few of many. */
class Boxes {
  readonly #cells = new Map<string, Box[]>()

  #keys({ x, y, width, height }: Box): string[] {
    const keys: string[] = []
    for (let column = Math.floor(x / 64); column <= Math.floor((x + width) / 64); column++)
      for (let row = Math.floor(y / 24); row <= Math.floor((y + height) / 24); row++) keys.push(`${column} ${row}`)
    return keys
  }

  add(box: Box): void {
    for (const key of this.#keys(box)) this.#cells.set(key, [...(this.#cells.get(key) ?? []), box])
  }

  meets(box: Box): boolean {
    return this.#keys(box).some((key) => this.#cells.get(key)?.some((other) => overlaps(box, other)) ?? false)
  }
}

/**
 * Places labels one after another, each where it meets nothing: right of its point, left, or one line above or below.
 * The first come first, so the caller's order says which matter most; one without a place is left out.
 */
export const placeLabels = (
  wanted: readonly WantedLabel[],
  taken: readonly Box[],
  frame: Box,
  size: number,
): PlacedLabel[] =>
  placeEach(
    wanted.map((label) => label.texts.flatMap((text) => placesOf(label, text, size))),
    taken,
    frame,
  )

/** A text that may stand with its middle at any of some points, the best first. */
export interface CentredLabel {
  readonly id: string
  readonly text: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** Places labels like `placeLabels`, each around one of its points. */
export const placeCentred = (
  wanted: readonly CentredLabel[],
  taken: readonly Box[],
  frame: Box,
  size: number,
): PlacedLabel[] =>
  placeEach(
    wanted.map(({ id, text, points }) => {
      const [width, height] = [textWidth(text, size) + 2, size + 3]
      return points.map(([x, y]): PlacedLabel => {
        const box = { x: x - width / 2, y: y - height / 2, width, height }
        return { id, text, x, y: y + size * 0.36, anchor: 'middle', box }
      })
    }),
    taken,
    frame,
  )

/** Of each label the first place that lies in the frame and meets nothing. */
function placeEach(wanted: readonly (readonly PlacedLabel[])[], taken: readonly Box[], frame: Box): PlacedLabel[] {
  const boxes = new Boxes()
  taken.forEach((box) => boxes.add(box))
  return wanted.flatMap((places): PlacedLabel[] => {
    const place = places.find(({ box }) => contains(frame, box) && !boxes.meets(box))
    if (!place) return []
    boxes.add(place.box)
    return [place]
  })
}

function placesOf(
  { id, x, y, gap, isOnLine = false, isTall = false }: WantedLabel,
  text: string,
  size: number,
): PlacedLabel[] {
  const width = textWidth(text, size) + 2
  const height = size + 3
  const lift = height * 0.85
  const beside = [
    { dx: gap, dy: 0, anchor: 'start' },
    { dx: -gap, dy: 0, anchor: 'end' },
  ] as const
  const aside = isTall ? gap : gap * 0.6
  const oblique = [
    { dx: aside, dy: -lift, anchor: 'start' },
    { dx: aside, dy: lift, anchor: 'start' },
    { dx: -aside, dy: -lift, anchor: 'end' },
    { dx: -aside, dy: lift, anchor: 'end' },
  ] as const
  const straight = [
    { dx: 0, dy: -height * 1.1, anchor: 'middle' },
    { dx: 0, dy: height * 1.1, anchor: 'middle' },
  ] as const
  const sides = isOnLine ? [...oblique, ...straight, ...beside] : [...beside, ...oblique, ...straight]
  return sides.map(({ dx, dy, anchor }) => {
    const left = { start: x + dx, end: x + dx - width, middle: x - width / 2 }[anchor]
    const box = { x: left, y: y + dy - height / 2, width, height }
    return { id, text, x: x + dx, y: y + dy + size * 0.36, anchor, box }
  })
}

/** What puts a text on a halo of the paper, so that lines under it do not cross its letters. */
export const halo = (theme: FigureTheme): Readonly<Record<string, string | number>> => ({
  stroke: theme.paper,
  'stroke-width': 3,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
})

/** A placed label, on a halo. */
export const labelNode = ({ text, x, y, anchor }: PlacedLabel, theme: FigureTheme): SvgNode =>
  el('text', { x, y, 'font-size': 11, 'text-anchor': anchor, ...halo(theme) }, text)
