import { originFlags, type OriginFlag } from '../../../../shared/analysis.ts'
import { collapseAll, type Collapse, type OriginCounts } from '../../../../shared/origins.ts'
import { carriersByRoot, carriersOf } from './carriers.ts'
import { gather, type Chain, type Target } from './chain.ts'
import { collapseRoots, type Joint } from './collapse.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings.ts'
import { numOf, type Graph, type Key } from './graph.ts'
import { findRoots, type Root, type Roots } from './roots.ts'

/** Roots that count as one origin, and the carriers that lead to it. */
export interface Origin {
  readonly roots: readonly Root[]
  readonly carriers: ReadonlySet<Key>
  readonly joints: readonly Joint[]
}

export interface Origins extends OriginCounts {
  readonly flags: readonly OriginFlag[]
  readonly findings: readonly Finding[]
  readonly list: readonly Origin[]
  /** The ends of chains that count for none. */
  readonly gaps: readonly Origin[]
  readonly chain: Chain
  readonly roots: Roots
  readonly carrying: ReadonlySet<Key>
}

/**
 * Walks from a claim, or from all claims of an event, to where they come from, and counts the independent origins.
 *
 * - Only confirmed relations count. Records in the trash do not; retracted claims support nothing, and a chain that ends
 *   at one is unresolved.
 * - Claims that are "same as" each other are one. What repeats or supports a claim supports it, and so do what repeats or
 *   supports that; what a claim repeats or cites leads on towards its origin.
 * - A claim that leads on to others comes from where they come from. One that does not is a root: it comes from its
 *   claimant, if that is somebody and the basis is neither hearsay nor anonymous officials. Where nobody is named, its
 *   documents are followed by what they cite and repeat; one with the role "origin" has it from its own outlet.
 * - A carrier that does not say where it has it from passes on what the origin gives; where none is marked, it is an end.
 *   Documents with the role "comments" carry nothing.
 * - Every other end is unresolved: no origin was given. So is a ring that leads nowhere else.
 * - Origins that are not independent count as one (`collapseRoots`): the same claimant, owner or affiliation, or evidence.
 */
export function originsOf(graph: Graph, target: Target, collapse: Collapse = collapseAll): Origins {
  const chain = gather(graph, target)
  const roots = findRoots(graph, chain)
  const carrying = carriersOf(chain)
  const firm = roots.roots.filter(({ isOrigin }) => isOrigin)
  const { origins, joints } = collapseRoots(graph, chain, firm, collapse)
  const leading = carrying.size > 0 ? carriersByRoot(chain, roots, carrying) : new Map<string, Set<Key>>()
  const carriersTo = (of: readonly Root[]): Set<Key> => new Set(of.flatMap(({ id }) => [...(leading.get(id) ?? [])]))
  const list = origins.map((indices) => {
    const of = indices.flatMap((index) => firm[index] ?? [])
    return {
      roots: of,
      carriers: carriersTo(of),
      joints: joints.filter((joint) => indices.includes(joint.roots[0] ?? -1)),
    }
  })
  const gaps = roots.roots
    .filter(({ isOrigin }) => !isOrigin)
    .map((root) => ({ roots: [root], carriers: carriersTo([root]), joints: [] }))
  const counted = { carriers: carrying, origins: list.map(({ carriers }) => carriers), unresolved: gaps.length }
  const findings = findingsOf(graph, target, chain, counted)
  return {
    carriers: carrying.size,
    outlets: outletsOf(graph, carrying),
    origins: list.length,
    unresolved: gaps.length,
    flags: originFlags.filter((flag) => findings.some((finding) => finding.flag === flag)),
    findings,
    list,
    gaps,
    chain,
    roots,
    carrying,
  }
}

function outletsOf(graph: Graph, documents: ReadonlySet<Key>): number {
  const outlets = new Set<number>()
  for (const document of documents) {
    const outlet = graph.document(numOf(document))?.outlet
    if (outlet !== null && outlet !== undefined) outlets.add(outlet)
  }
  return outlets.size
}
