import { fullYear, isRealDay } from './calendar.ts'

/** The order in which a list writes the parts of its dates. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Three written numbers of a date: their values and how many digits they have. */
export interface Triple {
  readonly values: readonly [number, number, number]
  readonly digits: readonly [number, number, number]
  readonly separator: '.' | '/' | '-'
}

/** A day that three numbers make in one order. */
export interface NumericDay {
  readonly order: DateOrder
  readonly year: number
  readonly month: number
  readonly day: number
  readonly isTwoDigitYear: boolean
}

/**
 * Every real day that three numbers can mean. A year has four digits, or two: "5/11/24" cannot begin with its year,
 * "24/11/5" cannot end with it, and "05/11/24" can do both.
 */
export function readings({ values, digits }: Triple): NumericDay[] {
  const [a, b, c] = values
  const found: NumericDay[] = []
  if (isYear(digits[2]) && digits[0] <= 2) {
    push(found, 'dmy', c, b, a, digits[2])
    push(found, 'mdy', c, a, b, digits[2])
  }
  if (isYear(digits[0]) && digits[2] <= 2) push(found, 'ymd', a, b, c, digits[0])
  return found
}

const isYear = (digits: number): boolean => digits === 4 || digits === 2

function push(found: NumericDay[], order: DateOrder, y: number, month: number, day: number, digits: number): void {
  const year = digits === 2 ? fullYear(y) : y
  if (isRealDay(year, month, day)) found.push({ order, year, month, day, isTwoDigitYear: digits === 2 })
}

/** What three numbers mean: one day, several that only an order can tell apart, or none. */
export type Choice = (Omit<NumericDay, 'order'> & { readonly order: DateOrder | undefined }) | 'ambiguous' | undefined

/**
 * Chooses among the readings by the order that is given; a date that the order does not fit is read only if it can mean
 * nothing else. Points put the day before the month (DIN 5008, GOST R 7.0.97), or the year first (Korea).
 */
export function choose(triple: Triple, order: DateOrder | null, isStrict = false): Choice {
  const found = readings(triple)
  const wanted = order && found.find((day) => day.order === order)
  if (wanted) return wanted
  if (isStrict && order && takes(triple, order)) return undefined
  const likely = triple.separator === '.' ? byPoints(found) : found
  const [first] = likely
  if (likely.length < 2) return first
  if (likely.every((day) => isSameDay(day, first))) return first && { ...first, order: undefined }
  return 'ambiguous'
}

/** Nobody's standard puts the month first before points: that is read only where there is no other day. */
export function byPoints(found: readonly NumericDay[]): readonly NumericDay[] {
  const others = found.filter((day) => day.order !== 'mdy')
  return others.length > 0 ? others : found
}

/** True when the written digits leave room for an order, whether or not the day exists. */
export const takes = ({ digits }: Triple, order: DateOrder): boolean =>
  order === 'ymd' ? isYear(digits[0]) && digits[2] <= 2 : isYear(digits[2]) && digits[0] <= 2

const isSameDay = (a: NumericDay, b: NumericDay | undefined): boolean =>
  a.year === b?.year && a.month === b.month && a.day === b.day
