import { createElement, type ReactNode } from 'react'
import type { SvgNode } from '../../../shared/figures/node.ts'

const camel = (name: string): string =>
  name.startsWith('data-') || name.startsWith('aria-')
    ? name
    : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What a mark has beside what is drawn: so that it can be reached and read aloud. */
export type MarkProps = (id: string) => Readonly<Record<string, unknown>>

/** A picture's elements for the window. */
export function toReact(node: SvgNode | string, markProps: MarkProps, key: number | string): ReactNode {
  if (typeof node === 'string') return node
  const attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [camel(name), value]))
  const mark = node.attributes['data-mark']
  return createElement(
    node.tag,
    { ...attributes, ...(mark === undefined ? {} : markProps(String(mark))), key: mark ?? key },
    ...node.children.map((child, at) => toReact(child, markProps, at)),
  )
}
