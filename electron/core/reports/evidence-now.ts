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
  const against = Map.groupBy(contradictionsOf(db, ids), ({ of }) => of)
  return new Map(
    rows.map(({ trashed, ...row }) => [
      row.claimId,
      {
        ...row,
        isTrashed: trashed !== null,
        against: (against.get(row.claimId) ?? []).map(({ id, ref }) => ({ id, ref })),
      },
    ]),
  )
}

type Contradiction = Against & { readonly of: ClaimId }

/** What the analysis counts as contradictions (`claim_analysis`), by name: found and not rejected, or related by hand. */
const contradictionsOf = (db: ReadDb, ids: readonly string[]): Contradiction[] =>
  all(
    db,
    sql`WITH own AS MATERIALIZED (SELECT c.id, c.num FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value),
        pair AS (
          SELECT o.id AS of, f.to_claim AS other FROM own o CROSS JOIN finding f ON f.from_claim = o.num WHERE ${isFound}
          UNION SELECT o.id, f.from_claim FROM own o CROSS JOIN finding f ON f.to_claim = o.num WHERE ${isFound}
          UNION SELECT o.id, r.to_claim FROM own o CROSS JOIN relation r ON r.from_claim = o.num WHERE ${isRelated}
          UNION SELECT o.id, r.from_claim FROM own o CROSS JOIN relation r ON r.to_claim = o.num WHERE ${isRelated})
        SELECT p.of, c.id, c.ref FROM pair p JOIN claim c ON c.num = p.other WHERE c.trashed IS NULL ORDER BY c.num`,
  )

const isFound = sql`+f.rule IN (SELECT value FROM json_each(${contradicting})) AND ${decisionOn('claim')} IS NOT 'rejected'`
const isRelated = sql`r.state = 'confirmed' AND r.type IN ('contradicts', 'denies')`
