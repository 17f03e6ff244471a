import type { Root } from 'hast'
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { markLinks, targetProperty } from './wiki-links.ts'

/** What a note may show: text, tables and links. Nothing is fetched, so no pictures; HTML in the text is dropped. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !['img', 'picture', 'source'].includes(tag)),
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.['a'] ?? []), targetProperty],
    // Alignment of table cells, which Markdown writes as `:--:`.
    td: ['align'],
    th: ['align'],
  },
  protocols: { href: ['http', 'https'] },
  // Footnotes are the only ids there are, and come with a prefix of their own.
  clobberPrefix: '',
}

export interface Rendered {
  /** Safe to turn into elements. */
  readonly tree: Root
  /** The targets of the `[[links]]` in it, each once. */
  readonly targets: readonly string[]
}

/** Reads Markdown (GitHub's tables, lists to tick, footnotes) with `[[links]]`. */
export function renderMarkdown(text: string): Rendered {
  const markdown = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const targets = markLinks(markdown)
  const tree = sanitize(toHast(markdown), schema)
  return { tree: tree.type === 'root' ? tree : { type: 'root', children: [] }, targets }
}
