import { describe, expect, it } from 'vitest'
import { drawnTime, middle, reach } from './when.ts'

const day = 86_400_000
const at = (iso: string): number => Date.parse(`${iso}Z`)

describe('the time that is drawn of a date', () => {
  it.each([
    ['2024-11-05', '2024-11-05T00:00', 0, '2024-11-06T00:00', 0],
    ['2024-11', '2024-11-01T00:00', 0, '2024-12-01T00:00', 0],
    ['2024', '2024-01-01T00:00', 0, '2025-01-01T00:00', 0],
    ['2024-11-05~', '2024-11-05T00:00', 3, '2024-11-06T00:00', 3],
    ['2024-11?', '2024-11-01T00:00', 15, '2024-12-01T00:00', 15],
    ['2024%', '2024-01-01T00:00', 182.5, '2025-01-01T00:00', 182.5],
    ['2024-10/2024-11~', '2024-10-01T00:00', 0, '2024-12-01T00:00', 15],
    ['2024-11-05T14:30', '2024-11-05T14:30', 0, '2024-11-05T14:31', 0],
    ['2024-11-05T14:30:10+09:00', '2024-11-05T14:30:10', 0, '2024-11-05T14:30:11', 0],
    ['2024-11-05T14/2024-11-05T15:10', null, 0, null, 0],
  ])('%s is from %s (±%d days) to %s (±%d days)', (edtf, from, fuzzFrom, to, fuzzTo) => {
    const time = drawnTime(edtf)
    if (from === null || to === null) {
      expect(time === null || Number.isFinite(middle(time))).toBe(true)
      return
    }
    expect(time).toEqual({ from: { at: at(from), fuzz: fuzzFrom * day }, to: { at: at(to), fuzz: fuzzTo * day } })
  })

  it('leaves an open side open, and stands at the end that is known', () => {
    const time = drawnTime('2024-10~/..')
    expect(time).toEqual({ from: { at: at('2024-10-01T00:00'), fuzz: 15 * day }, to: { at: null, fuzz: 0 } })
    if (!time) return
    expect(reach(time)).toEqual([at('2024-09-16T00:00'), null])
    expect(middle(time)).toBe(at('2024-10-01T00:00'))
    const before = drawnTime('../2024-12')
    expect(before && reach(before)).toEqual([null, at('2025-01-01T00:00')])
  })

  it('reads what only the reader of dates knows, a season, and no text that is no date', () => {
    const spring = drawnTime('2024-21')
    expect(spring && new Date(middle(spring)).getUTCFullYear()).toBe(2024)
    expect(drawnTime('last week')).toBeNull()
    expect(drawnTime(null)).toBeNull()
  })
})
