import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatQuantity, parseQuantity, type Quantity } from '../../../../shared/quantities.ts'
import { columnDecimal, type DecimalMark } from './figures.ts'
import { isAmbiguousQuantity, readQuantity } from './quantities.ts'

/** "low best high qualifier [unit]", with a point for an open side; both readings of an ambiguous one. */
function said(text: string, decimal: DecimalMark | null = null): string | undefined {
  const reading = readQuantity(text, decimal)
  if (reading === undefined) return undefined
  if (isAmbiguousQuantity(reading)) return reading.ambiguous.map((one) => inShort(one.quantity)).join(' or ')
  return inShort(reading.quantity) + (reading.unit === null ? '' : ` [${reading.unit}]`)
}
const inShort = ({ low, best, high, qualifier }: Quantity): string =>
  [low ?? '·', best ?? '·', high ?? '·', qualifier].join(' ')

const cases = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' = ').map((part) => part.trim()))

const figures = cases(`
  8000 = · 8000 · exact
  8,000 = · 8000 · exact
  1 500 = · 1500 · exact
  1\u00a0500 = · 1500 · exact
  1\u2009500 = · 1500 · exact
  1'500 = · 1500 · exact
  1,500,000 = · 1500000 · exact
  1.500.000 = · 1500000 · exact
  1.500,5 = · 1500.5 · exact
  1,500.5 = · 1500.5 · exact
  1 500,5 = · 1500.5 · exact
  1,5 = · 1.5 · exact
  1.5 = · 1.5 · exact
  0,500 = · 0.5 · exact
  1.500 = · 1.5 · exact or · 1500 · exact
  1,500 тыс. = · 1500000 · exact or · 1500 · exact
  10k = · 10000 · exact
  10к = · 10000 · exact
  1.2m = · 1200000 · exact
  1.1k = · 1100 · exact
  10 thousand = · 10000 · exact
  2 million 300 thousand = · 2300000 · exact
  11 тыс. = · 11000 · exact
  11 тысяч = · 11000 · exact
  1,5 млн = · 1500000 · exact
  11 тис. = · 11000 · exact
  1만 = · 10000 · exact
  1만 1천 = · 11000 · exact
  1만 2천 500 = · 12500 · exact
  1억 2천만 = · 120000000 · exact
  0 = · 0 · exact
`)

const words = cases(`
  two thousand = · 2000 · exact
  twenty-five = · 25 · exact
  two hundred and five = · 205 · exact
  three hundred thousand = · 300000 · exact
  a dozen = · 12 · exact
  two dozen = · 24 · exact
  half a million = · 500000 · exact
  двести пятьдесят = · 250 · exact
  две тысячи пятьсот = · 2500 · exact
  полторы тысячи = · 1500 · exact
  п’ять тисяч = · 5000 · exact
  삼천 명 = · 3000 · exact [명]
  dozens = · · · dozens
  десятки солдат = · · · dozens [солдат]
  수십 명 = · · · dozens [명]
  hundreds of soldiers = · · · hundreds [soldiers]
  сотни = · · · hundreds
  сотні = · · · hundreds
  수백 명 = · · · hundreds [명]
  тысячи = · · · thousands
  несколько тысяч = · · · thousands
  тисячі = · · · thousands
  수천 명 = · · · thousands [명]
  several = · · · several
  несколько = · · · several
  кілька = · · · several
  몇 명 = · · · several [명]
`)

