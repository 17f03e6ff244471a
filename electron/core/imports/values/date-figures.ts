import { fullYear } from './calendar.ts'
import type { Lexeme } from './date-lexer.ts'
import { choose, type DateOrder } from './date-numeric.ts'

/** What one written date says; what it leaves out, a range can take from its other end. */
export interface DateParts {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly season?: number
  readonly quarter?: number
  readonly half?: number
  readonly part?: 'early' | 'mid' | 'late'
  readonly isDecade?: boolean
  readonly isApproximate?: boolean
  readonly isUncertain?: boolean
  readonly isTwoDigitYear?: boolean
  /** The order that told day and month apart, of a date in figures. */
  readonly order?: DateOrder
}

/** How dates in figures are to be read. */
export interface Orders {
  readonly order: DateOrder | null
  /** Refuses what the order does not fit instead of reading it in the only order that does. */
  readonly isStrict: boolean
}

export type Numeral = Extract<Lexeme, { is: 'number' }>
/** A date while it is being read. */
export type Draft = { -readonly [K in keyof DateParts]: DateParts[K] }

/** A word said twice says too much: the date is not read. */
export function set<K extends keyof Draft>(draft: Draft, name: K, value: Draft[K]): boolean {
  if (draft[name] !== undefined) return false
  draft[name] = value
  return true
}

/** A year of four digits, or of two. */
export function setYear(draft: Draft, { value, digits }: Numeral): boolean {
  if (digits !== 4 && digits !== 2) return false
  if (digits === 2) draft.isTwoDigitYear = true
  return set(draft, 'year', digits === 2 ? fullYear(value) : value)
}

/** A date in figures alone: one number, or two or three with the same separator. */
export function readFigures(
  lexemes: readonly Lexeme[],
  draft: Draft,
  orders: Orders,
): DateParts | 'ambiguous' | undefined {
  const parts = lexemes.at(-1)?.is === 'sep' ? lexemes.slice(0, -1) : lexemes
  const [a, s, b, t, c, ...rest] = parts
  if (a === undefined) return draft
  if (rest.length > 0 || a.is !== 'number') return undefined
  if (s === undefined) return withOne(draft, a)
  if (s.is === 'number') return b === undefined ? withDayAndYear(draft, a, s) : undefined
  if (s.is !== 'sep' || s.isSpaced || b?.is !== 'number') return undefined
  if (t === undefined) return withTwo(draft, a, b, s.value, orders)
  if (t.is !== 'sep' || t.isSpaced || t.value !== s.value || c?.is !== 'number') return undefined
  const digits = [a.digits, b.digits, c.digits] as const
  if (b.digits > 2) return undefined
  const values = [a.value, b.value, c.value] as const
  const day = choose({ values, digits, separator: s.value }, orders.order, orders.isStrict)
  return day === undefined || day === 'ambiguous' ? day : { ...draft, ...day }
}

function withOne(draft: Draft, number: Numeral): DateParts | undefined {
  if (number.isYear) return setYear(draft, number) ? draft : undefined
  if (number.digits === 8) return { ...draft, ...compactDay(number.value) }
  return number.digits <= 2 && set(draft, 'day', number.value) ? draft : undefined
}

/** The end of "Nov 5–7, 2024": its month is that of the beginning. */
const withDayAndYear = (draft: Draft, day: Numeral, year: Numeral): DateParts | undefined =>
  year.isYear && day.digits <= 2 && setYear(draft, year) && set(draft, 'day', day.value) ? draft : undefined

/** 20241105, the basic format of ISO 8601. */
const compactDay = (value: number): DateParts => ({
  year: Math.floor(value / 10_000),
  month: Math.floor(value / 100) % 100,
  day: value % 100,
})

/** "11/2024" and "2024.11" are months; "5.11." has no year, which a range can give. */
function withTwo(draft: Draft, a: Numeral, b: Numeral, separator: string, { order }: Orders): DateParts | undefined {
  if (a.digits === 4 && b.digits <= 2) return { ...draft, year: a.value, month: b.value }
  if (b.digits === 4 && a.digits <= 2) return { ...draft, year: b.value, month: a.value }
  if (a.digits > 2 || b.digits > 2) return undefined
  const isDayFirst = order === 'dmy' || (order === null && separator === '.')
  if (order === null && !isDayFirst) return undefined
  return isDayFirst ? { ...draft, day: a.value, month: b.value } : { ...draft, month: a.value, day: b.value }
}
