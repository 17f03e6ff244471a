import type { Qualifier } from '../../../../shared/vocabulary.ts'
import type { QuantityLexeme } from './quantity-lexer.ts'

/** A number, and how it was put together: "12 thousand" is 12 times a scale of 1,000. */
export interface Numeral {
  readonly value: number
  /** The scale word at its end, 1 without one. */
  readonly scale: number
  /** What stands before that scale word, the whole number without one. */
  readonly coefficient: number
  /** What a scale word without any number before it says: тысячи, десятки. */
  readonly vague: Qualifier | undefined
  /** That word can mean nothing but this. */
  readonly isPlural: boolean
}

/** Sums up the words of a number while they are read: parts that are done, the section before a big scale, and its last unit. */
interface Sum {
  total: number
  section: number | null
  unit: number | null
  /** Below what the next part must be: numbers are said from their largest part to their smallest. */
  bound: number
}

/** Reads the numeral that pieces make: figures and words, "2 million 300 thousand", 1만 2천, "двести пятьдесят". */
export function readNumeral(lexemes: readonly QuantityLexeme[]): Numeral | undefined {
  const sum: Sum = { total: 0, section: null, unit: null, bound: Number.POSITIVE_INFINITY }
  const [only] = lexemes
  if (lexemes.length === 0) return undefined
  let scale = 1
  for (const lexeme of lexemes) {
    const isTaken = take(sum, lexeme)
    if (!isTaken) return undefined
    scale = lexeme.is === 'scale' || lexeme.is === 'step' ? lexeme.value : 1
  }
  const value = rounded(sum.total + (sum.section ?? 0) + (sum.unit ?? 0))
  const bare = lexemes.length === 1 && (only?.is === 'scale' || only?.is === 'step') ? only : undefined
  return {
    value,
    scale,
    coefficient: rounded(value / scale),
    vague: bare?.vague,
    isPlural: bare?.isPlural === true,
  }
}

function take(sum: Sum, lexeme: QuantityLexeme): boolean {
  switch (lexeme.is) {
    case 'number':
      return sum.unit === null && addUnit(sum, lexeme.value)
    case 'count':
      return addUnit(sum, lexeme.value)
    case 'step':
      return addStep(sum, lexeme.value)
    case 'scale':
      return addScale(sum, lexeme.value)
    default:
      return false
  }
}

/** "Twenty" takes "five" beside it; figures stand alone. */
function addUnit(sum: Sum, value: number): boolean {
  if (sum.unit === null) sum.unit = value
  else if (value >= 1 && value < roundness(sum.unit)) sum.unit += value
  else return false
  return value < sum.bound
}

/** The largest power of ten that a number is a multiple of: 100 for 300, 10 for 40. */
const roundness = (value: number): number => [1000, 100, 10].find((power) => value % power === 0) ?? 1

function addStep(sum: Sum, step: number): boolean {
  const part = (sum.unit ?? 1) * step
  if (sum.section !== null && sum.section % (step * 10) !== 0) return false
  sum.section = (sum.section ?? 0) + part
  sum.unit = null
  return part < sum.bound
}

function addScale(sum: Sum, scale: number): boolean {
  const before = sum.section === null && sum.unit === null ? 1 : (sum.section ?? 0) + (sum.unit ?? 0)
  if (scale >= sum.bound) return false
  sum.total += before * scale
  sum.section = null
  sum.unit = null
  sum.bound = scale
  return true
}

/** 1.1 × 1000 is 1100.0000000000002 in binary. */
const rounded = (value: number): number => Number(value.toPrecision(15))
