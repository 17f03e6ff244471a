import { expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'

it('gives a column the width of its longest text, within bounds, and the rest to the longest of all', () => {
  const header = ['ref', 'statement', 'claimant']
  const preview = [
    ['C01', 'x'.repeat(300), 'Министерство обороны России'],
    ['C02', '', '국방부 국방부 국방부 국방부 국방부'],
  ]
  const { widths, widest } = columnWidths({ header, preview })
  expect(widest).toBe(1)
  expect(widths[0]).toBe(156)
  expect(widths[1]).toBe(360)
  // A syllable of Hangul is as wide as two letters.
  expect(widths[2]).toBe(34 * 7 + 20)
})

it('has a width for columns without a row', () => {
  expect(columnWidths({ header: ['a', ''], preview: [] }).widths).toEqual([156, 156])
})
