import { keyOf, kindOf, numOf, type CarriageRole, type Graph, type Key, type RelationType } from './graph.ts'
import { least } from './lists.ts'

/** One record of which it is asked where it comes from. */
interface OneTarget {
  readonly kind: 'claim' | 'event'
  readonly num: number
}

/** What is asked about: a claim, all claims of an event, or some claims together. */
export type Target = OneTarget | { readonly kind: 'claims'; readonly nums: readonly number[] }

/** Claims that are "same as" each other: one statement, by whichever of them it was entered. */
export interface Group {
  readonly key: Key
  readonly claims: readonly number[]
  readonly isRetracted: boolean
  /** Documents that carry it, the role "origin" before "carries". */
  readonly carriers: ReadonlyMap<Key, CarriageRole>
}

/** One step towards the origin: from a group or a document to a group, a document or an event (which is evidence only). */
export interface Lead {
  readonly type: RelationType
  readonly to: Key
}

/** All records that bear on where a target comes from. Groups go by the key of their first claim. */
export interface Chain {
  /** The groups that are asked about: a claim's own, or those of an event's claims. */
  readonly targets: readonly Key[]
  /** The targets, and all that repeats or supports them. */
  readonly supports: ReadonlySet<Key>
  /** Who supports whom: [from, to]. */
  readonly supportLinks: readonly (readonly [Key, Key])[]
  readonly groups: ReadonlyMap<Key, Group>
  /** Where groups and documents say that they have it from. */
  readonly leads: ReadonlyMap<Key, readonly Lead[]>
  /** The groups that a document carries, where anything leads anywhere. */
  readonly carried: ReadonlyMap<Key, readonly Key[]>
}

/** Gathers the chain of a target; the rules are told in `origins.ts`. */
export const gather = (graph: Graph, target: Target): Chain => new Gathering(graph).run(target)

const noLeads: readonly Lead[] = []
/** Where a group or a document says that it has it from. */
export const leadsOf = (chain: Chain, key: Key): readonly Lead[] => chain.leads.get(key) ?? noLeads

/** What holds of records whoever asks: it is worked out once for all questions to a graph. */
interface Known {
  readonly groups: Map<number, Group>
  readonly leads: Map<Key, readonly Lead[]>
}
const knownOf = new WeakMap<Graph, Known>()

class Gathering {
  readonly #graph: Graph
  readonly #groups = new Map<Key, Group>()
  readonly #leads = new Map<Key, readonly Lead[]>()
  #known: Known = { groups: new Map(), leads: new Map() }
  readonly #supportLinks: [Key, Key][] = []
  /** Asked about itself, a claim counts even where it was retracted. */
  #asked: number | null = null

  constructor(graph: Graph) {
    this.#graph = graph
  }

  run(target: Target): Chain {
    const asked = target.kind === 'claim' ? this.#graph.claim(target.num) : undefined
    if (target.kind === 'claim' && (asked?.isTrashed || this.#isRetracted(target))) this.#asked = target.num
    else this.#share()
    const claims = this.#claimsIn(target)
    const targets = new Set<Key>()
    for (const claim of claims) {
      const group = this.#standing(claim)
      if (group) targets.add(group.key)
    }
    const supports = this.#supportsOf(targets)
    this.#followLeads(supports)
    return {
      targets: [...targets],
      supports,
      supportLinks: this.#supportLinks,
      groups: this.#groups,
      leads: this.#leads,
      carried: this.#carried(),
    }
  }

  #claimsIn(target: Target): readonly number[] {
    if (target.kind === 'claims') return target.nums
    return target.kind === 'claim' ? [target.num] : this.#claimsOf(target.num)
  }

  #share(): void {
    const known = knownOf.get(this.#graph)
    if (known) this.#known = known
    else knownOf.set(this.#graph, this.#known)
  }

  #carried(): Map<Key, Key[]> {
    const carried = new Map<Key, Key[]>()
    if (this.#leads.size === 0) return carried
    for (const { key, carriers } of this.#groups.values()) {
      for (const document of carriers.keys()) {
        const keys = carried.get(document)
        if (keys) keys.push(key)
        else carried.set(document, [key])
      }
    }
    return carried
  }

  /** The claims of an event: those that name it, and those that are about it or support it; of its doubles, too. */
  #claimsOf(event: number): number[] {
    const graph = this.#graph
    const events = new Set([keyOf('event', event)])
    const claims = new Set<number>()
    for (const key of events) {
      for (const claim of graph.claimsOf(numOf(key))) claims.add(claim)
      for (const { type, other } of [...graph.to(key), ...graph.from(key)]) {
        const isDouble = type === 'same as' && kindOf(other) === 'event'
        if (isDouble && graph.event(numOf(other))?.isTrashed === false) events.add(other)
      }
      for (const { type, other } of graph.to(key)) {
        if ((type === 'about' || type === 'supports') && kindOf(other) === 'claim') claims.add(numOf(other))
      }
    }
    return [...claims]
  }

  /** The group of a claim that stands: neither in the trash nor retracted. */
  #standing(claim: number): Group | undefined {
    const group = this.#group(claim)
    return group?.isRetracted === false ? group : undefined
  }

