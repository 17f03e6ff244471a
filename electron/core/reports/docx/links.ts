import { Bookmark, ExternalHyperlink, InternalHyperlink, TextRun, type ParagraphChild } from 'docx'
import type { Sheet } from './sheet.ts'

/** Word takes letters, digits and underscores in the name of a place. */
export const bookmarkName = (anchor: string): string => anchor.replaceAll(/[^a-z0-9]/gi, '_')

/** The runs as a place that links lead to. */
export const placed = (anchor: string | null, children: readonly ParagraphChild[]): ParagraphChild[] =>
  anchor === null ? [...children] : [new Bookmark({ id: bookmarkName(anchor), children })]

/** A link within the report. */
export const internalLink = (sheet: Sheet, anchor: string, children: readonly ParagraphChild[]): ParagraphChild[] =>
  sheet.anchors.has(anchor) ? [new InternalHyperlink({ anchor: bookmarkName(anchor), children })] : [...children]

/** A link out of the report, where Word can hold its address. */
export function externalLink(url: string, children: readonly ParagraphChild[]): ParagraphChild[] {
  const link = strictUrl(url)
  return link === undefined ? [...children] : [new ExternalHyperlink({ link, children })]
}

/** Above this Word calls the file damaged. */
const longestUrl = 2000

/** The address as RFC 3986 has it: Word calls a file damaged for a link that browsers would put up with. */
export function strictUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return undefined
  const [address = '', ...fragment] = href.split('#')
  const strict = [address, ...(fragment.length > 0 ? [fragment.join('%23')] : [])].map(escaped).join('#')
  return strict.length > longestUrl ? undefined : strict
}

const escaped = (part: string): string =>
  part
    .replaceAll(/[^\w\-.~:/?[\]@!$&'()*+,;=%]/g, (character) => encodeURIComponent(character))
    .replaceAll(/%(?![0-9a-f]{2})/gi, '%25')

export const linkText = (text: string): TextRun => new TextRun({ text, style: 'Hyperlink' })
