import { languagesOf } from './carriers.ts'
import { leadsOf, type Chain, type Target } from './chain.ts'
import { components } from './components.ts'
import { recordAt, type Finding, type RecordAt } from './finding.ts'
import { kindOf, type Graph, type Key } from './graph.ts'
import { supportCollapses } from './support-collapse.ts'
import { selfConfirmations } from './self-confirmation.ts'

/** What has been worked out of a chain before its findings. */
export interface Counted {
  readonly carriers: ReadonlySet<Key>
  /** The carriers that lead to each independent origin. */
  readonly origins: readonly ReadonlySet<Key>[]
  readonly unresolved: number
}

export function findingsOf(graph: Graph, target: Target, chain: Chain, counted: Counted): Finding[] {
  const { carriers, origins, unresolved } = counted
  const found: Finding[] = []
  if (leadsAreLed(chain)) found.push(...cyclesOf(chain))
  if (chain.leads.size > 0) found.push(...supportCollapses(chain))
  if (origins.length === 1 && carriers.size > 1) found.push({ flag: 'single origin', records: sorted(carriers) })
  if (chain.leads.size + chain.supportLinks.length > 0) found.push(...selfConfirmations(graph, chain))
  for (const documents of origins) {
    const languages = documents.size > 1 ? languagesOf(graph, documents) : []
    if (languages.length > 1) found.push({ flag: 'translated echo', records: sorted(documents), languages })
  }
  if (origins.length === 0 && unresolved > 0) found.push({ flag: 'no origin', records: [] })
  if (target.kind === 'claim' && origins.length < 2 && graph.claim(target.num)?.isBareOne) {
    found.push({ flag: 'graded 1 without two origins', records: [target] })
  }
  return found
}

const sorted = (keys: ReadonlySet<Key>): RecordAt[] => [...keys].sort((a, b) => a - b).map(recordAt)

/** Whether anything that is led to leads on itself: without that no ring can be, and most chains are that short. */
function leadsAreLed(chain: Chain): boolean {
  for (const leads of chain.leads.values()) {
    for (const { to } of leads) {
      if (chain.leads.has(to)) return true
      for (const carrier of chain.groups.get(to)?.carriers.keys() ?? []) if (chain.leads.has(carrier)) return true
    }
  }
  return false
}

/** Rings of claims and documents that repeat or cite each other; a claim leads to its carriers, too. */
function cyclesOf(chain: Chain): Finding[] {
  const next = (key: Key): Key[] => [
    ...(chain.groups.get(key)?.carriers.keys() ?? []),
    ...leadsOf(chain, key).flatMap(({ to }) => (kindOf(to) === 'event' ? [] : [to])),
  ]
  return components([...chain.groups.keys(), ...chain.leads.keys()], next)
    .filter((ring) => ring.length > 1)
    .map((ring) => [...ring].sort((a, b) => a - b))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map((ring) => ({ flag: 'cycle', records: ring.map(recordAt) }))
}
