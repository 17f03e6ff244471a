interface Node<T> {
  readonly next: Map<number, Node<T>>
  value: T | undefined
}

/** A phrase found in a text, and where the text goes on after it. */
export interface Found<T> {
  readonly value: T
  readonly end: number
}

/**
 * Phrases with a meaning each, found in a text by their longest match. A phrase of an alphabet with spaces between
 * words ends where its word ends; Korean words are written together with what follows them, so theirs end anywhere.
 */
export class Lexicon<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined }

  /** The phrases as they are to be found in a text that `plainLetters` made. A later one goes before an equal earlier one. */
  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) this.#add(plainLetters(phrase), value)
  }

  #add(phrase: string, value: T): void {
    let node = this.#root
    for (let at = 0; at < phrase.length; at += 1) {
      const code = phrase.charCodeAt(at)
      const next = node.next.get(code) ?? { next: new Map(), value: undefined }
      node.next.set(code, next)
      node = next
    }
    node.value = value
  }

  /** The longest phrase that begins at a place in the text. */
  longest(text: string, start: number): Found<T> | undefined {
    let node: Node<T> | undefined = this.#root
    let found: Found<T> | undefined
    for (let at = start; at < text.length; at += 1) {
      node = node.next.get(text.charCodeAt(at))
      if (node === undefined) break
      if (node.value !== undefined && endsAt(text, at + 1)) found = { value: node.value, end: at + 1 }
    }
    return found
  }
}

const endsAt = (text: string, end: number): boolean =>
  end >= text.length || !isSpacedLetter(text.charCodeAt(end)) || !isSpacedLetter(text.charCodeAt(end - 1))

/** A letter of the Latin, Greek or Cyrillic alphabets, in lower case. */
export const isSpacedLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f) || (code >= 0x370 && code <= 0x52f)

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const oddSpaces = /\s+|[\u200b\u2060\ufeff]/g
const apostrophes = /(?<=\p{L})['’ʼ`](?=\p{L})/gu

/** The form in which phrases are looked for: lower case, NFKC, ё as е, no apostrophe within a word, single spaces. */
export function plainLetters(text: string): string {
  const lower = text.trim().normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(oddSpaces, ' ')
  return /['’ʼ`]/.test(lower) ? lower.replace(apostrophes, '') : lower
}
