import { tlpLabels, type Tlp } from '../../../shared/scales.ts'
import { column, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { caseInfo } from '../cases/handlers.ts'
import { unmarked } from '../figures/selected.ts'
import type { ListDefinition } from '../lists/list.ts'

/**
 * Which records may be in an export. Claims have a label of their own or the case's; other records have the case's, but a
 * note that is pinned to a claim is not below it.
 */
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
  if (kind === 'note')
    return column(
      db,
      sql`SELECT n.num FROM json_each(${nums}) j CROSS JOIN note n ON n.num = j.value WHERE ${isNoteAllowed(labels)} ORDER BY j.key`,
    )
  return isUsualAllowed(labels) ? [...nums] : []
}

/** Whether a note n may be in it. */
export const isNoteAllowed = (labels: Labels): Sql =>
  sql`${isUsualAllowed(labels)} AND NOT EXISTS (
        SELECT 1 FROM note_pin q JOIN claim c ON c.num = q.claim
        WHERE q.note = n.num AND coalesce(c.tlp, ${labels.usual}) NOT IN (SELECT value FROM json_each(${[...labels.allowed]})))`

/** The highest label of some records; null where there are none. */
export function highestOf(
  db: ReadDb,
  kind: ListDefinition['kind'],
  nums: readonly number[],
  { usual }: Labels,
): Tlp | null {
  if (nums.length === 0) return null
  if (kind === 'claim') return highest(labelsMet(db, nums, usual, sql`claim c ON c.num = j.value`))
  if (kind !== 'note') return usual
  const pinned = sql`note_pin q ON q.note = j.value JOIN claim c ON c.num = q.claim`
  return highest([usual, ...labelsMet(db, nums, usual, pinned)])
}

const labelsMet = (db: ReadDb, nums: readonly number[], usual: Tlp, claims: Sql): Tlp[] =>
  column(db, sql`SELECT DISTINCT coalesce(c.tlp, ${usual}) FROM json_each(${nums}) j CROSS JOIN ${claims}`)

export const highest = (labels: readonly Tlp[]): Tlp | null =>
  tlpLabels.findLast((label) => labels.includes(label)) ?? null
