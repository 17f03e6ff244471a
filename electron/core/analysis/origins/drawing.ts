import type { ChainEdge, ChainNode } from '../../../../shared/origins.ts'
import { leadsOf } from './chain.ts'
import { kindOf, numOf, type Key } from './graph.ts'
import type { Origin, Origins } from './origins.ts'

/** A node before it is named: a record of the chain, or an origin (by its place in the list). */
export type Drawn = { readonly id: string; readonly layer: number } & (
  | { readonly kind: 'origin' | 'unresolved'; readonly origin: Origin }
  | { readonly kind: 'claim' | 'document'; readonly key: Key }
)

export interface Drawing {
  readonly nodes: readonly Drawn[]
  readonly edges: readonly ChainEdge[]
  readonly left: number
}

const most = 200
const idOf = (key: Key): string => `${kindOf(key)} ${numOf(key)}`

/** The chain as a graph: origins at the left, what is asked about at the right, and what leads from one to the other between. */
export function drawingOf(origins: Origins): Drawing {
  const edges = edgesOf(origins)
  const distances = distancesTo(origins.chain.targets.map(idOf), edges)
  const ends = [...origins.list, ...origins.gaps].map((origin, index) => ({ origin, id: `origin ${index}` }))
  const records = [...distances.keys()]
    .filter((id) => !id.startsWith('origin '))
    .slice(0, most - Math.min(ends.length, most / 2))
  const deepest = Math.max(0, ...records.map((id) => distances.get(id) ?? 0)) + 1
  const shown = ends.slice(0, most - records.length)
  const nodes: Drawn[] = [
    ...shown.map(({ id, origin }) => ({
      id,
      layer: 0,
      kind: origin.roots[0]?.isOrigin ? ('origin' as const) : ('unresolved' as const),
      origin,
    })),
    ...records.map((id) => recordNode(id, deepest - (distances.get(id) ?? 0))),
  ]
  const known = new Set(nodes.map(({ id }) => id))
  return {
    nodes,
    edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)),
    left:
      ends.length -
      shown.length +
      [...distances.keys()].filter((id) => !id.startsWith('origin ')).length -
      records.length,
  }
}

function recordNode(id: string, layer: number): Drawn {
  const [kind = '', num = ''] = id.split(' ')
  const key = (Number(num) * 4 + (kind === 'document' ? 1 : 0)) as Key
  return { id, layer, kind: kind === 'document' ? 'document' : 'claim', key }
}

function edgesOf({ chain, roots, list, gaps }: Origins): ChainEdge[] {
  const edges = new Map<string, ChainEdge>()
  const add = (from: string, to: string, kind: ChainEdge['kind']): void =>
    void edges.set(`${from} ${kind} ${to}`, { from, to, kind })
  for (const [key, group] of chain.groups) {
    for (const document of group.carriers.keys()) add(idOf(document), idOf(key), 'carries')
  }
  for (const [key, leads] of chain.leads) {
    for (const { type, to } of leads) {
      if (kindOf(to) !== 'event') add(idOf(to), idOf(key), type === 'repeats' ? 'repeats' : 'cites')
    }
  }
  for (const [from, to] of chain.supportLinks) add(idOf(from), idOf(to), 'supports')
  // A repetition supports what it repeats: it is drawn from there, too, so that what it brings along is led to the target.
  for (const key of chain.supports) {
    for (const { type, to } of leadsOf(chain, key))
      if (type === 'repeats' && chain.supports.has(to)) add(idOf(key), idOf(to), 'repeats')
  }
  for (const [index, { roots: of }] of [...list, ...gaps].entries()) {
    for (const root of of) {
      const starts = root.document !== null ? [root.document] : root.groups.flatMap((key) => firstOf(chain, key))
      for (const start of starts) add(`origin ${index}`, idOf(start), 'says')
    }
  }
  return [...edges.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge)

  /** Where the word of a claimant enters: the carriers that lead no further, else the claim itself. */
  function firstOf({ groups }: Origins['chain'], key: Key): Key[] {
    if ((roots.leadsOn.get(key)?.length ?? 0) > 0) return [key]
    const carriers = [...(groups.get(key)?.carriers.keys() ?? [])].filter(
      (document) => leadsOf(chain, document).length === 0,
    )
    return carriers.length > 0 ? carriers : [key]
  }
}

/** How many steps each node is from what is asked about, the nearest first; what does not lead there is left out. */
function distancesTo(targets: readonly string[], edges: readonly ChainEdge[]): Map<string, number> {
  const back = new Map<string, string[]>()
  for (const { from, to } of edges) back.set(to, [...(back.get(to) ?? []), from])
  const distances = new Map(targets.map((id) => [id, 0]))
  for (const [id, distance] of distances) {
    for (const from of back.get(id) ?? []) if (!distances.has(from)) distances.set(from, distance + 1)
  }
  return distances
}

export type { ChainNode }
