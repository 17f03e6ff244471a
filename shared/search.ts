import { foldText } from './text.ts'

/** One condition of a search. */
export interface SearchPart {
  /** The field that is asked for; null: all words of a record. */
  readonly field: string | null
  /** One of these is met: folded words, or the values of a field as they were typed; an empty one stands for "not set". */
  readonly values: readonly string[]
  readonly isExcluded: boolean
}

/**
 * Reads what is typed into a search: words that must all be met, inside other words too; "a phrase"; -without; and, for the
 * fields that are given, claimant:blinken, reliability:A,B, said:2024-10..2024-11, topic:"" for not set. Whatever else has a
 * colon in it is a word.
 */
export function parseSearch(query: string, fields: readonly string[] = []): SearchPart[] {
  return split(query, /\s/).flatMap((token): SearchPart[] => {
    const isExcluded = token.length > 1 && token.startsWith('-')
    const text = isExcluded ? token.slice(1) : token
    const [, name = '', given = ''] = /^([\p{L}]+):(.+)$/su.exec(text) ?? []
    const field = fields.find((known) => known.toLowerCase() === name.toLowerCase())
    if (field !== undefined) {
      const values = split(given, /,/).map((value) => (value === '""' ? '' : unquoted(value)))
      return values.length === 0 ? [] : [{ field, values, isExcluded }]
    }
    const word = foldText(unquoted(text))
    return word === '' ? [] : [{ field: null, values: [word], isExcluded }]
  })
}

/** The words that are searched for, folded; without those that must not be met. */
export const searchWords = (query: string): string[] =>
  parseSearch(query).flatMap(({ values, isExcluded }) => (isExcluded ? [] : values))

/** Cuts a text at marks that stand outside of quotation marks; a quote that is not closed yet goes to the end. */
function split(text: string, at: RegExp): string[] {
  const parts = ['']
  let isQuoted = false
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted
    if (!isQuoted && at.test(char)) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${char}`)
  }
  return parts.filter((part) => part !== '')
}

const unquoted = (text: string): string => text.replaceAll('"', '').trim()

/** Where the words of a search stand in a text: from and to, in its own characters. */
export function hitsIn(text: string, words: readonly string[]): (readonly [from: number, to: number])[] {
  let folded = ''
  // For each folded character, where the one that it came from stands.
  const places: number[] = []
  for (const { index, 0: char } of text.matchAll(/./gsu)) {
    const fold = foldText(char)
    folded += fold
    for (let at = 0; at < fold.length; at += 1) places.push(index)
  }
  places.push(text.length)
  const hits: (readonly [number, number])[] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      hits.push([places[at] ?? 0, places[at + word.length] ?? text.length])
  }
  return hits
}
