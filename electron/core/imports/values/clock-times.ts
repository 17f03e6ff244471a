import { two } from './calendar.ts'

/** A text parted into its date and its time of day, the time as written. */
export interface Parted {
  readonly date: string
  readonly time: string | null
}

const zone = String.raw`z|utc|gmt|msk|мск|kst|кст|est|edt|cet|cest|eet|eest`
const offset = String.raw`[+-]\d{2}(?::?\d{2})?`
/** 10:20, 10:20:30.5, 10:20 pm, T10:20Z, 10:20:00 GMT+0900. */
const clock = new RegExp(
  String.raw`(?:^|[\s,T]|(?<=\d)t)(?:в |о |об |at )?((?:오전 |오후 )?(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)(?::[0-5]\d(?:[.,]\d{1,9})?)?` +
    String.raw`(?: ?[ap]\.?m\.?)?(?: ?(?:${zone})?(?:${offset})?(?: ?\([^)]*\))?)?)(?=$|[\s,])`,
  'iu',
)
const koreanClock = /\s?((?:오전|오후)?\s?\d{1,2}시(?:\s?\d{1,2}분)?)/u

/** The basic format of ISO 8601: 20241105T102000Z. */
const compact = /^(\d{8})T((?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:Z|[+-]\d{2}:?\d{2})?)$/

/** Takes a time of day off a date. The clock says nothing about which day was meant, so the day stays as it was written. */
export function partTime(text: string): Parted {
  const basic = compact.exec(text)
  if (basic) return { date: basic[1] ?? '', time: basic[2] ?? null }
  const pattern = text.includes(':') ? clock : text.includes('시') ? koreanClock : undefined
  const match = pattern?.exec(text)
  if (!match) return { date: text, time: null }
  const date = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  return { date: date.trim().replace(/,$/, ''), time: match[1]?.trim() ?? null }
}

/** The time of day that a fraction of a day is, to the second: spreadsheets keep times so. */
export function timeOfFraction(fraction: number): string | null {
  const seconds = Math.round(fraction * 86_400)
  if (seconds === 0) return null
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}
