import { isRealDay } from './calendar.ts'
import { readFigures, set, setYear, type DateParts, type Draft, type Numeral, type Orders } from './date-figures.ts'
import type { Lexeme } from './date-lexer.ts'

/** Reads one date without "from" and "to"; "ambiguous" when only an order would tell day from month. */
export function readParts(lexemes: readonly Lexeme[], orders: Orders): DateParts | 'ambiguous' | undefined {
  const draft: Draft = {}
  const loose: Lexeme[] = []
  for (const [at, lexeme] of lexemes.entries()) if (!takeWord(draft, lexemes, at)) loose.push(lexeme)
  if (draft.month === undefined && !hasPeriod(draft)) {
    const numeric = readFigures(loose, draft, orders)
    return numeric === 'ambiguous' ? numeric : numeric && checked(numeric)
  }
  const numbers = loose.filter((lexeme) => lexeme.is !== 'sep')
  return numbers.every((lexeme) => lexeme.is === 'number') && placeNumbers(draft, numbers) ? checked(draft) : undefined
}

const hasPeriod = ({ season, quarter, half }: Draft): boolean => (season ?? quarter ?? half) !== undefined

/** Takes a word into the draft, with the number that belongs to it; false for what is left to be placed. */
function takeWord(draft: Draft, lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  switch (lexeme?.is) {
    case 'month':
    case 'season':
    case 'half':
      return set(draft, lexeme.is, lexeme.value)
    case 'part':
      return set(draft, 'part', lexeme.value)
    case 'mark':
      return set(draft, lexeme.value === '~' ? 'isApproximate' : 'isUncertain', true)
    case 'decade':
      return set(draft, 'isDecade', true)
    case 'quarter':
    case 'halves':
      return hasCount(lexemes, at)
    case 'unit':
      return lexemes[at - 1]?.is === 'number'
    case 'number':
    case 'roman':
    case 'ordinal':
      return takeNumber(draft, lexemes, at, lexeme)
    default:
      return false
  }
}

/** A number before 년, 월, 일, or beside "quarter" or "half"; a Roman number elsewhere is a month. */
function takeNumber(
  draft: Draft,
  lexemes: readonly Lexeme[],
  at: number,
  lexeme: Extract<Lexeme, { is: 'number' | 'roman' | 'ordinal' }>,
): boolean {
  const period = periodOf(lexemes, at)
  if (period) return lexeme.value <= (period === 'quarter' ? 4 : 2) && set(draft, period, lexeme.value)
  if (lexeme.is === 'roman') return set(draft, 'month', lexeme.value)
  const next = lexemes[at + 1]
  if (lexeme.is !== 'number' || next?.is !== 'unit') return false
  if (next.value !== 'year') return lexeme.digits <= 2 && set(draft, next.value, lexeme.value)
  return setYear(draft, lexeme)
}

/** "Q4" and "4 кв.", "H2" and "первое полугодие": the number after the letter, or the one before the word. */
function periodOf(lexemes: readonly Lexeme[], at: number): 'quarter' | 'half' | undefined {
  const own = lexemes[at]
  if (!own || (own.is === 'number' && own.digits !== 1)) return undefined
  const before = lexemes[at - 1]
  const step = lexemes[at + 1]
  const after = step?.is === 'sep' ? lexemes[at + 2] : step
  const word = [before, after].find((near) => near?.is === 'quarter' || near?.is === 'halves')
  if (!word) return undefined
  return word.is === 'quarter' ? 'quarter' : 'half'
}

const hasCount = (lexemes: readonly Lexeme[], at: number): boolean =>
  [at - 2, at - 1, at + 1].some((near) => periodOf(lexemes, near) !== undefined)

/** Puts the numbers that no word claims beside a named month, season or quarter. */
function placeNumbers(draft: Draft, numbers: readonly Numeral[]): boolean {
  const years = numbers.filter((number) => number.isYear)
  const others = numbers.filter((number) => !number.isYear)
  const [year] = years
  if (years.length > 1 || (year && !setYear(draft, year))) return false
  const isDayPossible = draft.month !== undefined && draft.part === undefined
  const days = isDayPossible ? others.slice(0, draft.day === undefined ? 1 : 0) : []
  const [day] = days
  if (day && (day.digits > 2 || !set(draft, 'day', day.value))) return false
  // What is left can only be a year of two digits: "5 Nov 24".
  const [short, ...rest] = others.slice(days.length)
  return rest.length === 0 && (short === undefined || setYear(draft, short))
}

/** Refuses months and days that there are not, and parts that do not go together. */
function checked(parts: DateParts): DateParts | undefined {
  const { year, month, day, part, season, quarter, half, isDecade } = parts
  const periods = [month, season, quarter, half].filter((period) => period !== undefined)
  if (periods.length > 1 || (year !== undefined && (year < 1000 || year > 9999))) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (part ?? season ?? quarter ?? half) !== undefined) return undefined
  // A leap year stands in for a year that is still to come from a range's other end.
  if (day !== undefined && !isRealDay(year ?? 2000, month ?? 1, day)) return undefined
  if (part !== undefined && (season ?? quarter ?? half) !== undefined) return undefined
  if (isDecade && (year === undefined || year % 10 !== 0 || periods.length > 0)) return undefined
  return parts
}
