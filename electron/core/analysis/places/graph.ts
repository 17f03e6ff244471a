/** What lies in what, by keys. */
export interface Node {
  readonly key: string
  readonly within: readonly string[]
  readonly also: readonly string[]
}

/** What lies in what, directly or by steps. No place lies in itself: whoever makes the nodes has seen to that. */
export class Containment {
  readonly #nodes: ReadonlyMap<string, Node>
  readonly #ancestors = new Map<string, ReadonlySet<string>>()
  /** By `within` alone: what two countries both count to themselves makes neither overlap the other. */
  readonly #members = new Map<string, Set<string>>()

  constructor(nodes: ReadonlyMap<string, Node>) {
    this.#nodes = nodes
    const owners = new Map<string, ReadonlySet<string>>()
    for (const key of nodes.keys()) {
      for (const area of closure(key, owners, (node) => nodes.get(node)?.within ?? [])) {
        const members = this.#members.get(area) ?? new Set()
        this.#members.set(area, members.add(key))
      }
    }
  }

  /** All that a place lies in. */
  ancestorsOf(key: string): ReadonlySet<string> {
    return closure(key, this.#ancestors, (node) => this.parentsOf(node))
  }

  isWithin(key: string, other: string): boolean {
    return this.ancestorsOf(key).has(other)
  }

  /** Whether a third place lies in both. */
  overlap(one: string, other: string): boolean {
    const [members, others] = [this.#members.get(one), this.#members.get(other)]
    if (members === undefined || others === undefined) return false
    const [few, many] = members.size < others.size ? [members, others] : [others, members]
    return [...few].some((member) => many.has(member))
  }

  parentsOf(key: string): readonly string[] {
    const node = this.#nodes.get(key)
    return node ? [...node.within, ...node.also] : []
  }
}

function closure(
  key: string,
  known: Map<string, ReadonlySet<string>>,
  parentsOf: (key: string) => readonly string[],
): ReadonlySet<string> {
  const before = known.get(key)
  if (before) return before
  const found = new Set<string>()
  for (const parent of parentsOf(key)) {
    found.add(parent)
    for (const further of closure(parent, known, parentsOf)) found.add(further)
  }
  known.set(key, found)
  return found
}

/** Whether one can get from a place to another by what it lies in, whatever circles there are. */
export function leadsTo(from: string, to: string, parentsOf: (key: string) => readonly string[]): boolean {
  const seen = new Set<string>()
  const next = [from]
  for (let key = next.pop(); key !== undefined; key = next.pop()) {
    if (key === to) return true
    if (seen.has(key)) continue
    seen.add(key)
    next.push(...parentsOf(key))
  }
  return false
}
