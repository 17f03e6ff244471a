import { dateInWords } from '../dates.ts'
import { count, countNotes } from './counts-words.ts'
import type { FigureOptions, TimelineData, TimelineItem } from './data.ts'
import type { Figure, FigureFrame, FigureTable, FigureTheme, Mark } from './figure.ts'
import { halo } from './labels.ts'
import { el, path, type SvgNode } from './node.ts'
import { signPath } from './series.ts'
import { wrap } from './text-width.ts'
import { momentInWords, roomy, timeAxis, timeScale, timeTicks, type TimeScale } from './time-axis.ts'
import {
  isWithin,
  knownMoments,
  labelPlace,
  lanesOf,
  rowHeight,
  signX,
  type Dated,
  type Lane,
  type LaneMark,
} from './timeline-layout.ts'
import { drawnTime } from './when.ts'

const left = 168
const right = 4
const top = 30
const axisRoom = 40
const lanePadding = 5

/** A span of time, in milliseconds since 1970 UTC. */
export type TimeSpan = readonly [number, number]

/** The whole time that a timeline's records span. */
export const timelineSpan = (data: TimelineData): TimeSpan => roomy(knownMoments(datedOf(data)))

const datedOf = ({ items }: TimelineData): Dated[] =>
  items.flatMap((item) => {
    const time = drawnTime(item.when)
    return time ? [{ item, time }] : []
  })

/** Events and claims over time, with what is uncertain of it. `span` is the time that is shown: all of it when absent. */
export function timelineFigure(
  data: TimelineData,
  options: FigureOptions,
  frame: FigureFrame,
  span: TimeSpan = timelineSpan(data),
): Figure {
  const { theme, width } = frame
  const dated = datedOf(data)
  const shown = dated.filter(({ time }) => isWithin(time, span))
  const x = timeScale(span, [left, width - right])
  const lanes = lanesOf(shown, options.lanes, x)
  const tops = lanes.reduce<number[]>((all, lane) => [...all, (all.at(-1) ?? top) + laneHeight(lane)], [top])
  const bottom = Math.max(tops.at(-1) ?? top, top + rowHeight * 2)
  const marks = lanes.flatMap((lane, at) =>
    lane.marks.map((mark) => ({ mark, y: rowY(tops[at] ?? top, mark.row), lane: at })),
  )
  const { prefix } = frame
  const uses = usesOf(marks.map(({ mark }) => mark))
  return {
    width,
    height: Math.ceil(bottom + axisRoom),
    title: 'Timeline',
    description: describe(shown, lanes.length, options.lanes, x),
    body: [
      gradients(theme, prefix),
      ...legendNodes(uses, theme, width),
      ...timeAxis(x, [[top, bottom]], theme, 'Time'),
      ...lanes.flatMap((lane, at) => laneFrame(lane, tops[at] ?? top, tops[at + 1] ?? bottom, frame)),
      el(
        'clipPath',
        { id: `${prefix}-plot` },
        el('rect', { x: left, y: top, width: width - left - right, height: bottom - top }),
      ),
      el(
        'g',
        { 'clip-path': `url(#${prefix}-plot)` },
        marks.map(({ mark, y, lane }) => drawMark(mark, y, lane, frame)),
      ),
    ],
    marks: marks.map(({ mark, y, lane }): Mark => ({
      id: markId(mark, lane),
      record: mark.item.record,
      label: itemWords(mark.item),
      x: Math.min(width - right, Math.max(left, (mark.from + mark.to) / 2)),
      y,
    })),
    table: tableOf(data),
    notes: notesOf(data, dated, shown, lanes),
    plot: { x: left, y: top, width: width - left - right, height: bottom - top },
  }
}

const laneHeight = ({ rows }: Lane): number => rows * rowHeight + 2 * lanePadding
const rowY = (laneTop: number, row: number): number => laneTop + lanePadding + row * rowHeight + rowHeight / 2
const markId = ({ item }: LaneMark, lane: number): string => `${item.record.id}-${lane}`

const colourOf = ({ record }: TimelineItem, theme: FigureTheme): string =>
  (record.kind === 'event' ? theme.series[0] : theme.series[1]) ?? theme.text

const ends = ['from', 'to'] as const

/** What fades: one gradient for each kind of record and each end. */
function gradients(theme: FigureTheme, prefix: string): SvgNode {
  const kinds = ['event', 'claim'] as const
  return el(
    'defs',
    {},
    kinds.flatMap((kind, at) =>
      ends.map((end) =>
        el(
          'linearGradient',
          { id: `${prefix}-${kind}-${end}` },
          [0, 1].map((offset) =>
            el('stop', {
              offset,
              'stop-color': theme.series[at] ?? theme.text,
              'stop-opacity': (offset === 0) === (end === 'from') ? 0 : 0.5,
            }),
          ),
        ),
      ),
    ),
  )
}

interface Uses {
  readonly events: number
  readonly claims: number
}

const usesOf = (marks: readonly LaneMark[]): Uses => {
  const ids = (kind: TimelineItem['record']['kind']): number =>
    new Set(marks.filter(({ item }) => item.record.kind === kind).map(({ item }) => item.record.id)).size
  return { events: ids('event'), claims: ids('claim') }
}

function legendNodes({ events, claims }: Uses, theme: FigureTheme, width: number): SvgNode[] {
  const entry = (x: number, shape: number, colour: string, words: string): SvgNode[] => [
    el('path', { d: signPath(shape, x + 6, 12, 4), fill: colour }),
    el('text', { x: x + 16, y: 16, 'font-size': 11, fill: theme.muted }, words),
  ]
  return [
    ...entry(4, 3, theme.series[0] ?? theme.text, count(events, 'event')),
    ...entry(104, 0, theme.series[1] ?? theme.text, count(claims, 'claim')),
    // In a narrow picture the signs come first.
    ...(width < 560
      ? []
      : [
          el(
            'text',
            { x: width - right, y: 16, 'font-size': 11, 'text-anchor': 'end', fill: theme.muted },
            'Fading: approximate or uncertain · arrow: open end',
          ),
        ]),
  ]
}

