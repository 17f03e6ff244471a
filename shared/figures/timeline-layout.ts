import type { FigureOptions, TimelineItem } from './data.ts'
import { compare } from './series.ts'
import { fit, textWidth } from './text-width.ts'
import type { TimeScale } from './time-axis.ts'
import { middle, reach, type DrawnTime } from './when.ts'

/** Something with a time, once for each lane that it stands in. */
export interface Dated {
  readonly item: TimelineItem
  readonly time: DrawnTime
}

/** A dated item where it is drawn. */
export interface LaneMark extends Dated {
  readonly row: number
  /** From where to where its bar goes; beyond the plot where an end is open. */
  readonly from: number
  readonly to: number
  /** How wide the uncertain parts before and after are. */
  readonly fuzz: readonly [number, number]
  readonly label: string
}

export interface Lane {
  readonly name: string
  readonly marks: readonly LaneMark[]
  readonly rows: number
  /** Items for which there is no row; zooming in makes room. */
  readonly more: number
}

export const rowHeight = 20
const mostRows = 12
const mostLanes = 40
const labelSize = 11
/** As wide as a sign. */
const signWidth = 10

/** The lanes of what lies in the shown time, the busiest first; what is beyond the last goes into one. */
export function lanesOf(items: readonly Dated[], by: FigureOptions['lanes'], x: TimeScale): Lane[] {
  const groups = new Map<string, Dated[]>()
  for (const dated of items)
    for (const name of new Set(lanesFor(dated.item, by))) {
      const group = groups.get(name)
      if (group) group.push(dated)
      else groups.set(name, [dated])
    }
  const ordered = [...groups].sort(([nameA, a], [nameB, b]) => b.length - a.length || compare(nameA, nameB))
  const rest = ordered.slice(mostLanes)
  const all = new Set(rest.flatMap(([, group]) => group))
  const shown =
    rest.length === 0 ? ordered : [...ordered.slice(0, mostLanes), [`${rest.length} others`, [...all]] as const]
  return shown.map(([name, group]) => packed(name, group, x))
}

const lanesFor = ({ actors, topic, place }: TimelineItem, by: FigureOptions['lanes']): readonly string[] => {
  if (by === 'actor') return actors.length > 0 ? actors : ['no actor named']
  const value = by === 'topic' ? topic : place
  return [value ?? `no ${by} named`]
}

/** Rows in which nothing meets, with labels while they fit, else without. */
function packed(name: string, group: readonly Dated[], x: TimeScale): Lane {
  const marks = group.map((dated) => boxOf(dated, x))
  marks.sort((a, b) => a.from - b.from || a.to - b.to || compare(a.item.record.id, b.item.record.id))
  const labelled = inRows(marks, x)
  if (labelled.more === 0) return { name, ...labelled }
  const close = inRows(
    marks.map((mark) => ({ ...mark, label: '' })),
    x,
  )
  return { name, ...close, marks: labelledInGaps(close.marks, marks, x) }
}

/** Less than this is no help. */
const leastLabel = 70

/** Where marks stand close, a label stands only in the gap after its mark, cut to it. */
function labelledInGaps(placed: readonly LaneMark[], wanted: readonly Unplaced[], x: TimeScale): LaneMark[] {
  const right = x.range()[1] ?? 0
  const labels = new Map(wanted.map(({ item, label }) => [item.record.id, label]))
  const next = new Map<number, number>()
  return [...placed]
    .reverse()
    .map((mark) => {
      const [begin, end] = outerEnds(mark)
      const room = (next.get(mark.row) ?? right) - end - 16
      next.set(mark.row, begin)
      return { ...mark, label: room < leastLabel ? '' : fit(labels.get(mark.item.record.id) ?? '', room, labelSize) }
    })
    .reverse()
}

type Unplaced = Omit<LaneMark, 'row'>

function boxOf({ item, time }: Dated, x: TimeScale): Unplaced {
  const [left = 0, right = 0] = x.range()
  const at = (moment: number | null, open: number): number =>
    moment === null ? open : Math.min(right + 40, Math.max(left - 40, x(moment)))
  const from = at(time.from.at, left - 40)
  const to = at(time.to.at, right + 40)
  const [first, last] = reach(time)
  const fuzz = [from - at(first, from), at(last, to) - to] as const
  const ref = item.ref === null ? '' : `${item.ref} `
  return { item, time, from, to, fuzz, label: fit(`${ref}${item.title}`, 260, labelSize) }
}

type Placing = Pick<LaneMark, 'from' | 'to' | 'fuzz' | 'time'>

/** A sign stands in the middle of a closed time, at the known end of an open one. */
export function signX({ from, to, time }: Placing): number {
  if (time.to.at === null && time.from.at !== null) return from
  if (time.from.at === null && time.to.at !== null) return to
  return (from + to) / 2
}

/** Between a sign and a label that stands on its bar. */
const besideSign = signWidth / 2 + 6

/** Where a label stands: after its bar, before it where the plot ends, on it beside its sign where neither has room. */
export function labelPlace(
  mark: Placing & Pick<LaneMark, 'label'>,
  [left, right]: readonly [number, number],
): { readonly x: number; readonly anchor: 'start' | 'end'; readonly isOnBar: boolean; readonly width: number } {
  const [begin, end] = outerEnds(mark)
  const width = textWidth(mark.label, labelSize)
  if (end + 5 + width <= right) return { x: end + 5, anchor: 'start', isOnBar: false, width }
  if (begin - 5 - width >= left) return { x: begin - 5, anchor: 'end', isOnBar: false, width }
  const sign = Math.min(right, Math.max(left, signX(mark)))
  if (sign + besideSign + width > right && sign - besideSign - width >= left)
    return { x: sign - besideSign, anchor: 'end', isOnBar: true, width }
  return { x: sign + besideSign, anchor: 'start', isOnBar: true, width }
}

/** Where a mark begins and ends, its fuzz and its sign included. */
function outerEnds(mark: Placing): readonly [number, number] {
  const { from, to, fuzz } = mark
  const sign = signX(mark)
  return [Math.min(from - fuzz[0], sign - signWidth / 2), Math.max(to + fuzz[1], sign + signWidth / 2)]
}

function inRows(marks: readonly Unplaced[], x: TimeScale): Pick<Lane, 'marks' | 'rows' | 'more'> {
  const [left = 0, right = 0] = x.range()
  const ends: number[] = []
  const placed: LaneMark[] = []
  let more = 0
  for (const mark of marks) {
    const [first, last] = outerEnds(mark)
    const { x: at, anchor, width } = labelPlace(mark, [left, right])
    const begin = mark.label === '' ? first : Math.min(first, anchor === 'end' ? at - width : at)
    const end = (mark.label === '' ? last : Math.max(last, anchor === 'end' ? at : at + width)) + 8
    let row = ends.findIndex((taken) => taken <= begin)
    if (row < 0) row = ends.length
    if (row >= mostRows) {
      more += 1
      continue
    }
    ends[row] = end
    placed.push({ ...mark, row })
  }
  return { marks: placed, rows: Math.max(1, ends.length), more }
}

/** The time that all items span, with room; open ends reach no further than the known ones. */
export const knownMoments = (items: readonly Dated[]): number[] =>
  items.flatMap(({ time }) => {
    const [first, last] = reach(time)
    return [first, last, middle(time)].filter((moment) => moment !== null)
  })

/** Whether a part of a time lies in a span. */
export function isWithin(time: DrawnTime, [start, end]: readonly [number, number]): boolean {
  const [first, last] = reach(time)
  return (first ?? -Infinity) <= end && (last ?? Infinity) >= start
}
