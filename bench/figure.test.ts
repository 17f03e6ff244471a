import { expect, it } from 'vitest'
import { figuresOf, percentile, tableOf, type Measured } from './figure.ts'

const sizes = [10_000, 100_000, 1_000_000]
const growthOf = (at: (rows: number) => number): number | null | undefined => {
  const measured = sizes.map((rows): [number, Measured[]] => [rows, [{ name: 'one', unit: 'ms', value: at(rows) }]])
  return figuresOf(new Map(measured))[0]?.growth
}

it('tells with which power of the claims a figure grows', () => {
  expect(growthOf(() => 7)).toBeCloseTo(0)
  expect(growthOf((rows) => rows / 1000)).toBeCloseTo(1)
  expect(growthOf((rows) => rows ** 2)).toBeCloseTo(2)
  expect(figuresOf(new Map([[10_000, [{ name: 'one', unit: 'ms', value: 3 }]]]))[0]?.growth).toBeNull()
})

it('finds the value that a share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect([0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([51, 96, 100])
  expect(() => percentile([], 0.5)).toThrow('Nothing was measured')
})

it('prints each value, and that of the largest size to its goal and its peer', () => {
  const at = (value: number): Measured[] => [{ name: 'a page', unit: 'ms', value, goal: 5, peer: 20, note: 'worst: 9' }]
  const [head = '', line = '', note] = tableOf(
    figuresOf(
      new Map([
        [10_000, at(1)],
        [100_000, at(10)],
      ]),
    ),
    [10_000, 100_000],
  ).split('\n')
  expect(head.trim().split(/ {2,}/)).toEqual(['10,000', '100,000', 'growth', 'to the goal', 'to the peer'])
  expect(line.split(/ {2,}/)).toEqual(['a page', '1.00 ms', '10.0 ms', '1.00', '2.00', '0.500'])
  expect(note?.trim()).toBe('worst: 9')
})