function laneFrame({ name, more, rows }: Lane, from: number, to: number, { theme, width }: FigureFrame): SvgNode[] {
  const names = wrap(name, left - 16, 12, rows > 1 ? 2 : 1)
  const lines = names.length + (more > 0 ? 1 : 0)
  const first = (from + to) / 2 + 4 - ((lines - 1) * 15) / 2
  return [
    el('line', { x1: 0, x2: width - right, y1: from, y2: from, stroke: theme.line }),
    ...names.map((text, at) => el('text', { x: 4, y: first + at * 15 }, text)),
    ...(more > 0
      ? [
          el(
            'text',
            { x: 4, y: first + names.length * 15, 'font-size': 11, fill: theme.amber },
            `+${more.toLocaleString('en-GB')} more: zoom in`,
          ),
        ]
      : []),
  ]
}

function drawMark(mark: LaneMark, y: number, lane: number, { theme, prefix, width }: FigureFrame): SvgNode {
  const { item, from, to, fuzz, time } = mark
  const colour = colourOf(item, theme)
  const sign = signX(mark)
  return el(
    'g',
    { 'data-mark': markId(mark, lane) },
    el('title', {}, itemWords(item)),
    ends.map((end, side) => {
      const wide = fuzz[side] ?? 0
      if (wide < 1) return null
      const begin = end === 'from' ? from - wide : to
      return el('rect', {
        x: begin,
        y: y - 5,
        width: wide,
        height: 10,
        fill: `url(#${prefix}-${item.record.kind}-${end})`,
      })
    }),
    to - from >= 1
      ? el('rect', { x: from, y: y - 5, width: to - from, height: 10, fill: colour, 'fill-opacity': 0.5 })
      : null,
    el('path', {
      d: item.record.kind === 'event' ? signPath(3, sign, y, 4.2) : signPath(0, sign, y, 4.6),
      fill: colour,
      stroke: theme.paper,
    }),
    time.from.at === null ? openEnd(left + 3, y, -1, colour) : null,
    time.to.at === null ? openEnd(width - right - 3, y, 1, colour) : null,
    labelNodes(mark, y, [left, width - right], theme),
  )
}

/** A label, on a halo; where it stands on its bar, that has a gap for it. */
function labelNodes(mark: LaneMark, y: number, plot: readonly [number, number], theme: FigureTheme): SvgNode[] {
  if (mark.label === '') return []
  const { x, anchor, isOnBar, width } = labelPlace(mark, plot)
  const text = el('text', { x, y: y + 4, 'font-size': 11, 'text-anchor': anchor, ...halo(theme) }, mark.label)
  const begin = anchor === 'start' ? x : x - width
  return isOnBar
    ? [el('rect', { x: begin - 3, y: y - 7, width: width + 6, height: 14, fill: theme.paper }), text]
    : [text]
}

const openEnd = (x: number, y: number, sign: -1 | 1, colour: string): SvgNode =>
  el('path', {
    d: path([
      [x - sign * 7, y - 6],
      [x, y],
      [x - sign * 7, y + 6],
    ]),
    fill: 'none',
    stroke: colour,
    'stroke-width': 2,
  })

const itemWords = ({ record, ref, title, when, whenText, place }: TimelineItem): string =>
  [record.kind === 'event' ? 'Event' : 'Claim', ref, title, when ? dateInWords(when) : (whenText ?? 'no date'), place]
    .filter(Boolean)
    .join(', ')

function describe(shown: readonly Dated[], lanes: number, by: string, x: TimeScale): string {
  if (shown.length === 0) return 'Nothing of this selection has a date in the time that is shown.'
  const { step } = timeTicks(x)
  const [from = new Date(0), to = new Date(0)] = x.domain()
  return `${count(shown.length, 'record')} in ${count(lanes, 'lane')} by ${by}, from ${momentInWords(from.getTime(), step)} to ${momentInWords(to.getTime(), step)}. Bars fade where a date is approximate or uncertain, and end in an arrow where it is open.`
}

function notesOf(
  data: TimelineData,
  dated: readonly Dated[],
  shown: readonly Dated[],
  lanes: readonly Lane[],
): string[] {
  const undated = data.items.length - dated.length
  const more = lanes.reduce((sum, lane) => sum + lane.more, 0)
  const outside = dated.length - shown.length
  return [
    ...countNotes(data, data.items.length, 'record'),
    ...(undated > 0 ? [`${count(undated, 'record')} without a date: in the table only.`] : []),
    ...(outside > 0 ? [`${count(outside, 'record')} outside the time shown.`] : []),
    ...(more > 0 ? [`${count(more, 'mark')} without room: zoom in to see them.`] : []),
  ]
}

const tableOf = ({ items }: TimelineData): FigureTable => ({
  caption: 'Events and claims by time',
  columns: ['Record', 'Kind', 'When', 'What', 'Actors', 'Topic', 'Place'].map((title) => ({ title })),
  rows: items.map(({ record, ref, title, when, whenText, actors, topic, place }) => ({
    cells: [
      ref ?? '–',
      record.kind,
      when ?? whenText ?? '–',
      title,
      actors.join('; ') || '–',
      topic ?? '–',
      place ?? '–',
    ],
    record,
  })),
})
