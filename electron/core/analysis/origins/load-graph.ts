import { all, name, sql, type ReadDb } from '../../../store/db.ts'
import type { CarriageLink, CarriageRole, ClaimNode, Graph, Key, Link } from './graph.ts'
import { claimNode, documentNode, eventNode, type ClaimRow, type DocumentRow, type EventRow } from './nodes.ts'
import { claimRows, confirmedRelations, documentRows, eventRows } from './sql-graph.ts'

type Row<Node> = Node & { readonly num: number }
const none: readonly never[] = []

/** The whole case as a graph, in maps: for all claims at once. */
export function loadGraph(db: ReadDb): Graph {
  const claims = new Map(all<Row<ClaimRow>>(db, claimRows).map((row) => [row.num, claimNode(row)]))
  const documents = new Map(all<Row<DocumentRow>>(db, documentRows).map((row) => [row.num, documentNode(row)]))
  const events = new Map(all<Row<EventRow>>(db, eventRows).map((row) => [row.num, eventNode(row)]))
  const owners = references(db, 'outlet', 'owner')
  const affiliations = references(db, 'actor', 'affiliation')
  const carriages = loadCarriages(db)
  const { from, to } = loadRelations(db)
  const claimants = later(() => claimantsByDocument(claims, carriages))
  const carried = later(() => reversed(carriages, ({ document }) => document))
  const claimsOf = later(() => byReference(claims, ({ event }) => event))
  const claimsBy = later(() => byReference(claims, ({ claimant }) => claimant))
  const documentsOf = later(() => byReference(documents, ({ outlet }) => outlet))
  const ownedBy = later(() => byReference(owners, (owner) => owner))
  const affiliated = later(() => byReference(affiliations, (actor) => actor))
  return {
    claim: (num) => claims.get(num),
    document: (num) => documents.get(num),
    event: (num) => events.get(num),
    ownerOf: (outlet) => owners.get(outlet) ?? null,
    affiliationOf: (actor) => affiliations.get(actor) ?? null,
    carriages: (claim) => carriages.get(claim) ?? none,
    from: (key) => from.get(key) ?? none,
    to: (key) => to.get(key) ?? none,
    claimsOf: (event) => claimsOf().get(event) ?? none,
    passesOn: (document, claimant) => claimants().get(document)?.has(claimant) ?? false,
    carried: (document) => carried().get(document) ?? none,
    documentsOf: (outlet) => documentsOf().get(outlet) ?? none,
    claimsBy: (actor) => claimsBy().get(actor) ?? none,
    ownedBy: (actor) => ownedBy().get(actor) ?? none,
    affiliatedWith: (actor) => affiliated().get(actor) ?? none,
  }
}

/** Made when it is first asked for: most questions never look the other way. */
function later<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function references(db: ReadDb, table: string, field: string): Map<number, number> {
  const rows = all<{ num: number; other: number }>(
    db,
    sql`SELECT num, ${name(field)} AS other FROM ${name(table)} WHERE ${name(field)} IS NOT NULL`,
  )
  return new Map(rows.map(({ num, other }) => [num, other]))
}

function push<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}

function loadCarriages(db: ReadDb): Map<number, CarriageLink[]> {
  const carriages = new Map<number, CarriageLink[]>()
  const rows = all<{ claim: number; document: number; role: CarriageRole }>(
    db,
    sql`SELECT claim, document, role FROM carriage ORDER BY claim, position, num`,
  )
  for (const { claim, document, role } of rows) push(carriages, claim, { document, role })
  return carriages
}

function loadRelations(db: ReadDb): { from: Map<Key, Link[]>; to: Map<Key, Link[]> } {
  const [from, to] = [new Map<Key, Link[]>(), new Map<Key, Link[]>()]
  for (const { type, subject, object } of confirmedRelations(db)) {
    push(from, subject, { type, other: object })
    push(to, object, { type, other: subject })
  }
  return { from, to }
}

function claimantsByDocument(
  claims: ReadonlyMap<number, ClaimNode>,
  carriages: ReadonlyMap<number, readonly CarriageLink[]>,
): Map<number, Set<number>> {
  const claimants = new Map<number, Set<number>>()
  for (const [num, links] of carriages) {
    const claim = claims.get(num)
    if (!claim || claim.claimant === null || claim.isTrashed) continue
    for (const { document, role } of links) {
      if (role === 'comments') continue
      claimants.set(document, (claimants.get(document) ?? new Set<number>()).add(claim.claimant))
    }
  }
  return claimants
}

function reversed<T>(lists: ReadonlyMap<number, readonly T[]>, to: (item: T) => number): Map<number, number[]> {
  const back = new Map<number, number[]>()
  for (const [num, items] of lists)
    for (const item of items) if (back.get(to(item))?.at(-1) !== num) push(back, to(item), num)
  return back
}

function byReference<T>(nodes: ReadonlyMap<number, T>, to: (node: T) => number | null): Map<number, number[]> {
  const back = new Map<number, number[]>()
  for (const [num, node] of nodes) {
    const other = to(node)
    if (other !== null) push(back, other, num)
  }
  return back
}
