import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../../shared/dates.ts'
import { isoDay } from './calendar.ts'
import { monthForms, weekdayForms } from './date-words.ts'
import { isAmbiguousDate, readDate } from './dates.ts'
import type { DateOrder } from './date-numeric.ts'

const edtf = (text: string, order: DateOrder | null = null): string | undefined => {
  const reading = readDate(text, order)
  if (reading === undefined) return undefined
  return isAmbiguousDate(reading) ? reading.ambiguous.map((one) => `${one.order} ${one.edtf}`).join(', ') : reading.edtf
}

/** One line each: what is written = the EDTF it means. */
const table = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))

const days = table(`
  2024-11-05 = 2024-11-05
  2024-11-05 10:20 = 2024-11-05
  2024-11-05 00:00:00 = 2024-11-05
  2024-11-5 = 2024-11-05
  2024/11/05 = 2024-11-05
  20241105 = 2024-11-05
  20241105T102000Z = 2024-11-05
  5 November 2024 = 2024-11-05
  5th of November, 2024 = 2024-11-05
  Nov 5, 2024 = 2024-11-05
  Nov. 5th 2024 = 2024-11-05
  5-Nov-2024 = 2024-11-05
  5 Nov 24 = 2024-11-05
  05-NOV-24 = 2024-11-05
  2024 Nov 5 = 2024-11-05
  Tue, 05 Nov 2024 10:20:00 GMT = 2024-11-05
  Tue Nov 05 2024 10:20:00 GMT+0900 (Korean Standard Time) = 2024-11-05
  10:20 pm, 5 November 2024 = 2024-11-05
  05.11.2024 = 2024-11-05
  5.11.2024 г. = 2024-11-05
  05.11.2024 10:20 = 2024-11-05
  5.XI.2024 = 2024-11-05
  31/10/2024 = 2024-10-31
  10/31/2024 = 2024-10-31
  11.25.2024 = 2024-11-25
  11/11/2024 = 2024-11-11
  5 ноября 2024 г. = 2024-11-05
  5-го ноября 2024 года = 2024-11-05
  во вторник, 5 ноября 2024 года в 10:20 = 2024-11-05
  5 листопада 2024 р. = 2024-11-05
  вівторок, 5 листопада 2024 року = 2024-11-05
  п'ятниця, 8 листопада 2024 = 2024-11-08
  2024년 11월 5일 = 2024-11-05
  2024년11월5일 오후 3시 20분 = 2024-11-05
  2024. 11. 5. = 2024-11-05
  2024. 11. 5.(화) = 2024-11-05
  24. 11. 5. = 2024-11-05
  ２０２４年１１月５日 = 2024-11-05
  around 5 November 2024 = 2024-11-05~
  5 November 2024? = 2024-11-05?
  about 5 November 2024? = 2024-11-05%
`)

const periods = table(`
  November 2024 = 2024-11
  Sept 2024 = 2024-09
  Nov '24 = 2024-11
  11/2024 = 2024-11
  2024.11 = 2024-11
  2024/11 = 2024-11
  2024-1 = 2024-01
  ноябрь 2024 = 2024-11
  в ноябре 2024 года = 2024-11
  листопад 2024 = 2024-11
  2024년 11월 = 2024-11
  in 2024 = 2024
  в 2024 году = 2024
  2024 р. = 2024
  2024년 = 2024
  c. 2024 = 2024~
  ~November 2024 = 2024-11~
  около 2024 г. = 2024~
  2024년 11월경 = 2024-11~
  November 2024 (approx.) = 2024-11~
  end October 2024 = 2024-10-21~/2024-10-31~
  early November 2024 = 2024-11-01~/2024-11-10~
  mid-November 2024 = 2024-11-11~/2024-11-20~
  late February 2024 = 2024-02-21~/2024-02-29~
  the end of November 2024 = 2024-11-21~/2024-11-30~
  в начале ноября 2024 = 2024-11-01~/2024-11-10~
  в середине ноября 2024 г. = 2024-11-11~/2024-11-20~
  наприкінці листопада 2024 р. = 2024-11-21~/2024-11-30~
  на початку листопада 2024 року = 2024-11-01~/2024-11-10~
  2024년 11월 초 = 2024-11-01~/2024-11-10~
  2024년 11월 중순 = 2024-11-11~/2024-11-20~
  2024년 11월 하순 = 2024-11-21~/2024-11-30~
  early 2024 = 2024-01~/2024-04~
  конец 2024 года = 2024-09~/2024-12~
  autumn 2024 = 2024-23
  осенью 2024 года = 2024-23
  восени 2024 року = 2024-23
  2024년 가을 = 2024-23
  winter 2024 = 2024-24
  Q4 2024 = 2024-36
  2024-Q4 = 2024-36
  4Q24 = 2024-36
  fourth quarter of 2024 = 2024-36
  4 кв. 2024 = 2024-36
  4-й квартал 2024 года = 2024-36
  IV квартал 2024 р. = 2024-36
  2024년 4분기 = 2024-36
  about Q4 2024 = 2024-10~/2024-12~
  H2 2024 = 2024-41
  первое полугодие 2024 = 2024-40
  2024년 하반기 = 2024-41
  1990s = 199X
  1990-е годы = 199X
  1990년대 = 199X
`)

