import type { FigureFrame } from './figure.ts'
import type { Box } from './labels.ts'
import { el, path, type SvgNode } from './node.ts'
import { leastExtent, type Band, type Placed } from './numbers-layout.ts'
import { markWords } from './numbers-words.ts'
import { signPath, type Series } from './series.ts'

export function drawMark(one: Placed, { theme }: FigureFrame, band: Band, isCrowded: boolean): SvgNode {
  const { measure, mark, series, x, y, extent } = one
  const [from, to] = extent
  const radius = isCrowded ? 4 : 5
  const half = halfWidth(one)
  const box = ([low, high]: readonly [number, number]): Box => {
    const [top, bottom] = [clampTo(band, high), clampTo(band, low)]
    return { x: x - half, y: top, width: 2 * half, height: Math.max(1, bottom - top) }
  }
  return el(
    'g',
    { 'data-mark': measure.id },
    el('title', {}, markWords(measure)),
    mark.hatch ? hatching(box(mark.hatch), series) : null,
    mark.bar ? el('rect', { ...box(mark.bar), fill: series.colour, 'fill-opacity': 0.3 }) : null,
    to - from > leastExtent ? dateLine(one, isCrowded) : null,
    mark.arrow ? arrow(one, band) : null,
    el('path', {
      d: signPath(series.shape, x, y, radius),
      fill: mark.hasPoint ? series.colour : theme.paper,
      stroke: mark.hasPoint ? theme.paper : series.colour,
      'stroke-width': mark.hasPoint ? 1 : 2,
    }),
  )
}

/** Lines across a box, which is itself there to be pointed at. A pattern would be drawn as pixels in a PDF, slowly. */
const hatching = (box: Box, { shape, colour }: Series): SvgNode[] => [
  el('rect', { ...box, fill: 'none', 'pointer-events': 'all' }),
  el('path', {
    d: hatchPath(box, shape % 2 === 0),
    fill: 'none',
    stroke: colour,
    'stroke-width': 0.8,
    'stroke-opacity': 0.55,
  }),
]

const hatchStep = 7

/** Lines at 45 degrees, cut off at the edges of the box, which run on in a box beside it. */
export function hatchPath({ x, y, width, height }: Box, isRising: boolean): string {
  // Rising lines have the same sum of x and y all along; falling ones are those of a box upside down.
  const [left, right] = [x, x + width]
  const [top, bottom] = isRising ? [y, y + height] : [-y - height, -y]
  const lines: string[] = []
  for (let sum = Math.ceil((left + top) / hatchStep) * hatchStep; sum < right + bottom; sum += hatchStep) {
    const [from, to] = [Math.max(left, sum - bottom), Math.min(right, sum - top)]
    const at = (across: number): readonly [number, number] => [across, (isRising ? 1 : -1) * (sum - across)]
    lines.push(path([at(from), at(to)]))
  }
  return lines.join('')
}

/** Half of the width of a bar or hatching: as wide as its date where that has room. */
export const halfWidth = ({ extent: [from, to] }: Placed): number => Math.max(7, Math.min(16, (to - from) / 2))

/** Where a mark's sign, bar, hatching, arrow and date line are. */
export function markBoxes(one: Placed, band: Band): Box[] {
  const { mark, x, y, extent } = one
  const [from, to] = extent
  const half = halfWidth(one)
  const ranges = [mark.hatch, mark.bar].filter((range) => range !== null)
  const tip = mark.arrow ? arrowTip(one, band) : y
  return [
    { x: x - 6, y: y - 6, width: 12, height: 12 },
    ...ranges.map(([low, high]) => {
      const top = clampTo(band, high)
      return { x: x - half, y: top, width: 2 * half, height: clampTo(band, low) - top }
    }),
    ...(mark.arrow ? [{ x: x - 5, y: Math.min(y, tip), width: 10, height: Math.abs(tip - y) }] : []),
    ...(to - from > leastExtent ? [{ x: from, y: y - 3, width: to - from, height: 6 }] : []),
  ]
}

const clampTo = ({ y, top, bottom }: Band, value: number): number => {
  const at = y(value)
  return Number.isFinite(at) ? Math.min(bottom, Math.max(top, at)) : bottom
}

/** From when to when it may have been said: dashed, with ends where the date has them. */
function dateLine({ time, extent: [from, to], y, series }: Placed, isCrowded: boolean): SvgNode {
  const end = (x: number): SvgNode => el('line', { x1: x, x2: x, y1: y - 3, y2: y + 3, stroke: series.colour })
  return el(
    'g',
    { 'stroke-opacity': isCrowded ? 0.4 : 0.75 },
    el('line', {
      x1: from,
      x2: to,
      y1: y,
      y2: y,
      stroke: series.colour,
      'stroke-dasharray': time.from.fuzz + time.to.fuzz > 0 ? '2 3' : undefined,
    }),
    time.from.at !== null ? end(from) : null,
    time.to.at !== null ? end(to) : null,
  )
}

const arrowLength = 26

function arrowTip({ mark, y }: Placed, band: Band): number {
  const sign = mark.arrow === 'up' ? -1 : 1
  const room = sign < 0 ? y - band.top : band.bottom - y
  return y + sign * Math.max(Math.min(arrowLength, room), 0)
}

/** An open side: from its bound on, no one knows how far. */
function arrow(one: Placed, band: Band): SvgNode {
  const { x, y, series } = one
  const tip = arrowTip(one, band)
  const neck = tip - Math.sign(tip - y) * Math.min(6, Math.abs(tip - y))
  return el(
    'g',
    { stroke: series.colour, 'stroke-width': 2, fill: 'none' },
    el('line', { x1: x - 7, x2: x + 7, y1: y, y2: y }),
    el('line', { x1: x, x2: x, y1: y, y2: tip }),
    el('path', {
      d: path([
        [x - 4, neck],
        [x, tip],
        [x + 4, neck],
      ]),
    }),
  )
}
