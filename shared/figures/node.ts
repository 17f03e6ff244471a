/** One element of a picture: what SVG text and the window are both made of. */
export interface SvgNode {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgNode | string)[]
}

type Child = SvgNode | string | null | readonly Child[]

/** An element; null is left out, lists are flattened, numbers are rounded to a hundredth of a pixel. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Child[]
): SvgNode {
  const kept = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'number' ? round(value) : value] as const],
  )
  return { tag, attributes: Object.fromEntries(kept), children: children.flatMap(flat) }
}

const flat = (child: Child): (SvgNode | string)[] => {
  if (child === null) return []
  return isList(child) ? child.flatMap(flat) : [child]
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)

/** To a hundredth: more is noise, and differs between machines. */
export const round = (value: number): number => Math.round(value * 100) / 100

/** "M x y L x y …" of points. */
export const path = (points: readonly (readonly [number, number])[], isClosed = false): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('') + (isClosed ? 'Z' : '')

/** Every element of a tree, the outer before the inner. */
export function* nodesOf(nodes: readonly (SvgNode | string)[]): Generator<SvgNode> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    yield node
    yield* nodesOf(node.children)
  }
}
