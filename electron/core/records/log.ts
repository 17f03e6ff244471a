import type { WriteDb } from '../../store/db.ts'
import type { Change } from './changes.ts'
import { entities, type EntityName } from './entities.ts'
import type { Fields } from './fields.ts'
import { insertRows } from './insert-rows.ts'

/** A change as the log holds it. */
export interface LoggedChange {
  readonly num: number
  readonly entity: EntityName
  readonly id: string
  readonly before: string | null
  readonly after: string | null
  readonly parts: string | null
}

type Part = readonly [entity: EntityName, id: string, fields: Fields]

const parse = (text: string | null): Fields | null => (text === null ? null : (JSON.parse(text) as Fields))

/** The changes that a row of the log stands for, in the order in which they were made. */
export function toChanges({ entity, id, before, after, parts }: LoggedChange): Change[] {
  const own = { entity, id, before: parse(before), after: parse(after) }
  if (parts === null) return [own]
  const made = JSON.parse(parts) as Part[]
  return [own, ...made.map(([part, partId, fields]) => ({ entity: part, id: partId, before: null, after: fields }))]
}

const columns = ['change_set', 'entity', 'record', 'before', 'after', 'parts'].map((column) => ({ column }))

/** Logs changes; `packs`: the parts that are made with a record are kept in its row, a fifth of the rows that they would be else. */
export function logChanges(db: WriteDb, set: number, changes: readonly Change[], packs: boolean): void {
  const parts = packs ? partsByRecord(changes) : new Map<string, Change[]>()
  const packed = new Set([...parts.values()].flat())
  const rows = changes
    .filter((change) => !packed.has(change))
    .map(({ entity, id, before, after }) => [
      set,
      entity,
      id,
      toJson(before),
      toJson(after),
      partsToJson(parts.get(id)),
    ])
  insertRows(db, 'change', columns, rows)
}

/** The parts that are made by the same changes as the records that they belong to. */
function partsByRecord(changes: readonly Change[]): Map<string, Change[]> {
  const parts = new Map<string, Change[]>()
  for (const { before, id, entity } of changes) if (before === null && entities[entity].isRecord) parts.set(id, [])
  for (const change of changes) {
    const { owner } = entities[change.entity]
    const id = change.before === null && owner ? change.after?.[owner] : undefined
    if (typeof id === 'string') parts.get(id)?.push(change)
  }
  return parts
}

const toJson = (fields: Fields | null): string | null => (fields === null ? null : JSON.stringify(fields))

const partsToJson = (parts: readonly Change[] | undefined): string | null =>
  parts === undefined || parts.length === 0
    ? null
    : JSON.stringify(parts.map(({ entity, id, after }) => [entity, id, after]))
