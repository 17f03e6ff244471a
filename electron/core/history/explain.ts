import { run, sql } from '../../store/db.ts'
import { closeSet } from '../../store/log-chain.ts'
import type { CommandContext } from '../context.ts'
import { entry } from './steps.ts'

/** Gives a reason for a step that has none or another: an entry of its own, so that the log is only ever added to. */
export function explain(ctx: CommandContext, { step, reason }: { step: number; reason: string }): null {
  const { label } = entry(ctx.db, step)
  const { lastInsertRowid } = run(
    ctx.db,
    sql`INSERT INTO change_set (at, by, command, label, reason, explains, is_step)
        VALUES (${ctx.now()}, ${ctx.user}, 'explain', ${`reason for: ${label}`}, ${reason}, ${step}, 0)`,
  )
  closeSet(ctx.db, Number(lastInsertRowid))
  ctx.touch('history')
  return null
}