const intervals = table(`
  5–7 November 2024 = 2024-11-05/2024-11-07
  Nov 5-7, 2024 = 2024-11-05/2024-11-07
  Oct. 30 to Nov. 2, 2024 = 2024-10-30/2024-11-02
  2024년 11월 5일에서 7일 = 2024-11-05/2024-11-07
  5-7 November 2024 = 2024-11-05/2024-11-07
  from 5 to 7 November 2024 = 2024-11-05/2024-11-07
  between 5 and 7 November 2024 = 2024-11-05/2024-11-07
  30 October – 2 November 2024 = 2024-10-30/2024-11-02
  5 November – 7 November 2024 = 2024-11-05/2024-11-07
  2024-10-30 – 2024-11-02 = 2024-10-30/2024-11-02
  2024-10-30 - 2024-11-02 = 2024-10-30/2024-11-02
  20241030-20241102 = 2024-10-30/2024-11-02
  05.11–07.11.2024 = 2024-11-05/2024-11-07
  31/10/2024 - 10/11/2024 = 2024-10-31/2024-11-10
  October–November 2024 = 2024-10/2024-11
  2023–2024 = 2023/2024
  early to mid November 2024 = 2024-11-01~/2024-11-20~
  late October – early November 2024 = 2024-10-21~/2024-11-10~
  Q3–Q4 2024 = 2024-07/2024-12
  с 5 по 7 ноября 2024 года = 2024-11-05/2024-11-07
  между 5 и 7 ноября 2024 = 2024-11-05/2024-11-07
  з 5 до 7 листопада 2024 р. = 2024-11-05/2024-11-07
  2024년 10월부터 11월까지 = 2024-10/2024-11
  2024년 11월 5일~7일 = 2024-11-05/2024-11-07
  2024. 11. 5. ~ 11. 7. = 2024-11-05/2024-11-07
  since October 2024 = 2024-10/..
  since about October 2024 = 2024-10~/..
  after 5 November 2024 = 2024-11-05/..
  not before 5 November 2024 = 2024-11-05/..
  October 2024 – present = 2024-10/..
  2024– = 2024/..
  с октября 2024 = 2024-10/..
  с октября 2024 по настоящее время = 2024-10/..
  с конца октября 2024 = 2024-10-21~/..
  з жовтня 2024 року = 2024-10/..
  2024년 10월부터 = 2024-10/..
  2024년 10월 이후 = 2024-10/..
  before 5 November 2024 = ../2024-11-05
  by the end of November 2024 = ../2024-11-30~
  до 5 ноября 2024 = ../2024-11-05
  не позднее ноября 2024 = ../2024-11
  не пізніше 5 листопада 2024 = ../2024-11-05
  2024년 11월 5일까지 = ../2024-11-05
`)

