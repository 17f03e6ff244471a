import { all, iterate, sql, value, type ReadDb, type Sql } from '../../../store/db.ts'
import type { Comparable } from '../compare/comparable.ts'
import type { EventRecord } from '../compare/events.ts'

/** A measure as the rules compare it, with the ids that outlive its row number. */
export interface Loaded extends Comparable {
  /** UUIDs. */
  readonly claimId: string
  readonly claimantId: string | null
}

/** The same with what a person is told of it. */
export interface Told extends Loaded {
  readonly statement: string
  readonly claimantName: string | null
}

/** The measures (m) of live claims (c) for which a condition holds: as many as a case has. */
export function loadComparables(db: ReadDb, condition: Sql): Loaded[] {
  const known = new Map<string, string>()
  return Array.from(iterate<Loaded>(db, comparablesWhere(condition, sql``)), (row) => sharing(row, known))
}

/** The same with their words: of a few. */
export const loadTold = (db: ReadDb, condition: Sql): Told[] =>
  all(db, comparablesWhere(condition, sql`, c.statement, a.name AS claimantName`))

const comparablesWhere = (condition: Sql, words: Sql): Sql =>
  sql`SELECT m.num AS measure, c.num AS claim, c.id AS claimId, coalesce(c.ref, substr(c.statement, 1, 40)) AS ref,
          m.subject, m.unit, m.category, m.kind, m.low, m.high, m.best, m.qualifier, coalesce(m.place, c.place) AS place,
          coalesce(m.as_of, c.said) AS asOf, c.said, d.published, c.claimant, a.id AS claimantId ${words}
        FROM measure m CROSS JOIN claim c ON c.num = m.claim LEFT JOIN document d ON d.num = c.lead_document
          LEFT JOIN actor a ON a.num = c.claimant
        WHERE ${isLive} AND (${condition}) ORDER BY m.num`

/** What the rows have in common. */
const repeated = [
  'subject',
  'unit',
  'category',
  'kind',
  'qualifier',
  'place',
  'asOf',
  'said',
  'published',
  'claimantId',
] as const

/** A row of which each text that others have too is the same one in memory: a list of all figures takes a third of the room. */
function sharing(row: Loaded, known: Map<string, string>): Loaded {
  const texts = row as Record<(typeof repeated)[number], string | null>
  for (const field of repeated) {
    const text = texts[field]
    if (text === null) continue
    const met = known.get(text)
    if (met === undefined) known.set(text, text)
    else texts[field] = met
  }
  return row
}

/** Whether a claim (c) stands: what is retracted is held against nothing. */
export const isLive = sql`c.trashed IS NULL AND c.status <> 'retracted'`

/** How far *about* reaches in this case, as a ratio. */
export const toleranceOf = (db: ReadDb): number => value<number>(db, sql`SELECT tolerance FROM case_info`) ?? 0.1

/** A record of an event as the rules compare it. */
export interface LoadedEvent extends EventRecord {
  readonly num: number
  readonly id: string
  readonly title: string
}

/** The live events (e) for which a condition holds. */
export const loadEvents = (db: ReadDb, condition: Sql): LoadedEvent[] =>
  all(
    db,
    sql`SELECT e.num, e.id, coalesce(e.ref, e.title) AS ref, e.title, e."when", e.place, e.latitude, e.longitude, e.place_precision AS precision
        FROM event e WHERE e.trashed IS NULL AND (${condition}) ORDER BY e.num`,
  )
