import type { Element, ElementContent, Nodes } from 'hast'
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize'
import type { FootnoteReference, Root } from 'mdast'
import { toHast, type State } from 'mdast-util-to-hast'
import { h } from './element.ts'
import { inLanguage, noteLink, type Page } from './page.ts'

/** What clean Markdown can become; the second fence behind markdown.ts. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: 'p br hr h2 h3 h4 h5 h6 ul ol li blockquote pre code a em strong del sup table thead tbody tr th td'.split(
    ' ',
  ),
  attributes: {
    a: ['href', 'id', 'className', 'ariaLabel'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
}

/** Clean Markdown as elements. */
export function markdownElements(page: Page, body: Root): ElementContent[] {
  const footnoteReference = (_state: State, { identifier }: FootnoteReference): Element =>
    h('sup', {}, noteLink(page, Number(identifier)))
  const tree = sanitize(toHast(body, { handlers: { footnoteReference } }), schema)
  decorate(tree)
  return tree.type === 'root' ? tree.children.filter((node) => node.type !== 'doctype') : []
}

/** Adds what Markdown has no words for: the scope of header cells, how cells are aligned, the language of a paragraph, room for wide tables. */
function decorate(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) decorate(child)
  if (node.type !== 'element') return
  if (node.tagName === 'th') node.properties['scope'] = 'col'
  // HTML has no attribute for it any more.
  const { align, ...kept } = node.properties
  if (typeof align === 'string') node.properties = { ...kept, className: [align] }
  if (['p', 'li', 'td', 'th'].includes(node.tagName)) Object.assign(node.properties, inLanguage(textOf(node)))
  if (node.tagName === 'a' && String(node.properties['href']).startsWith('http'))
    node.properties['rel'] = ['noreferrer']
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