describe('readDate', () => {
  it.each([...days, ...periods, ...intervals])('reads %s', (text, expected) => {
    expect(edtf(text ?? '')).toBe(expected)
    expect(parseDate(expected ?? '').ok).toBe(true)
  })

  it.each(
    `soon|today|n/a|-||0|12|45601|202411|11월 5일|5 November|Nov 24|5.11|05/11|31 November 2024|13/13/2024|2024-13-01
    2024-02-30|30.02.2024|2024-11-31~|5 November 0024|2024/25|winter 2024-25|5 6 November 2024|5 November 2024 2023
    November October 2024|Q5 2024|7 – 5 November 2024|2024–2023|32 Nov 24|5 November 2024 in Kursk|11,000|1.500
    November 2024~|99991399|2024-11-05-2024|1/2|24/11|2023-02-29T10:20Z|/|..|5 2024|5 and 9 November 2024`.split(
      /\s*[|\n]\s*/,
    ),
  )('makes nothing of %j', (text) => {
    expect(edtf(text)).toBeUndefined()
  })

  it.each<[string, DateOrder | null, string]>([
    ['10/11/2024', null, 'dmy 2024-11-10, mdy 2024-10-11'],
    ['10-11-2024', null, 'dmy 2024-11-10, mdy 2024-10-11'],
    ['5/11/24', null, 'dmy 2024-11-05, mdy 2024-05-11'],
    ['24.11.05', null, 'dmy 2005-11-24, ymd 2024-11-05'],
    ['10/11/2024 10:20', null, 'dmy 2024-11-10, mdy 2024-10-11'],
    ['10/11/2024 – 12/11/2024', null, 'dmy 2024-11-10/2024-11-12, mdy 2024-10-11/2024-12-11'],
    ['10/11/2024 – 15/11/2024', null, '2024-11-10/2024-11-15'],
    ['10/11/2024', 'dmy', '2024-11-10'],
    ['10/11/2024', 'mdy', '2024-10-11'],
    ['10.11.2024', 'mdy', '2024-10-11'],
    ['since 10/11/2024', 'mdy', '2024-10-11/..'],
    ['05/11/24', 'ymd', '2005-11-24'],
    ['2024-11-10', 'mdy', '2024-11-10'],
    ['10/11/2024', 'ymd', 'dmy 2024-11-10, mdy 2024-10-11'],
  ])('reads %s in the order %s', (text, order, expected) => {
    expect(edtf(text, order)).toBe(expected)
  })

  it('says what is odd about a date, and how exact it is', () => {
    expect(readDate('5/11/99', 'dmy')).toMatchObject({ edtf: '1999-11-05', isTwoDigitYear: true })
    expect(readDate('5 Nov 69')).toMatchObject({ edtf: '2069-11-05', isTwoDigitYear: true })
    expect(readDate('10/31/2024', 'dmy')).toMatchObject({ edtf: '2024-10-31', isAgainstOrder: true })
    expect(readDate('2024-10-31', 'dmy')).toMatchObject({ isAgainstOrder: false })
    expect(readDate('5 ноября 2024, 10:20 мск')).toMatchObject({ time: '10:20 мск', precision: 'day' })
    expect(readDate('2024-11-05T10:20Z')).toMatchObject({ edtf: '2024-11-05T10:20Z', precision: 'time', time: null })
    for (const [text, precision] of table(
      'autumn 2024=season\nQ1 2024=quarter\n2024?=year\n2024-11~=month\n199X=decade',
    ))
      expect(readDate(text ?? '')).toMatchObject({ precision })
  })

  it.each([
    ['45601', '1900', '2024-11-05'],
    ['45601.25', '1900', '2024-11-05'],
    ['1', '1900', '1900-01-01'],
    ['59', '1900', '1900-02-28'],
    ['61', '1900', '1900-03-01'],
    ['44139', '1904', '2024-11-05'],
  ] as const)('reads the serial day %s of %s when asked', (text, epoch, expected) => {
    expect(readDate(text)).toBeUndefined()
    expect(readDate(text, null, epoch)).toMatchObject({ edtf: expected })
  })

  it('knows no serial day 60, which never was, and gives the time of a fraction', () => {
    expect(readDate('60', null, '1900')).toBeUndefined()
    expect(readDate('45601,25', null, '1900')).toMatchObject({ time: '06:00:00' })
  })
})

