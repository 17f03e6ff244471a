import { all, column, get, iterate, name, sql, value, type ReadDb, type Sql } from '../../../store/db.ts'
import { importedFrom } from '../../imports/import-reason.ts'
import {
  keyOf,
  kindOf,
  numOf,
  type CarriageLink,
  type EndKind,
  type Graph,
  type Key,
  type RelationType,
} from './graph.ts'
import { claimNode, documentNode, eventNode, type ClaimRow, type DocumentRow, type EventRow } from './nodes.ts'

/** Whether a claim r is graded 1 for a reason that no person wrote. */
const isBareOne = sql`(r.credibility = '1' AND coalesce((SELECT iif(t.reason LIKE ${`${importedFrom}%`}, '', trim(t.reason)) FROM rating t
  WHERE t.claim = r.num AND t.axis = 'credibility' ORDER BY t.at DESC, t.num DESC LIMIT 1), '') = '')`

/** SELECTs of the rows that become nodes; each can be narrowed by a WHERE. */
export const claimRows = sql`SELECT r.num, r.claimant, a.name, r.basis, r.event, r.status, r.trashed, ${isBareOne} AS isBareOne
  FROM claim r LEFT JOIN actor a ON a.num = r.claimant`
export const documentRows = sql`SELECT r.num, r.outlet, coalesce(r.language, o.language) AS language, r.trashed
  FROM document r LEFT JOIN outlet o ON o.num = r.outlet`
export const eventRows = sql`SELECT r.num, r.kind, r.trashed FROM event r`

const ends: readonly EndKind[] = ['claim', 'document', 'event']

interface Relation {
  readonly type: RelationType
  readonly subject: Key
  readonly object: Key
}

type RelationRow = { readonly type: RelationType } & Readonly<Record<`${'from' | 'to'}_${EndKind}`, number | null>>

/** The confirmed relations, all or (by a field that is this number) some, one after the other. */
export function* eachRelation(db: ReadDb, where = sql``): Generator<Relation> {
  const rows = iterate<RelationRow>(
    db,
    sql`SELECT type, from_claim, from_document, from_event, to_claim, to_document, to_event FROM relation
        WHERE state = 'confirmed' ${where} ORDER BY num`,
  )
  for (const row of rows) yield { type: row.type, subject: endOf(row, 'from'), object: endOf(row, 'to') }
}

function endOf(row: RelationRow, side: 'from' | 'to'): Key {
  const kind = ends.find((end) => row[`${side}_${end}`] !== null) ?? 'claim'
  return keyOf(kind, row[`${side}_${kind}`] ?? 0)
}

/** The case as a graph, looked up row by row: for one claim among many. */
export function sqlGraph(db: ReadDb): Graph {
  const nums = (query: Sql): number[] => column<number>(db, query)
  const related = (side: 'from' | 'to', key: Key): Relation[] => [
    ...eachRelation(db, sql`AND ${name(`${side}_${kindOf(key)}`)} = ${numOf(key)}`),
  ]
  return remembering({
    claim: (num) => mapped(get<ClaimRow>(db, sql`${claimRows} WHERE r.num = ${num}`), claimNode),
    document: (num) => mapped(get<DocumentRow>(db, sql`${documentRows} WHERE r.num = ${num}`), documentNode),
    event: (num) => mapped(get<EventRow>(db, sql`${eventRows} WHERE r.num = ${num}`), eventNode),
    ownerOf: (outlet) => value<number | null>(db, sql`SELECT owner FROM outlet WHERE num = ${outlet}`) ?? null,
    affiliationOf: (actor) => value<number | null>(db, sql`SELECT affiliation FROM actor WHERE num = ${actor}`) ?? null,
    carriages: (claim) =>
      all<CarriageLink>(db, sql`SELECT document, role FROM carriage WHERE claim = ${claim} ORDER BY position, num`),
    from: (key) => related('from', key).map(({ type, object }) => ({ type, other: object })),
    to: (key) => related('to', key).map(({ type, subject }) => ({ type, other: subject })),
    claimsOf: (event) => nums(sql`SELECT num FROM claim WHERE event = ${event} ORDER BY num`),
    passesOn: (document, claimant) =>
      value(
        db,
        sql`SELECT 1 FROM carriage x CROSS JOIN claim c ON c.num = x.claim
            WHERE x.document = ${document} AND x.role <> 'comments' AND c.claimant = ${claimant} AND c.trashed IS NULL LIMIT 1`,
      ) !== undefined,
    carried: (document) => nums(sql`SELECT DISTINCT claim FROM carriage WHERE document = ${document} ORDER BY claim`),
    documentsOf: (outlet) => nums(sql`SELECT num FROM document WHERE outlet = ${outlet} ORDER BY num`),
    claimsBy: (actor) => nums(sql`SELECT num FROM claim WHERE claimant = ${actor} ORDER BY num`),
    ownedBy: (actor) => nums(sql`SELECT num FROM outlet WHERE owner = ${actor} ORDER BY num`),
    affiliatedWith: (actor) => nums(sql`SELECT num FROM actor WHERE affiliation = ${actor} ORDER BY num`),
  })
}

const mapped = <Row, Node>(row: Row | undefined, toNode: (row: Row) => Node): Node | undefined =>
  row === undefined ? undefined : toNode(row)

/** A walk looks at the same records again and again. The graph is of one moment: it is made anew for each question. */
function remembering(graph: Graph): Graph {
  const remember = <Argument, Found>(look: (argument: Argument) => Found): ((argument: Argument) => Found) => {
    const known = new Map<Argument, Found>()
    return (argument) => {
      if (!known.has(argument)) known.set(argument, look(argument))
      return known.get(argument) as Found
    }
  }
  return {
    ...graph,
    claim: remember(graph.claim),
    document: remember(graph.document),
    event: remember(graph.event),
    ownerOf: remember(graph.ownerOf),
    affiliationOf: remember(graph.affiliationOf),
    carriages: remember(graph.carriages),
    from: remember(graph.from),
    to: remember(graph.to),
  }
}
