import type { Quantity } from '../../../../shared/quantities.ts'
import type { Qualifier } from '../../../../shared/vocabulary.ts'
import { readNumeral, type Numeral } from './numerals.ts'
import type { QuantityLexeme } from './quantity-lexer.ts'

/** A quantity and the unit written after it. */
export interface Phrase {
  readonly quantity: Quantity
  readonly unit: string | null
}

/** One side of a range, or a whole quantity without one. */
interface Side {
  readonly numeral: Numeral
  readonly unit: string | null
}

const none = { low: null, high: null, best: null } as const

/** Reads a quantity out of its pieces. */
export function readPhrase(lexemes: readonly QuantityLexeme[]): Phrase | undefined {
  const opened = lexemes.findIndex(({ is }) => is === 'open')
  if (opened >= 0) return withBrackets(lexemes, opened)
  const margin = lexemes.findIndex(({ is }) => is === 'margin')
  if (margin > 0) return withMargin(lexemes.slice(0, margin), lexemes.slice(margin + 1))
  const [first] = lexemes
  if (first?.is === 'vague') return withoutFigure(first.value, lexemes.slice(1))
  if (first === undefined || first.is === 'after') return undefined
  const qualifiers = lexemes.flatMap((lexeme) => (isQualifier(lexeme) ? [lexeme.value] : []))
  const rest = qualifiers.length > 0 ? lexemes.filter((lexeme) => !isQualifier(lexeme)) : lexemes
  return withQualifiers(rest, qualifiers)
}

type QualifierLexeme = Extract<QuantityLexeme, { readonly is: 'qualifier' } | { readonly is: 'after' }>
const isQualifier = (lexeme: QuantityLexeme): lexeme is QualifierLexeme =>
  lexeme.is === 'qualifier' || lexeme.is === 'after'

/** Tells ranges from single figures. "До" and "~" part a range in its middle, and qualify a figure before it. */
function withQualifiers(lexemes: readonly QuantityLexeme[], qualifiers: readonly Qualifier[]): Phrase | undefined {
  const [first] = lexemes
  if (first?.is === 'upTo') return withOne(lexemes.slice(1), [...qualifiers, 'up to'])
  if (first?.is === 'tilde') return withQualifiers(lexemes.slice(1), [...qualifiers, 'about'])
  const isBetween = first?.is === 'between'
  const isFrom = first?.is === 'from'
  const body = isBetween || isFrom ? lexemes.slice(1) : lexemes
  const parted = body.findIndex(
    ({ is }) => is === 'to' || is === 'upTo' || is === 'tilde' || (isBetween && is === 'and'),
  )
  if (parted >= 0) return withTwo(body.slice(0, parted), body.slice(parted + 1), qualifiers)
  if (isBetween) return undefined
  return withOne(body, isFrom ? [...qualifiers, 'at least'] : qualifiers)
}

function withOne(lexemes: readonly QuantityLexeme[], qualifiers: readonly Qualifier[]): Phrase | undefined {
  const side = readSide(lexemes)
  const qualifier = strongest(qualifiers)
  if (!side || !qualifier) return undefined
  const { numeral, unit } = side
  // "Тысячи" alone is thousands; "более тысячи" is more than one thousand; "более тысяч" says too little.
  if (numeral.vague && qualifiers.length === 0) return { quantity: { ...none, qualifier: numeral.vague }, unit }
  return numeral.isPlural ? undefined : { quantity: sided(numeral.value, qualifier), unit }
}

/** "At least about 10,000" is at least 10,000; two bounds for one figure say nothing. */
function strongest(qualifiers: readonly Qualifier[]): Qualifier | undefined {
  const bounds = [...new Set(qualifiers)].filter((qualifier) => qualifier !== 'about')
  if (bounds.length > 1) return undefined
  return bounds[0] ?? (qualifiers.length > 0 ? 'about' : 'exact')
}

function sided(value: number, qualifier: Qualifier): Quantity {
  if (qualifier === 'at least' || qualifier === 'more than') return { ...none, low: value, qualifier }
  if (qualifier === 'up to' || qualifier === 'less than') return { ...none, high: value, qualifier }
  return { ...none, best: value, qualifier }
}

