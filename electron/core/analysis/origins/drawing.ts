import type { ChainEdge } from '../../../../shared/origins.ts'
import { leadsOf } from './chain.ts'
import { components } from './components.ts'
import { keyOf, kindOf, numOf, type Key } from './graph.ts'
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
  const known = kind === 'document' ? 'document' : 'claim'
  return { id, layer, kind: known, key: keyOf(known, Number(num)) }
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
      if (kindOf(to) === 'event') continue
      // What repeats a support brings its own documents along: it is drawn on the way to what it repeats.
      const isEcho = type === 'repeats' && chain.supports.has(key) && chain.supports.has(to)
      const [from, onto] = isEcho ? [key, to] : [to, key]
      add(idOf(from), idOf(onto), type === 'repeats' ? 'repeats' : 'cites')
    }
  }
  for (const [from, to] of chain.supportLinks) add(idOf(from), idOf(to), 'supports')
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

/** How many steps it takes from each node to what is asked about, by the longest way, the nearest first; a ring is one step. */
function distancesTo(targets: readonly string[], edges: readonly ChainEdge[]): Map<string, number> {
  const [forth, back] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const note = (map: Map<string, string[]>, key: string, other: string): void => {
    const known = map.get(key)
    if (known) known.push(other)
    else map.set(key, [other])
  }
  for (const { from, to } of edges) {
    note(forth, from, to)
    note(back, to, from)
  }
  const leading = new Set(targets)
  for (const id of leading) for (const from of back.get(id) ?? []) leading.add(from)
  const distances = new Map<string, number>()
  for (const ring of components(leading, (id) => (forth.get(id) ?? []).filter((to) => leading.has(to)))) {
    const next = ring.flatMap((id) => (forth.get(id) ?? []).flatMap((to) => distances.get(to) ?? []))
    const distance = next.reduce((most, each) => Math.max(most, each + 1), 0)
    for (const id of ring) distances.set(id, distance)
  }
  return new Map([...distances].sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1)))
}
