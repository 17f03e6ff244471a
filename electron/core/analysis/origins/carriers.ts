import { leadsOf, type Chain } from './chain.ts'
import { kindOf, numOf, type Graph, type Key } from './graph.ts'
import type { Root, Roots } from './roots.ts'

/**
 * The documents that carry what is asked about: those of the claims that make or support it, those of the claims that it
 * repeats, and the documents that these repeat. What is only cited is no carrier.
 */
export function carriersOf(chain: Chain): Set<Key> {
  const carriers = new Set<Key>()
  const groups = new Set(chain.supports)
  for (const key of groups) {
    for (const document of chain.groups.get(key)?.carriers.keys() ?? []) carriers.add(document)
    for (const { type, to } of leadsOf(chain, key)) {
      if (type !== 'repeats') continue
      if (kindOf(to) === 'claim') groups.add(to)
      else if (kindOf(to) === 'document') carriers.add(to)
    }
  }
  for (const document of carriers) {
    for (const { type, to } of leadsOf(chain, document)) {
      if (type === 'repeats' && kindOf(to) === 'document') carriers.add(to)
    }
  }
  return carriers
}

/** Which of the carriers lead to each root, by the root's id. */
export function carriersByRoot(chain: Chain, roots: Roots, carriers: ReadonlySet<Key>): Map<string, Set<Key>> {
  const [root, ...others] = roots.roots
  if (root && others.length === 0 && chain.leads.size === 0) return new Map([[root.id, new Set(carriers)]])
  const backward = reversed(roots.leadsOn)
  return new Map(
    roots.roots.map((root) => {
      const groups = new Set(root.groups)
      for (const key of groups) for (const from of backward.get(key) ?? []) groups.add(from)
      const found = new Set<Key>()
      for (const key of groups) {
        const isEnd = root.document !== null && root.groups.includes(key)
        const of = isEnd ? leadingTo(chain, key, root) : [...(chain.groups.get(key)?.carriers.keys() ?? [])]
        for (const document of of) {
          if (chain.leads.has(document)) for (const each of repeated(chain, document)) found.add(each)
          else found.add(document)
        }
      }
      for (const document of found) if (!carriers.has(document)) found.delete(document)
      return [root.id, found]
    }),
  )
}

function reversed(edges: ReadonlyMap<Key, readonly Key[]>): Map<Key, Key[]> {
  const backward = new Map<Key, Key[]>()
  for (const [from, next] of edges) {
    for (const to of next) {
      const known = backward.get(to)
      if (known) known.push(from)
      else backward.set(to, [from])
    }
  }
  return backward
}

/** The carriers of a group that lead to a document at its end, or that say nothing of where they have it from. */
function leadingTo(chain: Chain, key: Key, { document, isOrigin }: Root): Key[] {
  const carriers = chain.groups.get(key)?.carriers ?? new Map<Key, string>()
  return [...carriers].flatMap(([carrier, role]) => {
    if (carrier === document) return [carrier]
    if (role === 'origin') return []
    const isSilent = leadsOf(chain, carrier).every(({ to }) => kindOf(to) === 'event')
    return (isSilent && isOrigin) || reaches(chain, carrier, document) ? [carrier] : []
  })
}

function reaches(chain: Chain, from: Key, document: Key | null): boolean {
  const seen = new Set([from])
  for (const key of seen) {
    if (key === document) return true
    for (const { to } of leadsOf(chain, key)) if (kindOf(to) === 'document') seen.add(to)
  }
  return false
}

/** A document with those that it repeats. */
function repeated(chain: Chain, document: Key): Set<Key> {
  const found = new Set([document])
  for (const key of found) {
    for (const { type, to } of leadsOf(chain, key)) if (type === 'repeats' && kindOf(to) === 'document') found.add(to)
  }
  return found
}

/** The languages of documents, in order; what has none is left out. */
export function languagesOf(graph: Graph, documents: Iterable<Key>): string[] {
  const languages = new Set<string>()
  for (const document of documents) {
    const language = graph.document(numOf(document))?.language
    if (language) languages.add(language)
  }
  return [...languages].sort()
}
