import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuantity, parseQuantity, type Quantity } from './quantities.ts'

const read = (text: string): Quantity | string => {
  const quantity = parseQuantity(text)
  return quantity.ok ? quantity.value : quantity.error.code
}
const none = { low: null, high: null, best: null }

describe('parseQuantity', () => {
  it.each([
    ['8,000', { ...none, best: 8000, qualifier: 'exact' }],
    ['about 11,000', { ...none, best: 11000, qualifier: 'about' }],
    ['~10 000', { ...none, best: 10000, qualifier: 'about' }],
    ['at least 1,500', { ...none, low: 1500, qualifier: 'at least' }],
    ['more than 10k', { ...none, low: 10000, qualifier: 'more than' }],
    ['up to 12,000', { ...none, high: 12000, qualifier: 'up to' }],
    ['10,000–12,000', { low: 10000, high: 12000, best: null, qualifier: 'between' }],
    ['between 10,000 and 12,000', { low: 10000, high: 12000, best: null, qualifier: 'between' }],
    ['1.1k', { ...none, best: 1100, qualifier: 'exact' }],
    ['1.5 million', { ...none, best: 1_500_000, qualifier: 'exact' }],
    ['Dozens', { ...none, qualifier: 'dozens' }],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(['', 'many', '10,00', '12,000–10,000', 'about', '1,0000'])('refuses %j', (text) => {
    expect(read(text)).toBe('invalid-input')
  })

  it('reads back what formatQuantity writes', () => {
    const number = fc.integer({ min: 0, max: 10_000_000 })
    const quantity = fc.oneof(
      fc
        .tuple(number, fc.constantFrom('exact' as const, 'about' as const))
        .map(([best, qualifier]) => ({ ...none, best, qualifier })),
      fc
        .tuple(number, fc.constantFrom('at least' as const, 'more than' as const))
        .map(([low, qualifier]) => ({ ...none, low, qualifier })),
      fc
        .tuple(number, fc.constantFrom('up to' as const, 'less than' as const))
        .map(([high, qualifier]) => ({ ...none, high, qualifier })),
      fc
        .tuple(number, number)
        .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b), best: null, qualifier: 'between' as const })),
    )
    fc.assert(
      fc.property(quantity, (given) => {
        expect(read(formatQuantity(given))).toEqual(given)
      }),
    )
  })
})
