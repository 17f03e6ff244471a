import { formatQuantity } from '../quantities.ts'
import type { MeasureData, MeasureMark } from './data.ts'
import type { FigureFrame } from './figure.ts'
import { labelNode, overlaps, placeLabels, type Box, type WantedLabel } from './labels.ts'
import { el, type SvgNode } from './node.ts'
import { left, type Band, type Placed } from './numbers-layout.ts'
import { halfWidth, markBoxes } from './numbers-marks.ts'
import { fit } from './text-width.ts'

/** Between two that contradict. */
export interface Line {
  readonly from: Placed
  readonly to: Placed
}

/** Above this many, lines between marks tell nothing any more. */
const mostLines = 40

export function contradictionLines(
  { contradictions }: MeasureData,
  all: readonly Placed[],
): { readonly lines: Line[]; readonly ids: ReadonlySet<string> } {
  const byId = new Map(all.map((one) => [one.measure.id as string, one]))
  const lines = contradictions.flatMap(([a, b]) => {
    const [from, to] = [byId.get(a), byId.get(b)]
    return from && to ? [{ from, to }] : []
  })
  const ids = new Set(lines.flatMap(({ from, to }) => [from.measure.id as string, to.measure.id as string]))
  return { lines: lines.slice(0, mostLines), ids }
}

/** Half of the side of the ground that "≠" stands on. */
const signRadius = 9

/** Where the "≠" of a line stands: in its middle, or beside that where a sign is there. */
function signBox({ from, to }: Line, taken: readonly Box[]): Box {
  const boxes = [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => ({
    x: from.x + (to.x - from.x) * share - signRadius,
    y: from.y + (to.y - from.y) * share - signRadius,
    width: 2 * signRadius,
    height: 2 * signRadius,
  }))
  const [middle = { x: 0, y: 0, width: 0, height: 0 }] = boxes
  return boxes.find((box) => !taken.some((other) => overlaps(box, other))) ?? middle
}

/** The boxes along a line, for what must not stand on it. */
function lineBoxes({ from, to }: Line): Box[] {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8)
  return Array.from({ length: steps + 1 }, (_, at) => ({
    x: from.x + ((to.x - from.x) * at) / Math.max(steps, 1) - 2,
    y: from.y + ((to.y - from.y) * at) / Math.max(steps, 1) - 2,
    width: 4,
    height: 4,
  }))
}

export interface DrawnLines {
  readonly lines: (frame: FigureFrame) => SvgNode[]
  readonly signs: (frame: FigureFrame) => SvgNode[]
  readonly taken: readonly Box[]
}

/** The lines between what contradicts, and on each a "≠" on a disc of the paper. */
export function drawLines(lines: readonly Line[], marks: readonly Placed[]): DrawnLines {
  const signs = marks.map(({ x, y }): Box => ({ x: x - 6, y: y - 6, width: 12, height: 12 }))
  const boxes = lines.map((line) => signBox(line, signs))
  return {
    lines: ({ theme }) =>
      lines.map(({ from, to }) =>
        el('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: theme.amber, 'stroke-dasharray': '4 4' }),
      ),
    signs: ({ theme }) =>
      boxes.map(({ x, y }) => {
        const [middleX, middleY] = [x + signRadius, y + signRadius]
        return el(
          'g',
          {},
          el('circle', { cx: middleX, cy: middleY, r: signRadius, fill: theme.paper }),
          el(
            'text',
            {
              x: middleX,
              y: middleY + 5,
              'font-size': 15,
              'text-anchor': 'middle',
              fill: theme.amber,
              'font-weight': 600,
            },
            '≠',
          ),
        )
      }),
    taken: [...boxes, ...lines.flatMap(lineBoxes)],
  }
}

const labelSize = 11

/** The labels of a band's marks, where they meet no mark, no label and nothing that is taken. */
export function labelsOf(
  band: Band,
  marks: readonly Placed[],
  important: ReadonlySet<string>,
  width: number,
  taken: readonly Box[],
): { readonly number: number; readonly nodes: (frame: FigureFrame) => SvgNode[] } {
  const wanted = [...marks]
    .sort((a, b) => Number(important.has(b.measure.id)) - Number(important.has(a.measure.id)))
    .map((one): WantedLabel => ({
      id: one.measure.id,
      x: one.x,
      y: one.y,
      gap: gapOf(one),
      isOnLine: one.extent[1] - one.extent[0] > mostBeside,
      isTall: isTall(one),
      texts: labelTexts(one.measure),
    }))
  const frame = { x: left, y: band.top - 6, width: width - left - 2, height: band.bottom - band.top + 12 }
  const near = [...marks.flatMap((one) => markBoxes(one, band)), ...taken.filter((box) => overlaps(box, frame))]
  const placed = placeLabels(wanted, near, frame, labelSize)
  return {
    number: placed.length,
    nodes: ({ theme }) => placed.map((label) => labelNode(label, theme)),
  }
}

/** Beside a date line that is longer, a label would stand too far from its sign. */
const mostBeside = 40

const isTall = ({ mark }: Placed): boolean => mark.hatch !== null || mark.bar !== null

function gapOf(one: Placed): number {
  const { extent, x } = one
  const [from, to] = extent
  const line = to - from > mostBeside ? 0 : Math.max(to - x, x - from) + 4
  return Math.max(10, isTall(one) ? halfWidth(one) + 4 : 0, line)
}

/** A measure's label, from the longest form to the shortest. */
function labelTexts(measure: MeasureMark): string[] {
  const figure = formatQuantity(measure)
  const who = measure.claimant ?? 'unattributed'
  const ref = measure.ref === null ? '' : `${fit(measure.ref, 70, labelSize)} `
  const place =
    measure.place === null ? [] : [`${ref}${fit(who, 150, labelSize)} ${figure}, ${fit(measure.place, 120, labelSize)}`]
  return [...place, `${ref}${fit(who, 150, labelSize)} ${figure}`, `${ref}${figure}`, ...(ref ? [ref.trim()] : [])]
}
