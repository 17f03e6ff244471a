import { withoutLinks } from './links.ts'

/** The title of a note that was given none: the first line with words in it, without Markdown's marks. */
export function titleFrom(body: string): string {
  const lines = body.split('\n').map((line) =>
    withoutLinks(line)
      .replace(/^[\s#>*+-]+/, '')
      .trim(),
  )
  return lines.find((line) => line !== '')?.slice(0, 200) ?? 'Untitled note'
}

/** The first words of a note's body on one line, for the list. */
export function excerptOf(start: string): string {
  const words = withoutLinks(start).replaceAll(/\s+/g, ' ').trim()
  return words.length > 160 ? `${words.slice(0, 160).trimEnd()}…` : words
}
