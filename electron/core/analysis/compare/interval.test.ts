import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../../../shared/quantities.ts'
import { qualifiers } from '../../../../shared/vocabulary.ts'
import { doMeet, intervalInWords, intervalOf, isBelow, usesTolerance } from './interval.ts'
import { quantityOf } from './test-figures.ts'

const words = (quantity: Quantity, tolerance = 0.1): string | null => {
  const interval = intervalOf(quantity, tolerance)
  return interval && intervalInWords(interval)
}

const quantity = (given: Partial<Quantity>): Quantity => ({
  low: null,
  high: null,
  best: null,
  qualifier: 'exact',
  ...given,
})

describe('the interval of a quantity', () => {
  it.each([
    ['8,000', '8,000'],
    ['about 11,000', '9,900–12,100'],
    ['about 8,000', '7,200–8,800'],
    ['about 0.3', '0.27–0.33'],
    ['at least 1,500', 'at least 1,500'],
    ['more than 1,500', 'more than 1,500'],
    ['up to 2,000', 'up to 2,000'],
    ['less than 2,000', 'less than 2,000'],
    ['10,000–12,000', '10,000–12,000'],
    ['0', '0'],
    ['dozens', null],
    ['hundreds', null],
    ['thousands', null],
    ['several', null],
    ['unspecified', null],
  ])('of %s is %s', (text, expected) => {
    expect(words(quantityOf(text))).toBe(expected)
  })

  it.each<[string, Partial<Quantity>, string | null]>([
    [
      'about with bounds: the bounds stand',
      { qualifier: 'about', low: 9500, high: 10_200, best: 10_000 },
      '9,500–10,200',
    ],
    [
      'about with one bound: the other from the tolerance',
      { qualifier: 'about', low: 9500, best: 10_000 },
      '9,500–11,000',
    ],
    ['about with bounds only', { qualifier: 'about', low: 9000, high: 9500 }, '9,000–9,500'],
    ['best with low and high', { low: 7000, high: 9000, best: 8000 }, '7,000–9,000'],
    ['best with low only: the other side stays open', { low: 7000, best: 8000 }, 'at least 7,000'],
    ['at least, entered as best', { qualifier: 'at least', best: 1500 }, 'at least 1,500'],
    ['at least with an upper bound', { qualifier: 'at least', low: 1500, high: 2000 }, '1,500–2,000'],
    ['more than with an upper bound', { qualifier: 'more than', low: 5, high: 9 }, 'more than 5 and up to 9'],
    ['less than with a lower bound', { qualifier: 'less than', low: 5, high: 9 }, 'at least 5 and less than 9'],
    ['less than, entered as best', { qualifier: 'less than', best: 2000 }, 'less than 2,000'],
    ['between with its best only: no bounds are invented', { qualifier: 'between', best: 5 }, null],
    ['unspecified with a number', { qualifier: 'unspecified', best: 10_000 }, '10,000'],
    ['hundreds with bounds', { qualifier: 'hundreds', low: 200, high: 900 }, '200–900'],
    ['several with a number is about it', { qualifier: 'several', best: 10 }, '9–11'],
    ['bounds the wrong way round', { low: 9, high: 7 }, null],
    ['more than its own upper bound', { qualifier: 'more than', low: 9, high: 9 }, null],
    ['up to less than nothing', { qualifier: 'up to', high: -5 }, 'up to -5'],
    ['about less than nothing', { qualifier: 'about', best: -100 }, '-110–-90'],
  ])('%s', (_, given, expected) => {
    expect(words(quantity(given))).toBe(expected)
  })

  it('follows the tolerance of the case, and says where it does', () => {
    expect(words(quantityOf('about 10,000'), 0.25)).toBe('7,500–12,500')
    expect(words(quantityOf('about 10,000'), 0)).toBe('10,000')
    expect(usesTolerance(quantityOf('about 10,000'))).toBe(true)
    expect(usesTolerance(quantityOf('10,000'))).toBe(false)
    expect(usesTolerance(quantity({ qualifier: 'about', low: 1, high: 3, best: 2 }))).toBe(false)
  })

  it.each([
    ['8,000', 'about 11,000', false],
    ['about 10,000', 'about 11,000', true],
    ['about 8,000', '8,800', true],
    ['about 8,000', '7,200', true],
    ['about 8,000', '8,801', false],
    ['about 11,000', '12,100', true],
    ['about 9,000', '11,000', false],
    ['about 9,000', 'about 11,000', true],
    ['more than 1,500', '1,500', false],
    ['more than 1,500', '1,501', true],
    ['at least 1,500', '1,500', true],
    ['at least 1,500', 'up to 1,500', true],
    ['at least 1,500', 'less than 1,500', false],
    ['more than 1,500', 'up to 1,500', false],
    ['at least 1,500', 'more than 9,000', true],
    ['up to 10', 'less than 3', true],
    ['less than 2,000', '2,000', false],
    ['5,000–6,000', '6,000–7,000', true],
    ['5,000–6,000', '6,001–7,000', false],
    ['up to 2,000', '0', true],
  ])('%s and %s meet: %s', (one, other, expected) => {
    const [a, b] = [intervalOf(quantityOf(one), 0.1), intervalOf(quantityOf(other), 0.1)]
    expect(a && b && [doMeet(a, b), doMeet(b, a)]).toEqual([expected, expected])
  })

  it('holds its ends for every tolerance, whatever binary makes of them', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 100 }))
    fc.assert(
      fc.property(cases, ([hundreds, percent]) => {
        const about = intervalOf(quantity({ qualifier: 'about', best: hundreds * 100 }), percent / 100)
        const ends = [hundreds * (100 - percent), hundreds * (100 + percent)]
        expect([about?.low, about?.high]).toEqual(ends)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })

  it('is below, above or meets, and one of these only', () => {
    const part = fc.option(fc.integer({ min: 0, max: 6 }))
    const any = fc.record({ low: part, high: part, best: part, qualifier: fc.constantFrom(...qualifiers) })
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [a, b] = [intervalOf(one, 0.1), intervalOf(other, 0.1)]
        if (!a || !b) return
        expect(doMeet(a, a)).toBe(true)
        expect([isBelow(a, b), isBelow(b, a), doMeet(a, b)].filter(Boolean)).toHaveLength(1)
      }),
      { seed: 6, numRuns: 2000 },
    )
  })
})
