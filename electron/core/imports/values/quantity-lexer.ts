import { figureAt, type DecimalMark } from './figures.ts'
import { isDigit, isSpacedLetter, Lexicon } from './lexicon.ts'
import { quantityWords, type QuantityWord } from './quantity-words.ts'

/** One piece of a written quantity; a unit is any word that says nothing else. */
export type QuantityLexeme = Exclude<QuantityWord, { is: 'skip' | 'foreign' | 'unclear' }> | NumberLexeme
export interface NumberLexeme {
  readonly is: 'number'
  readonly value: number
}

const lexicon = new Lexicon<QuantityWord>(quantityWords)
const unitWord = /[\p{L}%][\p{L}\p{M}%.\u2019'-]*/uy
const hangul = /[\uac00-\ud7a3]/
/** What may follow a Korean numeral without a space; anything else is a word that only begins like one (사상자, 일본군). */
const afterNumeral = /[십백천만억조일이삼사오육칠팔구여명개대발톤원인미초정가내안쯤에부까을를수]/
/** The particles of 명 say nothing about the quantity. */
const particles = /명(?:이|을|의|은|에)(?= |$)/g

export type Lexed = readonly QuantityLexeme[] | 'ambiguous' | undefined

/** Splits a text (as `plainLetters` makes it) into what it says about a quantity; undefined where it goes on about something else. */
export function lexQuantity(plain: string, decimal: DecimalMark | null): Lexed {
  const text = plain.includes('명') ? plain.replace(particles, '명') : plain
  const lexemes: QuantityLexeme[] = []
  let isAmbiguous = false
  let at = 0
  while (at < text.length) {
    // The hyphen of "twenty-five" joins words.
    if (text[at] === ' ' || (text[at] === '-' && isWithinWord(text, at))) {
      at += 1
      continue
    }
    if (isDigit(text.charCodeAt(at))) {
      const figure = figureAt(text, at, decimal)
      if (!figure) return undefined
      if (figure.value === 'ambiguous') isAmbiguous = true
      lexemes.push({ is: 'number', value: figure.value === 'ambiguous' ? 0 : figure.value })
      at = figure.end
      continue
    }
    const next = wordAt(text, at, lexemes)
    if (next === undefined) return undefined
    if (next.value) lexemes.push(next.value)
    at = next.end
  }
  return isAmbiguous ? 'ambiguous' : lexemes
}

const isWithinWord = (text: string, at: number): boolean =>
  isSpacedLetter(text.charCodeAt(at - 1)) && isSpacedLetter(text.charCodeAt(at + 1))

/** The word at a place: one of the vocabulary, or one of the unit. A word that is only passed over has no value. */
function wordAt(
  text: string,
  at: number,
  lexemes: readonly QuantityLexeme[],
): { readonly value?: QuantityLexeme; readonly end: number } | undefined {
  const found = lexicon.longest(text, at)
  if (found && !isOnlyABeginning(found.value, text, found.end)) {
    const { value, end } = found
    if (value.is === 'unclear' || value.is === 'foreign') return undefined
    // The point of "тыс." and "approx." says nothing.
    const after = text[end] === '.' ? end + 1 : end
    return value.is === 'skip' ? { end: after } : { value, end: after }
  }
  unitWord.lastIndex = at
  const word = unitWord.exec(text)?.[0]
  if (word === undefined || lexemes.length === 0) return undefined
  return { value: { is: 'unit', value: word }, end: at + word.length }
}

function isOnlyABeginning({ is }: QuantityWord, text: string, end: number): boolean {
  if (is !== 'count' && is !== 'step' && is !== 'scale') return false
  const next = text.charAt(end)
  return hangul.test(text.charAt(end - 1)) && hangul.test(next) && !afterNumeral.test(next)
}
