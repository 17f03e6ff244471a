import type { OriginCounts } from '../../../shared/origins.ts'
import { tlpLabels } from '../../../shared/scales.ts'
import { all, sql, value, type ReadDb } from '../../store/db.ts'
import { contradicting, decisionOn } from '../analysis/engine/store.ts'
import { graphWithout } from '../analysis/origins/graph-without.ts'
import { originsOf } from '../analysis/origins/origins.ts'
import { sqlGraph } from '../analysis/origins/sql-graph.ts'
import { isAbove } from './entries.ts'
import type { CitedRecords } from './gather.ts'

/** How the claims that a report may show stand; what is above its label has no part in it. */
export interface Standing {
  /** Where all of them together come from. */
  readonly together: OriginCounts
  /** Where each comes from, by its id. */
  readonly origins: ReadonlyMap<string, OriginCounts>
  /** Pairs of them that a rule holds to contradict each other, and of which nobody said whether they do; by id. */
  readonly open: readonly (readonly [string, string])[]
}

/** Walks from the claims of a report to where they come from, and looks up what is open between them. */
export function standingOf(db: ReadDb, { claims, info, tlp }: CitedRecords): Standing {
  const shown = [...claims.values()].filter((claim) => claim.trashed === null && !isAbove(claim.tlp ?? info.tlp, tlp))
  const ids = shown.map(({ id }) => id)
  const above = tlpLabels.filter((label) => isAbove(label, tlp))
  const isHidden = (num: number): boolean =>
    value(
      db,
      sql`SELECT 1 FROM claim WHERE num = ${num}
          AND coalesce(tlp, ${info.tlp}) IN (SELECT value FROM json_each(${above}))`,
    ) !== undefined
  const graph = graphWithout(sqlGraph(db), isHidden)
  const known = all<{ readonly id: string; readonly num: number }>(
    db,
    sql`SELECT c.id, c.num FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value`,
  )
  return {
    together: originsOf(graph, { kind: 'claims', nums: known.map(({ num }) => num) }),
    origins: new Map(known.map(({ id, num }) => [id, originsOf(graph, { kind: 'claim', num })])),
    open: openPairs(db, ids),
  }
}

const openPairs = (db: ReadDb, ids: readonly string[]): [string, string][] =>
  all<{ readonly one: string; readonly other: string }>(
    db,
    sql`WITH own AS MATERIALIZED (SELECT c.num, c.id, j.key FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value)
        SELECT a.id AS one, b.id AS other FROM own a CROSS JOIN finding f ON f.from_claim = a.num JOIN own b ON b.num = f.to_claim
        WHERE +f.rule IN (SELECT value FROM json_each(${contradicting})) AND ${decisionOn('claim')} IS NULL
        GROUP BY min(a.num, b.num), max(a.num, b.num) ORDER BY min(a.key, b.key), max(a.key, b.key)`,
  ).map(({ one, other }) => [one, other])
