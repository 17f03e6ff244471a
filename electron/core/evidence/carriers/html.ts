import type { Element } from 'hast'
import { h } from '../../reports/html/element.ts'

const id = 'parallax-evidence'

/** The evidence as a data block, which no browser runs (HTML, 4.12.1). Nothing in it can end the block. */
export const evidenceBlock = (envelope: string): Element =>
  h('script', { type: 'application/json', id }, envelope.replaceAll('<', String.raw`\u003c`))

const block = new RegExp(String.raw`<script type="application/json" id="${id}">([^<]*)</script>`)

/** The evidence in a report's HTML, by its text alone: nothing of the page is made. Undefined where it has none. */
export function inHtml(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes)
  const found = block.exec(text)?.[1]
  if (found === undefined && text.includes(ours) && !text.trimEnd().endsWith('</html>'))
    throw new Error('it has no end')
  return found
}

/** Stands at the head of each page that Parallax writes. */
const ours = '<meta name="generator" content="Parallax">'
