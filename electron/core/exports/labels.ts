import { tlpLabels, type Tlp } from '../../../shared/scales.ts'
import { column, sql, type ReadDb } from '../../store/db.ts'
import { caseInfo } from '../cases/handlers.ts'
import { unmarked } from '../figures/selected.ts'
import type { ListDefinition } from '../lists/list.ts'

/** Which records may be in an export. Claims have a label of their own or the case's; other records have the case's. */
export interface Labels {
  /** The case's. */
  readonly usual: Tlp
  /** Null: nothing is left out. */
  readonly limit: Tlp | null
  readonly allowed: readonly Tlp[]
}

export function labelsOf(db: ReadDb, limit: Tlp | null): Labels {
  const allowed = limit === null ? tlpLabels : tlpLabels.slice(0, tlpLabels.indexOf(limit) + 1)
  return { usual: caseInfo(db).tlp, limit, allowed }
}

/** Whether what has no label of its own may be in it. */
export const isUsualAllowed = ({ usual, allowed }: Labels): boolean => allowed.includes(usual)

/** Those of some records that may be in it, in their order. */
export function within(db: ReadDb, kind: ListDefinition['kind'], nums: readonly number[], labels: Labels): number[] {
  if (labels.limit === null) return [...nums]
  if (kind === 'claim') return unmarked(db, nums, labels.limit)
  return isUsualAllowed(labels) ? [...nums] : []
}

/** The highest label of some records; null where there are none. */
export function highestOf(
  db: ReadDb,
  kind: ListDefinition['kind'],
  nums: readonly number[],
  { usual }: Labels,
): Tlp | null {
  if (nums.length === 0) return null
  if (kind !== 'claim') return usual
  const met = column<Tlp>(
    db,
    sql`SELECT DISTINCT coalesce(c.tlp, ${usual}) FROM json_each(${nums}) j CROSS JOIN claim c ON c.num = j.value`,
  )
  return tlpLabels.findLast((label) => met.includes(label)) ?? null
}
