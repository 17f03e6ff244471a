/** A `[[target]]` or `[[target|words to show]]` in a note. */
const pattern = /\[\[([^[\]\n|]+)(?:\|([^[\]\n]+))?\]\]/g

/** The targets of the links in a text, in order. */
export const linkTexts = (markdown: string): string[] =>
  [...markdown.matchAll(pattern)].map((match) => (match[1] ?? '').trim()).filter((text) => text !== '')
