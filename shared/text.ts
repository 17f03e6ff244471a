/** The form in which texts are searched and names are compared: NFKC, case-folded, accents and ё/е folded (й is its own letter). */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/(?<![\u0418\u0438])\p{Mn}+/gu, '')
    .normalize('NFC')
}

/** The words of a search: split at white space, a "quoted phrase" kept together, each folded. */
export function searchTerms(query: string): string[] {
  const terms = query.match(/"[^"]*"|\S+/g) ?? []
  return terms.map((term) => foldText(term.replaceAll('"', '').trim())).filter((term) => term !== '')
}

/** Splits a multi-valued cell at semicolons; empty parts fall away, order stays, repeats go. */
export function splitValues(cell: string): string[] {
  return [...new Set(cell.split(';').map((part) => part.trim().normalize('NFC')))].filter((part) => part !== '')
}

/** NFC text without outer white space; an empty one is null (nothing said). */
export function cleanText(text: string | null | undefined): string | null {
  const trimmed = text?.normalize('NFC').trim()
  return trimmed ? trimmed : null
}
