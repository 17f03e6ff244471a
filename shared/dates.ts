import edtf from 'edtf'
import { fail, ok, type Result } from './result.ts'

/** A date as the store keeps it: EDTF, and its first and last day for sorting (days since 1970-01-01; null = open or unknown). */
export interface StoredDate {
  readonly edtf: string
  readonly from: number | null
  readonly to: number | null
}

const dayMs = 86_400_000
const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/

/**
 * Reads an EDTF text (ISO 8601-2, levels 0–1 and what the `edtf` package reads of 2).
 * The text itself is kept as written: normalising a time zone away would lose what was said.
 */
export function parseDate(text: string): Result<StoredDate> {
  const trimmed = text.trim().normalize('NFC')
  const simple = parsePlain(trimmed) ?? parsePlainInterval(trimmed) ?? parseMoment(trimmed)
  if (simple) return ok(simple)
  // The package takes bare figures for milliseconds or centuries; a year has four digits (EDTF level 0).
  if (/^\d+$/.test(trimmed)) return notADate(text)
  try {
    const value = edtf(trimmed)
    if (Number.isNaN(value.min) || Number.isNaN(value.max)) return notADate(text)
    return ok({ edtf: trimmed, from: toDay(value.min), to: toDay(value.max) })
  } catch {
    return notADate(text)
  }
}

/** The plain forms YYYY, YYYY-MM and YYYY-MM-DD with an optional qualifier: nearly every date there is, and a hundred times quicker. */
function parsePlain(text: string): StoredDate | undefined {
  const match = plain.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const month = match[2] === undefined ? undefined : Number(match[2])
  const day = match[3] === undefined ? undefined : Number(match[3])
  // Years below 100 and months above 12 (seasons) are left to the library.
  if (year < 100 || (month !== undefined && (month < 1 || month > 12))) return undefined
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  if (day !== undefined && new Date(from).getUTCDate() !== day) return undefined
  const next =
    day !== undefined ? from + dayMs : month !== undefined ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)
  return { edtf: text, from: from / dayMs, to: next / dayMs - 1 }
}

/** The interval of two plain dates, of which one may be open: the package takes two thousand times as long. */
function parsePlainInterval(text: string): StoredDate | undefined {
  const parts = text.split('/')
  if (parts.length !== 2) return undefined
  const [from = '', to = ''] = parts
  const start = from === '..' ? openSide : parsePlain(from)
  const end = to === '..' ? openSide : parsePlain(to)
  if (!start || !end || (start === openSide && end === openSide)) return undefined
  if (start.from !== null && end.to !== null && start.from > end.to) return undefined
  return { edtf: text, from: start.from, to: end.to }
}

const openSide: StoredDate = { edtf: '..', from: null, to: null }

/** A moment is of the day that was written, wherever it was: normalising it to UTC would move it to the next or the last. */
function parseMoment(text: string): StoredDate | undefined {
  const match = moment.exec(text)
  const day = match?.[1] ? parsePlain(match[1]) : undefined
  return day && { ...day, edtf: text }
}

const moment =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/

function toDay(milliseconds: number | null): number | null {
  return milliseconds === null || !Number.isFinite(milliseconds) ? null : Math.floor(milliseconds / dayMs)
}

function notADate(text: string): Result<never> {
  return fail(
    'invalid-input',
    `“${text}” is not an EDTF date. Write 2024-11-05, 2024-11, 2024-11~ (approximate), 2024-11? (uncertain) or 2024-10/2024-11.`,
  )
}

/** True for a text that `parseDate` reads. */
export const isDate = (text: string): boolean => parseDate(text).ok

/** The day number (days since 1970-01-01) as an ISO date. */
export const dayToIso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

const months = 'January February March April May June July August September October November December'.split(' ')

/** A date in words for reading: "November 2024, approximate". What has no plain form is shown as written. */
export function dateInWords(text: string): string {
  const parts = text.split('/')
  if (parts.length === 2) {
    const [from = '', to = ''] = parts
    if (to === '..') return `from ${dateInWords(from)}, ongoing or open`
    if (from === '..') return `until ${dateInWords(to)}`
    return `${dateInWords(from) || 'unknown'} to ${dateInWords(to) || 'unknown'}`
  }
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([~?%]?)$/.exec(text)
  if (!match) return text
  const [, year, month, day, mark] = match
  const words = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
  return words + qualifierInWords(mark ?? '')
}

function qualifierInWords(mark: string): string {
  if (mark === '~') return ', approximate'
  if (mark === '?') return ', uncertain'
  return mark === '%' ? ', approximate and uncertain' : ''
}
