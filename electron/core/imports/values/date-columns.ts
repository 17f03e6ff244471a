import { dateOrders, readings, type DateOrder, type Triple } from './date-numeric.ts'
import { isPlainDay } from './edtf-texts.ts'

/** What a column of dates shows about its order; null when it has no date in figures. */
export type ColumnOrder = DateOrder | 'ambiguous' | 'contradictory' | null

const triples = /(?<![\d./-])(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})(?![\d/-])/g

/** What the dates of a column have shown so far. */
interface Evidence {
  /** Orders that each date with its year last, or in two digits, can have. */
  possible: readonly DateOrder[]
  isOnlyPoints: boolean
  isShown: boolean
  hasYearFirst: boolean
  isContradictory: boolean
  readonly firsts: Set<number>
  readonly lasts: Set<number>
}

/**
 * The order of day and month that a column's dates in figures show together, so that a column is asked about once at most.
 * Dates with their year first and in full are 'ymd' and say nothing about others; a date that has only one order decides
 * for all; two dates that allow no common order are contradictory.
 */
export function columnOrder(texts: Iterable<string>): ColumnOrder {
  const evidence: Evidence = {
    possible: dateOrders,
    isOnlyPoints: true,
    isShown: false,
    hasYearFirst: false,
    isContradictory: false,
    firsts: new Set(),
    lasts: new Set(),
  }
  for (const text of texts) {
    if (isPlainDay(text)) evidence.hasYearFirst = true
    else for (const match of text.matchAll(triples)) weigh(evidence, tripleOf(match))
  }
  return verdict(evidence)
}

function tripleOf([, a = '', separator = '', b = '', c = '']: RegExpMatchArray): Triple {
  return {
    values: [Number(a), Number(b), Number(c)],
    digits: [a.length, b.length, c.length],
    separator: separator as Triple['separator'],
  }
}

function weigh(evidence: Evidence, triple: Triple): void {
  const found = readings(triple)
  if (triple.digits[0] === 4) {
    evidence.hasYearFirst ||= found.length > 0
    return
  }
  // 11/11/2024 is the same day in two orders, and evidence for neither.
  if (new Set(found.map(({ year, month, day }) => `${year}-${month}-${day}`)).size < (found.length > 1 ? 2 : 1)) return
  evidence.isShown = true
  evidence.isOnlyPoints &&= triple.separator === '.'
  evidence.firsts.add(triple.values[0])
  evidence.lasts.add(triple.values[2])
  const left = evidence.possible.filter((order) => found.some((day) => day.order === order))
  if (left.length === 0) evidence.isContradictory = true
  else evidence.possible = left
}

function verdict(evidence: Evidence): ColumnOrder {
  const { isContradictory, isShown, hasYearFirst } = evidence
  if (isContradictory) return 'contradictory'
  if (!isShown) return hasYearFirst ? 'ymd' : null
  const [only, ...more] = withoutUnlikelyYears(evidence, withoutOddPoints(evidence))
  return more.length === 0 ? (only ?? 'contradictory') : 'ambiguous'
}

/** Points put no month first, unless a date of the column needs it. */
const withoutOddPoints = ({ possible, isOnlyPoints }: Evidence): readonly DateOrder[] =>
  isOnlyPoints && possible.length > 1 ? possible.filter((order) => order !== 'mdy') : possible

/** In a column with many days and few years, the end with few values is the year: 31.10.24, 05.11.24, 17.11.24 … */
function withoutUnlikelyYears({ firsts, lasts }: Evidence, orders: readonly DateOrder[]): readonly DateOrder[] {
  const isFirstTheYear = firsts.size <= 3 && lasts.size >= 8
  const isLastTheYear = lasts.size <= 3 && firsts.size >= 8
  if (!orders.includes('ymd') || orders.length === 1 || isFirstTheYear === isLastTheYear) return orders
  return orders.filter((order) => (order === 'ymd') === isFirstTheYear)
}