const qualified = cases(`
  about 10,000 = · 10000 · about
  around 10k soldiers = · 10000 · about [soldiers]
  ~10 000 = · 10000 · about
  ≈5 = · 5 · about
  11,000 (approx.) = · 11000 · about
  около 11 тысяч = · 11000 · about
  примерно 11 тыс. солдат = · 11000 · about [солдат]
  порядка 10 тысяч = · 10000 · about
  біля 11 тисяч військових = · 11000 · about [військових]
  приблизно 11 тис. = · 11000 · about
  близько десяти тисяч = · 10000 · about
  약 1만 명 = · 10000 · about [명]
  대략 1만명 = · 10000 · about [명]
  만여 명 = · 10000 · about [명]
  1만2천여 명 = · 12000 · about [명]
  백여 명 = · 100 · about [명]
  at least 1,500 = 1500 · · at least
  ≥ 1500 = 1500 · · at least
  10,000+ = 10000 · · at least
  10,000 or more = 10000 · · at least
  at least about 10,000 = 10000 · · at least
  не менее 1500 = 1500 · · at least
  по меньшей мере 10 тыс. = 10000 · · at least
  минимум 100 = 100 · · at least
  от 10 тысяч = 10000 · · at least
  щонайменше 11 тисяч = 11000 · · at least
  не менше 100 = 100 · · at least
  최소 1만 명 = 10000 · · at least [명]
  1만 명 이상 = 10000 · · at least [명]
  more than 10,000 = 10000 · · more than
  >500 = 500 · · more than
  over a hundred = 100 · · more than
  более тысячи = 1000 · · more than
  свыше 10 тысяч = 10000 · · more than
  понад 11 тисяч = 11000 · · more than
  більше 500 = 500 · · more than
  1만 명 초과 = 10000 · · more than [명]
  1만 명이 넘는 = 10000 · · more than [명]
  up to 12,000 = · · 12000 up to
  до 12 тысяч = · · 12000 up to
  не более 12 000 = · · 12000 up to
  до 12 тисяч = · · 12000 up to
  не більше 500 = · · 500 up to
  최대 1만2000명 = · · 12000 up to [명]
  1만 명 이하 = · · 10000 up to [명]
  less than 500 = · · 500 less than
  менее 500 = · · 500 less than
  менше 500 = · · 500 less than
  500명 미만 = · · 500 less than [명]
  exactly 5 = · 5 · exact
  11,000 North Korean soldiers = · 11000 · exact [North Korean soldiers]
  11 тыс. чел. = · 11000 · exact [чел.]
  5 самолётов = · 5 · exact [самолётов]
  1만 일본군 = · 10000 · exact [일본군]
  3천 사상자 = · 3000 · exact [사상자]
  20% = · 20 · exact [%]
`)

const ranges = cases(`
  10,000–12,000 = 10000 · 12000 between
  10,000 to 12,000 = 10000 · 12000 between
  between 10,000 and 12,000 troops = 10000 · 12000 between [troops]
  from 10,000 to 12,000 = 10000 · 12000 between
  about 10,000–12,000 = 10000 · 12000 between
  10-12 thousand = 10000 · 12000 between
  10–12k = 10000 · 12000 between
  500–1500 thousand = 500000 · 1500000 between
  800 thousand to 1 million = 800000 · 1000000 between
  10–12 тысяч = 10000 · 12000 between
  10 тыс. – 12 тыс. = 10000 · 12000 between
  от 10 до 12 тысяч солдат = 10000 · 12000 between [солдат]
  между 10 и 12 тыс. = 10000 · 12000 between
  від 10 до 12 тисяч = 10000 · 12000 between
  1만~1만2천 명 = 10000 · 12000 between [명]
  1만에서 1만2천 명 = 10000 · 12000 between [명]
  1만 명에서 1만2천 명 사이 = 10000 · 12000 between [명]
  10~12만 명 = 100000 · 120000 between [명]
  about 11,000 (10,000–12,000) = 10000 11000 12000 about
  11,000 (at least 10,000) = 10000 11000 · exact
  10,000 ± 500 = 9500 10000 10500 about
`)

