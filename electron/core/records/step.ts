import type { Topic } from '../../../shared/contract.ts'
import { run, sql, type WriteDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { topicsOf, type Change } from './changes.ts'
import { derive } from './derive.ts'
import { entities } from './entities.ts'
import { insertFields, removeRecord, updateFields, type Fields } from './fields.ts'

/** One step of the history: what undo takes back as a whole. */
export interface Step {
  readonly command: string
  /** What the step did, as the menu names it: "set reliability of 12 claims to B". */
  readonly label: string
  readonly reason?: string | undefined
  readonly changes: readonly Change[]
  /** Set by undo and redo: the change set that this one takes back or brings back. */
  readonly reverts?: number
}

/** Makes the changes, logs them as one change set and brings derived columns up to date. Answers the set's number; null when nothing changes. */
export function commitStep(ctx: CommandContext, step: Step): number | null {
  if (step.changes.length === 0) return null
  const now = ctx.now()
  const { lastInsertRowid } = run(
    ctx.db,
    sql`INSERT INTO change_set (at, by, command, label, reason, reverts, is_step)
        VALUES (${now}, ${ctx.user}, ${step.command}, ${step.label}, ${step.reason}, ${step.reverts}, ${step.reverts === undefined})`,
  )
  const set = Number(lastInsertRowid)
  for (const change of step.changes.map((made) => stamped(made, now))) {
    applyChange(ctx.db, change, now)
    logChange(ctx.db, set, change)
  }
  derive(ctx.db, step.changes)
  for (const topic of topicsOf(step.changes)) ctx.touch(topic as Topic)
  return set
}

/** When a record was made is part of it: redoing an undone making brings back the same time. */
const stamped = (change: Change, now: string): Change =>
  change.before === null && change.after !== null && entities[change.entity].isRecord
    ? { ...change, after: { created: now, ...change.after } }
    : change

function applyChange(db: WriteDb, { entity, id, before, after }: Change, now: string): void {
  if (after === null) removeRecord(db, entity, id)
  else if (before === null) insertFields(db, entity, id, after, now)
  else updateFields(db, entity, id, after, now)
  const owner = entities[entity].owner
  const ownerId = owner && ((after ?? before)?.[owner] ?? undefined)
  if (owner && typeof ownerId === 'string') touchOwner(db, owner, ownerId, now)
}

/** A record counts as changed when a part of it is. */
function touchOwner(db: WriteDb, owner: string, id: string, now: string): void {
  if (owner === 'claim') run(db, sql`UPDATE claim SET changed = ${now} WHERE id = ${id}`)
  else if (owner === 'event') run(db, sql`UPDATE event SET changed = ${now} WHERE id = ${id}`)
  else if (owner === 'note') run(db, sql`UPDATE note SET changed = ${now} WHERE id = ${id}`)
  else if (owner === 'judgement') run(db, sql`UPDATE judgement SET changed = ${now} WHERE id = ${id}`)
  else if (owner === 'report') run(db, sql`UPDATE report SET changed = ${now} WHERE id = ${id}`)
}

const toJson = (fields: Fields | null): string | null => (fields === null ? null : JSON.stringify(fields))

function logChange(db: WriteDb, set: number, { entity, id, before, after }: Change): void {
  run(
    db,
    sql`INSERT INTO change (change_set, entity, record, before, after)
        VALUES (${set}, ${entity}, ${id}, ${toJson(before)}, ${toJson(after)})`,
  )
}
