import { describe, expect, it } from 'vitest'
import { dayToIso } from '../../../../shared/dates.ts'
import { orderOfDays, plainDays, widenedDays, type Days } from './time.ts'

const iso = (days: Days | null): readonly [string, string] | null =>
  days && [days.from === -Infinity ? '..' : dayToIso(days.from), days.to === Infinity ? '..' : dayToIso(days.to)]

describe('widened days', () => {
  it.each([
    ['2024-11-05', '2024-11-05', '2024-11-05'],
    ['2024-11', '2024-11-01', '2024-11-30'],
    ['2024-10-31~', '2024-10-28', '2024-11-03'],
    ['2024-10-31?', '2024-10-28', '2024-11-03'],
    ['2024-10-31%', '2024-10-28', '2024-11-03'],
    ['2024-11~', '2024-10-17', '2024-12-15'],
    ['2024~', '2023-07-01', '2025-06-30'],
    ['2024?', '2023-07-01', '2025-06-30'],
    ['2024-10~/..', '2024-09-16', '..'],
    ['../2024-11-05?', '..', '2024-11-08'],
    ['2024~/2024-11-05', '2023-07-01', '2024-11-05'],
    ['2024-10-05/2024-11~', '2024-10-05', '2024-12-15'],
    ['2024-11-05T23:30:00-05:00', '2024-11-05', '2024-11-05'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['2024-XX', '2024-01-01', '2024-12-31'],
    ['2024-21', '2024-01-01', '2024-03-31'],
    ['2024?-11-05', '2024-05-05', '2025-05-05'],
    ['2024-11~-05', '2024-10-21', '2024-11-20'],
    ['2024-11-~05', '2024-11-02', '2024-11-08'],
  ])('of %s are %s to %s', (edtf, from, to) => {
    expect(iso(widenedDays(edtf))).toEqual([from, to])
  })

  it.each(['', 'soon', '11/10/2024', '../..'])('of %j are unknown', (edtf) => {
    expect(widenedDays(edtf)).toBeNull()
  })

  it('are not those that were said', () => {
    expect(iso(plainDays('2024-10-31~'))).toEqual(['2024-10-31', '2024-10-31'])
  })

  it.each([
    ['2024', '2024-11-05', 'overlap'],
    ['2024', '2025-01-01', 'before'],
    ['2024~', '2025-01-01', 'overlap'],
    ['2024-10-31~', '2024-11~', 'overlap'],
    ['2024-11-05', '2024-11-05', 'overlap'],
    ['2024-11-05', '2024-11-06', 'before'],
    ['2024-11-05~', '2024-11-11~', 'overlap'],
    ['2024-11-05~', '2024-11-12~', 'before'],
    ['2024-12/..', '2024-11', 'after'],
    ['../2024-10', '2024-10-31/..', 'overlap'],
  ])('%s to %s: %s', (one, other, expected) => {
    const [a, b] = [widenedDays(one), widenedDays(other)]
    expect(a && b && orderOfDays(a, b)).toBe(expected)
  })
})
