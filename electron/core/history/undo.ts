import { ExpectedError } from '../../../shared/result.ts'
import { run, sql, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { changedSince, invert, type Change } from '../records/changes.ts'
import { importedBack, loggedBack } from '../records/log.ts'
import { addChanges, closeStep, openStep } from '../records/step.ts'
import { laterSteps } from './later.ts'
import { firstUndone, lastStanding, standingStep, type StepRow } from './steps.ts'

/** Takes back the last step, or the one that is named, with those that build on it where that is said. */
export function undo(
  ctx: CommandContext,
  which?: { readonly step?: number | undefined; readonly withLater: boolean } | null,
): { label: string } {
  if (which?.step !== undefined) return undoStep(ctx, which.step, which.withLater)
  const step = lastStanding(ctx.db)
  if (!step) throw new ExpectedError('nothing-to-do', 'There is nothing to undo.')
  return revert(ctx, step, 'undo', undoing(ctx.db, step))
}

function undoStep(ctx: CommandContext, num: number, withLater: boolean): { label: string } {
  const step = standingStep(ctx.db, num)
  if (step.command === 'import' && lastStanding(ctx.db)?.num !== num)
    throw new ExpectedError(
      'conflict',
      `“${step.label}” is taken back under Imports: what was edited since can stay there.`,
    )
  const later = laterSteps(ctx.db, num)
  if (later.length > 0 && !withLater)
    throw new ExpectedError(
      'conflict',
      `“${step.label}” cannot be undone by itself: ${inWords(later)} build${later.length === 1 ? 's' : ''} on it. Undo ${later.length === 1 ? 'both' : 'them together'}, or leave it.`,
    )
  for (const other of later) revert(ctx, other, 'undo', undoing(ctx.db, other))
  const { label } = revert(ctx, step, 'undo', undoing(ctx.db, step))
  return { label: later.length === 0 ? label : `${label}, and ${later.length} later` }
}

/** "“set topic of A3” and 2 more". */
function inWords(later: readonly StepRow[]): string {
  const [newest, ...others] = later.toReversed()
  return `“${newest?.label ?? ''}”${others.length === 0 ? '' : ` and ${others.length} more`}`
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
    const late = changedSince(db, changes)
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
