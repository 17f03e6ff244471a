import { isDigit } from './lexicon.ts'

/** Which sign parts whole numbers from fractions. */
export type DecimalMark = '.' | ','

/** A number in figures: its value, or "ambiguous" when only the decimal mark of its column would tell. */
export interface Figure {
  readonly value: number | 'ambiguous'
  readonly end: number
}

const isGroupSpace = (code: number): boolean => code === 0x20 || code === 0x27 || code === 0x2019
const isMark = (code: number): boolean => code === 0x2c || code === 0x2e

/**
 * Reads the number that begins at a place in a text (as `plainLetters` makes it): "1500", "1,500", "1 500", "1'500",
 * "1.500,5". One mark before exactly three digits is a comma of thousands in English and a decimal comma elsewhere:
 * without a column's decimal mark "1,500" is read as English writes it, and "1.500" is ambiguous; beside Cyrillic words
 * both are. Undefined for what has no common notation: "1,00,000", "1,500,00".
 */
export function figureAt(text: string, start: number, decimal: DecimalMark | null): Figure | undefined {
  const end = endOfFigure(text, start)
  const written = text.slice(start, end)
  const value = isAllDigits(written) ? Number(written) : valueOf(written, decimal, text)
  return value === undefined ? undefined : { value, end }
}

/** A space or apostrophe belongs to a number only between groups of three digits. */
function endOfFigure(text: string, start: number): number {
  let at = start
  for (;;) {
    while (isDigit(text.charCodeAt(at))) at += 1
    const code = text.charCodeAt(at)
    const isGroup = isGroupSpace(code) && digitsFrom(text, at + 1) === 3
    if (!isGroup && !(isMark(code) && isDigit(text.charCodeAt(at + 1)))) return at
    at += 1
  }
}

function digitsFrom(text: string, start: number): number {
  let at = start
  while (isDigit(text.charCodeAt(at))) at += 1
  return at - start
}

const isAllDigits = (text: string): boolean => digitsFrom(text, 0) === text.length

const spaced = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/
const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/
const both = /^\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+$/
const single = /^(\d+)([.,])(\d+)$/

function valueOf(written: string, decimal: DecimalMark | null, context: string): number | 'ambiguous' | undefined {
  if (spaced.test(written)) return toNumber(written.replace(/[ '’]/g, ''))
  if (grouped.test(written)) return toNumber(written.replace(/[.,]/g, ''))
  if (both.test(written)) {
    const mark = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','))
    return toNumber(`${written.slice(0, mark).replace(/[.,]/g, '')}.${written.slice(mark + 1)}`)
  }
  const match = single.exec(written)
  if (!match) return undefined
  const [, whole = '', mark, part = ''] = match
  // "1,0000" is a slip of the hand before it is a decimal comma.
  if (part.length > 3 && mark === ',' && decimal !== ',') return undefined
  if (!isGroupLike(whole, part)) return toNumber(`${whole}.${part}`)
  const used = decimal ?? (mark === ',' && !/[\u0400-\u04ff]/.test(context) ? '.' : undefined)
  if (used === undefined) return 'ambiguous'
  return toNumber(used === mark ? `${whole}.${part}` : whole + part)
}

/** One mark before three digits may part a thousand; 0,500 and 1500.250 cannot. */
const isGroupLike = (whole: string, part: string): boolean =>
  part.length === 3 && whole.length <= 3 && !whole.startsWith('0')

/** Which decimal mark a number shows; null when it shows none. */
function markShown(written: string): DecimalMark | 'ambiguous' | null {
  const first = grouped.exec(written)?.[1]
  if (first) return first === '.' ? ',' : '.'
  const mark = /([.,])\d*$/.exec(written)?.[1]
  if (mark !== '.' && mark !== ',') return null
  if (both.test(written) || spaced.test(written)) return mark
  const match = single.exec(written)
  if (!match) return null
  const [, whole = '', , part = ''] = match
  if (isGroupLike(whole, part)) return 'ambiguous'
  return part.length > 3 ? null : mark
}

const figuresIn = /\d(?:[\d.,]|[ '’](?=\d{3}(?!\d)))*\d/g

/**
 * The decimal mark that a column's numbers show together, so that a column is asked about once at most. A column with
 * nothing but commas before three digits is read as English writes it.
 */
export function columnDecimal(texts: Iterable<string>): DecimalMark | 'ambiguous' | 'contradictory' | null {
  const shown = new Set<DecimalMark | 'ambiguous'>()
  let isEnglish = true
  for (const text of texts) {
    if (!/[.,]/.test(text)) continue
    for (const [written] of text.normalize('NFKC').matchAll(figuresIn)) {
      const mark = markShown(written)
      if (mark === null) continue
      shown.add(mark)
      if (mark === 'ambiguous' && (written.includes('.') || /[\u0400-\u04ff]/.test(text))) isEnglish = false
    }
  }
  if (shown.has('.') && shown.has(',')) return 'contradictory'
  if (shown.has('.')) return '.'
  if (shown.has(',')) return ','
  if (!shown.has('ambiguous')) return null
  return isEnglish ? '.' : 'ambiguous'
}

const toNumber = (text: string): number => Number(text.replace(',', '.'))
