import { dateWords, type DateWord } from './date-words.ts'
import { isDigit, Lexicon } from './lexicon.ts'

/** One piece of a written date. A hyphen knows whether spaces stand around it: then it parts two dates, not two numbers. */
export type Lexeme =
  | Exclude<DateWord, { is: 'skip' }>
  | { readonly is: 'number'; readonly value: number; readonly digits: number; readonly isYear: boolean }
  | { readonly is: 'sep'; readonly value: '.' | '/' | '-'; readonly isSpaced: boolean }

const lexicon = new Lexicon<DateWord>(dateWords)

/** Marks that say nothing in a date. */
const ignored = new Set([' ', ',', '(', ')', ';', '"', '«', '»', '“', '”'])

/** Splits a text (as `plainLetters` makes it) into what it says about a date; undefined when a part of it says nothing known. */
export function lexDate(text: string): Lexeme[] | undefined {
  const lexemes: Lexeme[] = []
  // A date that ends with this sign is "about" to some and "from" to others.
  if (text.endsWith('~')) return undefined
  let at = 0
  while (at < text.length) {
    if (isDigit(text.charCodeAt(at))) {
      const number = numberAt(text, at)
      lexemes.push(number)
      at += number.digits
      continue
    }
    const found = lexicon.longest(text, at)
    if (found) {
      if (found.value.is !== 'skip') lexemes.push(isLeadingTilde(text, at, lexemes) ? about : found.value)
      at = found.end
      continue
    }
    const mark = text.charAt(at)
    if (mark === '.' || mark === '/' || mark === '-') pushSeparator(lexemes, text, at, mark)
    else if (!ignored.has(mark) && !isYearApostrophe(text, at)) return undefined
    at += 1
  }
  return lexemes
}

function numberAt(text: string, start: number): Extract<Lexeme, { is: 'number' }> {
  let end = start
  let value = 0
  while (end < text.length && isDigit(text.charCodeAt(end))) {
    value = value * 10 + text.charCodeAt(end) - 0x30
    end += 1
  }
  const digits = end - start
  return { is: 'number', value, digits, isYear: digits === 4 || isYearApostrophe(text, start - 1) }
}

const about = { is: 'mark', value: '~' } as const

/** "~2024" is about 2024; between two dates the same sign is a dash, as Korean writes it. */
const isLeadingTilde = (text: string, at: number, lexemes: readonly Lexeme[]): boolean =>
  text[at] === '~' && lexemes.every((lexeme) => lexeme.is === 'from')

/** The apostrophe of '24. */
const isYearApostrophe = (text: string, at: number): boolean =>
  (text[at] === "'" || text[at] === '’') && isDigit(text.charCodeAt(at + 1))

/** Only what stands between numbers is a separator; the point of an abbreviation and the hyphen of "5-го" are not. */
function pushSeparator(lexemes: Lexeme[], text: string, at: number, value: '.' | '/' | '-'): void {
  const isSpaced = value === '-' && text[at - 1] === ' ' && (at + 1 === text.length || text[at + 1] === ' ')
  if (value === '.' && lexemes.at(-1)?.is !== 'number') return
  lexemes.push({ is: 'sep', value, isSpaced })
}