describe('readQuantity', () => {
  it.each([...figures, ...words, ...qualified, ...ranges])('reads %s', (text, expected) => {
    expect(said(text ?? '')).toBe(expected)
  })

  it.each(
    `|many|about|-5|+500|1,0000|1,00,000|1,500,00|10 20|100 and 20|12,000–10,000|500-1 million|between 10|10 – 12 – 14
    more than 10,000–12,000|at least up to 10|tens of thousands|десятки тысяч|수만 명|hundreds of thousands|более тысяч
    11,000 in Kursk|killed 5|사상자 3천 명|2024-11-05|05.11.2024|n/a|thousand thousand|5 (6)|(5|5)|±5|10,000 soldiers and 200 tanks`.split(
      /\s*[|\n]\s*/,
    ),
  )('makes nothing of %j', (text) => {
    expect(said(text)).toBeUndefined()
  })

  it('reads a point or comma before three digits by the decimal mark of its column', () => {
    expect(said('1.500', '.')).toBe('· 1.5 · exact')
    expect(said('1.500', ',')).toBe('· 1500 · exact')
    expect(said('1,500', ',')).toBe('· 1.5 · exact')
    expect(said('about 1,500', '.')).toBe('· 1500 · about')
    expect(said('1.500–2.500', ',')).toBe('1500 · 2500 between')
  })

  const number = fc.oneof(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.integer({ min: 0, max: 99_999 }).map((n) => n / 10),
  )
  const none = { low: null, high: null, best: null }
  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
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
    fc
      .tuple(
        number,
        number,
        number,
        fc.constantFrom('exact' as const, 'about' as const),
        fc.constantFrom('low', 'high', 'none'),
      )
      .map(([a, b, c, qualifier, open]) => {
        const [low = 0, best = 0, high = 0] = [a, b, c].sort((x, y) => x - y)
        return { low: open === 'low' ? null : low, best, high: open === 'high' ? null : high, qualifier }
      }),
    fc
      .constantFrom('dozens' as const, 'hundreds' as const, 'thousands' as const, 'several' as const)
      .map((qualifier) => ({ ...none, qualifier })),
  )

  it('reads back what formatQuantity writes', () => {
    fc.assert(
      fc.property(quantity, (given) => {
        expect(readQuantity(formatQuantity(given))).toEqual({ quantity: given, unit: null })
      }),
      { numRuns: 500 },
    )
  })

  it('reads what the shared reader reads in the same way, save a point that may part thousands and a scale of two bounds', () => {
    const mark = fc.constantFrom(
      '',
      'about ',
      '~',
      'at least ',
      '≥',
      'over ',
      'up to ',
      'fewer than ',
      '<',
      'exactly ',
      'between ',
    )
    const scale = fc.constantFrom('', 'k', ' thousand', 'm', ' million')
    const end = fc.tuple(number.map(formatNumber), scale).map((parts) => parts.join(''))
    fc.assert(
      fc.property(mark, end, fc.option(end), fc.constantFrom('–', ' to ', ' and ', '-'), (before, low, high, dash) => {
        const text = before + low + (high === null ? '' : dash + high)
        const shared = parseQuantity(text)
        const isKnownToDiffer = high !== null && /[km]$|thousand|million/.test(high)
        if (shared.ok && !isKnownToDiffer && !(before === '' && dash === ' and '))
          expect(readQuantity(text)).toEqual({ quantity: shared.value, unit: null })
      }),
      { numRuns: 500 },
    )
  })

  it('never invents a side, nor gives bounds the wrong way round, whatever it is given', () => {
    const piece = fc.constantFrom(
      ...'10 1,500 1.500 k 만 천 여 명 тыс. сотни около до от ~ – - ( ) + ± and between two hundred dozens 이상 % 몇 , солдат'.split(
        ' ',
      ),
    )
    const text = fc.oneof(
      fc.tuple(fc.array(piece, { maxLength: 7 }), fc.constantFrom('', ' ')).map(([pieces, gap]) => pieces.join(gap)),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(text, (given) => {
        const reading = readQuantity(given)
        if (!reading || isAmbiguousQuantity(reading)) return
        const { low, high, best, qualifier } = reading.quantity
        const figures = [low, best, high].filter((figure) => figure !== null)
        expect(figures).toEqual(figures.toSorted((a, b) => a - b))
        for (const figure of figures) expect(Number.isFinite(figure) && figure >= 0).toBe(true)
        expect(figures.length === 0).toBe(
          ['dozens', 'hundreds', 'thousands', 'several', 'unspecified'].includes(qualifier),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('says one number in every notation and language alike', () => {
    const whole = fc.integer({ min: 1, max: 9_999_999 })
    fc.assert(
      fc.property(whole, (n) => {
        const grouped = formatNumber(n)
        for (const text of [
          grouped,
          grouped.replaceAll(',', ' '),
          grouped.replaceAll(',', '\u202f'),
          grouped.replaceAll(',', "'"),
        ])
          expect(said(text)).toBe(`· ${n} · exact`)
        expect(said(grouped.replaceAll(',', '.'), ',')).toBe(`· ${n} · exact`)
        const [man, rest] = [Math.floor(n / 10_000), n % 10_000]
        expect(said(`약 ${man > 0 ? `${man}만` : ''}${rest > 0 ? ` ${rest}` : ''}명`)).toBe(`· ${n} · about [명]`)
        expect(said(`около ${n / 1000} тыс.`, '.')).toBe(`· ${n} · about`)
      }),
    )
  })
})

describe('columnDecimal', () => {
  it.each([
    ['1.500|2.000', 'ambiguous'],
    ['1.500|1.500.000', ','],
    ['1.500|2,5', ','],
    ['1.500|2.5', '.'],
    ['1,500|2,000', '.'],
    ['1,500 тыс.', 'ambiguous'],
    ['1,500|2,5', ','],
    ['2.5|2,5', 'contradictory'],
    ['1 500,25', ','],
    ['about 1,500.5 soldiers', '.'],
    ['0,500', ','],
    ['8000|10 000|many|', null],
  ])('finds in %s the mark %s', (cells, mark) => {
    expect(columnDecimal(cells.split('|'))).toBe(mark)
  })
})
