import type { Quantity } from '../../../../shared/quantities.ts'
import type { Qualifier } from '../../../../shared/vocabulary.ts'
import type { DecimalMark } from './figures.ts'
import { isDigit, plainLetters } from './lexicon.ts'
import { lexQuantity } from './quantity-lexer.ts'
import { readPhrase } from './quantity-phrases.ts'

/** A quantity that was read, and the unit that was written after it. */
export interface QuantityRead {
  readonly quantity: Quantity
  readonly unit: string | null
}

/** A number whose point or comma only its column can explain: 1.500 is fifteen hundred in some lists and one and a half in others. */
export interface QuantityAmbiguous {
  readonly ambiguous: readonly { readonly decimal: DecimalMark; readonly quantity: Quantity }[]
}

export type QuantityReading = QuantityRead | QuantityAmbiguous | undefined

/** No quantity takes more letters; what does is a text with a number in it. */
const longest = 200

/**
 * Reads a quantity in figures or words, in English, Russian, Ukrainian or Korean, by the rules of `product.md`: an open
 * side is null, "about" has a best figure, only a range has both bounds. Undefined for what is no quantity, or more than one.
 */
export function readQuantity(text: string, decimal: DecimalMark | null = null): QuantityReading {
  const whole = wholeNumber(text) ?? groupedNumber(text, decimal)
  if (whole !== undefined) return { quantity: exactly(whole), unit: null }
  if (text.length > longest) return undefined
  const plain = plainLetters(text)
  const lexed = lexQuantity(plain, decimal)
  if (lexed === 'ambiguous') return byDecimals(text)
  const read = lexed && readPhrase(lexed)
  return read && { quantity: read.quantity, unit: unitIn(text, read.unit) }
}

export const isAmbiguousQuantity = (reading: QuantityReading): reading is QuantityAmbiguous =>
  reading !== undefined && 'ambiguous' in reading

function byDecimals(text: string): QuantityReading {
  const read = (['.', ','] as const).flatMap((decimal) => {
    const reading = readQuantity(text, decimal)
    return reading && !isAmbiguousQuantity(reading) ? [{ decimal, quantity: reading.quantity }] : []
  })
  return read.length > 0 ? { ambiguous: read } : undefined
}

const exactly = (best: number): Quantity => ({ low: null, high: null, best, qualifier: 'exact' satisfies Qualifier })

/** Digits alone: by far the commonest quantity. */
function wholeNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 15) return undefined
  let value = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!isDigit(code)) return undefined
    value = value * 10 + code - 0x30
  }
  return value
}

const grouped = /^[1-9]\d{0,2}(?:,\d{3})+$/

/** 8,000, as English writes it. */
const groupedNumber = (text: string, decimal: DecimalMark | null): number | undefined =>
  decimal !== ',' && text.length <= 15 && grouped.test(text) ? Number(text.replaceAll(',', '')) : undefined

/** The unit as the text has it, in its own case. */
function unitIn(text: string, unit: string | null): string | null {
  if (unit === null) return null
  const written = text.normalize('NFC').replace(/\s+/g, ' ')
  const at = written.toLowerCase().replaceAll('ё', 'е').lastIndexOf(unit)
  return at < 0 ? unit : written.slice(at, at + unit.length)
}
