import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale'
import type { FigureOptions, MeasureMark } from './data.ts'
import { markExtent, needsLog, quantityMark, type QuantityMark } from './quantity-marks.ts'
import { compare, type Series } from './series.ts'
import type { TimeScale } from './time-axis.ts'
import { drawnTime, middle, reach, type DrawnTime } from './when.ts'

export type YScale = ScaleContinuousNumeric<number, number>

/** A measure that can be drawn, with its place. */
export interface Placed {
  readonly measure: MeasureMark
  readonly series: Series
  readonly mark: QuantityMark
  readonly time: DrawnTime
  readonly x: number
  readonly y: number
  /** From where to where its date may be, in pixels. */
  readonly extent: readonly [number, number]
}

export interface Band {
  readonly name: string
  readonly measures: readonly MeasureMark[]
  readonly top: number
  readonly bottom: number
  readonly y: YScale
}

export const left = 72
/** Half of a bar that stands at the edge. */
export const right = 16
export const bandGap = 42
export const leastBand = 128
export const axisRoom = 40

export function isLogarithmic(
  measures: readonly MeasureMark[],
  tolerance: number,
  scale: FigureOptions['scale'],
): boolean {
  const extents = measures.flatMap((measure) => {
    const mark = quantityMark(measure, tolerance)
    return mark ? [markExtent(mark)] : []
  })
  if (scale === 'linear' || extents.length === 0) return false
  return scale === 'log' ? extents.every(([low]) => low > 0) : needsLog(extents)
}

const missing = 'not said'

/** The bands, each with its measures; what is counted in different units never shares one. */
export function bandsOf(measures: readonly MeasureMark[], by: FigureOptions['bands']): [string, MeasureMark[]][] {
  const subjects = new Set(measures.map(({ subject }) => subject))
  const units = new Set(measures.map(({ unit }) => unit ?? ''))
  const nameOf = ({ category, subject, place, unit }: MeasureMark): string => {
    const first = { category, subject, place }[by] ?? `${by} ${missing}`
    const second = by === 'subject' ? category : subjects.size > 1 ? subject : null
    const third = units.size > 1 && unit && unit !== second ? unit : null
    return [first, second, third].filter(Boolean).join(' · ')
  }
  const bands = new Map<string, MeasureMark[]>()
  for (const measure of measures) {
    const name = nameOf(measure)
    const band = bands.get(name)
    if (band) band.push(measure)
    else bands.set(name, [measure])
  }
  return [...bands].sort(([nameA, a], [nameB, b]) => b.length - a.length || compare(nameA, nameB))
}

/** A band whose own figures fill less than this of the axis of all would be pressed flat on it. */
const leastShare = 0.3

/**
 * The measures that a band's axis spans: all of its unit, so that bands can be compared by eye, unless its own figures
 * are of another order.
 */
export function axisMeasures(
  all: readonly MeasureMark[],
  band: readonly MeasureMark[],
  tolerance: number,
  isLog: boolean,
): readonly MeasureMark[] {
  const units = new Set(band.map(({ unit }) => unit))
  const shared = all.filter(({ unit }) => units.has(unit))
  const span = (measures: readonly MeasureMark[]): number => {
    const [low, high] = extentOf(measures, tolerance)
    return isLog ? Math.log(high / low) : high - low
  }
  const own = span(band)
  return own > 0 && own < span(shared) * leastShare ? band : shared
}

function extentOf(measures: readonly MeasureMark[], tolerance: number): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const measure of measures) {
    const mark = quantityMark(measure, tolerance)
    if (!mark) continue
    const [from, to] = markExtent(mark)
    ;[low, high] = [Math.min(low, from), Math.max(high, to)]
  }
  return [low, high]
}

