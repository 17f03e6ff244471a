import { parseDate } from '../dates.ts'

const day = 86_400_000

/** One end of a drawn time. */
export interface DrawnEnd {
  /** Milliseconds since 1970 UTC; null where the end is open. */
  readonly at: number | null
  /** How far it may really lie beyond `at`: 0 for a plain date. */
  readonly fuzz: number
}

/** A time as it is drawn: from the first moment that it may be to the last, and how sure its ends are. */
export interface DrawnTime {
  readonly from: DrawnEnd
  readonly to: DrawnEnd
}

/** How far `~`, `?` and `%` widen a date, by its precision: day ±3 days, month ±15 days, year ±6 months (product model, "Dates"). */
const widening = { moment: 3 * day, day: 3 * day, month: 15 * day, year: 182.5 * day }

const plain =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?([~?%]?)$/

/** When a date is drawn; null for a text that is no date. A moment is drawn at the hour that was written, wherever it was. */
export function drawnTime(edtf: string | null): DrawnTime | null {
  if (edtf === null) return null
  const stored = parseDate(edtf)
  if (!stored.ok) return null
  const [first = '', second] = edtf.trim().split('/')
  const start = second === undefined && first !== '' ? span(first) : side(first)
  const end = second === undefined ? start : side(second)
  const { from, to } = stored.value
  return {
    from: start ? { at: start.open ? null : start.from, fuzz: start.fuzz } : rough(from, edtf),
    to: end ? { at: end.open ? null : end.to, fuzz: end.fuzz } : rough(to === null ? null : to + 1, edtf),
  }
}

const rough = (at: number | null, edtf: string): DrawnEnd => ({
  at: at === null ? null : at * day,
  fuzz: /[~?%]/.test(edtf) ? widening.month : 0,
})

interface Span {
  readonly from: number
  readonly to: number
  readonly fuzz: number
  readonly open: boolean
}

const side = (text: string): Span | null =>
  text === '..' || text === '' ? { from: 0, to: 0, fuzz: 0, open: true } : span(text)

function span(text: string): Span | null {
  const match = plain.exec(text)
  if (!match) return null
  const [, year, month, date, hour, minute, second, , mark] = match
  const part = (value: string | undefined): number => Number(value ?? 0)
  // Seasons and other numbers above 12 are left to the reader of dates.
  if (month !== undefined && (part(month) < 1 || part(month) > 12)) return null
  const from = Date.UTC(
    part(year),
    month ? part(month) - 1 : 0,
    date ? part(date) : 1,
    part(hour),
    part(minute),
    part(second),
  )
  const precision = hour ? 'moment' : date ? 'day' : month ? 'month' : 'year'
  const to = {
    moment: from + (second ? 1000 : 60_000),
    day: from + day,
    month: Date.UTC(part(year), part(month), 1),
    year: Date.UTC(part(year) + 1, 0, 1),
  }[precision]
  return { from, to, fuzz: mark ? widening[precision] : 0, open: false }
}

/** The first and last moment that a time may be, its fuzz included; null on an open side. */
export const reach = ({ from, to }: DrawnTime): readonly [number | null, number | null] => [
  from.at === null ? null : from.at - from.fuzz,
  to.at === null ? null : to.at + to.fuzz,
]

/** The middle of a time, where its point is drawn; of a half-open one its known end. */
export function middle({ from, to }: DrawnTime): number {
  if (from.at === null || to.at === null) return from.at ?? to.at ?? 0
  return (from.at + to.at) / 2
}
