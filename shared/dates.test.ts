import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import edtf from 'edtf'
import { dateInWords, dayToIso, parseDate } from './dates.ts'

const days = (text: string): [string | null, string | null] | string => {
  const date = parseDate(text)
  if (!date.ok) return date.error.code
  const iso = (day: number | null): string | null => (day === null ? null : dayToIso(day))
  return [iso(date.value.from), iso(date.value.to)]
}

describe('parseDate', () => {
  it.each([
    ['2024', ['2024-01-01', '2024-12-31']],
    ['2024-11~', ['2024-11-01', '2024-11-30']],
    ['2024-10-31~', ['2024-10-31', '2024-10-31']],
    ['2024-02', ['2024-02-01', '2024-02-29']],
    ['2024-10~/..', ['2024-10-01', null]],
    ['../2024', [null, '2024-12-31']],
    ['2024-10/2024-11', ['2024-10-01', '2024-11-30']],
    ['202X', ['2020-01-01', '2029-12-31']],
    ['2024-21', ['2024-01-01', '2024-03-31']],
    ['[2024-10,2024-12]', ['2024-10-01', '2024-12-31']],
    ['2024-11-05T23:00:00-05:00', ['2024-11-05', '2024-11-05']],
    ['2024-11-05T02:00+09:00', ['2024-11-05', '2024-11-05']],
    ['-0100', ['-000100-01-01'.slice(0, 10), '-000100-12-31'.slice(0, 10)]],
  ])('reads %s', (text, expected) => {
    expect(days(text)).toEqual(expected)
  })

  it.each([
    '',
    '20241105',
    '45601',
    '12',
    '2024-02-30T10:00',
    '2024-11/2024-10',
    '11/10/2024',
    '2024-13',
    '2024-02-30',
    '2024-1',
    'soon',
    '5 November 2024',
    'Y17E7',
  ])('refuses %j', (text) => {
    expect(days(text)).toBe('invalid-input')
  })

  it('keeps what was written as EDTF', () => {
    const date = parseDate(' 2024-11-05T10:00:00+09:00 ')
    expect(date.ok && date.value.edtf).toBe('2024-11-05T10:00:00+09:00')
  })

  it('agrees with the edtf package on the plain forms that it reads by itself', () => {
    const two = (top: number) => fc.integer({ min: 1, max: top }).map((n) => String(n).padStart(2, '0'))
    const forms = fc.tuple(
      fc.integer({ min: 100, max: 9999 }).map((n) => String(n).padStart(4, '0')),
      fc.option(two(12)),
      fc.option(two(31)),
      fc.constantFrom('', '~', '?', '%'),
    )
    fc.assert(
      fc.property(forms, ([year, month, day, mark]) => {
        const text = [year, month, month && day].filter(Boolean).join('-') + mark
        const ours = parseDate(text)
        let theirs
        try {
          theirs = edtf(text)
        } catch {
          expect(ours.ok).toBe(false)
          return
        }
        expect(ours).toMatchObject({
          ok: true,
          value: { from: Math.floor((theirs.min ?? 0) / 864e5), to: Math.floor((theirs.max ?? 0) / 864e5) },
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('dateInWords', () => {
  it.each([
    ['2024-11~', 'November 2024, approximate'],
    ['2024-10-31?', '31 October 2024, uncertain'],
    ['2024', '2024'],
    ['2024-10~/..', 'from October 2024, approximate, ongoing or open'],
    ['2024-10/2024-11', 'October 2024 to November 2024'],
    ['202X', '202X'],
  ])('says %s as “%s”', (text, words) => {
    expect(dateInWords(text)).toBe(words)
  })
})