/** What a band counts: its subject, and its unit where that is another word; empty where its name says it. */
export function whatIsCounted(measures: readonly MeasureMark[], name: string): string {
  const [first] = measures
  if (!first || measures.some(({ subject }) => subject !== first.subject)) return ''
  return first.subject !== null && name.includes(first.subject) ? '' : subjectAndUnit(first)
}

/** "DPRK soldiers", "ammunition, shells". */
export function subjectAndUnit({ subject, unit }: Pick<MeasureMark, 'subject' | 'unit'>): string {
  const isSame = subject !== null && unit !== null && subject.toLowerCase().includes(unit.toLowerCase())
  return [subject, isSame ? null : unit].filter(Boolean).join(', ')
}

/** The extent of the figures with a tenth of room; a linear axis begins at 0 where that costs less than half of it. */
export function yScale(
  measures: readonly MeasureMark[],
  tolerance: number,
  isLog: boolean,
  range: readonly [number, number],
): YScale {
  const [low, high] = extentOf(measures, tolerance)
  if (isLog)
    return scaleLog()
      .domain([low / 1.6, high * 1.6])
      .range([...range])
  const span = high - low || Math.abs(high) * 0.2 || 1
  const begin = low >= 0 && low < span ? 0 : low - span * 0.18
  return scaleLinear()
    .domain([begin, high + span * 0.18])
    .nice(5)
    .range([...range])
}

export const momentsOf = ({ said }: MeasureMark): number[] => {
  const time = drawnTime(said)
  return time ? reach(time).filter((moment) => moment !== null) : []
}

/** From where to where a date may be, in pixels. */
export function dateExtent(time: DrawnTime, x: TimeScale): readonly [number, number] {
  const [from = 0, to = 0] = x.range()
  const clamp = (value: number): number => Math.min(to, Math.max(from, value))
  const [first, last] = reach(time)
  return [first === null ? from : clamp(x(first)), last === null ? to : clamp(x(last))]
}

/** Narrower than this, the extent of a date is not drawn. */
export const leastExtent = 10

/** Places marks; those that would cover one another move aside, never further than their date's own extent. */
export function place(band: Band, x: TimeScale, series: ReadonlyMap<string, Series>, tolerance: number): Placed[] {
  const [from = 0, to = 0] = x.range()
  const clamp = (value: number): number => Math.min(to, Math.max(from, value))
  const taken = new Map<string, number>()
  const byTime = band.measures.flatMap((measure) => {
    const [mark, time] = [quantityMark(measure, tolerance), drawnTime(measure.said)]
    const own = series.get(measure.origin.key)
    return mark && time && own ? [{ measure, mark, time, series: own }] : []
  })
  byTime.sort((a, b) => middle(a.time) - middle(b.time) || b.mark.at - a.mark.at || compare(a.measure.id, b.measure.id))
  return byTime.map((one): Placed => {
    const extent = dateExtent(one.time, x)
    const y = signY(one.mark, band.y)
    const centre = clamp(x(middle(one.time)))
    const limit = Math.max(10, (extent[1] - extent[0]) / 2 - 4)
    const at = [0, 11, -11, 22, -22, 33, -33].find(
      (shift) =>
        Math.abs(shift) <= limit && clamp(centre + shift) === centre + shift && !isTaken(taken, centre + shift, y),
    )
    const placed = centre + (at ?? 0)
    const cell = `${Math.round(placed / 10)} ${Math.round(y / 10)}`
    taken.set(cell, (taken.get(cell) ?? 0) + 1)
    return { ...one, x: placed, y, extent }
  })
}

/** Bounds without a best figure have their sign in the middle of the bar, whatever the axis: it stands for no figure. */
const signY = ({ at, bar, hasPoint }: QuantityMark, y: YScale): number =>
  bar && !hasPoint ? (y(bar[0]) + y(bar[1])) / 2 : y(at)

const isTaken = (taken: ReadonlyMap<string, number>, x: number, y: number): boolean =>
  taken.has(`${Math.round(x / 10)} ${Math.round(y / 10)}`)
