import type { MeasureData, MeasureMark } from '../../../shared/figures/data.ts'
import type { OriginKey } from '../../../shared/figures/series.ts'
import { all, sql, value, type ReadDb } from '../../store/db.ts'
import { caseInfo } from '../cases/handlers.ts'
import { contradictionsAmong } from './contradictions.ts'
import type { Selected } from './selected.ts'

/** A picture of more numbers than this cannot be read. */
const mostMeasures = 1000

/** Which origin each of some claims has; by this the marks are coloured. */
export type OriginsOf = (db: ReadDb, claims: readonly number[]) => ReadonlyMap<number, OriginKey>

interface Row extends Omit<MeasureMark, 'origin'> {
  readonly claimNum: number
}

/** The numbers that the selected claims give, in the order of the list. */
export function measureData(
  db: ReadDb,
  figure: MeasureData['figure'],
  { claims, withheld }: Selected,
  originsOf: OriginsOf,
): MeasureData {
  const rows = all<Row>(
    db,
    sql`SELECT m.id, c.id AS claimId, c.num AS claimNum, c.ref, substr(c.statement, 1, 300) AS statement,
          a.name AS claimant, a.id AS claimantId, m.category, m.subject, m.unit, m.low, m.high, m.best, m.qualifier,
          c.said, m.as_of AS asOf, coalesce(m.place, c.place) AS place
        FROM json_each(${claims}) j CROSS JOIN measure m ON m.claim = j.value JOIN claim c ON c.num = m.claim
        LEFT JOIN actor a ON a.num = c.claimant ORDER BY j.key, m.position, m.num LIMIT ${mostMeasures}`,
  )
  const nums = [...new Set(rows.map(({ claimNum }) => claimNum))]
  const origins = originsOf(db, nums)
  return {
    figure,
    counts: { records: claims.length, usable: countMeasures(db, claims), withheld },
    tolerance: caseInfo(db).tolerance,
    measures: rows.map(({ claimNum, ...row }) => ({ ...row, origin: origins.get(claimNum) ?? claimantAsOrigin(row) })),
    contradictions: contradictionsAmong(db, nums),
  }
}

const countMeasures = (db: ReadDb, claims: readonly number[]): number =>
  value<number>(db, sql`SELECT count(*) FROM json_each(${claims}) j CROSS JOIN measure m ON m.claim = j.value`) ?? 0

/** While no origin is known, who said it stands for it. */
const claimantAsOrigin = ({ claimant, claimantId }: Pick<Row, 'claimant' | 'claimantId'>): OriginKey => ({
  key: claimantId ?? 'unattributed',
  name: claimant ?? 'unattributed',
})
