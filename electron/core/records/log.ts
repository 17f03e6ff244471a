import type { ChangesDigest } from '../../store/log-chain.ts'
import { all, name, sql, type ReadDb, type Sql, type WriteDb } from '../../store/db.ts'
import type { Change } from './changes.ts'
import { entities, entityNames, type EntityName } from './entities.ts'
import { readFields, type Fields } from './fields.ts'
import { insertRows, type Cell } from './insert-rows.ts'

// The log holds what each step changed, field by field, with one exception: what an import makes is not written down a
// second time. Its records remember their import, and they are as they were made but for what later rows of the log say.

/** The records that remember by which import they came. */
const batched: ReadonlySet<string> = new Set(['claim', 'event', 'actor', 'outlet', 'document', 'note'])

/** The record under which an import is remembered: a part's is that of its owner. Null for what no import makes so. */
function importOf(entity: EntityName): EntityName | null {
  const { isRecord, owner } = entities[entity]
  if (isRecord) return batched.has(entity) ? entity : null
  return owner !== undefined && batched.has(owner) ? (owner as EntityName) : null
}

/** The kinds of records and parts that remember their import, what refers to others first. */
const imported = entityNames.filter((entity) => entity !== 'relation' && importOf(entity) !== null).toReversed()

/** A change as the log holds it. */
export interface LoggedRow {
  readonly num: number
  readonly entity: EntityName
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}
type LoggedChange = LoggedRow & { readonly parts: string | null }

type Part = readonly [entity: EntityName, id: string, fields: Fields]

const parse = (text: string | null): Fields | null => (text === null ? null : (JSON.parse(text) as Fields))

/** A row of the log by itself. */
export const toChange = ({ entity, id, before, after }: LoggedRow): Change => ({
  entity,
  id,
  before: parse(before),
  after: parse(after),
})

/** The changes that a row of the log stands for, in the order in which they were made. Imports by earlier versions logged parts with their records. */
function toChanges({ parts, ...row }: LoggedChange): Change[] {
  const own = toChange(row)
  if (parts === null) return [own]
  const made = JSON.parse(parts) as Part[]
  return [own, ...made.map(([part, partId, fields]) => ({ entity: part, id: partId, before: null, after: fields }))]
}

const columns = ['change_set', 'entity', 'record', 'before', 'after', 'owner'].map((column) => ({ column }))

/** Writes changes to the log; `digest` gathers them for the set's link in the chain. `owners`: the records of parts, where a change does not say it. */
export function logChanges(
  db: WriteDb,
  set: number,
  changes: readonly Change[],
  owners: ReadonlyMap<string, string>,
  digest: ChangesDigest,
): void {
  const cells: Cell[] = []
  for (const change of changes) {
    const { entity, id } = change
    const [before, after] = [toJson(change.before), toJson(change.after)]
    digest.add({ entity, record: id, before, after, parts: null, digest: null })
    cells.push(set, entity, id, before, after, ownerIn(change) ?? owners.get(id) ?? null)
  }
  insertRows(db, 'change', columns, cells)
}

/** The record that a part's change is about, where the change itself says it: a rating may be of any kind of record. */
function ownerIn({ entity, before, after }: Change): string | undefined {
  const { owner } = entities[entity]
  if (owner === undefined) return undefined
  const targets = entity === 'rating' ? rated : [owner]
  const named = targets.map((target) => after?.[target] ?? before?.[target]).find((id) => typeof id === 'string')
  return named as string | undefined
}

const rated = ['claim', 'actor', 'outlet', 'document'] as const

const toJson = (fields: Fields | null): string | null => (fields === null ? null : JSON.stringify(fields))

const pageSize = 1000

/** The changes of a set from the last to the first, page by page; what an import made comes at the end, as it is now. */
export function* changesBack(db: ReadDb, set: number): Generator<readonly Change[]> {
  yield* loggedBack(db, set)
  yield* importedBack(db, set)
}

/** The changes that the log has of a set and that were not purged, from the last to the first, page by page. */
export function* loggedBack(db: ReadDb, set: number): Generator<readonly Change[]> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const rows = all<LoggedChange>(
      db,
      sql`SELECT num, entity, record AS id, before, after, parts FROM change
          WHERE change_set = ${set} AND digest IS NULL AND num < ${before} ORDER BY num DESC LIMIT ${pageSize}`,
    )
    const last = rows.at(-1)
    if (!last) return
    before = last.num
    yield rows.flatMap((row) => toChanges(row).reverse())
  }
}

/** The changes that the log has of a set, from the first to the last. */
export function* changesOf(db: ReadDb, set: number): Generator<Change> {
  for (let last = 0; ;) {
    const rows = all<LoggedChange>(
      db,
      sql`SELECT num, entity, record AS id, before, after, parts FROM change
          WHERE change_set = ${set} AND digest IS NULL AND num > ${last} ORDER BY num LIMIT ${pageSize}`,
    )
    for (const row of rows) yield* toChanges(row)
    if (rows.length < pageSize) return
    last = rows.at(-1)?.num ?? last
  }
}

/** What an import made, as it is now, from the last to the first, page by page. */
export function* importedBack(db: ReadDb, set: number): Generator<readonly Change[]> {
  for (const { num: batch } of all<{ num: number }>(db, sql`SELECT num FROM import_batch WHERE change_set = ${set}`))
    for (const entity of imported) yield* madeBack(db, entity, batch)
}

/** Whether the making of this need not be logged, when it comes by an import together with its owner, if it has one. */
export const isImported = (entity: EntityName): boolean => importOf(entity) !== null

/** Those rows t of a table that came with an import and were made by no logged step. */
export function madeRows(entity: EntityName, batch: number): Sql {
  const { isRecord, owner = '' } = entities[entity]
  if (isRecord) return sql`${name(entity)} t WHERE t.batch = ${batch} AND ${isUnlogged('t')}`
  return sql`${name(entity)} t JOIN ${name(owner)} o ON o.num = t.${name(owner)}
    WHERE o.batch = ${batch} AND ${isUnlogged('t')} AND ${isUnlogged('o')}`
}

/** Undo and redo log what they remove and bring back, which makes nothing of its own. */
const isUnlogged = (row: string): Sql =>
  sql`NOT EXISTS (SELECT 1 FROM change c JOIN change_set s ON s.num = c.change_set
    WHERE c.record = ${name(row)}.id AND c.before IS NULL AND s.is_step = 1)`

function* madeBack(db: ReadDb, entity: EntityName, batch: number): Generator<readonly Change[]> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const rows = all<{ num: number; id: string }>(
      db,
      sql`SELECT t.num, t.id FROM ${madeRows(entity, batch)} AND t.num < ${before} ORDER BY t.num DESC LIMIT ${pageSize}`,
    )
    const last = rows.at(-1)
    if (!last) return
    before = last.num
    const ids = rows.map(({ id }) => id)
    const fields = readFields(db, entity, ids)
    const more = entities[entity].isRecord ? { batch } : {}
    yield ids.map((id) => ({ entity, id, before: null, after: { ...fields.get(id), ...more } }))
  }
}
