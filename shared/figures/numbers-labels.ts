import { formatQuantity } from '../quantities.ts'
import type { MeasureData, MeasureMark } from './data.ts'
import type { FigureFrame } from './figure.ts'
import { labelNode, placeLabels, type Box, type WantedLabel } from './labels.ts'
import { el, type SvgNode } from './node.ts'
import { left, type Band, type Placed } from './numbers-layout.ts'
import { fit } from './text-width.ts'

interface Line {
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

export function contradictionLine({ from, to }: Line, { theme }: FigureFrame): SvgNode {
  return el(
    'g',
    {},
    el('line', {
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
      stroke: theme.amber,
      'stroke-dasharray': '4 4',
    }),
    el(
      'text',
      {
        x: (from.x + to.x) / 2,
        y: (from.y + to.y) / 2 + 4,
        'text-anchor': 'middle',
        fill: theme.amber,
        stroke: theme.paper,
        'stroke-width': 4,
        'paint-order': 'stroke',
        'font-weight': 600,
      },
      '≠',
    ),
  )
}

const labelSize = 11

export function labelsOf(
  band: Band,
  marks: readonly Placed[],
  important: ReadonlySet<string>,
  width: number,
): { readonly number: number; readonly nodes: (frame: FigureFrame) => SvgNode[] } {
  const wanted = [...marks]
    .sort((a, b) => Number(important.has(b.measure.id)) - Number(important.has(a.measure.id)))
    .map((one): WantedLabel => ({
      id: one.measure.id,
      x: one.x,
      y: one.y,
      gap: gapOf(one),
      isOnLine: one.extent[1] - one.extent[0] > 30,
      texts: labelTexts(one.measure),
    }))
  const taken = marks.flatMap(({ x, y }): Box[] => [{ x: x - 6, y: y - 6, width: 12, height: 12 }])
  const frame = { x: left, y: band.top - 6, width: width - left - 2, height: band.bottom - band.top + 12 }
  const placed = placeLabels(wanted, taken, frame, labelSize)
  return {
    number: placed.length,
    nodes: ({ theme }) => placed.map((label) => labelNode(label, theme)),
  }
}

const gapOf = ({ mark, extent: [from, to] }: Placed): number =>
  mark.hatch || mark.bar ? Math.max(7, Math.min(16, (to - from) / 2)) + 6 : 10

/** A measure's label, from the longest form to the shortest. */
function labelTexts(measure: MeasureMark): string[] {
  const figure = formatQuantity(measure)
  const who = measure.claimant ?? 'unattributed'
  const ref = measure.ref === null ? '' : `${fit(measure.ref, 70, labelSize)} `
  const place =
    measure.place === null ? [] : [`${ref}${fit(who, 150, labelSize)} ${figure}, ${fit(measure.place, 120, labelSize)}`]
  return [...place, `${ref}${fit(who, 150, labelSize)} ${figure}`, `${ref}${figure}`, ...(ref ? [ref.trim()] : [])]
}
