import { dateInWords } from '../dates.ts'
import { formatNumber, formatQuantity } from '../quantities.ts'
import { count, countNotes } from './counts-words.ts'
import type { MeasureData, MeasureMark } from './data.ts'
import type { FigureTable } from './figure.ts'
import { dateExtent, leastExtent } from './numbers-layout.ts'
import { quantityMark } from './quantity-marks.ts'
import type { TimeScale } from './time-axis.ts'
import { drawnTime, type DrawnTime } from './when.ts'

export const markWords = (measure: MeasureMark): string =>
  [
    measure.ref,
    measure.claimant ?? 'unattributed',
    [formatQuantity(measure), measure.unit].filter(Boolean).join(' '),
    measure.category,
    measure.place,
    measure.said === null ? null : dateInWords(measure.said),
  ]
    .filter(Boolean)
    .join(', ')

export function describe(measures: readonly MeasureMark[], origins: number, isLog: boolean): string {
  if (measures.length === 0) return 'No claim of this selection has a number and a date.'
  return `${count(measures.length, 'number')} of ${count(origins, 'origin')}: the date said goes from left to right, the quantity upwards${isLog ? ' on a logarithmic axis' : ''}. A point is the best figure, a bar its bounds, an arrow an open side, hatching what “about” may mean.`
}

/** What the signs mean, of those that are drawn; empty where none needs a word. */
export function keyWords(
  { tolerance, contradictions }: MeasureData,
  drawn: readonly MeasureMark[],
  x: TimeScale,
): string {
  const marks = drawn.flatMap((measure) => quantityMark(measure, tolerance) ?? [])
  const lines = drawn.flatMap(({ said }): DrawnTime[] => {
    const time = drawnTime(said)
    const [from, to] = time ? dateExtent(time, x) : [0, 0]
    return time && to - from > leastExtent ? [time] : []
  })
  const isDotted = lines.some(({ from, to }) => from.fuzz + to.fuzz > 0)
  const ids = new Set(drawn.map(({ id }) => id))
  const words = [
    marks.some(({ hatch }) => hatch) ? `hatched: the case’s tolerance for “about” (±${percent(tolerance)})` : '',
    lines.length > 0 ? `${isDotted ? 'dotted' : 'line'}: when it may have been said` : '',
    marks.some(({ arrow }) => arrow) ? 'arrow: open side' : '',
    contradictions.some(([a, b]) => ids.has(a) && ids.has(b)) ? '≠ contradicts' : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const percent = (share: number): string => `${formatNumber(Number((share * 100).toPrecision(3)))} %`

export function notesOf(data: MeasureData, drawn: number, unlabelled: number): string[] {
  const undated = data.measures.filter((one) => quantityMark(one, data.tolerance) && !drawnTime(one.said)).length
  const wordy = data.measures.filter((one) => !quantityMark(one, data.tolerance)).length
  const apart = [
    ...(undated > 0 ? [`${count(undated, 'number')} without a date`] : []),
    ...(wordy > 0 ? [`${formatNumber(wordy)} without a figure (dozens, unspecified …)`] : []),
  ]
  return [
    ...countNotes(data, data.measures.length, 'number'),
    ...(apart.length > 0 ? [`In the table only: ${apart.join(', ')}.`] : []),
    ...(drawn > 0 && unlabelled > 0
      ? [
          `${formatNumber(unlabelled)} of ${formatNumber(drawn)} have no room for a label: point at one, or go through them with the arrow keys.`,
        ]
      : []),
  ]
}

export const tableOf = (data: MeasureData): FigureTable => ({
  caption: 'Numbers by the claims that give them',
  columns: ['Claim', 'Claimant', 'Category', 'Number', 'Unit', 'Place', 'Said', 'Origin', 'Statement'].map((title) => ({
    title,
    isNumber: title === 'Number',
  })),
  rows: data.measures.map((measure) => ({
    cells: [
      measure.ref ?? '–',
      measure.claimant ?? 'unattributed',
      measure.category ?? '–',
      formatQuantity(measure) || measure.qualifier,
      measure.unit ?? '–',
      measure.place ?? '–',
      measure.said ?? '–',
      measure.origin.name,
      measure.statement,
    ],
    record: { kind: 'claim', id: measure.claimId },
  })),
})
