import { all, get, run, sql, type ReadDb, type WriteDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { same, type Change } from './changes.ts'
import type { Fields } from './fields.ts'
import type { Step } from './step.ts'

/** Edits of the same fields within this time are one step. */
const foldedWithin = 2000

/** More changes than that are no typing. */
export const mostFolded = 100

/** A step that a new one can be folded into. */
export interface Foldable {
  readonly set: number
  /** The rows of the log, by the ids of what they changed. */
  readonly rows: ReadonlyMap<string, { readonly num: number; readonly before: Fields }>
}

/**
 * The newest step, where the new one goes on with it: the same command by the same person within two seconds, setting the
 * same fields of the same records again. Undo then takes both back at once, as one typing.
 */
export function foldable(ctx: CommandContext, step: Step): Foldable | null {
  if (step.reverts !== undefined || step.isStep === false || step.changes.length > mostFolded) return null
  if (!step.changes.every(({ before, after }) => before !== null && after !== null)) return null
  const last = get<{
    num: number
    at: string
    by: string
    command: string
    reason: string | null
    isStep: number
    undone: number
  }>(
    ctx.db,
    sql`SELECT num, at, by, command, reason, is_step AS isStep, undone FROM change_set ORDER BY num DESC LIMIT 1`,
  )
  if (!last || last.isStep === 0 || last.undone === 1) return null
  if (last.command !== step.command || last.by !== ctx.user || last.reason !== (step.reason ?? null)) return null
  const passed = Date.parse(ctx.now()) - Date.parse(last.at)
  if (passed < 0 || passed > foldedWithin) return null
  return rowsAlike(ctx.db, last.num, step.changes)
}

function rowsAlike(db: ReadDb, set: number, changes: readonly Change[]): Foldable | null {
  const rows = all<{ num: number; record: string; before: string | null; after: string | null; parts: string | null }>(
    db,
    sql`SELECT num, record, before, after, parts FROM change WHERE change_set = ${set} ORDER BY num LIMIT ${mostFolded + 1}`,
  )
  if (rows.length !== changes.length) return null
  const byId = new Map(rows.map((row) => [row.record, row]))
  const found = new Map<string, { num: number; before: Fields }>()
  for (const { id, after } of changes) {
    const row = byId.get(id)
    if (!row || row.before === null || row.after === null || row.parts !== null) return null
    if (!haveSameKeys(JSON.parse(row.after) as Fields, after)) return null
    found.set(id, { num: row.num, before: JSON.parse(row.before) as Fields })
  }
  return found.size === rows.length ? { set, rows: found } : null
}

const haveSameKeys = (one: Fields, other: Fields | null): boolean =>
  JSON.stringify(Object.keys(one).sort()) === JSON.stringify(Object.keys(other ?? {}).sort())

/** Writes into the log that the folded step led to what the new one sets. Answers false where nothing is changed by the two together. */
export function rewriteStep(db: WriteDb, { set, rows }: Foldable, step: Step, at: string): boolean {
  const isNothing = step.changes.every(({ id, after }) =>
    Object.entries(after ?? {}).every(([field, cell]) => same(rows.get(id)?.before[field], cell)),
  )
  if (isNothing) {
    run(db, sql`DELETE FROM change WHERE change_set = ${set}`)
    run(db, sql`DELETE FROM change_set WHERE num = ${set}`)
    return false
  }
  for (const { id, after } of step.changes)
    run(db, sql`UPDATE change SET after = ${JSON.stringify(after)} WHERE num = ${rows.get(id)?.num}`)
  run(db, sql`UPDATE change_set SET at = ${at}, label = ${step.label} WHERE num = ${set}`)
  return true
}
