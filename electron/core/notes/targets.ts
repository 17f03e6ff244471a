import { recordKinds, type RecordKind } from '../../../shared/ids.ts'
import { all, join, name, sql, type ReadDb, type Sql } from '../../store/db.ts'

/** A record by its row number, which never leaves the file. */
export interface Target {
  readonly kind: RecordKind
  readonly num: number
}

const isTrashed: Sql = sql`CASE n.kind ${join(
  recordKinds.map((kind) => sql`WHEN ${kind} THEN (SELECT r.trashed FROM ${name(kind)} r WHERE r.num = n.num)`),
  ' ',
)} END IS NOT NULL`

/**
 * The record that each folded reference, name or alias leads to; a name without a record is not in the answer.
 * Of several records the first counts: live before trashed, then in the order of `recordKinds`, then the oldest.
 */
export function targetsOf(db: ReadDb, names: readonly string[]): Map<string, Target> {
  const rows = all<Target & { readonly name: string }>(
    db,
    sql`SELECT n.name, n.kind, n.num FROM json_each(${[...new Set(names)]}) j CROSS JOIN record_name n ON n.name = j.value
        ORDER BY j.key, ${isTrashed}, (SELECT k.key FROM json_each(${recordKinds}) k WHERE k.value = n.kind), n.num`,
  )
  const targets = new Map<string, Target>()
  for (const { name: found, kind, num } of rows) if (!targets.has(found)) targets.set(found, { kind, num })
  return targets
}
