import type { HistoryRef, Version } from '../../../shared/history.ts'
import { momentInUtc } from '../../../shared/moments.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { invert, same, type Change } from '../records/changes.ts'
import { entities } from '../records/entities.ts'
import { exists, readFields, readOne, type Fields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { toChange, type LoggedRow } from '../records/log.ts'
import { commitStep } from '../records/step.ts'
import { relationsOf, setColumns, setsOf, toSet, type SetRow } from './activity.ts'
import { entry } from './steps.ts'
import { Words } from './words.ts'

/** The changes of a record and its parts after a step, the newest first; `after` 0: all of them. */
const changesAfter = (db: ReadDb, { kind, id }: HistoryRef, after: number): (Change & { readonly set: number })[] =>
  all<LoggedRow & { set: number }>(
    db,
    sql`SELECT num, change_set AS "set", entity, record AS id, before, after FROM change
        WHERE (record = ${id} OR owner = ${id} OR record IN (${relationsOf(kind, id)}))
          AND change_set > ${after} AND digest IS NULL ORDER BY num DESC`,
  ).map((row) => ({ ...toChange(row), set: row.set }))

/** What happened to a record, the newest first. */
export function versions(db: ReadDb, record: HistoryRef, limit: number): Version[] {
  if (!exists(db, record.kind, record.id)) throw new ExpectedError('not-found', 'The record is no more in this case.')
  const words = new Words(db)
  const fields = Map.groupBy(changesAfter(db, record, 0), ({ set }) => set)
  return all<SetRow>(
    db,
    sql`SELECT ${setColumns} FROM change_set s WHERE s.explains IS NULL AND s.num IN (${setsOf(db, record)}) ORDER BY s.num DESC LIMIT ${limit}`,
  ).map((row) => ({
    ...toSet(row),
    fields: (fields.get(row.id) ?? []).toReversed().flatMap((change) => words.fieldsOf(change)),
  }))
}

/** What is about two records, and what happened whatever a record says: a report that left the desk did so. */
const staying: ReadonlySet<string> = new Set(['relation', 'report_export', 'judgement_review'])

/** Makes a record and its parts what they were after a step: what was done to them since is taken back, as a new step. */
export function bringBack(
  ctx: CommandContext,
  { record, step, reason }: { record: HistoryRef; step: number; reason?: string | undefined },
): { label: string; called: string } {
  const { kind, id } = record
  const now = readOne(ctx.db, kind, id)
  if (!now) throw new ExpectedError('not-found', 'The record is no more in this case.')
  const { at } = entry(ctx.db, step)
  const own = changesAfter(ctx.db, record, step).filter(({ entity }) => !staying.has(entity))
  if (own.some((change) => change.id === id && change.before === null))
    throw new ExpectedError('invalid-input', 'The record was made after that.')
  const holder = holderOf(ctx.db, record, own)
  if (holder)
    throw new ExpectedError(
      'conflict',
      `What ${calledIn(now)} had belongs to ${calledIn(holder)} since the two were merged. Take the merge back first.`,
    )
  const changes = net(own)
  if (changes.length === 0) throw new ExpectedError('nothing-to-do', 'It is as it was then.')
  const called = calledIn(now)
  const label = `bring back ${called} as of ${momentInUtc(at)}`
  commitStep(ctx, { command: 'bring-back', label, reason, changes })
  return { label, called }
}

/** Another record to which a part went that was changed since: by a merge, which is taken back as a whole or not at all. */
function holderOf(db: ReadDb, { kind, id }: HistoryRef, changes: readonly Change[]): Fields | undefined {
  for (const { entity, id: part } of changes) {
    const field = entity === 'rating' ? kind : entities[entity].owner
    if (field !== kind || part === id) continue
    const holder = readFields(db, entity, [part], [field]).get(part)?.[field]
    if (typeof holder === 'string' && holder !== id) return readOne(db, kind, holder)
  }
  return undefined
}

/** What taking changes back, the newest first, comes to: one change for each row. */
export function net(newestFirst: readonly Change[]): Change[] {
  const found = new Map<string, Change>()
  for (const change of newestFirst.map(invert)) {
    const known = found.get(change.id)
    if (!known) {
      found.set(change.id, change)
      continue
    }
    const { entity, id, before, after } = change
    // Of each field the newest "before" and the oldest "after".
    found.set(id, {
      entity,
      id,
      before: known.before === null ? null : { ...before, ...known.before },
      after: after === null ? null : { ...known.after, ...after },
    })
  }
  return [...found.values()].filter(({ before, after }) => !isSame(before, after))
}

const isSame = (before: Fields | null, after: Fields | null): boolean =>
  before === null || after === null
    ? before === after
    : Object.entries(after).every(([field, cell]) => same(before[field], cell))
