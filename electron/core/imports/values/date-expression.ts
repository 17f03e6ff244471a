import type { Lexeme } from './date-lexer.ts'
import type { DateParts, Orders } from './date-figures.ts'
import { readParts } from './date-parts.ts'
import { completed, openSpan, rangeOf, spanOf, type Span } from './date-spans.ts'

/** What a written date or range says. */
export interface Expression {
  readonly span: Span
  readonly isTwoDigitYear: boolean
  readonly order: DateParts['order']
}

type Outcome = Expression | 'ambiguous' | undefined

/** Reads a date, a range or a half-open range out of its pieces. */
export function readExpression(lexemes: readonly Lexeme[], orders: Orders): Outcome {
  const first = lexemes[0]
  const last = lexemes.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (!lexemes.some(isEdge)) return single(lexemes, orders)
  if (isDash(last) || last.is === 'to' || last.is === 'fromAfter' || last.is === 'toAfter') {
    const range = splits(lexemes.slice(0, -1), orders)
    return range ?? open(lexemes.slice(0, -1), last.is === 'toAfter' ? 'to' : 'from', orders)
  }
  if (first.is !== 'from' && lexemes.some(({ is }) => is === 'and')) return undefined
  if (first.is === 'from') return splits(lexemes.slice(1), orders) ?? open(lexemes.slice(1), 'from', orders)
  if (first.is === 'to') return open(lexemes.slice(1), 'to', orders)
  // A hyphen without spaces is first of all a separator within one date.
  return (
    (lexemes.every((lexeme) => !isWordEdge(lexeme)) ? single(lexemes, orders) : undefined) ?? splits(lexemes, orders)
  )
}

const isWordEdge = (lexeme: Lexeme): boolean =>
  ['from', 'fromAfter', 'to', 'toAfter', 'and', 'now'].includes(lexeme.is) || isDash(lexeme)
const isEdge = (lexeme: Lexeme): boolean => isWordEdge(lexeme) || (lexeme.is === 'sep' && lexeme.value !== '.')
const isDash = (lexeme: Lexeme): boolean => lexeme.is === 'sep' && lexeme.isSpaced

function single(lexemes: readonly Lexeme[], orders: Orders): Outcome {
  const parts = readParts(lexemes, orders)
  return parts === 'ambiguous' ? parts : parts && expression(spanOf(parts), [parts])
}

function open(lexemes: readonly Lexeme[], side: 'from' | 'to', orders: Orders): Outcome {
  if (lexemes.some(isWordEdge)) return undefined
  const found = single(lexemes, orders)
  if (found === undefined || found === 'ambiguous') return found
  const span = openSpan(found.span, side)
  return span && { ...found, span }
}

/** Tries each place where a range can be parted: words and spaced dashes first, then hyphens between numbers. */
function splits(lexemes: readonly Lexeme[], orders: Orders): Outcome {
  const places = [...lexemes.keys()].slice(1, -1)
  const isPlace = (at: number, test: (lexeme: Lexeme) => boolean): boolean => {
    const lexeme = lexemes[at]
    return lexeme !== undefined && test(lexeme)
  }
  const words = places.filter((at) => isPlace(at, isWordEdge))
  const hyphens = places.filter((at) => isPlace(at, isHyphen) && isEven(lexemes, at))
  for (const at of words.length > 0 ? words : hyphens) {
    const found = range(lexemes.slice(0, at), lexemes.slice(at + 1), orders)
    if (found) return found
  }
  return lexemes.at(-1)?.is === 'now' ? untilNow(lexemes, orders) : undefined
}

const isHyphen = (lexeme: Lexeme): boolean => lexeme.is === 'sep' && lexeme.value === '-'

/** Numbers with hyphens alone are one date, also where there is no such day, unless both sides of the hyphen are alike. */
const isEven = (lexemes: readonly Lexeme[], at: number): boolean =>
  at * 2 + 1 === lexemes.length || !lexemes.every((lexeme) => lexeme.is === 'number' || isHyphen(lexeme))

/** "October 2024 to the present" ends with whoever reads it: the end is open. */
const untilNow = (lexemes: readonly Lexeme[], orders: Orders): Outcome =>
  open(
    lexemes.slice(0, -1).filter((lexeme, at, all) => at < all.length - 1 || !isEdge(lexeme)),
    'from',
    orders,
  )

function range(left: readonly Lexeme[], right: readonly Lexeme[], orders: Orders): Outcome {
  if (left.some(isWordEdge) || right.some(isWordEdge)) return undefined
  // One end shows how the other is written: "31/10/2024 – 1/11/2024", "2024. 11. 5. ~ 11. 7.".
  const order = orders.order ?? orderOf(readParts(right, orders)) ?? orderOf(readParts(left, orders))
  const from = readParts(left, { ...orders, order })
  const to = readParts(right, { ...orders, order })
  if (from === undefined || to === undefined) return undefined
  if (from === 'ambiguous' || to === 'ambiguous') return 'ambiguous'
  const [start, end] = [spanOf(completed(from, to)), spanOf(completed(to, from))]
  return start && end && expression(rangeOf(start, end), [from, to])
}

const orderOf = (parts: ReturnType<typeof readParts>): Orders['order'] =>
  (typeof parts === 'object' ? parts.order : undefined) ?? null

const expression = (span: Span | undefined, parts: readonly DateParts[]): Expression | undefined =>
  span && {
    span,
    isTwoDigitYear: parts.some(({ isTwoDigitYear }) => isTwoDigitYear === true),
    order: parts.find(({ order }) => order !== undefined)?.order,
  }
