import { leadsOf, type Chain } from './chain.ts'
import { recordAt, type Finding } from './finding.ts'
import { kindOf, numOf, type Graph, type Key } from './graph.ts'
import { ancestorsOf } from './support-collapse.ts'

/**
 * Word that confirms itself: a claim that cites what rests on its own claimant, or is supported by it; and an outlet
 * that cites itself, at once or by way of others. Saying the same again is no confirmation, and none is meant by it.
 */
export function selfConfirmations(graph: Graph, chain: Chain): Finding[] {
  return [
    ...chain.targets.flatMap((target) =>
      claimantsOf(graph, chain, target).flatMap((claimant) => byClaimant(graph, chain, target, claimant)),
    ),
    ...byOutlet(graph, chain),
  ]
}

function claimantsOf(graph: Graph, chain: Chain, key: Key): number[] {
  const claimants = new Set<number>()
  for (const num of chain.groups.get(key)?.claims ?? []) {
    const claim = graph.claim(num)
    if (claim && claim.claimant !== null && !claim.isNobody) claimants.add(claim.claimant)
  }
  return [...claimants].sort((a, b) => a - b)
}

function byClaimant(graph: Graph, chain: Chain, target: Key, claimant: number): Finding[] {
  if (!chain.leads.has(target) && chain.supportLinks.length === 0) return []
  const restsOnSelf = (key: Key): boolean =>
    kindOf(key) === 'claim' ? claimantsOf(graph, chain, key).includes(claimant) : graph.passesOn(numOf(key), claimant)
  const again = new Set(
    leadsOf(chain, target)
      .filter(({ type }) => type === 'repeats')
      .map(({ to }) => to),
  )
  // A ring by way of others comes back to the claim itself.
  const cited = [...ancestorsOf(chain, [target])].filter((key) => restsOnSelf(key) && !again.has(key))
  const supporting = supportersOf(chain, target).flatMap((key) => [
    ...(restsOnSelf(key) ? [key] : []),
    ...[...ancestorsOf(chain, [key])].filter(restsOnSelf),
    // Of what its carriers cite, only claims tell: an article has documents for all that it says.
    ...[...ancestorsOf(chain, carriersOf(chain, key))].filter((on) => kindOf(on) === 'claim' && restsOnSelf(on)),
  ])
  const through = [...new Set([...cited, ...supporting])].sort((a, b) => a - b)
  if (through.length === 0) return []
  const records = [target, ...through.filter((key) => key !== target)].map(recordAt)
  return [{ flag: 'self-confirmation', records, on: { kind: 'actor', num: claimant } }]
}

const carriersOf = (chain: Chain, key: Key): Key[] => [...(chain.groups.get(key)?.carriers.keys() ?? [])]

/** The claims that support a claim, at once or by way of others. */
function supportersOf(chain: Chain, target: Key): Key[] {
  const found = new Set([target])
  for (const key of found) for (const [from, to] of chain.supportLinks) if (to === key) found.add(from)
  found.delete(target)
  return [...found]
}

function byOutlet(graph: Graph, chain: Chain): Finding[] {
  const found: Finding[] = []
  for (const [key, leads] of chain.leads) {
    const outlet = kindOf(key) === 'document' ? graph.document(numOf(key))?.outlet : undefined
    if (outlet === undefined || outlet === null) continue
    const again = new Set(leads.filter(({ type }) => type === 'repeats').map(({ to }) => to))
    const own = [...ancestorsOf(chain, [key])].filter(
      (to) => to !== key && kindOf(to) === 'document' && !again.has(to) && graph.document(numOf(to))?.outlet === outlet,
    )
    if (own.length === 0) continue
    const records = [key, ...own.sort((a, b) => a - b)].map(recordAt)
    found.push({ flag: 'self-confirmation', records, on: { kind: 'outlet', num: outlet } })
  }
  return found.sort((a, b) => (a.records[0]?.num ?? 0) - (b.records[0]?.num ?? 0))
}
