import { dateInWords, parseDate } from '../../../../shared/dates.ts'
import { remembered } from '../remembered.ts'

/** First and last day (days since 1970-01-01); an open side is infinite. */
export interface Days {
  readonly from: number
  readonly to: number
}

type Unit = 'day' | 'month' | 'year'
const units = ['year', 'month', 'day'] as const
const dayMs = 86_400_000

/**
 * The days of an EDTF date for matching: `~`, `?` and `%` widen by the named policy of product.md ("Dates"): a day by
 * 3 days to each side, a month by 15 days, a year by 6 months; an interval at each end by that end's own mark, and a
 * mark within a date (EDTF level 2) by the part that it stands at. Null when nothing is known of it.
 */
export const widenedDays = remembered((edtf: string): Days | null => {
  const days = plainDays(edtf)
  if (!days || !/[~?%]/.test(edtf)) return days
  const [first = '', last = first] = edtf.split('/')
  return { from: widened(days.from, doubted(first), -1), to: widened(days.to, doubted(last), 1) }
})

/** The days of an EDTF date as written: what orders "said earlier" and "said later". */
export const plainDays = remembered((edtf: string): Days | null => {
  const date = parseDate(edtf)
  if (!date.ok) return null
  const { from, to } = date.value
  return from === null && to === null ? null : { from: from ?? -Infinity, to: to ?? Infinity }
})

/** The widest part of a date that a mark stands at; sets and lists are as wide as the widest of their members. */
function doubted(text: string): Unit | undefined {
  const dates = text.split(/[,[\]{}]|\.\./).map((date) => date.replace(/^-/, '').split('-'))
  return units.find((_, at) => dates.some((parts) => /[~?%]/.test(parts[at] ?? '')))
}

function widened(day: number, unit: Unit | undefined, side: -1 | 1): number {
  if (!unit || !Number.isFinite(day)) return day
  if (unit !== 'year') return day + side * (unit === 'day' ? 3 : 15)
  // The last day of a year moves with the first of the next: six months after December is June.
  const date = new Date((side > 0 ? day + 1 : day) * dayMs)
  date.setUTCMonth(date.getUTCMonth() + 6 * side)
  return date.getTime() / dayMs - (side > 0 ? 1 : 0)
}

/** How the days of one date stand to those of another: they overlap, or all of them are before or after. */
export function orderOfDays(one: Days, other: Days): 'overlap' | 'before' | 'after' {
  if (one.to < other.from) return 'before'
  return one.from > other.to ? 'after' : 'overlap'
}

/** A date within a sentence, "November 2024 (approximate)": its own comma does not go with the sentence's. */
export const dateInSentence = (edtf: string | null): string =>
  edtf === null ? 'an unknown date' : dateInWords(edtf).replace(/, ([^,]+)$/, ' ($1)')
