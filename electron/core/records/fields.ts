import { all, get, join, name, raw, run, sql, value, type ReadDb, type Sql, type WriteDb } from '../../store/db.ts'
import { parseDate } from '../../../shared/dates.ts'
import { entities, type ColumnKind, type EntityName } from './entities.ts'
import { notFound } from './not-found.ts'

/** A record's content as it is logged: references are UUIDs, JSON columns are values, dates are x_text and x. */
export type Fields = Readonly<Record<string, unknown>>

/** The logged field names of an entity: a date column counts as two. */
export function fieldNames(entity: EntityName): string[] {
  const { columns, isRecord } = entities[entity]
  const names = Object.entries(columns).flatMap(([column, kind]) =>
    kind === 'date' ? [`${column}_text`, column] : [column],
  )
  return isRecord ? [...names, 'created', 'trashed'] : names
}

const kindOf = (entity: EntityName, field: string): ColumnKind => entities[entity].columns[field] ?? 'text'

function selectField(entity: EntityName, field: string): Sql {
  const kind = kindOf(entity, field)
  if (typeof kind === 'object')
    return sql`(SELECT r.id FROM ${name(kind.ref)} r WHERE r.num = t.${name(field)}) AS ${name(field)}`
  if (kind === 'tags') {
    return sql`(SELECT json_group_array(g.name) FROM (SELECT tag.name FROM claim_tag ct JOIN tag ON tag.num = ct.tag WHERE ct.claim = t.num ORDER BY ct.position) g) AS tags`
  }
  return sql`t.${name(field)}`
}

/** Reads the named fields of the records with these ids (all that are content when `fields` is left out). */
export function readFields(
  db: ReadDb,
  entity: EntityName,
  ids: readonly string[],
  fields = fieldNames(entity),
): Map<string, Fields> {
  const columns = join([raw('t.id AS record_id'), ...fields.map((field) => selectField(entity, field))], ', ')
  const rows = all<Record<string, unknown>>(
    db,
    sql`SELECT ${columns} FROM json_each(${ids}) j JOIN ${name(entity)} t ON t.id = j.value`,
  )
  return new Map(rows.map(({ record_id, ...row }) => [String(record_id), fromRow(entity, row)]))
}

function fromRow(entity: EntityName, row: Record<string, unknown>): Fields {
  for (const field of Object.keys(row)) {
    const kind = kindOf(entity, field)
    const cell = row[field]
    if ((kind === 'json' || kind === 'tags') && typeof cell === 'string') row[field] = JSON.parse(cell)
    if (kind === 'boolean' && cell !== null) row[field] = cell === 1
  }
  return row
}

/** The row number of a record, which never leaves the file. */
export const numOf = (db: ReadDb, entity: EntityName, id: string): number | undefined =>
  value<number>(db, sql`SELECT num FROM ${name(entity)} WHERE id = ${id}`)

/** Inserts a record from its fields. */
export function insertFields(db: WriteDb, entity: EntityName, id: string, fields: Fields, now: string): void {
  const cells = toCells(db, entity, fields)
  if (entities[entity].isRecord) cells.set('changed', now)
  const columns = join([name('id'), ...[...cells.keys()].map(name)], ', ')
  const values = join([sql`${id}`, ...[...cells.values()].map((cell) => sql`${cell}`)], ', ')
  run(db, sql`INSERT INTO ${name(entity)} (${columns}) VALUES (${values})`)
  if ('tags' in fields) writeTags(db, id, fields['tags'])
}

/** Sets the same fields of records. */
export function updateFields(
  db: WriteDb,
  entity: EntityName,
  ids: readonly string[],
  fields: Fields,
  now: string,
): void {
  const cells = toCells(db, entity, fields)
  if (entities[entity].isRecord) cells.set('changed', now)
  if ('tags' in fields) for (const id of ids) writeTags(db, id, fields['tags'])
  if (cells.size === 0) return
  const sets = join(
    [...cells].map(([column, cell]) => sql`${name(column)} = ${cell}`),
    ', ',
  )
  run(db, sql`UPDATE ${name(entity)} SET ${sets} WHERE id IN (SELECT value FROM json_each(${ids}))`)
}

/** Removes a record for good (undo of its making); its parts must be gone. */
export function removeFields(db: WriteDb, entity: EntityName, id: string): void {
  if (entity === 'claim') run(db, sql`DELETE FROM claim_tag WHERE claim = (SELECT num FROM claim WHERE id = ${id})`)
  run(db, sql`DELETE FROM ${name(entity)} WHERE id = ${id}`)
}

function toCells(db: ReadDb, entity: EntityName, fields: Fields): Map<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const [field, fieldValue] of Object.entries(fields)) {
    const kind = kindOf(entity, field)
    if (kind === 'tags') continue
    if (typeof kind === 'object') cells.set(field, refToNum(db, kind.ref, fieldValue))
    else if (kind === 'json') cells.set(field, JSON.stringify(fieldValue))
    else cells.set(field, fieldValue)
    if (kind === 'date') setDays(cells, field, fieldValue)
  }
  return cells
}

function refToNum(db: ReadDb, entity: EntityName, id: unknown): number | null {
  if (id === null || id === undefined) return null
  const num = numOf(db, entity, String(id))
  if (num === undefined) throw notFound(entity, String(id))
  return num
}

/** The days of an open start or end: before and after every date that can be written. */
const openStart = -1e9
const openEnd = 1e9

function setDays(cells: Map<string, unknown>, field: string, edtf: unknown): void {
  const [from, to] = daysOf(edtf)
  cells.set(`${field}_from`, from)
  cells.set(`${field}_to`, to)
}

type Days = readonly [from: number | null, to: number | null]

/** The first and the last day of an EDTF date, as they are stored; nulls for what is none. Many records have the same few dates. */
export function daysOf(edtf: unknown): Days {
  if (typeof edtf !== 'string') return none
  const known = days.get(edtf)
  if (known) return known
  const parsed = parseDate(edtf)
  const found: Days = parsed.ok ? [parsed.value.from ?? openStart, parsed.value.to ?? openEnd] : none
  if (days.size >= mostDays) days.clear()
  days.set(edtf, found)
  return found
}

const none: Days = [null, null]
const days = new Map<string, Days>()
const mostDays = 10_000

function writeTags(db: WriteDb, claimId: string, tags: unknown): void {
  const claim = numOf(db, 'claim', claimId)
  run(db, sql`DELETE FROM claim_tag WHERE claim = ${claim}`)
  if (!Array.isArray(tags)) return
  tags.forEach((tag: unknown, position) => {
    run(db, sql`INSERT OR IGNORE INTO tag (name) VALUES (${tag})`)
    run(
      db,
      sql`INSERT OR IGNORE INTO claim_tag (claim, tag, position) SELECT ${claim}, num, ${position} FROM tag WHERE name = ${tag}`,
    )
  })
}

/** The one record of a kind, by id; undefined when there is none. */
export const readOne = (db: ReadDb, entity: EntityName, id: string): Fields | undefined =>
  readFields(db, entity, [id]).get(id)

/** Whether a record of this id exists at all, live or in the trash. */
export const exists = (db: ReadDb, entity: EntityName, id: string): boolean =>
  get(db, sql`SELECT 1 FROM ${name(entity)} WHERE id = ${id}`) !== undefined
