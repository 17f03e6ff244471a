import { leadsOf, type Chain } from './chain.ts'
import { recordAt, type Finding } from './finding.ts'
import { kindOf, type Key } from './graph.ts'

/** A support: what it is itself, and what it rests on by its own word. */
interface Support {
  readonly key: Key
  readonly self: readonly Key[]
  readonly ancestors: ReadonlySet<Key>
}

/**
 * Supports that are none of their own, since two of them rest on the same record, or one on the other. Claims that were
 * given as supports are held against each other and against what they support; so are the documents that carry any of it.
 * What only repeats a claim was never offered as a support of it.
 */
export function supportCollapses(chain: Chain): Finding[] {
  const claims = new Set([...chain.targets, ...chain.supportLinks.flat()])
  const carriers = new Set([...chain.supports].flatMap((key) => [...(chain.groups.get(key)?.carriers.keys() ?? [])]))
  const areClaims = claims.size > 1
  const areDocuments = carriers.size > 1 && [...carriers].some((key) => chain.leads.has(key))
  if (!areClaims && !areDocuments) return []
  const shared = new Map<Key, Set<Key>>()
  for (const supports of [
    [...claims].map((key) => claimSupport(chain, key)),
    [...carriers].map((key) => documentSupport(chain, key)),
  ]) {
    for (const [on, by] of sharedBy(supports)) shared.set(on, new Set([...(shared.get(on) ?? []), ...by]))
  }
  return [...shared]
    .sort(([a], [b]) => a - b)
    .map(([on, by]) => ({
      flag: 'support collapse',
      records: [...by].sort((a, b) => a - b).map(recordAt),
      on: recordAt(on),
    }))
}

function claimSupport(chain: Chain, key: Key): Support {
  const carriers = [...(chain.groups.get(key)?.carriers.keys() ?? [])]
  return { key, self: [key, ...carriers], ancestors: ancestorsOf(chain, [key, ...carriers]) }
}

const documentSupport = (chain: Chain, key: Key): Support => ({
  key,
  self: [key],
  ancestors: ancestorsOf(chain, [key]),
})

/** What these lead to by relations, however far; events are evidence, which the collapse of origins tells of. */
export function ancestorsOf(chain: Chain, from: readonly Key[]): Set<Key> {
  const found = new Set<Key>()
  const open = new Set(from)
  for (const key of open) {
    for (const { to } of leadsOf(chain, key)) {
      if (kindOf(to) === 'event') continue
      found.add(to)
      open.add(to)
    }
  }
  return found
}

/** The records nearest to the supports that two of them have in common, at least one of them by its own word. */
function sharedBy(supports: readonly Support[]): Map<Key, Set<Key>> {
  const resting = new Map<Key, Set<Key>>()
  const note = (on: Key, by: Key): void => void resting.set(on, (resting.get(on) ?? new Set<Key>()).add(by))
  for (const { key, ancestors } of supports) for (const on of ancestors) note(on, key)
  for (const { key, self } of supports) for (const own of self) if (resting.has(own)) note(own, key)
  return new Map([...resting].filter(([, by]) => by.size > 1))
}
