/** A `[[target]]` or `[[target|words to show]]` in a note; inside a Markdown table the bar is written `\|`. */
const pattern = /\[\[([^[\]\n|]+)(?:\|([^[\]\n]+))?\]\]/g

/** The target in the text between two brackets: what stands before the bar. */
export const targetText = (between: string): string => (between.split('|')[0] ?? '').replace(/\\$/, '').trim()

/** The targets of the links in a text, in order. */
export const linkTexts = (markdown: string): string[] =>
  [...markdown.matchAll(pattern)].map((match) => targetText(match[1] ?? '')).filter((text) => text !== '')

/** A text with each link as its reader sees it: the words to show, else the target. */
export const withoutLinks = (markdown: string): string =>
  markdown.replaceAll(pattern, (_whole, target: string, words?: string) => (words ?? targetText(target)).trim())
