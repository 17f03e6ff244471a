import { setImmediate } from 'node:timers/promises'
import type { BatchUndo } from '../../../../shared/import.ts'
import { ExpectedError } from '../../../../shared/result.ts'
import { get, sql, type ReadDb } from '../../../store/db.ts'
import type { CommandContext, QueryContext } from '../../context.ts'
import { invert, same, trashMany, type Change } from '../../records/changes.ts'
import { entities, type EntityName } from '../../records/entities.ts'
import { readFields } from '../../records/fields.ts'
import { changesBack } from '../../records/log.ts'
import { addChanges, closeStep, openStep, type OpenStep } from '../../records/step.ts'
import { batchNum, batchSummary } from '../batches.ts'
import { longTransaction } from '../long-transaction.ts'
import { entityOf } from '../plan/kinds.ts'
import { findLaterWork, keptAmong, laterRecords, type LaterRecord } from './later-work.ts'

interface UndoRequest {
  readonly batch: string
  /** What becomes of rows that were edited by hand since: they stay, or go to the trash with what hangs on them. */
  readonly edited: 'keep' | 'trash'
  readonly job: string
}

/** What taking an import back would come to. */
export function previewUndo({ db }: QueryContext, { batch }: Pick<UndoRequest, 'batch'>): BatchUndo {
  const { set, num, kind } = standing(db, batch)
  findLaterWork(db, set, num)
  let removed = 0
  let restored = 0
  for (const changes of changesBack(db, set)) {
    const page = inverseOf(db, changes)
    removed += page.filter(isRemoval).length
    restored += page.filter((change) => isRestoring(change)).length
  }
  return { removed, restored, trashed: laterRows(db, kind).length, ...laterWorkOf(db) }
}

/** Takes an import back at any later time, as a step of its own. */
export const undoBatch = (ctx: CommandContext, request: UndoRequest): Promise<BatchUndo> =>
  longTransaction(ctx.db, () => takeBack(ctx, request))

async function takeBack(ctx: CommandContext, { batch, edited, job }: UndoRequest): Promise<BatchUndo> {
  const { set, num, fileName, kind } = standing(ctx.db, batch)
  findLaterWork(ctx.db, set, num)
  const later = laterWorkOf(ctx.db)
  const trashed = edited === 'trash' ? laterRows(ctx.db, kind) : []
  const counted = sql`SELECT (SELECT count(*) FROM temp.made) +
    (SELECT count(*) FROM change WHERE change_set = ${set} AND before IS NOT NULL) AS count`
  const total = get<{ count: number }>(ctx.db, counted)?.count ?? 0
  let step: OpenStep | undefined
  let [done, removed, restored] = [0, 0, 0]
  const apply = (changes: readonly Change[]): void => {
    if (changes.length === 0) return
    step ??= openStep(ctx, {
      command: 'undo-import',
      label: `take back the import of ${fileName}`,
      reverts: set,
      isStep: true,
    })
    addChanges(ctx, step, changes)
  }
  if (trashed.length > 0) apply(toTrash(ctx, entityOf[kind], trashed))
  for (const changes of changesBack(ctx.db, set)) {
    const page = inverseOf(ctx.db, changes)
    removed += page.filter(isRemoval).length
    restored += page.filter((change) => isRestoring(change)).length
    apply(page)
    done += changes.length
    ctx.progress(job, { done, total, rows: removed })
    await setImmediate()
    if (ctx.isCancelled(job)) throw new ExpectedError('cancelled', 'Cancelled. The import stands as it was.')
  }
  if (step === undefined)
    throw new ExpectedError(
      'nothing-to-do',
      `Everything that came with ${fileName} was changed since. Nothing was taken back.`,
    )
  closeStep(ctx, step)
  ctx.touch('imports')
  return { removed, restored, trashed: trashed.length, ...later }
}

/** What stays and was a row of the list. A relation has no trash: it stays. */
const laterRows = (db: ReadDb, kind: keyof typeof entityOf): LaterRecord[] =>
  kind === 'relations' ? [] : laterRecords(db).filter(({ entity }) => entity === entityOf[kind])

/** What lies in the trash already keeps the time at which it came there. */
const toTrash = (ctx: CommandContext, entity: EntityName, records: readonly LaterRecord[]): Change[] =>
  trashMany(
    ctx.db,
    entity,
    records.map(({ id }) => id),
    ctx.now(),
  ).filter(({ before }) => before?.['trashed'] === null)

/** The change set of an import that stands. */
function standing(
  db: ReadDb,
  id: string,
): { readonly set: number; readonly num: number; readonly fileName: string; readonly kind: keyof typeof entityOf } {
  const num = batchNum(db, id)
  const { fileName, kind, undone } = batchSummary(db, num)
  const set = get<{ change_set: number | null }>(
    db,
    sql`SELECT change_set FROM import_batch WHERE num = ${num}`,
  )?.change_set
  if (set === null || set === undefined)
    throw new ExpectedError('nothing-to-do', `Nothing of ${fileName} came in, so there is nothing to take back.`)
  if (undone) throw new ExpectedError('nothing-to-do', `The import of ${fileName} was taken back already.`)
  return { set, num, fileName, kind }
}

/** What takes changes back, where nothing later stands on them: whole records that were made, single fields that were set. */
function inverseOf(db: ReadDb, changes: readonly Change[]): Change[] {
  const made = changes.filter(({ before }) => before === null)
  const kept = keptAmong(
    db,
    made.map(({ id }) => id),
  )
  return changes.flatMap((change) => {
    if (change.before === null) return kept.has(change.id) ? [] : [invert(change)]
    const set = change.after ?? {}
    const now = readFields(db, change.entity, [change.id], Object.keys(set)).get(change.id)
    const back = now ? Object.keys(set).filter((field) => same(now[field], set[field])) : []
    // An owner's name goes with a part's change without being one.
    const isOwner = (field: string): boolean => field === entities[change.entity].owner
    if (back.every(isOwner)) return []
    const pick = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
      Object.fromEntries(back.map((field) => [field, fields[field] ?? null]))
    return [{ ...change, before: pick(set), after: pick(change.before) }]
  })
}

const isRemoval = ({ entity, after }: Change): boolean =>
  after === null && (entities[entity].isRecord || entity === 'relation')
const isRestoring = ({ after }: Change): boolean => after !== null

const mostListed = 1000

/** Only what was changed by hand is told: that records which it uses stay with it goes without saying. */
function laterWorkOf(db: ReadDb): Pick<BatchUndo, 'edited' | 'editedCount'> {
  const edited = laterRecords(db).filter(({ isEdited }) => isEdited)
  return {
    edited: edited.slice(0, mostListed).map(({ entity, called }) => ({
      record: called,
      why: `this ${entity} was changed or is used by what was made since`,
    })),
    editedCount: edited.length,
  }
}
