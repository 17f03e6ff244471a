import { rules } from '../../../shared/analysis.ts'
import type { MeasureData } from '../../../shared/figures/data.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'

const contradicting = Object.entries(rules).flatMap(([rule, type]) => (type === 'contradicts' ? [rule] : []))

/** Pairs of measures of these claims that contradict: found by a rule and not rejected, or related by hand. */
export function contradictionsAmong(db: ReadDb, claims: readonly number[]): MeasureData['contradictions'] {
  const first = (column: 'from_claim' | 'to_claim') =>
    ({
      from_claim: sql`(SELECT m.num FROM measure m WHERE m.claim = p.from_claim ORDER BY m.position, m.num LIMIT 1)`,
      to_claim: sql`(SELECT m.num FROM measure m WHERE m.claim = p.to_claim ORDER BY m.position, m.num LIMIT 1)`,
    })[column]
  const pairs = all<{ readonly a: string; readonly b: string }>(
    db,
    sql`WITH shown AS MATERIALIZED (SELECT value AS num FROM json_each(${claims})),
        pair AS (
          SELECT f.from_claim, f.to_claim, f.from_measure, f.to_measure FROM shown s CROSS JOIN finding f ON f.from_claim = s.num
          WHERE f.to_claim IN (SELECT num FROM shown) AND f.rule IN (SELECT value FROM json_each(${contradicting}))
            AND NOT EXISTS (SELECT 1 FROM relation r WHERE r.rule = f.rule AND r.inputs = f.inputs AND r.state = 'rejected'
              AND r.from_claim = f.from_claim AND r.to_claim = f.to_claim)
          UNION
          SELECT r.from_claim, r.to_claim, NULL, NULL FROM shown s CROSS JOIN relation r ON r.from_claim = s.num
          WHERE r.to_claim IN (SELECT num FROM shown) AND r.type = 'contradicts' AND r.state <> 'rejected'
        )
        SELECT DISTINCT a.id AS a, b.id AS b FROM pair p
        JOIN measure a ON a.num = coalesce(p.from_measure, ${first('from_claim')})
        JOIN measure b ON b.num = coalesce(p.to_measure, ${first('to_claim')}) ORDER BY a.num, b.num`,
  )
  return pairs.map(({ a, b }) => [a, b] as MeasureData['contradictions'][number])
}