/** A range: what is about its bounds stays in the words that were written. Other qualifiers of a range contradict it. */
function withTwo(
  left: readonly QuantityLexeme[],
  right: readonly QuantityLexeme[],
  qualifiers: readonly Qualifier[],
): Phrase | undefined {
  const [from, to] = [readSide(left), readSide(right)]
  if (!from || !to || from.numeral.vague || to.numeral.vague) return undefined
  const said = new Set(qualifiers)
  const isBounded = said.has('at least') && said.has('up to')
  if (!isBounded && [...said].some((qualifier) => qualifier !== 'about')) return undefined
  const low = scaledLike(from.numeral, to.numeral)
  const high = to.numeral.value
  if (low === undefined || low > high) return undefined
  return { quantity: { low, high, best: null, qualifier: 'between' }, unit: to.unit ?? from.unit }
}

/** The scale of "10–12 thousand" is both figures' own; in "500–1 million" it may be either way, so nothing is read. */
function scaledLike(from: Numeral, to: Numeral): number | undefined {
  if (to.scale === 1 || from.scale !== 1 || from.value >= to.scale) return from.value
  return from.value <= to.coefficient ? from.value * to.scale : undefined
}

/** "10,000 ± 500" has its bounds written out. */
function withMargin(left: readonly QuantityLexeme[], right: readonly QuantityLexeme[]): Phrase | undefined {
  const [middle, margin] = [readSide(left), readSide(right)]
  if (!middle || !margin || margin.unit === '%') return undefined
  const best = middle.numeral.value
  const width = margin.numeral.value
  if (width > best) return undefined
  return {
    quantity: { low: best - width, high: best + width, best, qualifier: 'about' },
    unit: margin.unit ?? middle.unit,
  }
}

/** "About 11,000 (10,000–12,000)" has all three; "11,000 (approx.)" is about 11,000. */
function withBrackets(lexemes: readonly QuantityLexeme[], opened: number): Phrase | undefined {
  const closed = lexemes.findIndex(({ is }) => is === 'close')
  if (closed < opened) return undefined
  const inner = lexemes.slice(opened + 1, closed)
  const outer = [...lexemes.slice(0, opened), ...lexemes.slice(closed + 1)]
  if (outer.some(({ is }) => is === 'open')) return undefined
  if (inner.every(({ is }) => is === 'qualifier' || is === 'after' || is === 'unit'))
    return readPhrase([...outer, ...inner])
  const [main, bounds] = [readPhrase(outer), readPhrase(inner)]
  if (!main || !bounds || bounds.quantity.best !== null || main.quantity.best === null) return undefined
  const { low, high } = bounds.quantity
  const { best } = main.quantity
  if ((low ?? best) > best || (high ?? best) < best) return undefined
  return { quantity: { ...main.quantity, low, high }, unit: main.unit ?? bounds.unit }
}

/** "Dozens of soldiers": a unit may follow, and nothing else. */
function withoutFigure(qualifier: Qualifier, rest: readonly QuantityLexeme[]): Phrase | undefined {
  const unit = unitOf(rest)
  return unit === undefined ? undefined : { quantity: { ...none, qualifier }, unit }
}

function readSide(lexemes: readonly QuantityLexeme[]): Side | undefined {
  const end = lexemes.findIndex(({ is }) => is === 'unit')
  const numeral = readNumeral((end < 0 ? lexemes : lexemes.slice(0, end)).filter(({ is }) => is !== 'and'))
  const unit = end < 0 ? null : unitOf(lexemes.slice(end))
  return numeral && unit !== undefined ? { numeral, unit } : undefined
}

const longestUnit = 4

/** The words of a unit as one; null when there are none, undefined when something else is among them. */
function unitOf(lexemes: readonly QuantityLexeme[]): string | null | undefined {
  const words = lexemes.flatMap((lexeme) => (lexeme.is === 'unit' ? [lexeme.value] : []))
  if (words.length < lexemes.length || words.length > longestUnit) return undefined
  return words.length > 0 ? words.join(' ') : null
}
