import type { ChangeSet } from '../../../shared/case.ts'
import { all, sql } from '../../store/db.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { historyState, redo, undo } from './undo.ts'

export const historyQueries = {
  'history.state': (ctx) => historyState(ctx),
  'history.list': ({ db }, { record, limit }) => {
    const which = record ? sql`WHERE s.num IN (SELECT change_set FROM change WHERE record = ${record.id})` : sql``
    return all<Omit<ChangeSet, 'undone'> & { undone: number }>(
      db,
      sql`SELECT s.num AS id, s.at, s.by, s.command, s.label, s.reason, s.undone FROM change_set s ${which} ORDER BY s.num DESC LIMIT ${limit}`,
    ).map((row) => ({ ...row, undone: row.undone === 1 }))
  },
} satisfies Handlers<'history.state' | 'history.list', QueryContext>

export const historyCommands = {
  'history.undo': (ctx) => undo(ctx),
  'history.redo': (ctx) => redo(ctx),
} satisfies Handlers<'history.undo' | 'history.redo', CommandContext>
