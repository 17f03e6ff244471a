import { carriageRoles, relationTypes } from '../../../../shared/vocabulary.ts'
import { each, iterate, name, sql, type ReadDb } from '../../../store/db.ts'
import { remembered } from '../remembered.ts'
import type { CarriageLink, CarriageRole, EventNode, Graph, Key, Link } from './graph.ts'
import { Lists, Pairs } from './lists.ts'
import { ClaimColumns, DocumentColumns } from './node-columns.ts'
import { claimNode, documentNode, eventNode, type ClaimRow, type DocumentRow, type EventRow } from './nodes.ts'
import { claimRows, documentRows, eachRelation, eventRows } from './sql-graph.ts'

type Row<Node> = Node & { readonly num: number }

/** The whole case as a graph, in memory: for all claims at once. It takes some 30 bytes a claim or document, and 16 a relation. */
export function loadGraph(db: ReadDb): Graph {
  const claims = new ClaimColumns()
  for (const row of iterate<Row<ClaimRow>>(db, claimRows)) claims.set(row.num, claimNode(row))
  const documents = new DocumentColumns()
  for (const row of iterate<Row<DocumentRow>>(db, documentRows)) documents.set(row.num, documentNode(row))
  const events = new Map<number, EventNode>()
  for (const row of iterate<Row<EventRow>>(db, eventRows)) events.set(row.num, eventNode(row))
  const owners = references(db, 'outlet', 'owner')
  const affiliations = references(db, 'actor', 'affiliation')
  const carriages = loadCarriages(db)
  const { from, to } = loadRelations(db)
  const passing = later(() => claimantsByDocument(claims, carriages))
  const passedOn = remembered((document: number) => new Set(passing().of(document)))
  const carried = later(() => carriers(claims, carriages))
  const claimsOf = later(() => referring(claims.nums(), (num) => claims.get(num)?.event))
  const claimsBy = later(() => referring(claims.nums(), (num) => claims.get(num)?.claimant))
  const documentsOf = later(() => referring(documents.nums(), (num) => documents.get(num)?.outlet))
  const ownedBy = later(() => referring(owners.keys(), (num) => owners.get(num)))
  const affiliated = later(() => referring(affiliations.keys(), (num) => affiliations.get(num)))
  return {
    claim: (num) => claims.get(num),
    document: (num) => documents.get(num),
    event: (num) => events.get(num),
    ownerOf: (outlet) => owners.get(outlet) ?? null,
    affiliationOf: (actor) => affiliations.get(actor) ?? null,
    carriages: (claim) => unpacked(carriages.of(claim), carriageIn),
    from: (key) => unpacked(from.of(key), linkIn),
    to: (key) => unpacked(to.of(key), linkIn),
    claimsOf: (event) => [...claimsOf().of(event)],
    passesOn: (document, claimant) => passedOn(document).has(claimant),
    carried: (document) => [...carried().of(document)],
    documentsOf: (outlet) => [...documentsOf().of(outlet)],
    claimsBy: (actor) => [...claimsBy().of(actor)],
    ownedBy: (actor) => [...ownedBy().of(actor)],
    affiliatedWith: (actor) => [...affiliated().of(actor)],
  }
}

/** Made when it is first asked for: most questions never look the other way. */
function later<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function references(db: ReadDb, table: string, field: string): Map<number, number> {
  return new Map(
    each<[num: number, other: number]>(
      db,
      sql`SELECT num, ${name(field)} FROM ${name(table)} WHERE ${name(field)} IS NOT NULL`,
    ),
  )
}

// A carriage and a relation are one number each: where it leads, and what it is.

const carriageIn = (carriage: number): CarriageLink => ({
  document: Math.floor(carriage / carriageRoles.length),
  role: carriageRoles[carriage % carriageRoles.length] ?? 'carries',
})

const linkIn = (link: number): Link => ({
  type: relationTypes[link % relationTypes.length] ?? 'about',
  other: Math.floor(link / relationTypes.length) as Key,
})

const none: readonly never[] = []

/** Most lists are empty, or have one. */
const unpacked = <T>(packed: Int32Array, unpack: (item: number) => T): readonly T[] => {
  if (packed.length === 0) return none
  return packed.length === 1 ? [unpack(packed[0] ?? 0)] : Array.from(packed, unpack)
}

function loadCarriages(db: ReadDb): Lists {
  const carriages = new Pairs()
  const rows = each<[claim: number, document: number, role: CarriageRole]>(
    db,
    sql`SELECT claim, document, role FROM carriage ORDER BY claim, position, num`,
  )
  for (const [claim, document, role] of rows)
    carriages.push(claim, document * carriageRoles.length + carriageRoles.indexOf(role))
  return new Lists(carriages)
}

function loadRelations(db: ReadDb): { from: Lists; to: Lists } {
  const [from, to] = [new Pairs(), new Pairs()]
  for (const { type, subject, object } of eachRelation(db)) {
    const what = relationTypes.indexOf(type)
    from.push(subject, object * relationTypes.length + what)
    to.push(object, subject * relationTypes.length + what)
  }
  return { from: new Lists(from), to: new Lists(to) }
}

function claimantsByDocument(claims: ClaimColumns, carriages: Lists): Lists {
  const claimants = new Pairs()
  for (const num of claims.nums()) {
    const { claimant = null, isTrashed = true } = claims.get(num) ?? {}
    if (claimant === null || isTrashed) continue
    for (const { document, role } of Array.from(carriages.of(num), carriageIn))
      if (role !== 'comments') claimants.push(document, claimant)
  }
  return new Lists(claimants)
}

function carriers(claims: ClaimColumns, carriages: Lists): Lists {
  const carried = new Pairs()
  for (const num of claims.nums())
    for (const document of new Set(Array.from(carriages.of(num), (carriage) => carriageIn(carriage).document)))
      carried.push(document, num)
  return new Lists(carried)
}

/** What refers to a record, by that. */
function referring(nums: Iterable<number>, to: (num: number) => number | null | undefined): Lists {
  const back = new Pairs()
  for (const num of nums) {
    const other = to(num) ?? null
    if (other !== null) back.push(other, num)
  }
  return new Lists(back)
}
