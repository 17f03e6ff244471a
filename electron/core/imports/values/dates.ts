import { isoDay } from './calendar.ts'
import { partTime, timeOfFraction } from './clock-times.ts'
import { readExpression, type Expression } from './date-expression.ts'
import { lexDate, type Lexeme } from './date-lexer.ts'
import { choose, dateOrders, type DateOrder } from './date-numeric.ts'
import type { DatePrecision } from './date-spans.ts'
import { edtfPrecision, isPlainDay } from './edtf-texts.ts'
import { plainLetters } from './lexicon.ts'

/** A date that was read. The text itself is kept by the caller: it stands first, and this beside it. */
export interface DateRead {
  readonly edtf: string
  readonly precision: DatePrecision
  /** The century was not written: 00–69 were read as 2000–2069, 70–99 as 1970–1999. */
  readonly isTwoDigitYear: boolean
  /** The time of day as written, where the EDTF has only the day. */
  readonly time: string | null
  /** The date can only be read against the order that was given: something is odd about it or about the order. */
  readonly isAgainstOrder: boolean
}

/** A date whose day and month only an order can tell apart, with what each order makes of it. */
export interface DateAmbiguous {
  readonly ambiguous: readonly { readonly order: DateOrder; readonly edtf: string }[]
}

export type DateReading = DateRead | DateAmbiguous | undefined

/** From which day a spreadsheet counts: "1900" (with its 29 February 1900 that never was) or "1904". */
export type SerialEpoch = '1900' | '1904'

/** No date takes more letters; what does is a text with a date in it. */
const longest = 120

/**
 * Reads a date in any common form, in English, Russian, Ukrainian or Korean, as EDTF; EDTF itself comes back unchanged.
 * `order` tells day from month where figures alone do not. Figures without a date's shape are read as a spreadsheet's
 * serial number only when `serials` says so. Undefined for what is no date, or says no year: never a guess.
 */
export function readDate(text: string, order: DateOrder | null = null, serials?: SerialEpoch): DateReading {
  const trimmed = text.trim()
  if (trimmed.length > longest) return undefined
  if (isPlainDay(trimmed)) return plainRead(trimmed, 'day')
  if (serials && /^\d{1,7}(?:[.,]\d+)?$/.test(trimmed)) return readSerial(trimmed, serials)
  const quick = readTriple(trimmed, order)
  if (quick) return quick
  const edtf = trimmed.normalize('NFC')
  const precision = edtfPrecision(edtf)
  return precision ? plainRead(edtf, precision) : readWords(edtf, order)
}

/** True for what only an order can tell. */
export const isAmbiguousDate = (reading: DateReading): reading is DateAmbiguous =>
  reading !== undefined && 'ambiguous' in reading

const plainRead = (edtf: string, precision: DatePrecision, time: string | null = null): DateRead => ({
  edtf,
  precision,
  isTwoDigitYear: false,
  time,
  isAgainstOrder: false,
})

const figures = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/

/** 05.11.2024 and its like, without going through words. */
function readTriple(text: string, order: DateOrder | null): DateRead | undefined {
  const match = text.length <= 10 ? figures.exec(text) : null
  if (!match) return undefined
  const [, a = '', separator = '', b = '', c = ''] = match
  const day = choose(
    {
      values: [Number(a), Number(b), Number(c)],
      digits: [a.length, b.length, c.length],
      separator: separator as '.' | '/' | '-',
    },
    order,
  )
  if (day === undefined || day === 'ambiguous') return undefined
  const { year, month, isTwoDigitYear } = day
  const isAgainstOrder = contradicts(day.order, order)
  return { ...plainRead(isoDay(year, month, day.day), 'day'), isTwoDigitYear, isAgainstOrder }
}

/** A year that comes first says nothing against the order of those that come last. */
const contradicts = (found: DateOrder | undefined, wanted: DateOrder | null): boolean =>
  wanted !== null && wanted !== 'ymd' && found !== undefined && found !== 'ymd' && found !== wanted

function readWords(text: string, order: DateOrder | null): DateReading {
  const { date, time } = partTime(text)
  const lexemes = lexDate(plainLetters(date))
  if (lexemes === undefined) return undefined
  const found = readExpression(lexemes, { order, isStrict: false })
  if (found === undefined) return undefined
  return found === 'ambiguous' ? byOrders(lexemes, time) : result(found, time, contradicts(found.order, order))
}

const result = (found: Expression, time: string | null, isAgainstOrder: boolean): DateRead => ({
  edtf: found.span.edtf,
  precision: found.span.precision,
  isTwoDigitYear: found.isTwoDigitYear,
  time,
  isAgainstOrder,
})

/** What each order makes of an ambiguous date; one that only one order can read after all is not ambiguous. */
function byOrders(lexemes: readonly Lexeme[], time: string | null): DateReading {
  const isPointed = lexemes.every((lexeme) => lexeme.is !== 'sep' || lexeme.value === '.')
  const read = dateOrders.flatMap((order) => {
    // Points put no month first (see `choose`).
    if (isPointed && order === 'mdy') return []
    const found = readExpression(lexemes, { order, isStrict: true })
    return found === undefined || found === 'ambiguous' ? [] : [{ order, found }]
  })
  const [only] = read
  if (only && new Set(read.map(({ found }) => found.span.edtf)).size === 1) return result(only.found, time, false)
  return only && { ambiguous: read.map(({ order, found }) => ({ order, edtf: found.span.edtf })) }
}

const dayMs = 86_400_000

/** A spreadsheet's serial day (ECMA-376 part 1, 18.17.4): day 60 of the 1900 system is a day that never was. */
function readSerial(text: string, epoch: SerialEpoch): DateReading {
  const serial = Number(text.replace(',', '.'))
  const whole = Math.floor(serial)
  if (epoch === '1900' && (whole < 1 || whole === 60)) return undefined
  const first = epoch === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const date = new Date(first + whole * dayMs)
  if (date.getUTCFullYear() > 9999) return undefined
  return plainRead(date.toISOString().slice(0, 10), 'day', timeOfFraction(serial - whole))
}
