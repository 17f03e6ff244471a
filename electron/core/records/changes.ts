import type { ReadDb } from '../../store/db.ts'
import { entities, type EntityName } from './entities.ts'
import { exists, readFields, readOne, type Fields } from './fields.ts'
import { notFound } from './not-found.ts'

/** One record's part in a step: the fields that change, as they were and as they become. Null: it was not, or will not be. */
export interface Change {
  readonly entity: EntityName
  readonly id: string
  readonly before: Fields | null
  readonly after: Fields | null
}

/** The making of a record. Fields that are left out take the table's defaults. */
export const create = (entity: EntityName, id: string, fields: Fields): Change => ({
  entity,
  id,
  before: null,
  after: fields,
})

/** The change that sets `patch` on each of the records, without the fields that have that value already. */
export function updateMany(db: ReadDb, entity: EntityName, ids: readonly string[], patch: Fields): Change[] {
  const names = Object.keys(patch)
  const current = readFields(db, entity, ids, names)
  return ids.flatMap((id) => {
    const before = current.get(id)
    if (!before) throw notFound(entity, id)
    const changed = names.filter((field) => !same(before[field], patch[field]))
    return changed.length === 0 ? [] : [{ entity, id, before: pick(before, changed), after: pick(patch, changed) }]
  })
}

export const update = (db: ReadDb, entity: EntityName, id: string, patch: Fields): Change[] =>
  updateMany(db, entity, [id], patch)

/** The removal of a part (measure, carriage, block …); records of their own go to the trash instead. */
export function remove(db: ReadDb, entity: EntityName, id: string): Change {
  const before = readOne(db, entity, id)
  if (!before) throw notFound(entity, id)
  return { entity, id, before, after: null }
}

/** Moves records to the trash (`at` = now) or back (`at` = null). */
export const trashMany = (db: ReadDb, entity: EntityName, ids: readonly string[], at: string | null): Change[] =>
  updateMany(db, entity, ids, { trashed: at })

/** The id of the record that a part's change belongs to: from the change itself, else from the row. None for a rating of another kind. */
export function ownerOf(db: ReadDb, { entity, id, before, after }: Change, owner: string): string | undefined {
  const logged = after?.[owner] ?? before?.[owner]
  const known = logged ?? readFields(db, entity, [id], [owner]).get(id)?.[owner]
  return typeof known === 'string' ? known : undefined
}

/** The opposite of a change. */
export const invert = ({ entity, id, before, after }: Change): Change => ({ entity, id, before: after, after: before })

/** Of the changes of one step, the last first, one that is not as the step left it. A field that it set twice is held against the last. */
export function changedSince(db: ReadDb, changes: readonly Change[]): Change | undefined {
  const set = new Map<string, ReadonlySet<string>>()
  return changes.find(({ entity, id, after }) => {
    if (after === null) return exists(db, entity, id)
    const again = set.get(id)
    const fields = Object.keys(after).filter((field) => !again?.has(field))
    set.set(id, new Set([...(again ?? []), ...fields]))
    const now = readFields(db, entity, [id], fields).get(id)
    return now === undefined || fields.some((field) => !same(now[field], after[field]))
  })
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((field) => [field, fields[field] ?? null]))

export const same = (left: unknown, right: unknown): boolean =>
  left === right ||
  (left ?? null) === (right ?? null) ||
  (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right))

/** The topics whose queries a set of changes makes stale. */
export function topicsOf(changes: readonly Change[]): Set<string> {
  const found = new Set<string>(['history', 'case'])
  for (const change of changes) found.add(entities[change.entity].topic)
  return found
}
