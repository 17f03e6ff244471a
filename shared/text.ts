/** The form in which texts are searched and names are compared: NFKC, case-folded, accents and ё/е folded (й is its own letter). */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/(?<![\u0418\u0438])\p{Mn}+/gu, '')
    .normalize('NFC')
}

/** Lower-case ASCII and Cyrillic, Hangul syllables and common marks: what most texts consist of, and all of it folded already. */
const plain =
  /^[\0-\x7f\u0430-\u044f\u0454\u0456\u0491\uac00-\ud7a3\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]*$/

/** The form in which names and words are compared: case, accents, spaces, hyphens, underscores and other marks do not count. */
export const looseKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** The form in which headings are compared. № is all there is of some of them. */
export const headingKey = (heading: string): string => looseKey(heading.replaceAll('№', 'no'))

/** Splits a multi-valued cell at semicolons; empty parts fall away, order stays, repeats go. */
export function splitValues(cell: string): string[] {
  return [...new Set(cell.split(';').map((part) => part.trim().normalize('NFC')))].filter((part) => part !== '')
}

/** NFC text without outer white space; an empty one is null (nothing said). */
export function cleanText(text: string | null | undefined): string | null {
  const trimmed = text?.normalize('NFC').trim()
  return trimmed ? trimmed : null
}
