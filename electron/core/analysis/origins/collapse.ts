import type { Collapse } from '../../../../shared/origins.ts'
import { leadsOf, type Chain } from './chain.ts'
import { keyOf, kindOf, numOf, type Graph, type Key } from './graph.ts'
import { least } from './lists.ts'
import type { Root, Source } from './roots.ts'

/** Why roots count as one origin: what they have in common. */
export interface Joint {
  readonly by: 'claimant' | 'owner' | 'evidence'
  /** Indices of the roots that it joins. */
  readonly roots: readonly number[]
  readonly at: { readonly kind: 'actor' | 'outlet' | 'document' | 'event'; readonly num: number }
}

export interface Collapsed {
  /** Indices of the roots of each independent origin. */
  readonly origins: readonly (readonly number[])[]
  /** What joined them: only what brought together that was apart. */
  readonly joints: readonly Joint[]
}

/** Counts roots that are not independent of each other as one. */
export function collapseRoots(graph: Graph, chain: Chain, roots: readonly Root[], collapse: Collapse): Collapsed {
  if (roots.length < 2) return { origins: roots.map((_root, index) => [index]), joints: [] }
  const candidates = [
    ...(collapse.claimant ? sameSource(roots) : []),
    ...(collapse.owner ? sameOwner(graph, roots) : []),
    ...(collapse.evidence ? sameEvidence(graph, chain, roots) : []),
  ]
  const first = roots.map((_root, index) => index)
  const find = (index: number): number => {
    let at = index
    while (first[at] !== at) at = first[at] = first[first[at] ?? at] ?? at
    return at
  }
  const joints = candidates.filter((joint) => {
    const heads = new Set(joint.roots.map(find))
    const lowest = least(heads)
    for (const head of heads) first[head] = lowest
    return heads.size > 1
  })
  return { origins: [...bucket(roots.map((_root, index) => [find(index), index] as const)).values()], joints }
}

function bucket<K>(pairs: Iterable<readonly [K, number]>): Map<K, number[]> {
  const buckets = new Map<K, number[]>()
  for (const [key, index] of pairs) {
    const indices = buckets.get(key)
    if (!indices) buckets.set(key, [index])
    else if (!indices.includes(index)) indices.push(index)
  }
  return buckets
}

const sourceKey = (source: Source | null): string => (source ? `${source.kind} ${source.num}` : '')

function sameSource(roots: readonly Root[]): Joint[] {
  return [...bucket(roots.map((root, index) => [sourceKey(root.source), index] as const)).values()].flatMap(
    (indices) => {
      const source = roots[indices[0] ?? 0]?.source
      return source && indices.length > 1 ? [{ by: 'claimant' as const, roots: indices, at: source }] : []
    },
  )
}

function sameOwner(graph: Graph, roots: readonly Root[]): Joint[] {
  const tops = roots.flatMap(({ source }, index) => {
    const top = source && topOf(graph, source)
    return top === null ? [] : [[top, index] as const]
  })
  return [...bucket(tops)]
    .filter(([, indices]) => new Set(indices.map((index) => sourceKey(roots[index]?.source ?? null))).size > 1)
    .map(([top, indices]) => ({ by: 'owner', roots: indices, at: { kind: 'actor', num: top } }))
}

/** The actor at the top of a source's owners and affiliations; of a ring, the first of it. */
export function topOf(graph: Graph, source: Source): number | null {
  if (source.kind === 'document') return null
  const path: number[] = []
  let at = source.kind === 'actor' ? source.num : graph.ownerOf(source.num)
  while (at !== null && !path.includes(at)) {
    path.push(at)
    at = graph.affiliationOf(at)
  }
  if (at !== null) return Math.min(...path.slice(path.indexOf(at)))
  return path.at(-1) ?? null
}

/**
 * Roots that rest on the same document or event. What a document cites is nobody's evidence in particular where the
 * document carries the word of several: an article that quotes two ministers and cites a third makes them no one origin.
 */
function sameEvidence(graph: Graph, chain: Chain, roots: readonly Root[]): Joint[] {
  const byEvidence = new Map<Key, Map<Key, number[]>>()
  roots.forEach((root, index) => {
    for (const [evidence, via] of evidenceOf(graph, chain, root)) {
      const vias = byEvidence.get(evidence) ?? new Map<Key, number[]>()
      byEvidence.set(evidence, vias.set(via, [...(vias.get(via) ?? []), index]))
    }
  })
  return [...byEvidence]
    .sort(([a], [b]) => a - b)
    .flatMap(([evidence, vias]): Joint[] => {
      const telling = [...vias].filter(([via, indices]) => kindOf(via) === 'claim' || speaksForOne(roots, indices))
      const indices = [...new Set(telling.flatMap(([, each]) => each))].sort((a, b) => a - b)
      const kind = kindOf(evidence) === 'event' ? 'event' : 'document'
      // Two claims in one and the same article share no evidence by that alone.
      return telling.length > 1 && indices.length > 1
        ? [{ by: 'evidence', roots: indices, at: { kind, num: numOf(evidence) } }]
        : []
    })
}

const speaksForOne = (roots: readonly Root[], indices: readonly number[]): boolean =>
  new Set(indices.map((index) => sourceKey(roots[index]?.source ?? null))).size === 1

/** What a root rests on, and by which carrier (or by the claim itself) that is said. */
function evidenceOf(graph: Graph, chain: Chain, root: Root): (readonly [evidence: Key, via: Key])[] {
  if (root.document !== null)
    return restingOn(graph, chain, root.document).map((on) => [on, root.document as Key] as const)
  return root.groups.flatMap((key) => {
    const group = chain.groups.get(key)
    const own = leadsOf(chain, key).filter(({ to }) => kindOf(to) !== 'claim')
    return [
      ...own.flatMap(({ to }) => restingOn(graph, chain, to).map((on) => [on, key] as const)),
      ...[...(group?.carriers.keys() ?? [])].flatMap((via) =>
        restingOn(graph, chain, via).map((on) => [on, via] as const),
      ),
    ]
  })
}

/** A document with the documents and events that it rests on, however far; an event is only itself. */
function restingOn(graph: Graph, chain: Chain, start: Key): readonly Key[] {
  if (kindOf(start) === 'document' && graph.from(start).length === 0) return [start]
  const found = new Set([start])
  for (const key of found) {
    if (kindOf(key) !== 'document') continue
    for (const { to } of leadsOf(chain, key)) if (kindOf(to) !== 'claim') found.add(to)
    for (const event of briefings(graph, key)) found.add(event)
  }
  return [...found]
}

/** The events at which something is said that a document is about: it is their transcript. */
const briefings = (graph: Graph, document: Key): Key[] =>
  graph.from(document).flatMap(({ type, other }) => {
    const event = type === 'about' && kindOf(other) === 'event' ? graph.event(numOf(other)) : undefined
    return event?.isSpoken && !event.isTrashed ? [keyOf('event', numOf(other))] : []
  })
