import type { HistoryState } from '../../../shared/case.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { get, run, sql, value, type ReadDb } from '../../store/db.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { invert, stillHolds, type Change } from '../records/changes.ts'
import { importedBack, loggedBack } from '../records/log.ts'
import { addChanges, closeStep, openStep } from '../records/step.ts'

interface StepRow {
  readonly num: number
  readonly label: string
}

/** The step that undo takes back: the newest that stands. */
const lastStanding = (db: ReadDb): StepRow | undefined =>
  get(db, sql`SELECT num, label FROM change_set WHERE is_step = 1 AND undone = 0 ORDER BY num DESC LIMIT 1`)

/** The step that redo brings back: the oldest taken back since the last new step. A new step ends redo, for good. */
const firstUndone = (db: ReadDb): (StepRow & { readonly undo: number }) | undefined =>
  get(
    db,
    sql`SELECT s.num, s.label, u.num AS undo FROM change_set u JOIN change_set s ON s.num = u.reverts
        WHERE u.num > (SELECT num FROM change_set WHERE is_step = 1 ORDER BY num DESC LIMIT 1) AND u.command = 'undo' AND s.undone = 1
        ORDER BY s.num, u.num DESC LIMIT 1`,
  )

export function historyState({ db }: QueryContext): HistoryState {
  return {
    undo: lastStanding(db)?.label ?? null,
    redo: firstUndone(db)?.label ?? null,
    lastChange: value<string>(db, sql`SELECT at FROM change_set ORDER BY num DESC LIMIT 1`) ?? null,
  }
}

export function undo(ctx: CommandContext): { label: string } {
  const step = lastStanding(ctx.db)
  if (!step) throw new ExpectedError('nothing-to-do', 'There is nothing to undo.')
  return revert(ctx, step, 'undo', undoing(ctx.db, step))
}

/** Brings back what the undo took away: that it logged whole. */
export function redo(ctx: CommandContext): { label: string } {
  const step = firstUndone(ctx.db)
  if (!step) throw new ExpectedError('nothing-to-do', 'There is nothing to redo.')
  return revert(ctx, step, 'redo', loggedBack(ctx.db, step.undo))
}

/** What a step did, from the last to the first; refused where it is not as the step left it. */
function* undoing(db: ReadDb, step: StepRow): Generator<readonly Change[]> {
  for (const changes of loggedBack(db, step.num)) {
    const late = changes.find((change) => !stillHolds(db, change))
    if (late)
      throw new ExpectedError(
        'conflict',
        `“${step.label}” cannot be undone: a ${late.entity} that it made or set was changed since.`,
      )
    yield changes
  }
  yield* importedBack(db, step.num)
}

function revert(
  ctx: CommandContext,
  { num, label }: StepRow,
  command: 'undo' | 'redo',
  pages: Iterable<readonly Change[]>,
): { label: string } {
  try {
    const open = openStep(ctx, { command, label: `${command}: ${label}`, reverts: num })
    for (const changes of pages) addChanges(ctx, open, changes.map(invert))
    closeStep(ctx, open)
  } catch (error) {
    if (!isForeignKeyFailure(error)) throw error
    throw new ExpectedError('conflict', `“${label}” cannot be undone: what it made is used by a later change.`)
  }
  run(ctx.db, sql`UPDATE change_set SET undone = ${command === 'undo'} WHERE num = ${num}`)
  return { label }
}

const isForeignKeyFailure = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
