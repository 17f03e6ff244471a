import type { HistoryState } from '../../../shared/case.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { all, get, run, sql, value, type ReadDb } from '../../store/db.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { invert, stillHolds, type Change } from '../records/changes.ts'
import { toChanges, type LoggedChange } from '../records/log.ts'
import { commitStep } from '../records/step.ts'

interface StepRow {
  readonly num: number
  readonly label: string
}

/** The step that undo takes back: the newest that stands. */
const lastStanding = (db: ReadDb): StepRow | undefined =>
  get(db, sql`SELECT num, label FROM change_set WHERE is_step = 1 AND undone = 0 ORDER BY num DESC LIMIT 1`)

/** The step that redo brings back: the oldest taken back since the last new step. A new step ends redo, for good. */
const firstUndone = (db: ReadDb): StepRow | undefined =>
  get(
    db,
    sql`SELECT s.num, s.label FROM change_set u JOIN change_set s ON s.num = u.reverts
        WHERE u.num > (SELECT num FROM change_set WHERE is_step = 1 ORDER BY num DESC LIMIT 1) AND u.command = 'undo' AND s.undone = 1
        ORDER BY s.num LIMIT 1`,
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
  const changes = changesOf(ctx.db, step.num).reverse()
  const late = changes.find((change) => !stillHolds(ctx.db, change))
  if (late)
    throw new ExpectedError(
      'conflict',
      `“${step.label}” cannot be undone: a ${late.entity} that it made or set was changed since.`,
    )
  return revert(ctx, step, changes.map(invert), 'undo')
}

export function redo(ctx: CommandContext): { label: string } {
  const step = firstUndone(ctx.db)
  if (!step) throw new ExpectedError('nothing-to-do', 'There is nothing to redo.')
  return revert(ctx, step, changesOf(ctx.db, step.num), 'redo')
}

function revert(
  ctx: CommandContext,
  step: StepRow,
  changes: readonly Change[],
  command: 'undo' | 'redo',
): { label: string } {
  try {
    commitStep(ctx, { command, label: `${command}: ${step.label}`, changes, reverts: step.num })
  } catch (error) {
    if (!isForeignKeyFailure(error)) throw error
    throw new ExpectedError('conflict', `“${step.label}” cannot be undone: what it made is used by a later change.`)
  }
  run(ctx.db, sql`UPDATE change_set SET undone = ${command === 'undo'} WHERE num = ${step.num}`)
  return { label: step.label }
}

const isForeignKeyFailure = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'

const changesOf = (db: ReadDb, set: number): Change[] =>
  all<LoggedChange>(
    db,
    sql`SELECT num, entity, record AS id, before, after, parts FROM change WHERE change_set = ${set} ORDER BY num`,
  ).flatMap(toChanges)
