import { assertNever } from '../../../../shared/result.ts'
import { keyOf, kindOf, numOf, type Graph, type Key } from './graph.ts'

/** What changed. A relation or a carriage that went is given by the ends that it had; of a claim that changed its event, both events. */
export type Change =
  | { readonly kind: 'claim' | 'document' | 'event' | 'outlet' | 'actor'; readonly num: number }
  | {
      readonly kind: 'relation'
      readonly ends: readonly { readonly kind: 'claim' | 'document' | 'event'; readonly num: number }[]
    }
  | { readonly kind: 'carriage'; readonly claim: number; readonly document: number }

export interface Affected {
  readonly claims: ReadonlySet<number>
  readonly events: ReadonlySet<number>
}

/**
 * The claims and events whose origins a change may alter: the walk of `originsOf`, backwards. It is asked of the graph as
 * it is after the change; what was joined before stands in the change itself.
 */
export function affectedBy(graph: Graph, changes: readonly Change[]): Affected {
  const starts = new Set<Key>()
  for (const change of changes) for (const key of startsOf(graph, change)) starts.add(key)
  // What cites a document depends on whose claims that document carries.
  for (const key of [...starts]) {
    if (kindOf(key) !== 'claim') continue
    for (const { document } of graph.carriages(numOf(key)))
      for (const by of citing(graph, keyOf('document', document))) starts.add(by)
  }
  const reached = supportedBy(graph, leadingTo(graph, starts))
  const events = new Set([...starts, ...eventsOf(graph, reached)].filter((key) => kindOf(key) === 'event'))
  return { claims: new Set([...reached].map(numOf)), events: new Set([...doubles(graph, events)].map(numOf)) }
}

function startsOf(graph: Graph, change: Change): Key[] {
  switch (change.kind) {
    case 'claim':
    case 'document':
    case 'event':
      return [keyOf(change.kind, change.num)]
    case 'relation':
      return change.ends.map(({ kind, num }) => keyOf(kind, num))
    case 'carriage':
      return [keyOf('claim', change.claim), ...citing(graph, keyOf('document', change.document))]
    case 'outlet':
      return documentsOf(graph, [change.num])
    case 'actor':
      return ofActor(graph, change.num)
    default:
      return assertNever(change)
  }
}

const documentsOf = (graph: Graph, outlets: readonly number[]): Key[] =>
  outlets.flatMap((outlet) => graph.documentsOf(outlet).map((num) => keyOf('document', num)))

/** What those said or own who belong to an actor, itself among them. */
function ofActor(graph: Graph, actor: number): Key[] {
  const actors = new Set([actor])
  for (const each of actors) for (const member of graph.affiliatedWith(each)) actors.add(member)
  return [...actors].flatMap((each) => [
    ...graph.claimsBy(each).map((num) => keyOf('claim', num)),
    ...documentsOf(graph, graph.ownedBy(each)),
  ])
}

/** Claims and documents that cite or repeat a record. */
const citing = (graph: Graph, key: Key): Key[] =>
  graph.to(key).flatMap(({ type, other }) => (type === 'cites' || type === 'repeats' ? [other] : []))

const transcripts = (graph: Graph, event: Key): Key[] =>
  graph.to(event).flatMap(({ type, other }) => (type === 'about' && kindOf(other) === 'document' ? [other] : []))

/** All claims whose way to their origin may pass one of these. */
function leadingTo(graph: Graph, starts: ReadonlySet<Key>): Set<Key> {
  const reached = new Set(starts)
  for (const key of reached) {
    for (const by of citing(graph, key)) reached.add(by)
    if (kindOf(key) === 'event') for (const by of transcripts(graph, key)) reached.add(by)
    if (kindOf(key) === 'claim') for (const other of sameAs(graph, key)) reached.add(other)
    if (kindOf(key) === 'document') {
      for (const claim of graph.carried(numOf(key))) reached.add(keyOf('claim', claim))
    }
    for (const { type, other } of graph.from(key)) {
      const isCarried = kindOf(key) === 'document' && (type === 'repeats' || type === 'supports')
      if (kindOf(other) === 'claim' && (isCarried || type === 'retracts')) reached.add(other)
    }
  }
  return reached
}

/** The claims of these, and those that they support: what repeats or supports a claim bears on it. */
function supportedBy(graph: Graph, keys: ReadonlySet<Key>): Set<Key> {
  const reached = new Set([...keys].filter((key) => kindOf(key) === 'claim'))
  for (const key of reached) {
    for (const { type, other } of graph.from(key)) {
      if (kindOf(other) === 'claim' && (type === 'repeats' || type === 'supports')) reached.add(other)
    }
    for (const other of sameAs(graph, key)) reached.add(other)
  }
  return reached
}

const sameAs = (graph: Graph, key: Key): Key[] =>
  [...graph.from(key), ...graph.to(key)].flatMap(({ type, other }) =>
    type === 'same as' && kindOf(other) === kindOf(key) ? [other] : [],
  )

function eventsOf(graph: Graph, claims: ReadonlySet<Key>): Key[] {
  return [...claims].flatMap((key) => {
    const event = graph.claim(numOf(key))?.event ?? null
    const about = graph.from(key).flatMap(({ type, other }) => (type === 'about' || type === 'supports' ? [other] : []))
    return event === null ? about : [keyOf('event', event), ...about]
  })
}

function doubles(graph: Graph, events: ReadonlySet<Key>): Set<Key> {
  const reached = new Set(events)
  for (const key of reached) for (const other of sameAs(graph, key)) reached.add(other)
  return reached
}
