import { standardTitle, type CheckRow } from '../../../../shared/checklist.ts'
import type { Parsed } from '../../../../shared/contract.ts'
import type { Changed } from '../../../../shared/list.ts'
import { all, sql, type ReadDb } from '../../../store/db.ts'
import type { CommandContext } from '../../context.ts'
import { create, remove, update, type Change } from '../../records/changes.ts'
import { commitStep } from '../../records/step.ts'
import { changed, quoted } from '../labels.ts'
import { reportById } from '../queries.ts'

interface StoredCheck {
  readonly id: string
  readonly standard: string
  readonly note: string | null
  readonly by: string
  readonly at: string
}

const checksOf = (db: ReadDb, report: string): StoredCheck[] =>
  all(
    db,
    sql`SELECT k.id, k.standard, k.note, k.by, k.at FROM report r JOIN report_check k ON k.report = r.num
        WHERE r.id = ${report} ORDER BY k.at, k.num`,
  )

/** What a person said of the standards of a report, by standard. */
export const judgedOf = (db: ReadDb, report: string): Map<string, CheckRow['judged']> =>
  new Map(checksOf(db, report).map(({ standard, note, by, at }) => [standard, { note, by, at }]))

/** Says of a standard that it is met, with a note, or takes that back; one step of the history. */
export function judgeStandard(
  ctx: CommandContext,
  { id, standard, judged, note }: Parsed<'reports.judgeStandard'>,
): Changed {
  const { title } = reportById(ctx.db, id)
  const known = checksOf(ctx.db, id).filter((check) => check.standard === standard)
  const changes = judged
    ? said(ctx, known.at(-1), { id, standard, note })
    : known.map((check) => remove(ctx.db, 'report_check', check.id))
  commitStep(ctx, {
    command: 'judge-standard',
    label: `${judged ? 'judge' : 'take back'} “${standardTitle(standard)}” of report ${quoted(title)}`,
    changes,
  })
  return changed(changes.length > 0 ? [id] : [])
}

function said(
  ctx: CommandContext,
  known: StoredCheck | undefined,
  { id, standard, note }: Pick<Parsed<'reports.judgeStandard'>, 'id' | 'standard' | 'note'>,
): Change[] {
  const fields = { by: ctx.user, at: ctx.now(), ...(note === undefined ? {} : { note }) }
  if (known && (note === undefined || note === known.note)) return []
  if (known) return update(ctx.db, 'report_check', known.id, fields)
  return [create('report_check', ctx.newId(), { report: id, standard, ...fields })]
}
