import { expect, it } from 'vitest'
import { Kept } from './kept.ts'

it('makes a value once, while it is among those that were asked for last', () => {
  const made: string[] = []
  const kept = new Kept<string | null>(2)
  const ask = (key: string): string | null =>
    kept.get(key, () => {
      made.push(key)
      return key === 'none' ? null : key.toUpperCase()
    })
  expect(['a', 'none', 'a', 'none', 'a', 'c', 'a', 'none'].map(ask)).toEqual([
    'A',
    null,
    'A',
    null,
    'A',
    'C',
    'A',
    null,
  ])
  expect(made).toEqual(['a', 'none', 'c', 'none'])
  expect(kept.size).toBe(2)
})
