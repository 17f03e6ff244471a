import { scaleUtc, type ScaleTime } from 'd3-scale'
import type { FigureTheme } from './figure.ts'
import { el, type SvgNode } from './node.ts'
import { textWidth } from './text-width.ts'

export type TimeScale = ScaleTime<number, number>

const hour = 3_600_000
const day = 24 * hour

/** A scale over moments (milliseconds UTC) with room at both ends. */
export function timeScale(domain: readonly [number, number], range: readonly [number, number]): TimeScale {
  return scaleUtc()
    .domain([...domain])
    .range([...range])
}

/** The extent of moments, widened: so that nothing sticks to an edge, and a single moment has room. */
export function roomy(moments: readonly number[], least = day): [number, number] {
  if (moments.length === 0) return [Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1)]
  let [low, high] = [Infinity, -Infinity]
  for (const moment of moments) [low, high] = [Math.min(low, moment), Math.max(high, moment)]
  const room = Math.max((high - low) * 0.06, least / 2)
  return [low - room, high + room]
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const two = (value: number): string => String(value).padStart(2, '0')

/** The label of a tick: as short as its place allows ("2024", "Nov", "4 Nov", "14:00"). */
export function tickLabel(moment: Date, step: number): string {
  const month = monthNames[moment.getUTCMonth()] ?? ''
  const date = `${moment.getUTCDate()} ${month}`
  if (step >= 300 * day) return String(moment.getUTCFullYear())
  if (step >= 27 * day) return moment.getUTCMonth() === 0 ? String(moment.getUTCFullYear()) : month
  if (step >= day || moment.getTime() % day === 0) return date
  const seconds = step < 60_000 ? `:${two(moment.getUTCSeconds())}` : ''
  return `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}${seconds}`
}

/** A moment in words, as precise as a step of the axis asks for. */
export function momentInWords(moment: number, step: number): string {
  const date = new Date(moment)
  const year = date.getUTCFullYear()
  const month = monthNames[date.getUTCMonth()] ?? ''
  if (step >= 300 * day) return String(year)
  const words = step >= 27 * day ? `${month} ${year}` : `${date.getUTCDate()} ${month} ${year}`
  return step >= day ? words : `${words}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** Ticks with labels that do not meet, and the step between them. */
export function timeTicks(scale: TimeScale): { readonly ticks: Date[]; readonly step: number } {
  const [left = 0, right = 0] = scale.range()
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / 92)))
  const [first, second] = ticks
  return { ticks, step: first && second ? second.getTime() - first.getTime() : day }
}

/** From where to where something goes from top to bottom. */
export type Rows = readonly [top: number, bottom: number]

/** Grid lines through plots and, below the last, the labels of a time axis; the span is told in words under them. */
export function timeAxis(scale: TimeScale, plots: readonly Rows[], theme: FigureTheme, name: string): SvgNode[] {
  const bottom = plots.at(-1)?.[1] ?? 0
  const { ticks, step } = timeTicks(scale)
  const [left = 0, right = 0] = scale.range()
  const [start = new Date(0), end = new Date(0)] = scale.domain()
  const labelled = ticks.filter((tick) => {
    const half = textWidth(tickLabel(tick, step), 11) / 2
    return scale(tick) - half >= left - 24 && scale(tick) + half <= right
  })
  const span = `${momentInWords(start.getTime(), step)} – ${momentInWords(end.getTime(), step)}`
  return [
    ...ticks.flatMap((tick) => {
      const x = scale(tick)
      return plots.map(([y1, y2]) => el('line', { x1: x, x2: x, y1, y2, stroke: theme.line }))
    }),
    el('line', { x1: left, x2: right, y1: bottom, y2: bottom, stroke: theme.strong }),
    ...labelled.map((tick) =>
      el(
        'text',
        { x: scale(tick), y: bottom + 15, 'font-size': 11, 'text-anchor': 'middle', fill: theme.muted },
        tickLabel(tick, step),
      ),
    ),
    el(
      'text',
      { x: right, y: bottom + 31, 'font-size': 11, 'text-anchor': 'end', fill: theme.muted },
      `${name}, ${span}`,
    ),
  ]
}
