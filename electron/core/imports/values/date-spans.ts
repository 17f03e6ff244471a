import { daysIn, isoDay, isRealDay, two } from './calendar.ts'
import type { DateParts } from './date-figures.ts'

/** How exact a date is; "interval" has two ends or one, "other" is EDTF that has none of these shapes. */
export type DatePrecision =
  | 'time'
  | 'day'
  | 'part of month'
  | 'month'
  | 'part of year'
  | 'quarter'
  | 'half-year'
  | 'season'
  | 'year'
  | 'decade'
  | 'interval'
  | 'other'

/** A date as EDTF, and the first and last date that an interval which begins or ends with it has; null where EDTF has none. */
export interface Span {
  readonly edtf: string
  readonly precision: DatePrecision
  readonly start: string | null
  readonly end: string | null
}

/**
 * A date in EDTF. "Early", "mid" and "late" are thirds (of a month 1–10, 11–20, 21 to the end, as 초순, 중순 and 하순
 * are; of a year January–April, May–August, September–December) with approximate ends; seasons are 21–24, quarters 33–36
 * and halves 40–41 (EDTF level 2). Undefined without a year.
 */
export function spanOf(parts: DateParts): Span | undefined {
  const { year, month, day, part, quarter, half, season } = parts
  if (year === undefined || (day !== undefined && month === undefined)) return undefined
  const mark = markOf(parts)
  if (day !== undefined && month !== undefined)
    return isRealDay(year, month, day) ? point(isoDay(year, month, day) + mark, 'day') : undefined
  if (part) return thirdOf(year, month, part)
  if (month !== undefined) return point(`${year}-${two(month)}${mark}`, 'month')
  if (quarter !== undefined) return period(year, 32 + quarter, quarter * 3 - 2, 3, mark, 'quarter')
  if (half !== undefined) return period(year, 39 + half, half * 6 - 5, 6, mark, 'half-year')
  if (season !== undefined) return mark ? undefined : within(`${year}-${20 + season}`, 'season', null, null)
  if (parts.isDecade) return mark ? undefined : within(`${Math.floor(year / 10)}X`, 'decade', `${year}`, `${year + 9}`)
  return point(year + mark, 'year')
}

function markOf({ isApproximate, isUncertain }: DateParts): string {
  if (isApproximate) return isUncertain ? '%' : '~'
  return isUncertain ? '?' : ''
}

const point = (edtf: string, precision: DatePrecision): Span => ({ edtf, precision, start: edtf, end: edtf })
const within = (edtf: string, precision: DatePrecision, start: string | null, end: string | null): Span => ({
  edtf,
  precision,
  start,
  end,
})
const between = (start: string, end: string, precision: DatePrecision): Span =>
  within(`${start}/${end}`, precision, start, end)

/** A quarter or a half by its own code; what is approximate has no code, so it is written by its months. */
function period(
  year: number,
  code: number,
  first: number,
  length: number,
  mark: string,
  precision: DatePrecision,
): Span {
  const start = `${year}-${two(first)}${mark}`
  const end = `${year}-${two(first + length - 1)}${mark}`
  return mark ? between(start, end, precision) : within(`${year}-${code}`, precision, start, end)
}

function thirdOf(year: number, month: number | undefined, part: 'early' | 'mid' | 'late'): Span {
  const third = part === 'early' ? 0 : part === 'mid' ? 1 : 2
  if (month === undefined)
    return between(`${year}-${two(third * 4 + 1)}~`, `${year}-${two(third * 4 + 4)}~`, 'part of year')
  const last = third === 2 ? daysIn(year, month) : third * 10 + 10
  return between(`${isoDay(year, month, third * 10 + 1)}~`, `${isoDay(year, month, last)}~`, 'part of month')
}

/** What a date leaves out, from the other end of its range: "5–7 November 2024", "2024. 11. 5. ~ 11. 7.". */
export function completed(parts: DateParts, other: DateParts): DateParts {
  const isDayAlone = parts.day !== undefined && parts.month === undefined
  return {
    ...parts,
    year: parts.year ?? other.year,
    month: isDayAlone ? other.month : parts.month,
    // "Early to mid November 2024": the month and the year are said once.
    ...(parts.part && parts.month === undefined && parts.year === undefined ? { month: other.month } : {}),
  }
}

/** "Since October 2024", "until 5 November": the other end is open. EDTF has no exclusive end, so "after" and "before" keep the day that is said. */
export function openSpan(span: Span, side: 'from' | 'to'): Span | undefined {
  const end = side === 'from' ? span.start : span.end
  if (end === null) return undefined
  return within(side === 'from' ? `${end}/..` : `../${end}`, 'interval', null, null)
}

/** From one date to another; undefined when the first is not the earlier one. */
export function rangeOf(left: Span, right: Span): Span | undefined {
  const { start } = left
  const { end } = right
  if (start === null || end === null) return undefined
  if (start === end) return right
  return firstDay(start) < firstDay(end) ? between(start, end, 'interval') : undefined
}

/** The first day of a plain date, in a form that sorts. An interval begins before its end does: `edtf` refuses 2024/2024-01. */
const firstDay = (edtf: string): string => `${plain(edtf)}-01-01`.slice(0, 10)
const plain = (edtf: string): string => edtf.replace(/[~?%]$/, '')
