import type { Link, Parents, PhrasingContent, Root, Text } from 'mdast'

/** A `[[target]]` or `[[target|words to show]]`; the core reads links by the same rule. */
const pattern = /\[\[([^[\]\n|]+)(?:\|([^[\]\n]+))?\]\]/g

/** The property by which a link to a record is told from one to an address. */
export const targetProperty = 'dataTarget'

/** The text that a link to a record with this name is written as. */
export const writeLink = (name: string): string => `[[${name.replace(/[[\]\n|\s]+/g, ' ').trim()}]]`

/** Turns the `[[links]]` of a text into link nodes, and answers their targets in order, each once. */
export function markLinks(tree: Root): string[] {
  const targets = new Set<string>()
  visit(tree, targets)
  return [...targets]
}

function visit(node: Parents, targets: Set<string>): void {
  // A link inside a link is no HTML; there the brackets stay as they are.
  if (node.type === 'link' || node.type === 'linkReference') return
  const children = node.children.flatMap((child): Parents['children'] => {
    if (child.type === 'text') return split(child, targets)
    if ('children' in child) visit(child, targets)
    return [child]
  })
  node.children = children as typeof node.children
}

function split(text: Text, targets: Set<string>): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let from = 0
  for (const match of text.value.matchAll(pattern)) {
    const target = (match[1] ?? '').replace(/\\$/, '').trim()
    if (target === '') continue
    targets.add(target)
    parts.push(plain(text.value.slice(from, match.index)), link(target, match[2]?.trim() || target))
    from = match.index + match[0].length
  }
  return [...parts, plain(text.value.slice(from))].filter((part) => part.type !== 'text' || part.value !== '')
}

const plain = (value: string): Text => ({ type: 'text', value })

const link = (target: string, words: string): Link => ({
  type: 'link',
  url: '',
  children: [plain(words)],
  data: { hProperties: { [targetProperty]: target } },
})
