import type { Definition, FootnoteDefinition, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A text's clean Markdown, and its own footnotes apart from it, by the identifier that refers to them. */
export interface CleanMarkdown {
  readonly body: Root
  readonly footnotes: ReadonlyMap<string, Root>
}

/**
 * Reads Markdown so that nothing in it can run or call out: HTML becomes the text that it is, a picture becomes its
 * words, and a link leads to http(s) or mailto or is none. References are resolved, so that a text stands on its own.
 */
export function parseMarkdown(text: string): CleanMarkdown {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const definitions = new Map<string, Definition>()
  const notes: FootnoteDefinition[] = []
  visit(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition') notes.push(node)
  })
  const clean = (children: readonly RootContent[]): Root =>
    rewrite({ type: 'root', children: [...children] }, cleaner(definitions))
  return {
    body: clean(root.children),
    footnotes: new Map(notes.map((note) => [note.identifier, clean(note.children)])),
  }
}

/** Whether there is nothing to show. */
export const isEmpty = (root: Root): boolean => root.children.length === 0

export function visit(node: Nodes, seen: (node: Nodes) => void): void {
  seen(node)
  if ('children' in node) for (const child of node.children) visit(child, seen)
}

/** Replaces each node, its children first, by what `change` makes of it. */
export function rewrite<Node extends Parent>(
  node: Node,
  change: (node: Nodes, parent: Parent) => readonly Nodes[],
): Node {
  const children = node.children.flatMap((child) => change('children' in child ? rewrite(child, change) : child, node))
  return { ...node, children: children as Node['children'] }
}

/** The address as it may stand in a report; undefined for one that leads anywhere but to the web or a mail address. */
export function safeUrl(address: string): string | undefined {
  const trimmed = address.trim()
  if (!URL.canParse(trimmed)) return undefined
  return ['http:', 'https:', 'mailto:'].includes(new URL(trimmed).protocol) ? trimmed : undefined
}

function linkTo(address: string | undefined, children: readonly PhrasingContent[]): Nodes[] {
  const url = address === undefined ? undefined : safeUrl(address)
  return url === undefined ? [...children] : [{ type: 'link', url, children: [...children] }]
}

const text = (value: string): Nodes => ({ type: 'text', value })

const cleaner =
  (definitions: ReadonlyMap<string, Definition>) =>
  (node: Nodes, parent: Parent): readonly Nodes[] => {
    switch (node.type) {
      case 'definition':
      case 'footnoteDefinition':
      case 'yaml':
        return []
      case 'html':
        return isFlow(parent)
          ? [{ type: 'paragraph', children: [{ type: 'text', value: node.value }] }]
          : [text(node.value)]
      case 'link':
        return linkTo(node.url, node.children)
      case 'linkReference':
        return linkTo(definitions.get(node.identifier)?.url, node.children)
      case 'image':
        return pictureWords(node.alt, node.url, parent)
      case 'imageReference':
        return pictureWords(node.alt, definitions.get(node.identifier)?.url, parent)
      case 'listItem':
        return [withCheckbox(node)]
      case 'heading':
        // Only the text's own headings are part of the outline; one within a quotation or a list is not.
        return parent.type === ('root' as string)
          ? [node]
          : [{ type: 'paragraph', children: [{ type: 'strong', children: node.children }] }]
      default:
        return [node]
    }
  }

const isFlow = (parent: Parent): boolean =>
  ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type as string)

/** A picture is not fetched: its words stand for it, and lead to it where they are not within a link already. */
function pictureWords(alt: string | null | undefined, url: string | undefined, parent: Parent): Nodes[] {
  const words: PhrasingContent = { type: 'text', value: alt || url || 'picture' }
  return ['link', 'linkReference'].includes(parent.type as string) ? [words] : linkTo(url, [words])
}

/** A ticked box becomes text: a form control has no place in a document. */
function withCheckbox(item: Extract<Nodes, { type: 'listItem' }>): Nodes {
  const [first, ...rest] = item.children
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return item
  const box: PhrasingContent = { type: 'text', value: item.checked ? '[x] ' : '[ ] ' }
  return { ...item, checked: null, children: [{ ...first, children: [box, ...first.children] }, ...rest] }
}

/** Brings the headings of a text under the level that it stands at, without leaving out a level between two. */
export function levelHeadings(root: Root, top: number): Root {
  const depths = root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const highest = Math.min(...depths)
  let last = top - 1
  const children = root.children.map((node) => {
    if (node.type !== 'heading') return node
    last = Math.min(node.depth - highest + top, last + 1, 6)
    return { ...node, depth: last as typeof node.depth }
  })
  return { ...root, children }
}
