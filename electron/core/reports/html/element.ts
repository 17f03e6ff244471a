import type { Element, ElementContent, Properties } from 'hast'

export type Child = ElementContent | string | null | readonly Child[]

/** An element; texts become text nodes, null is left out, lists are flattened. */
export function h(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(content) }
}

function content(child: Child): ElementContent[] {
  if (child === null) return []
  if (typeof child === 'string') return [{ type: 'text', value: child }]
  return isList(child) ? child.flatMap(content) : [child]
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)
