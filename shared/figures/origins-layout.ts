import type { ChainEdge, ChainNode, OriginChain } from '../origins.ts'

export interface PlacedNode {
  readonly node: ChainNode
  /** The left upper corner. */
  readonly x: number
  readonly y: number
  readonly height: number
}

export interface PlacedEdge {
  readonly edge: ChainEdge
  /** From the right side of one node to the left side of the other: an SVG path. */
  readonly path: string
}

export interface OriginsLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export interface NodeSize {
  readonly width: number
  /** The least of a node. */
  readonly height: number
  /** Between two columns, and between two nodes of one column. */
  readonly across: number
  readonly between: number
}
export const usualSize: NodeSize = { width: 156, height: 44, across: 44, between: 12 }

const widest = { width: 260, across: 96 }

/** How many columns a chain has. */
export const columnsIn = (nodes: readonly ChainNode[]): number => new Set(nodes.map(({ layer }) => layer)).size

/** Nodes as wide as so many columns have room for in a width, then more room between them. */
export function sizeFor(columns: number, width: number): NodeSize {
  const { width: least, across, ...rest } = usualSize
  const gaps = Math.max(columns - 1, 0)
  const within = (value: number, low: number, high: number): number => Math.floor(Math.min(high, Math.max(low, value)))
  const node = within((width - gaps * across) / Math.max(columns, 1), least, widest.width)
  return { ...rest, width: node, across: within((width - columns * node) / Math.max(gaps, 1), across, widest.across) }
}

/** The height of the gap in a column that a line passes through on its way to a column beyond. */
const gap = 8

/** What stands in a column: a node, or a gap for the lines of one node that go on to columns beyond. */
interface Slot {
  readonly id: string
  readonly node: ChainNode | null
}

/**
 * Places a chain in columns, origins at the left and what is asked about at the right. Within a column a node stands near
 * the middle of what it leads to, so that lines cross little, and lines pass a column between its nodes, never behind one;
 * the same chain always gives the same picture. (Sugiyama, Tagawa and Toda 1981, with one sweep; the general libraries take
 * seconds for a chain of hundreds.)
 */
export function layOutOrigins(
  { nodes, edges }: OriginChain,
  size: NodeSize = usualSize,
  heightOfNode: (node: ChainNode) => number = () => size.height,
): OriginsLayout {
  const heightOf = ({ node }: Slot): number => (node ? heightOfNode(node) : gap)
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort((a, b) => a - b)
  const columnOf = new Map(nodes.map(({ id, layer }) => [id, layers.indexOf(layer)]))
  const routes = edges.flatMap((edge) => {
    const [from, to] = [columnOf.get(edge.from), columnOf.get(edge.to)]
    if (from === undefined || to === undefined) return []
    const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => gapOf(edge.from, from + 1 + index))
    return [{ edge, stops: [edge.from, ...between, edge.to], isBack: to <= from }]
  })
  const columns: Slot[][] = layers.map((layer) =>
    nodes.filter((node) => node.layer === layer).map((node) => ({ id: node.id, node })),
  )
  for (const id of new Set(routes.flatMap(({ stops }) => stops.slice(1, -1))))
    columns[Number(id.slice(id.lastIndexOf(' ')))]?.push({ id, node: null })
  order(columns, routes)
  const heights = columns.map((column) => column.reduce((sum, slot) => sum + heightOf(slot) + size.between, 0))
  const tallest = Math.max(size.height + size.between, ...heights)
  const boxes = new Map<string, Box>()
  columns.forEach((column, index) => {
    let y = (tallest - (heights[index] ?? 0)) / 2
    for (const slot of column) {
      const height = heightOf(slot)
      boxes.set(slot.id, { x: index * (size.width + size.across), y, height, middle: y + height / 2 })
      y += height + size.between
    }
  })
  const placed = columns.flatMap((column) =>
    column.flatMap(({ id, node }) => {
      const box = boxes.get(id)
      return node && box ? [{ node, x: box.x, y: box.y, height: box.height }] : []
    }),
  )
  const lines = routes.map(({ edge, stops, isBack }) => {
    const at = stops.flatMap((id) => boxes.get(id) ?? [])
    return { edge, path: isBack ? pathBack(at, size) : pathThrough(at, size) }
  })
  return {
    width: Math.max(0, columns.length * (size.width + size.across) - size.across),
    // A line that goes back needs room underneath.
    height: tallest - size.between + (routes.some(({ isBack }) => isBack) ? size.height : 0),
    nodes: placed,
    edges: lines,
  }
}

/** All lines of one node share its gap in a column. */
const gapOf = (from: string, column: number): string => `past ${from} ${column}`

interface Box {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly middle: number
}

/** Sorts each column by the middle of what its slots lead to. */
function order(columns: readonly Slot[][], routes: readonly { readonly stops: readonly string[] }[]): void {
  const leadsTo = new Map<string, Set<string>>()
  for (const { stops } of routes) {
    stops.slice(1).forEach((to, index) => {
      const from = stops[index] ?? ''
      leadsTo.set(from, (leadsTo.get(from) ?? new Set<string>()).add(to))
    })
  }
  const row = new Map<string, number>()
  // From the right: the place of what a slot leads to is known by then.
  for (const column of columns.toReversed()) {
    const middle = ({ id }: Slot): number => {
      const rows = [...(leadsTo.get(id) ?? [])].flatMap((to) => row.get(to) ?? []).sort((a, b) => a - b)
      return rows.length === 0 ? 0.5 : rows.reduce((sum, each) => sum + each, 0) / rows.length
    }
    const places = new Map(column.map((slot) => [slot, middle(slot)]))
    column.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || compare(a, b))
    column.forEach((slot, index) => row.set(slot.id, (index + 0.5) / column.length))
  }
}

const compare = (a: Slot, b: Slot): number => {
  const [left, right] = [(a.node?.label ?? '') + a.id, (b.node?.label ?? '') + b.id]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Bends between two columns, and is straight where it passes one. */
function pathThrough([from, ...rest]: readonly Box[], { width, across }: NodeSize): string {
  if (!from) return ''
  let path = `M${from.x + width} ${from.middle}`
  let before = from
  rest.forEach((box, index) => {
    const bend = across / 2
    path += `C${before.x + width + bend} ${before.middle} ${box.x - bend} ${box.middle} ${box.x} ${box.middle}`
    if (index < rest.length - 1) path += `H${box.x + width}`
    before = box
  })
  return path
}

/** A line that goes back, as in a ring, goes round underneath. */
function pathBack([from, to]: readonly Box[], { width, height, across }: NodeSize): string {
  if (!from || !to) return ''
  const low = Math.max(from.middle, to.middle) + height
  const [x1, x2] = [from.x + width, to.x]
  return `M${x1} ${from.middle}C${x1 + across / 2} ${low} ${x2 - across / 2} ${low} ${x2} ${to.middle}`
}
