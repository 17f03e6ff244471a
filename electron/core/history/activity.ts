import type { ChangeSet, FieldChange, HistoryFilter, HistoryState } from '../../../shared/history.ts'
import { all, column, join, name, sql, value, type ReadDb, type Sql } from '../../store/db.ts'
import { changesOf } from '../records/log.ts'
import { firstUndone, lastStanding } from './steps.ts'
import { Words } from './words.ts'

/** Where the history stands. */
export const historyState = (db: ReadDb): HistoryState => ({
  undo: lastStanding(db)?.label ?? null,
  redo: firstUndone(db)?.label ?? null,
  lastChange: value<string>(db, sql`SELECT at FROM change_set ORDER BY num DESC LIMIT 1`) ?? null,
})

/** A change set s as it is told; a reason given later stands for the one given with it. */
export const setColumns = sql`s.num AS id, s.at, s.by, s.command, s.label,
  coalesce((SELECT e.reason FROM change_set e WHERE e.explains = s.num ORDER BY e.num DESC LIMIT 1), s.reason) AS reason,
  (s.undone OR EXISTS (SELECT 1 FROM change_set u WHERE u.reverts = s.num AND u.command = 'undo-import' AND u.undone = 0)) AS undone,
  (SELECT b.id FROM import_batch b WHERE b.change_set = s.num) AS batch, s.is_step = 1 AND s.words_digest IS NULL AS isStep`

export type SetRow = Omit<ChangeSet, 'undone' | 'isStep'> & { readonly undone: number; readonly isStep: number }

export const toSet = <Row extends SetRow>(row: Row): Omit<Row, 'undone' | 'isStep'> & ChangeSet => ({
  ...row,
  undone: row.undone === 1,
  isStep: row.isStep === 1,
})

/** The change sets that a record is in; that of the import by which it came does not log its making. */
export function setsOf(db: ReadDb, { kind, id }: NonNullable<HistoryFilter['record']>): Sql {
  const logged = sql`SELECT change_set FROM change WHERE record = ${id} UNION SELECT change_set FROM change WHERE owner = ${id}
    UNION SELECT change_set FROM change WHERE record IN (${relationsOf(kind, id)})`
  const hasBatch = column(db, sql`SELECT 1 FROM pragma_table_info(${kind}) WHERE name = 'batch'`).length > 0
  if (!hasBatch) return logged
  return sql`${logged} UNION SELECT b.change_set FROM ${name(kind)} t JOIN import_batch b ON b.num = t.batch WHERE t.id = ${id}`
}

/** The ids of the relations that a record stands in. */
export function relationsOf(kind: string, id: string): Sql {
  if (kind !== 'claim' && kind !== 'event' && kind !== 'document') return sql`SELECT NULL WHERE 0`
  const num = sql`(SELECT num FROM ${name(kind)} WHERE id = ${id})`
  return sql`SELECT id FROM relation WHERE ${name(`from_${kind}`)} = ${num} UNION SELECT id FROM relation WHERE ${name(`to_${kind}`)} = ${num}`
}

/** The operations that a filter leaves, the newest first. */
export function activity(db: ReadDb, filter: HistoryFilter): ChangeSet[] {
  const { record, by, kind, from, to, before, limit } = filter
  const conditions = [
    sql`s.explains IS NULL`,
    ...(record ? [sql`s.num IN (${setsOf(db, record)})`] : []),
    ...(by === undefined ? [] : [sql`s.by = ${by}`]),
    ...(kind === undefined ? [] : [changes(kind)]),
    ...(from === undefined ? [] : [sql`s.at >= ${from}`]),
    // Every time that begins so is before this: no time has a character that sorts after "~".
    ...(to === undefined ? [] : [sql`s.at <= ${`${to}~`}`]),
    ...(before === undefined ? [] : [sql`s.num < ${before}`]),
  ]
  return all<SetRow>(
    db,
    sql`SELECT ${setColumns} FROM change_set s WHERE ${join(conditions, ' AND ')} ORDER BY s.num DESC LIMIT ${limit}`,
  ).map(toSet)
}

/** Whether a set s changed a record of a kind, or a part of one; an import by what its rows were. */
const changes = (kind: string): Sql =>
  sql`(EXISTS (SELECT 1 FROM change c WHERE c.change_set = s.num AND (c.entity = ${kind} OR c.owner IN (SELECT id FROM ${name(kind)})))
    OR EXISTS (SELECT 1 FROM import_batch b WHERE b.change_set = s.num AND b.kind = ${`${kind}s`}))`

/** The sets of these numbers, the newest first. */
export const setsCalled = (db: ReadDb, nums: readonly number[]): ChangeSet[] =>
  all<SetRow>(
    db,
    sql`SELECT ${setColumns} FROM change_set s WHERE s.num IN (SELECT value FROM json_each(${nums})) ORDER BY s.num DESC`,
  ).map(toSet)

export const people = (db: ReadDb): string[] => column(db, sql`SELECT DISTINCT by FROM change_set ORDER BY by`)

/** The fields that a step changed, the first `limit` of them. */
export function changedFields(db: ReadDb, step: number, limit: number): FieldChange[] {
  const words = new Words(db)
  const found: FieldChange[] = []
  for (const change of changesOf(db, step)) {
    found.push(...words.fieldsOf(change))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}
