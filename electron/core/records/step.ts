import type { Topic } from '../../../shared/contract.ts'
import { name, run, sql, type WriteDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { ownerOf, topicsOf, type Change } from './changes.ts'
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
  /** Whether undo takes it back in turn: not so with undo and redo themselves. */
  readonly isStep?: boolean
}

/** A step that is being made: its changes come in portions, so that a long one need not fit into memory. */
export interface OpenStep {
  readonly set: number
  readonly at: string
}

/** Makes the changes, logs them as one change set and brings derived columns up to date. Answers the set's number; null when nothing changes. */
export function commitStep(ctx: CommandContext, step: Step): number | null {
  if (step.changes.length === 0) return null
  const open = openStep(ctx, step)
  addChanges(ctx, open, step.changes)
  return open.set
}

/** Begins a step of which undo will take back all portions together. The caller's transaction spans them. */
export function openStep(ctx: CommandContext, step: Omit<Step, 'changes'>): OpenStep {
  const at = ctx.now()
  const { lastInsertRowid } = run(
    ctx.db,
    sql`INSERT INTO change_set (at, by, command, label, reason, reverts, is_step)
        VALUES (${at}, ${ctx.user}, ${step.command}, ${step.label}, ${step.reason}, ${step.reverts}, ${step.isStep ?? step.reverts === undefined})`,
  )
  return { set: Number(lastInsertRowid), at }
}

/** Makes and logs a portion of a step's changes. */
export function addChanges(ctx: CommandContext, { set, at }: OpenStep, changes: readonly Change[]): void {
  const made = new Set<string>()
  for (const change of changes.map((given) => stamped(given, at))) {
    applyChange(ctx.db, change, at, made)
    logChange(ctx.db, set, change)
  }
  derive(ctx.db, changes)
  for (const topic of topicsOf(changes)) ctx.touch(topic as Topic)
}

/** Names a step when only its end shows what it came to. */
export const labelStep = (ctx: CommandContext, { set }: OpenStep, label: string): void =>
  void run(ctx.db, sql`UPDATE change_set SET label = ${label} WHERE num = ${set}`)

/** When a record was made is part of it: redoing an undone making brings back the same time. */
const stamped = (change: Change, now: string): Change =>
  change.before === null && change.after !== null && entities[change.entity].isRecord
    ? { ...change, after: { created: now, ...change.after } }
    : change

/** `made` gathers the records that this portion makes: they need not be marked as changed for each of their parts. */
function applyChange(db: WriteDb, change: Change, now: string, made: Set<string>): void {
  const { entity, id, before, after } = change
  const { owner, isRecord } = entities[entity]
  // Read before the row may go: a record counts as changed when a part of it is.
  const ownerId = owner && ownerOf(db, change, owner)
  if (after === null) removeRecord(db, entity, id)
  else if (before === null) insertFields(db, entity, id, after, now)
  else updateFields(db, entity, id, after, now)
  if (isRecord && before === null) made.add(id)
  if (owner && ownerId && !made.has(ownerId))
    run(db, sql`UPDATE ${name(owner)} SET changed = ${now} WHERE id = ${ownerId}`)
}

const toJson = (fields: Fields | null): string | null => (fields === null ? null : JSON.stringify(fields))

function logChange(db: WriteDb, set: number, { entity, id, before, after }: Change): void {
  run(
    db,
    sql`INSERT INTO change (change_set, entity, record, before, after)
        VALUES (${set}, ${entity}, ${id}, ${toJson(before)}, ${toJson(after)})`,
  )
}
