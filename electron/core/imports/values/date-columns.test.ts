import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnOrder } from './date-columns.ts'
import { isAmbiguousDate, readDate } from './dates.ts'

it.each([
  ['10/11/2024|31/10/2024', 'dmy'],
  ['10/11/2024|10/31/2024', 'mdy'],
  ['10/11/2024|10/31/2024|31/10/2024', 'contradictory'],
  ['10/11/2024|2024-11-05', 'ambiguous'],
  ['10/11/2024 10:20|since 31/10/2024', 'dmy'],
  ['11/11/2024', null],
  ['11/11/2024|31/10/2024', 'dmy'],
  ['05.11.2024', 'dmy'],
  ['05.11.2024|11.25.2024', 'mdy'],
  ['05.11.24|06.11.24', 'ambiguous'],
  ['1.11.24|06.11.24', 'dmy'],
  ['24. 11. 5.|24. 12. 25.', 'ymd'],
  ['2024-11-05|2024/11/06', 'ymd'],
  ['2024-11-05|31.10.2024', 'dmy'],
  ['5 November 2024|soon||November 2024', null],
  ['01.11.24|02.11.24|03.11.24|05.11.24|08.11.24|09.11.24|10.11.24|17.11.24', 'dmy'],
  ['24.11.01|24.11.02|24.11.03|24.11.05|24.11.08|24.11.09|24.11.10|24.11.17', 'ymd'],
])('the column %s has the order %s', (cells, order) => {
  expect(columnOrder(cells.split('|'))).toBe(order)
})

it('is an order in which every date of the column reads', () => {
  const two = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'))
  const dates = fc.array(fc.tuple(two(28), two(12)), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(dates, fc.boolean(), (pairs, isDayFirst) => {
      const cells = pairs.map(([d, m]) => `${isDayFirst ? `${d}/${m}` : `${m}/${d}`}/2024`)
      const order = columnOrder(cells)
      expect(order).not.toBe('contradictory')
      if (order !== 'dmy' && order !== 'mdy') return
      expect(order).toBe(isDayFirst ? 'dmy' : 'mdy')
      for (const cell of cells) expect(isAmbiguousDate(readDate(cell, order))).toBe(false)
    }),
  )
})