  #isLive(claim: number): boolean {
    return claim === this.#asked || this.#graph.claim(claim)?.isTrashed === false
  }

  #isRetracted({ kind, num }: OneTarget): boolean {
    if (kind === 'event' || num === this.#asked) return false
    if (this.#graph.claim(num)?.isRetracted) return true
    return this.#graph.to(keyOf('claim', num)).some(({ type, other }) => type === 'retracts' && this.#exists(other))
  }

  #exists(key: Key): boolean {
    if (kindOf(key) === 'claim') return this.#isLive(numOf(key))
    const record = kindOf(key) === 'document' ? this.#graph.document(numOf(key)) : this.#graph.event(numOf(key))
    return record?.isTrashed === false
  }

  #group(claim: number): Group | undefined {
    const known = this.#known.groups.get(claim) ?? this.#makeGroup(claim)
    if (known) this.#groups.set(known.key, known)
    return known
  }

  #makeGroup(claim: number): Group | undefined {
    if (!this.#isLive(claim)) return undefined
    const key = keyOf('claim', claim)
    const isRetracted = this.#isRetracted({ kind: 'claim', num: claim })
    const claims = isRetracted ? [claim] : this.#doubles(claim)
    const first = claims.length === 1 ? key : keyOf('claim', least(claims))
    const group = { key: first, claims, isRetracted, carriers: this.#carriersOf(claims) }
    // A claim that nothing is related to is met once.
    const isRelated = this.#graph.from(key).length + this.#graph.to(key).length > 0
    if (isRelated) for (const each of claims) this.#known.groups.set(each, group)
    return group
  }

  #doubles(claim: number): number[] {
    const claims = [claim]
    // Most claims are the same as no other: no set is made for those.
    let seen: Set<number> | undefined
    for (const each of claims) {
      const key = keyOf('claim', each)
      for (const links of [this.#graph.from(key), this.#graph.to(key)]) {
        for (const { type, other } of links) {
          if (type !== 'same as' || kindOf(other) !== 'claim') continue
          const num = numOf(other)
          seen ??= new Set(claims)
          if (seen.has(num) || !this.#isLive(num) || this.#isRetracted({ kind: 'claim', num })) continue
          seen.add(num)
          claims.push(num)
        }
      }
    }
    return claims.length === 1 ? claims : claims.sort((a, b) => a - b)
  }

  #carriersOf(claims: readonly number[]): Map<Key, CarriageRole> {
    const carriers = new Map<Key, CarriageRole>()
    const add = (document: Key, role: CarriageRole): void => {
      if (this.#exists(document) && carriers.get(document) !== 'origin') carriers.set(document, role)
    }
    for (const claim of claims) {
      for (const { document, role } of this.#graph.carriages(claim)) {
        if (role !== 'comments') add(keyOf('document', document), role)
      }
      for (const { type, other } of this.#graph.to(keyOf('claim', claim))) {
        if (kindOf(other) === 'document' && (type === 'repeats' || type === 'supports')) add(other, 'carries')
      }
    }
    return carriers
  }

  #supportsOf(targets: ReadonlySet<Key>): Set<Key> {
    const supports = new Set(targets)
    for (const key of supports) {
      for (const claim of this.#groups.get(key)?.claims ?? []) {
        for (const { type, other } of this.#graph.to(keyOf('claim', claim))) {
          if ((type !== 'repeats' && type !== 'supports') || kindOf(other) !== 'claim') continue
          const group = this.#standing(numOf(other))
          if (!group || group.key === key) continue
          if (type === 'supports') this.#supportLinks.push([group.key, key])
          supports.add(group.key)
        }
      }
    }
    return supports
  }

  #followLeads(supports: ReadonlySet<Key>): void {
    const open = new Set<Key>(supports)
    for (const key of open) {
      const group = kindOf(key) === 'claim' ? this.#groups.get(key) : undefined
      for (const document of group?.carriers.keys() ?? []) open.add(document)
      const leads = this.#known.leads.get(key) ?? (group ? this.#leadsOfGroup(group) : this.#leadsOfDocument(key))
      if (leads.length === 0) continue
      this.#known.leads.set(key, leads)
      this.#leads.set(key, leads)
      for (const { to } of leads) {
        if (kindOf(to) === 'event') continue
        open.add(to)
        // Leads that were known already have not met their claims for this question.
        if (kindOf(to) === 'claim') this.#group(numOf(to))
      }
    }
  }

  #leadsOfGroup({ key, claims, isRetracted, carriers }: Group): readonly Lead[] {
    if (isRetracted) return noLeads
    const leads =
      claims.length === 1 ? this.#leadsOf(key) : claims.flatMap((claim) => this.#leadsOf(keyOf('claim', claim)))
    if (leads.length === 0) return leads
    // That a claim cites a document which carries it says no more than the carriage does.
    return leads.filter(({ to }) => to !== key && !carriers.has(to))
  }

  #leadsOfDocument(document: Key): readonly Lead[] {
    const leads = this.#leadsOf(document)
    if (leads.length === 0) return leads
    return leads.filter(({ to }) => to !== document && !this.#groups.get(to)?.carriers.has(document))
  }

  #leadsOf(key: Key): readonly Lead[] {
    const links = this.#graph.from(key)
    if (links.length === 0) return noLeads
    const leads: Lead[] = []
    for (const { type, other } of links) {
      if (type !== 'repeats' && type !== 'cites') continue
      const to = kindOf(other) === 'claim' ? this.#group(numOf(other))?.key : this.#exists(other) ? other : undefined
      if (to !== undefined) leads.push({ type, to })
    }
    return leads
  }
}
