import type { ChainEdge, ChainNode, OriginChain } from '../origins.ts'

export interface PlacedNode {
  readonly node: ChainNode
  /** The left upper corner. */
  readonly x: number
  readonly y: number
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
  readonly height: number
  /** Between two columns, and between two nodes of one column. */
  readonly across: number
  readonly between: number
}
export const usualSize: NodeSize = { width: 156, height: 44, across: 44, between: 12 }

/**
 * Places a chain in columns, origins at the left and what is asked about at the right. Within a column a node stands near
 * the middle of what it leads to, so that lines cross little; the same chain always gives the same picture.
 */
export function layOutOrigins({ nodes, edges }: OriginChain, size: NodeSize = usualSize): OriginsLayout {
  const columns = columnsOf(nodes, edges)
  const tallest = Math.max(1, ...columns.map((column) => column.length))
  const step = size.height + size.between
  const height = tallest * step - size.between
  const placed = new Map<string, PlacedNode>()
  columns.forEach((column, index) => {
    const top = (height - (column.length * step - size.between)) / 2
    column.forEach((node, row) => {
      placed.set(node.id, { node, x: index * (size.width + size.across), y: top + row * step })
    })
  })
  const width = columns.length * (size.width + size.across) - size.across
  const lines = edges.flatMap((edge) => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)]
    return from && to ? [{ edge, path: pathOf(from, to, size) }] : []
  })
  // A line that goes back needs room underneath.
  const below = lines.some(({ edge }) => isBack(placed.get(edge.from), placed.get(edge.to))) ? size.height : 0
  return { width: Math.max(0, width), height: height + below, nodes: [...placed.values()], edges: lines }
}

const isBack = (from: PlacedNode | undefined, to: PlacedNode | undefined): boolean =>
  from !== undefined && to !== undefined && to.x <= from.x

/** The nodes by layer, without empty layers; each column in the order of what its nodes lead to. */
function columnsOf(nodes: readonly ChainNode[], edges: readonly ChainEdge[]): ChainNode[][] {
  const layers = [...new Set(nodes.map(({ layer }) => layer))].sort((a, b) => a - b)
  const columns = layers.map((layer) => nodes.filter((node) => node.layer === layer))
  const leadsTo = new Map<string, string[]>()
  for (const { from, to } of edges) leadsTo.set(from, [...(leadsTo.get(from) ?? []), to])
  const row = new Map<string, number>()
  // From the right: the place of what a node leads to is known by then.
  for (const column of columns.reverse()) {
    const middle = (node: ChainNode): number => {
      const rows = (leadsTo.get(node.id) ?? []).flatMap((id) => row.get(id) ?? [])
      return rows.length === 0 ? 0.5 : rows.reduce((sum, each) => sum + each, 0) / rows.length
    }
    const places = new Map(column.map((node) => [node, middle(node)]))
    column.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || compare(a, b))
    column.forEach((node, index) => row.set(node.id, (index + 0.5) / column.length))
  }
  return columns.reverse()
}

const compare = (a: ChainNode, b: ChainNode): number => {
  const [left, right] = [a.label + a.id, b.label + b.id]
  return left < right ? -1 : left > right ? 1 : 0
}

/** A line between neighbouring columns bends once; one that goes back, as in a ring, goes round underneath. */
function pathOf(from: PlacedNode, to: PlacedNode, { width, height, across }: NodeSize): string {
  const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2]
  if (!isBack(from, to)) {
    const bend = Math.min(across, x2 - x1) / 2
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  const low = Math.max(y1, y2) + height
  return `M${x1} ${y1}C${x1 + across / 2} ${low} ${x2 - across / 2} ${low} ${x2} ${y2}`
}
