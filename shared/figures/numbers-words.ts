import { dateInWords } from '../dates.ts'
import { formatNumber, formatQuantity } from '../quantities.ts'
import { count, countNotes } from './counts-words.ts'
import type { MeasureData, MeasureMark } from './data.ts'
import type { FigureTable } from './figure.ts'
import { quantityMark } from './quantity-marks.ts'
import { drawnTime } from './when.ts'

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
