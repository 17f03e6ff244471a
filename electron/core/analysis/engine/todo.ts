import { column, raw, run, sql, type ReadDb, type Sql, value, type WriteDb } from '../../../store/db.ts'
import type { Change } from '../../records/changes.ts'
import type { EntityName } from '../../records/entities.ts'

/** Whose analysis a step leaves behind: what it touched is noted in its own transaction, and computed later. */

/** `carriage of`: a document that carries another claim than before, or carries it otherwise. */
export type TodoKind = 'claim' | 'claims after' | 'carriage of' | 'event' | 'document' | 'actor' | 'outlet' | 'all'

/** The fields on which what rules find depends; `true`: all of them. */
const matters: Partial<Record<EntityName, readonly string[] | true>> = {
  claim: ['statement', 'translation', 'claimant', 'basis', 'said', 'event', 'topic', 'place', 'status', 'trashed'],
  event: ['title', 'when', 'place', 'latitude', 'longitude', 'place_precision', 'trashed'],
  document: ['outlet', 'published', 'language', 'trashed'],
  outlet: ['owner', 'language', 'trashed'],
  actor: ['name', 'aliases', 'affiliation', 'trashed'],
  measure: true,
  carriage: true,
  rating: true,
  relation: true,
  place: true,
  case_info: ['tolerance'],
}

const isDue = ({ entity, before, after }: Change): boolean => {
  const fields = matters[entity]
  if (fields === undefined || fields === true) return fields === true
  // What is new is named by nothing yet: who comes to name it is marked then.
  if (!before && (entity === 'document' || entity === 'outlet')) return false
  if (!before && entity === 'actor') return hasAliases(entity, after)
  return !before || !after || fields.some((field) => field in after)
}

/** Marks what these changes touch, as it is in the case now: before records go, after they came. */
export function markStale(db: WriteDb, changes: readonly Change[]): void {
  const due = changes.filter(isDue)
  if (due.length === 0) return
  // A name in another script makes other statements alike: that is a matter of the whole case.
  if (due.some(({ entity }) => entity === 'case_info' || entity === 'place') || changesNames(db, due))
    return markAll(db)
  for (const kind of ['claim', 'event', 'document', 'actor', 'outlet'] as const) {
    const ids = due.filter(({ entity }) => entity === kind).map(({ id }) => id)
    mark(db, kind, ids)
  }
  const parts = due.filter(({ entity }) => entity === 'measure' || entity === 'carriage')
  mark(db, 'claim', [...namedBy(parts, ['claim']), ...ownersOf(db, parts)])
  markCarriages(db, parts)
  // A claim that goes to another event leaves one.
  mark(
    db,
    'event',
    namedBy(
      due.filter(({ entity }) => entity === 'claim'),
      ['event'],
    ),
  )
  mark(
    db,
    'claim',
    namedBy(
      due.filter(({ entity }) => entity === 'rating'),
      ['claim'],
    ),
  )
  const relations = due.filter(({ entity }) => entity === 'relation')
  for (const kind of ['claim', 'event', 'document'] as const) {
    const ends = [`from_${kind}`, `to_${kind}`]
    mark(db, kind, [...namedBy(relations, ends), ...endsOf(db, relations, ends)])
  }
  markPartners(db, due)
}

/** Marks the claims that come after the one with this row number: those that an import makes. */
export const markMade = (db: WriteDb, after: number): void => put(db, 'claims after', sql`SELECT ${after}`)

/** Marks the whole case. */
export const markAll = (db: WriteDb): void => put(db, 'all', sql`SELECT 0`)

/** Whether an actor that has several names, or had them, is named otherwise now, comes or goes. */
function changesNames(db: ReadDb, due: readonly Change[]): boolean {
  const actors = due.filter(({ entity }) => entity === 'actor')
  if (actors.some(({ entity, before, after }) => hasAliases(entity, before) || hasAliases(entity, after))) return true
  const ids = actors.filter(({ after }) => !after || 'name' in after || 'trashed' in after).map(({ id }) => id)
  return value(db, sql`SELECT 1 FROM actor WHERE aliases <> '[]' AND id IN (SELECT value FROM json_each(${ids}))`) === 1
}

