import { leadsOf, type Chain, type Group } from './chain.ts'
import { components } from './components.ts'
import { kindOf, numOf, type Basis, type Graph, type Key } from './graph.ts'
import { least } from './lists.ts'

/** Who stands at a root: the claimant, or the outlet (or the document of none) that reports by itself. */
export interface Source {
  readonly kind: 'actor' | 'outlet' | 'document'
  readonly num: number
}

/** Why a root counts as an origin. */
export type Ground = 'claimant' | 'claimant, basis not known' | 'reported by itself'
/** Why a root does not: nobody answers for what was said there. */
export type Gap = 'hearsay' | 'anonymous officials' | 'nobody named' | 'retracted' | 'circle'

/** Where a chain ends. */
export interface Root {
  /** The same for the same root of another claim. */
  readonly id: string
  /** The claims that end here. */
  readonly groups: readonly Key[]
  /** The document that it ends at, where that and no claimant is the root. */
  readonly document: Key | null
  readonly source: Source | null
  readonly why: Ground | Gap
  readonly isOrigin: boolean
}

export interface Roots {
  readonly roots: readonly Root[]
  /** The roots at which a group's own chain ends, and the groups that it leads on to. */
  readonly ends: ReadonlyMap<Key, readonly string[]>
  readonly leadsOn: ReadonlyMap<Key, readonly Key[]>
}

type Found = Omit<Root, 'groups'>
interface Resolved {
  readonly roots: readonly Found[]
  readonly leadsOn: readonly Key[]
}

/** The roots of the chains of all supports, each once, in a lasting order. */
export function findRoots(graph: Graph, chain: Chain): Roots {
  const found = new Map<string, Found & { groups: Key[] }>()
  const ends = new Map<Key, string[]>()
  const leadsOn = new Map<Key, readonly Key[]>()
  const add = (group: Key, root: Found): void => {
    const known = found.get(root.id)
    // Of two reasons for the same gap one is told, whichever claim was met first.
    if (!known) found.set(root.id, { ...root, groups: [group] })
    else if (root.why < known.why) found.set(root.id, { ...root, groups: [...known.groups, group] })
    else known.groups.push(group)
    const ids = ends.get(group)
    if (ids) ids.push(root.id)
    else ends.set(group, [root.id])
  }
  const reached = new Set(chain.supports)
  for (const key of reached) {
    const group = chain.groups.get(key)
    if (!group) continue
    const resolved = resolve(graph, chain, group)
    leadsOn.set(key, resolved.leadsOn)
    for (const root of resolved.roots) add(key, root)
    for (const next of resolved.leadsOn) reached.add(next)
  }
  // Without a lead from what is led to there is no ring.
  const rings = leadAgain(leadsOn) ? circles(reached, leadsOn, ends) : []
  for (const circle of rings) {
    const root = gap('circle', `circle ${least(circle)}`, null)
    for (const group of circle) add(group, root)
  }
  const roots = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { roots, ends, leadsOn }
}

function leadAgain(leadsOn: ReadonlyMap<Key, readonly Key[]>): boolean {
  for (const next of leadsOn.values()) for (const key of next) if ((leadsOn.get(key)?.length ?? 0) > 0) return true
  return false
}

/** Groups that lead to each other only, so that no root is ever reached. */
function circles(
  groups: ReadonlySet<Key>,
  leadsOn: ReadonlyMap<Key, readonly Key[]>,
  ends: ReadonlyMap<Key, readonly string[]>,
): Key[][] {
  return components(groups, (key) => leadsOn.get(key) ?? []).filter((members) => {
    const ring = new Set(members)
    return ring.size > 1 && members.every((key) => !ends.has(key) && leadsOn.get(key)?.every((next) => ring.has(next)))
  })
}

