/** Days in a month of the Gregorian calendar, in which EDTF dates are written. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for a day that there is; years of four digits only, as anything else in a list is a slip. */
export const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** The full year of two written digits: 00–69 are of this century, 70–99 of the last (POSIX `strptime` has 69 as 1969). */
export const fullYear = (short: number): number => (short < 70 ? 2000 : 1900) + short

/** A number with at least two (or four) digits, as ISO 8601 writes it. */
export const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
export const isoDay = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`