const hasAliases = (entity: EntityName, fields: Change['after']): boolean => {
  const aliases = entity === 'actor' ? fields?.['aliases'] : undefined
  return Array.isArray(aliases) && aliases.length > 0
}

function mark(db: WriteDb, kind: 'claim' | 'event' | 'document' | 'actor' | 'outlet', ids: readonly string[]): void {
  if (ids.length > 0) put(db, kind, sql`SELECT t.num FROM json_each(${ids}) j JOIN ${raw(kind)} t ON t.id = j.value`)
}

const put = (db: WriteDb, kind: TodoKind, nums: Sql): void =>
  void run(
    db,
    sql`INSERT OR REPLACE INTO analysis_todo (kind, num, stamp)
        SELECT ${kind}, n.num, (SELECT coalesce(max(stamp), 0) + 1 FROM analysis_todo) FROM (SELECT 0 AS num WHERE 0 UNION ALL ${nums}) n`,
  )

/** The records that changes of parts name. */
const namedBy = (changes: readonly Change[], fields: readonly string[]): string[] =>
  changes.flatMap(({ before, after }) =>
    fields.flatMap((field) => [before?.[field], after?.[field]]).filter((id): id is string => typeof id === 'string'),
  )

function markCarriages(db: WriteDb, parts: readonly Change[]): void {
  const carriages = parts.filter(({ entity }) => entity === 'carriage')
  if (carriages.length === 0) return
  const [documents, ids] = [namedBy(carriages, ['document']), carriages.map(({ id }) => id)]
  put(
    db,
    'carriage of',
    sql`SELECT d.num FROM json_each(${documents}) j JOIN document d ON d.id = j.value
        UNION SELECT m.document FROM json_each(${ids}) j JOIN carriage m ON m.id = j.value`,
  )
}

/** The claims of measures and carriages whose change does not name them. */
function ownersOf(db: ReadDb, parts: readonly Change[]): string[] {
  const ids = parts.filter(({ before, after }) => before && after && !('claim' in after)).map(({ id }) => id)
  if (ids.length === 0) return []
  return column(
    db,
    sql`SELECT c.id FROM json_each(${ids}) j JOIN measure m ON m.id = j.value JOIN claim c ON c.num = m.claim
        UNION SELECT c.id FROM json_each(${ids}) j JOIN carriage m ON m.id = j.value JOIN claim c ON c.num = m.claim`,
  )
}

/** The ends of relations whose change does not name them. */
function endsOf(db: ReadDb, relations: readonly Change[], ends: readonly string[]): string[] {
  const ids = relations.filter(({ before, after }) => before && after).map(({ id }) => id)
  if (ids.length === 0) return []
  const kind = raw((ends[0] ?? '').replace('from_', ''))
  return column(
    db,
    sql`SELECT t.id FROM json_each(${ids}) j JOIN relation r ON r.id = j.value
        JOIN ${kind} t ON t.num IN (r.${raw(ends[0] ?? '')}, r.${raw(ends[1] ?? '')})`,
  )
}

/** What a record that goes was found to stand against: its going changes what is told of the others. */
function markPartners(db: WriteDb, changes: readonly Change[]): void {
  for (const kind of ['claim', 'event'] as const) {
    const gone = changes.filter(({ entity, after }) => entity === kind && after === null).map(({ id }) => id)
    if (gone.length === 0) continue
    const [from, to] = [raw(`from_${kind}`), raw(`to_${kind}`)]
    const partners = column<string>(
      db,
      sql`SELECT o.id FROM json_each(${gone}) j JOIN ${raw(kind)} t ON t.id = j.value
          JOIN finding f ON f.${from} = t.num JOIN ${raw(kind)} o ON o.num = f.${to}
          UNION SELECT o.id FROM json_each(${gone}) j JOIN ${raw(kind)} t ON t.id = j.value
          JOIN finding f ON f.${to} = t.num JOIN ${raw(kind)} o ON o.num = f.${from}`,
    )
    mark(db, kind, partners)
  }
}

/** Whether something is due. */
export const isBehind = (db: ReadDb): boolean => value(db, sql`SELECT 1 FROM analysis_todo LIMIT 1`) === 1