function resolve(graph: Graph, chain: Chain, group: Group): Resolved {
  if (group.isRetracted) return { roots: [gap('retracted', `retracted ${group.key}`, null)], leadsOn: [] }
  const leads = leadsOf(chain, group.key)
  const cited = leads.filter(({ to }) => kindOf(to) === 'document').map(({ to }) => to)
  const claims = leads.filter(({ to }) => kindOf(to) === 'claim').map(({ to }) => to)
  const walk = walkDocuments(chain, group, cited)
  if (claims.length > 0 || walk.claims.length > 0)
    return ledOn(chain, group, [...claims, ...walk.claims], walk, walk.ends)
  const named = claimantsOf(graph, group)
  const answering = named.filter(({ basis }) => !isSecondHand(basis))
  if (answering.length > 0) return { roots: answering.map((word) => claimantRoot(group, word)), leadsOn: [] }
  const all = walkDocuments(chain, group, [...cited, ...startsAmong(chain, group, cited.length > 0)])
  const { roots, leadsOn } = ledOn(chain, group, all.claims, all, walk.ends)
  const [word] = named
  if (word && (roots.length > 0 || all.origins.length > 0 || leadsOn.length === 0)) {
    return { roots: named.map(({ claimant, basis }) => secondHandRoot(claimant, basis)), leadsOn }
  }
  const basis = basisOfNobody(graph, group)
  const own = all.origins.map((document) => documentRoot(graph, document, basis))
  const open = roots.map((root) =>
    root.why === 'nobody named' && isSecondHand(basis) ? { ...root, why: basis } : root,
  )
  if (own.length + open.length + leadsOn.length > 0) return { roots: [...own, ...open], leadsOn }
  return { roots: [gap(isSecondHand(basis) ? basis : 'nobody named', `claim ${group.key}`, null)], leadsOn }
}

/** The claims that a group leads on to. A document at the end of what it cites leads on to the other claims of the chain that it carries. */
function ledOn(
  chain: Chain,
  group: Group,
  claims: readonly Key[],
  walk: DocumentWalk,
  cited: readonly Key[],
): Resolved {
  const leadsOn = new Set(claims)
  const roots: Found[] = walk.circles.map((first) => gap('circle', `circle ${first}`, null))
  for (const document of walk.ends) {
    const carried = cited.includes(document) ? (chain.carried.get(document) ?? []) : []
    const others = carried.filter((key) => key !== group.key)
    if (others.length === 0) roots.push(gap('nobody named', `document ${document}`, document))
    for (const other of others) leadsOn.add(other)
  }
  leadsOn.delete(group.key)
  return { roots, leadsOn: [...leadsOn] }
}

/** A carrier that says nothing of its own source passes on what the origin, or what the claim itself leads to, gives. */
function startsAmong(chain: Chain, { carriers }: Group, leadsElsewhere: boolean): Key[] {
  const passesOn = leadsElsewhere || [...carriers.values()].includes('origin')
  return [...carriers.keys()].filter(
    (document) => !passesOn || carriers.get(document) === 'origin' || leadsOf(chain, document).length > 0,
  )
}

interface DocumentWalk {
  /** Documents of the group's own origin, where the walk stops. */
  readonly origins: readonly Key[]
  /** Documents that lead no further. */
  readonly ends: readonly Key[]
  /** Groups that documents lead to. */
  readonly claims: readonly Key[]
  /** The first document of each ring of documents that leads nowhere else. */
  readonly circles: readonly Key[]
}

const noWalk: DocumentWalk = { origins: [], ends: [], claims: [], circles: [] }