describe('every date', () => {
  const year = fc.integer({ min: 1000, max: 9999 })
  const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'))
  const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'))
  const mark = fc.constantFrom('', '~', '?', '%')
  const plain = fc
    .tuple(year, fc.option(month), fc.option(day), mark)
    .map(([y, m, d, q]) => [y, m, m && d].filter(Boolean).join('-') + q)

  it('in EDTF comes back unchanged', () => {
    const season = fc.tuple(year, fc.integer({ min: 21, max: 41 })).map(([y, s]) => `${y}-${s}`)
    const end = fc.oneof(plain, fc.constantFrom('..', ''))
    const time = fc
      .tuple(
        year,
        month,
        fc.integer({ min: 10, max: 28 }),
        fc.integer({ min: 0, max: 25 }),
        fc.constantFrom(':20', ':20:30', ':20:30.123', ''),
        fc.constantFrom('', 'Z', '+09:00', '-05:30', '+09', '+14:00', '+0900'),
      )
      .map(([y, m, d, h, minutes, zone]) => `${y}-${m}-${d}T${String(h).padStart(2, '0')}${minutes}${zone}`)
    const list = fc.tuple(plain, plain).map((ends) => `[${ends.join(',')}]`)
    const odd = fc.constantFrom(
      '202X',
      '20XX',
      '2024-XX',
      '2024-11-XX',
      '-0044',
      'Y12345',
      '~2024',
      '2024-?11',
      '{2023,2024}',
    )
    const any = fc.oneof(
      plain,
      season,
      time,
      list,
      odd,
      fc.tuple(end, end).map((ends) => ends.join('/')),
    )
    fc.assert(
      fc.property(any, (text) => {
        if (/\d/.test(text) && parseDate(text).ok) expect(edtf(text)).toBe(text)
      }),
      { numRuns: 400 },
    )
  })

  it('with a month in words reads to its day, in any language, case and order', () => {
    const weekday = fc.option(fc.constantFrom(...weekdayForms), { nil: '' })
    fc.assert(
      fc.property(
        fc.constantFrom(...monthForms),
        fc.integer({ min: 1, max: 28 }),
        year,
        fc.boolean(),
        fc.constantFrom('', '.', ','),
        weekday,
        (form, d, y, isUpper, after, before) => {
          const words = isUpper ? form[0].toUpperCase() : form[0]
          const wanted = isoDay(y, form[1], d)
          expect(edtf(`${before} ${d} ${words}${after} ${y}`)).toBe(wanted)
          expect(edtf(`${words} ${d}, ${y}`)).toBe(wanted)
          expect(edtf(`${y} ${words} ${d}`)).toBe(wanted)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('in figures reads in the order in which it was written, and is never read wrongly without one', () => {
    const separator = fc.constantFrom('.', '/', '-')
    fc.assert(
      fc.property(year, month, day, separator, (y, m, d, s) => {
        const wanted = `${y}-${m}-${d}`
        expect(edtf([d, m, y].join(s), 'dmy')).toBe(wanted)
        expect(edtf([m, d, y].join(s), 'mdy')).toBe(wanted)
        expect(edtf([y, m, d].join(s))).toBe(wanted)
        expect(edtf([d, m, y].join(s))).toContain(wanted)
      }),
    )
  })

  it('comes out of any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = edtf(text)
        if (found !== undefined) expect(text).toMatch(/\d/)
      }),
      { numRuns: 500 },
    )
    expect(edtf(`5 November 2024 ${'and so on '.repeat(100_000)}`)).toBeUndefined()
  })

  it('that is read is one that the store reads', () => {
    const piece = fc.constantFrom(
      ...'5 11 2024 24 . / - – ~ , ноября November 월 일 년 early since до с по Q4 кв. autumn 초 부터 т а ? c.'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), fc.constantFrom('', ' '), (pieces, space) => {
        const found = edtf(pieces.join(space))
        for (const one of found?.split(', ') ?? []) expect(parseDate(one.split(' ').at(-1) ?? '').ok).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
