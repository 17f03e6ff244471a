import type { HistoryRef } from '../../../shared/history.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import { trashMany, type Change } from '../records/changes.ts'
import { readOne } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { commitStep } from '../records/step.ts'

/** Brings records back from the trash, of whatever kinds, as one step: all that hung on them is still there. */
export function restoreFromTrash(ctx: CommandContext, records: readonly HistoryRef[]): { label: string } {
  const changes = [...Map.groupBy(records, ({ kind }) => kind)].flatMap(([kind, refs]): Change[] =>
    trashMany(
      ctx.db,
      kind,
      refs.map(({ id }) => id),
      null,
    ),
  )
  const [first] = changes
  if (!first) throw new ExpectedError('nothing-to-do', 'None of them is in the trash.')
  const called = calledIn(readOne(ctx.db, first.entity, first.id) ?? {})
  const label = `restore ${changes.length === 1 ? called : `${changes.length} records`} from the trash`
  commitStep(ctx, { command: 'restore', label, changes })
  return { label }
}