/** Walks from documents to the documents and claims at which their chains end. */
function walkDocuments(chain: Chain, group: Group, starts: readonly Key[]): DocumentWalk {
  if (starts.length === 0) return noWalk
  const seen = new Set(starts)
  const origins: Key[] = []
  const ends: Key[] = []
  const claims = new Set<Key>()
  const next = (document: Key): Key[] =>
    group.carriers.get(document) === 'origin'
      ? []
      : leadsOf(chain, document).flatMap(({ to }) => (kindOf(to) === 'document' ? [to] : []))
  for (const document of seen) {
    if (group.carriers.get(document) === 'origin') origins.push(document)
    else {
      const leads = leadsOf(chain, document).filter(({ to }) => kindOf(to) !== 'event' && to !== group.key)
      if (leads.length === 0) ends.push(document)
      for (const { to } of leads) if (kindOf(to) === 'claim') claims.add(to)
      for (const to of next(document)) seen.add(to)
    }
  }
  if (seen.size === starts.length && ends.length + origins.length === seen.size) {
    return { origins, ends, claims: [...claims], circles: [] }
  }
  const rings = components(seen, next).filter((members) => {
    const ring = new Set(members)
    const isClosed = (document: Key): boolean =>
      leadsOf(chain, document).every(({ to }) => kindOf(to) === 'event' || ring.has(to))
    return ring.size > 1 && members.every(isClosed)
  })
  return { origins, ends, claims: [...claims], circles: rings.map((ring) => least(ring) as Key) }
}

interface Word {
  readonly claimant: number
  readonly basis: Basis
}

type SecondHand = 'hearsay' | 'anonymous officials'
const isSecondHand = (basis: Basis): basis is SecondHand => basis === 'hearsay' || basis === 'anonymous officials'

/** The claimants of a group's claims who are somebody, each once, with the best basis that they gave. */
function claimantsOf(graph: Graph, group: Group): Word[] {
  const [only, ...others] = group.claims
  if (only !== undefined && others.length === 0) {
    const claim = graph.claim(only)
    const isSomebody = claim !== undefined && claim.claimant !== null && !claim.isNobody
    return isSomebody ? [{ claimant: claim.claimant, basis: claim.basis }] : []
  }
  const words = new Map<number, Basis>()
  for (const num of group.claims) {
    const claim = graph.claim(num)
    if (!claim || claim.claimant === null || claim.isNobody) continue
    const known = words.get(claim.claimant)
    if (known === undefined || rank(claim.basis) < rank(known)) words.set(claim.claimant, claim.basis)
  }
  return [...words].map(([claimant, basis]) => ({ claimant, basis })).sort((a, b) => a.claimant - b.claimant)
}

const rank = (basis: Basis): number => (isSecondHand(basis) ? 2 : basis === 'unknown' ? 1 : 0)

/** The basis of what nobody is named for: second-hand only where no claim of the group says otherwise. */
function basisOfNobody(graph: Graph, group: Group): Basis {
  const bases = group.claims.map((num) => graph.claim(num)?.basis ?? 'unknown')
  return bases.find((basis) => !isSecondHand(basis)) ?? [...bases].sort()[0] ?? 'unknown'
}

const claimantRoot = (group: Group, { claimant, basis }: Word): Found => ({
  id: `claimant ${claimant} ${group.key}`,
  document: null,
  source: { kind: 'actor', num: claimant },
  why: basis === 'unknown' ? 'claimant, basis not known' : 'claimant',
  isOrigin: true,
})

const secondHandRoot = (claimant: number, basis: Basis): Found => ({
  ...gap(isSecondHand(basis) ? basis : 'nobody named', `second hand ${claimant}`, null),
  source: { kind: 'actor', num: claimant },
})

function documentRoot(graph: Graph, document: Key, basis: Basis): Found {
  if (isSecondHand(basis)) return gap(basis, `document ${document}`, document)
  const outlet = graph.document(numOf(document))?.outlet ?? null
  const source: Source = outlet === null ? { kind: 'document', num: numOf(document) } : { kind: 'outlet', num: outlet }
  return { id: `own ${document}`, document, source, why: 'reported by itself', isOrigin: true }
}

const gap = (why: Gap, id: string, document: Key | null): Found => ({
  id,
  document,
  source: null,
  why,
  isOrigin: false,
})
