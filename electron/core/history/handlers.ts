import type { ChangeSet } from '../../../shared/case.ts'
import type { RecordRef } from '../../../shared/ids.ts'
import { all, name, sql, type Sql } from '../../store/db.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { historyState, redo, undo } from './undo.ts'

/** The change sets that a record is in; that of the import by which it came does not log its making. */
const setsOf = ({ kind, id }: RecordRef): Sql =>
  sql`SELECT change_set FROM change WHERE record = ${id} UNION
      SELECT b.change_set FROM ${name(kind)} t JOIN import_batch b ON b.num = t.batch WHERE t.id = ${id}`

export const historyQueries = {
  'history.state': (ctx) => historyState(ctx),
  'history.list': ({ db }, { record, limit }) => {
    const which = record ? sql`WHERE s.num IN (${setsOf(record)})` : sql``
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
