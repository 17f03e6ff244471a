import type { FigureData } from './data.ts'

const grouped = new Intl.NumberFormat('en-GB')
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${grouped.format(value)} ${value === 1 ? one : many}`

/** What a picture leaves out of its selection, and how to see it. */
export function countNotes(data: FigureData, drawn: number, what: string): string[] {
  const { usable, withheld } = data.counts
  return [
    ...(usable > drawn
      ? [
          `The first ${grouped.format(drawn)} of ${count(usable, what)} are drawn. Narrow the filter of the list to see the others.`,
        ]
      : []),
    ...(withheld > 0 ? [`${count(withheld, 'claim')} above the label of this report left out.`] : []),
  ]
}
