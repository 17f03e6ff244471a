import { ExpectedError } from '../../../shared/result.ts'
import { get, sql, type ReadDb } from '../../store/db.ts'

export interface StepRow {
  readonly num: number
  readonly label: string
}

/** The step that undo takes back: the newest that stands. */
export const lastStanding = (db: ReadDb): StepRow | undefined =>
  get(
    db,
    sql`SELECT num, label FROM change_set WHERE is_step = 1 AND undone = 0 AND words_digest IS NULL ORDER BY num DESC LIMIT 1`,
  )

/** The step that redo brings back: the oldest taken back since the last new step. A new step ends redo, for good. */
export const firstUndone = (db: ReadDb): (StepRow & { readonly undo: number }) | undefined =>
  get(
    db,
    sql`SELECT s.num, s.label, u.num AS undo FROM change_set u JOIN change_set s ON s.num = u.reverts
        WHERE u.num > (SELECT num FROM change_set WHERE is_step = 1 ORDER BY num DESC LIMIT 1) AND u.command = 'undo'
          AND s.undone = 1 AND s.words_digest IS NULL
        ORDER BY s.num, u.num DESC LIMIT 1`,
  )

/** A step that stands. Throws where there is none of this number, or it was taken back or purged. */
export function standingStep(db: ReadDb, num: number): StepRow & { readonly command: string } {
  const row = get<StepRow & { command: string; undone: number; isStep: number; isPurged: number }>(
    db,
    sql`SELECT num, label, command, undone, is_step AS isStep, words_digest IS NOT NULL AS isPurged FROM change_set WHERE num = ${num}`,
  )
  if (!row) throw new ExpectedError('not-found', `The history has no entry ${num}.`)
  if (row.isStep === 0)
    throw new ExpectedError('invalid-input', `“${row.label}” is no step of its own: undo or redo do that.`)
  if (row.undone === 1) throw new ExpectedError('nothing-to-do', `“${row.label}” was taken back already.`)
  if (row.isPurged === 1)
    throw new ExpectedError(
      'nothing-to-do',
      'What this step changed was purged with the trash: it cannot be taken back.',
    )
  return row
}

/** An entry of the history, whether it stands or not. */
export function entry(db: ReadDb, num: number): { readonly at: string; readonly label: string } {
  const row = get<{ at: string; label: string }>(db, sql`SELECT at, label FROM change_set WHERE num = ${num}`)
  if (!row) throw new ExpectedError('not-found', `The history has no entry ${num}.`)
  return row
}
