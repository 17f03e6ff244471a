import type { ClaimId } from '../../../shared/ids.ts'
import type { Against, EvidenceNow } from '../../../shared/stale.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import { contradicting, decisionOn } from '../analysis/engine/store.ts'

/** These claims as evidence: their grades, status and words, and what stands against them now; by id. */
export function evidenceNow(db: ReadDb, claims: readonly string[]): Map<string, EvidenceNow> {
  const ids = [...new Set(claims)]
  const rows = all<Omit<EvidenceNow, 'isTrashed' | 'against'> & { readonly trashed: string | null }>(
    db,
    sql`SELECT c.id AS claimId, c.ref, c.statement, c.reliability, c.credibility, c.status, c.trashed
        FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value`,
  )
  const against = contradictionsOf(db, ids)
  return new Map(
    rows.map(({ trashed, ...row }) => [
      row.claimId,
      {
        ...row,
        isTrashed: trashed !== null,
        against: against.get(row.claimId) ?? [],
      },
    ]),
  )
}

/** What the analysis counts as contradictions (`claim_analysis`), by name: found and not rejected, or related by hand. */
function contradictionsOf(db: ReadDb, ids: readonly string[]): Map<string, Against[]> {
  // Figures of one subject may all stand against each other: numbers are gathered by claim, and named once each.
  const rows = all<{ readonly id: ClaimId; readonly others: string }>(
    db,
    sql`WITH own AS MATERIALIZED (SELECT c.num, c.id FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value),
        pair AS (
          SELECT o.num, f.to_claim AS other FROM own o CROSS JOIN finding f ON f.from_claim = o.num WHERE ${isFound}
          UNION SELECT o.num, f.from_claim FROM own o CROSS JOIN finding f ON f.to_claim = o.num WHERE ${isFound}
          UNION SELECT o.num, r.to_claim FROM own o CROSS JOIN relation r ON r.from_claim = o.num WHERE ${isRelated}
          UNION SELECT o.num, r.from_claim FROM own o CROSS JOIN relation r ON r.to_claim = o.num WHERE ${isRelated})
        SELECT o.id, json_group_array(p.other) AS others FROM own o JOIN pair p ON p.num = o.num WHERE p.other IS NOT NULL GROUP BY o.num`,
  ).map(({ id, others }) => ({ id, others: JSON.parse(others) as number[] }))
  const named = new Map(
    all<Against & { readonly num: number }>(
      db,
      sql`SELECT c.num, c.id, c.ref FROM json_each(${[...new Set(rows.flatMap(({ others }) => others))]}) j
          CROSS JOIN claim c ON c.num = j.value WHERE c.trashed IS NULL`,
    ).map(({ num, id, ref }) => [num, { id, ref }]),
  )
  return new Map(
    rows.map(({ id, others }) => [id, others.sort((a, b) => a - b).flatMap((num) => named.get(num) ?? [])]),
  )
}

const isContradicting = sql`+f.rule IN (SELECT value FROM json_each(${contradicting}))`
/** Of the few findings that somebody rejected it is looked up what was said last. */
const isRejected = sql`f.inputs IN (SELECT inputs FROM relation WHERE inputs IS NOT NULL AND state = 'rejected') AND ${decisionOn('claim')} IS 'rejected'`
const isFound = sql`${isContradicting} AND NOT (${isRejected})`
const isRelated = sql`r.state = 'confirmed' AND r.type IN ('contradicts', 'denies')`
