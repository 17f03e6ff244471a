import { formatNumber } from '../quantities.ts'
import { count } from './counts-words.ts'
import type { FigureOptions, MeasureData } from './data.ts'
import type { Figure, FigureFrame, Mark } from './figure.ts'
import { el, type SvgNode } from './node.ts'
import { halo } from './labels.ts'
import { contradictionLines, drawLines, labelsOf } from './numbers-labels.ts'
import {
  axisMeasures,
  axisRoom,
  bandGap,
  bandsOf,
  isLogarithmic,
  leastBand,
  left,
  momentsOf,
  place,
  right,
  whatIsCounted,
  yScale,
  type Band,
  type YScale,
} from './numbers-layout.ts'
import { drawMark } from './numbers-marks.ts'
import { describe, keyWords, markWords, notesOf, tableOf } from './numbers-words.ts'
import { quantityMark } from './quantity-marks.ts'
import { legend, seriesOf } from './series.ts'
import { fit, wrap } from './text-width.ts'
import { roomy, timeAxis, timeScale, type Rows } from './time-axis.ts'
import { drawnTime } from './when.ts'

/** Above this many, signs are smaller and the lines of their dates fainter. */
const crowd = 60

const keyLine = 16
/** In a narrow picture the key takes more lines, but never the picture's place. */
const mostKeyLines = 3

/** Who claimed what number when. */
export function numbersFigure(data: MeasureData, options: FigureOptions, frame: FigureFrame): Figure {
  const { theme, width } = frame
  const drawable = data.measures.filter((measure) => quantityMark(measure, data.tolerance) && drawnTime(measure.said))
  const series = seriesOf(
    drawable.map(({ origin }) => origin),
    theme,
  )
  const key = legend(series, theme, { x: 4, y: 14, width: width - 8 })
  const isLog = isLogarithmic(drawable, data.tolerance, options.scale)
  const groups = bandsOf(drawable, options.bands)
  const x = timeScale(roomy(drawable.flatMap(momentsOf), 6 * 86_400_000), [left, width - right])
  const words = wrap(keyWords(data, drawable, x), width - 8, 11, mostKeyLines)
  const top = key.height + words.length * keyLine + 8
  const room = Math.max((frame.height - top - axisRoom) / Math.max(groups.length, 1), leastBand + bandGap)
  const bands = groups.map(([name, measures], at): Band => {
    const [from, to] = [top + at * room + bandGap - 8, top + (at + 1) * room - 8]
    return {
      name,
      measures,
      top: from,
      bottom: to,
      y: yScale(axisMeasures(drawable, measures, data.tolerance, isLog), data.tolerance, isLog, [to, from]),
    }
  })
  const bottom = bands.at(-1)?.bottom ?? top + leastBand
  const placed = bands.map((band) => ({ band, marks: place(band, x, series, data.tolerance) }))
  const all = placed.flatMap(({ marks }) => marks)
  const contradicted = contradictionLines(data, all)
  const apart = drawLines(contradicted.lines, all)
  const labels = placed.map(({ band, marks }) => labelsOf(band, marks, contradicted.ids, width, apart.taken))
  const labelled = labels.reduce((sum, { number }) => sum + number, 0)
  return {
    width,
    height: Math.ceil(bottom + axisRoom),
    title: 'Who claimed what number when',
    description: describe(drawable, series.size, isLog),
    body: [
      ...key.nodes,
      ...words.map((line, at) =>
        el('text', { x: 4, y: key.height + 14 + at * keyLine, 'font-size': 11, fill: theme.muted }, line),
      ),
      ...(bands.length > 0
        ? timeAxis(
            x,
            bands.map((band): Rows => [band.top, band.bottom]),
            theme,
            'Said',
          )
        : []),
      ...bands.flatMap((band) => bandFrame(band, frame, isLog)),
      ...apart.lines(frame),
      ...bands.flatMap((band) => bandTitle(band, frame, isLog)),
      ...placed.flatMap(({ band, marks }) => marks.map((one) => drawMark(one, frame, band, drawable.length > crowd))),
      ...apart.signs(frame),
      ...labels.flatMap(({ nodes }) => nodes(frame)),
    ],
    marks: all.map(({ measure, x, y }): Mark => ({
      id: measure.id,
      record: { kind: 'claim', id: measure.claimId },
      label: markWords(measure),
      x,
      y,
    })),
    table: tableOf(data),
    notes: notesOf(data, drawable.length, all.length - labelled),
    plot: { x: left, y: top, width: width - left - right, height: bottom - top },
  }
}

/** What a band holds, on a halo: a line between two bands may pass. */
function bandTitle({ name, top, measures }: Band, { theme, width }: FigureFrame, isLog: boolean): SvgNode[] {
  return [
    el(
      'text',
      { x: 4, y: top - 12, ...halo(theme) },
      el('tspan', { 'font-weight': 600 }, fit(name, width * 0.45, 12, true)),
      el('tspan', { fill: theme.muted, dx: 8, 'font-size': 11 }, fit(whatIsCounted(measures, name), width * 0.3, 11)),
    ),
    el(
      'text',
      { x: width - right, y: top - 12, 'font-size': 11, 'text-anchor': 'end', fill: theme.muted, ...halo(theme) },
      `${count(measures.length, 'number')}${isLog ? ' · logarithmic axis' : ''}`,
    ),
  ]
}

function bandFrame({ top, bottom, y }: Band, { theme, width }: FigureFrame, isLog: boolean): SvgNode[] {
  const most = Math.max(2, Math.floor((bottom - top) / 34))
  const ticks = isLog ? logTicks(y, most) : y.ticks(most)
  return [
    ...ticks.flatMap((tick) => [
      el('line', { x1: left, x2: width - right, y1: y(tick), y2: y(tick), stroke: theme.line }),
      el(
        'text',
        { x: left - 8, y: y(tick) + 4, 'font-size': 11, 'text-anchor': 'end', fill: theme.muted },
        formatNumber(Number(tick.toPrecision(12))),
      ),
    ]),
    el('line', { x1: left, x2: width - right, y1: bottom, y2: bottom, stroke: theme.strong }),
  ]
}

/** Powers of ten, with twos and fives between where there is room. */
function logTicks(y: YScale, most: number): number[] {
  const [low = 1, high = 1] = y.domain()
  const first = Math.floor(Math.log10(low))
  const last = Math.ceil(Math.log10(high))
  const within = (steps: readonly number[], every: number): number[] =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at)
      .filter((power) => (power - first) % every === 0)
      .flatMap((power) => steps.map((step) => step * 10 ** power))
      .filter((tick) => tick >= low && tick <= high)
  const choices = [within([1, 2, 5], 1), within([1, 3], 1), within([1], 1)]
  return choices.find((ticks) => ticks.length <= most) ?? within([1], Math.ceil((last - first + 1) / most))
}
