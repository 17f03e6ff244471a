import { all, sql, type ReadDb } from '../../../store/db.ts'
import type { Axis } from '../../../../shared/vocabulary.ts'
import { calledIn } from '../../records/labels.ts'
import { readFields, type Fields } from '../../records/fields.ts'
import type { ListEntity } from './kinds.ts'

/** A document that carries a claim, as far as rows can say anything of it. */
export interface Carried {
  readonly claim: string
  readonly document: string
  readonly title: string
  readonly outlet: string | null
  readonly url: string | null
  readonly published_text: string | null
}

interface PinnedNote {
  readonly record: string
  readonly id: string
  readonly body: string
  readonly isImported: boolean
}

/** A record of the case, as rows are held against it. */
export interface Existing {
  readonly id: string
  readonly called: string
  /** Its own columns; other records stand by their ids. */
  readonly fields: Fields
  readonly notes: readonly PinnedNote[]
  /** The ids of the actors who take part in an event. */
  readonly participants: readonly string[]
  readonly measures: readonly (Fields & { readonly id: string })[]
  readonly carriages: readonly Carried[]
  /** The newest rating of each axis. */
  readonly grades: Readonly<Partial<Record<Axis, { readonly id: string; readonly value: string | null }>>>
}

/** Reads records with all that rows can say of them; those that are not there are left out. */
export function loadExisting(db: ReadDb, entity: ListEntity, ids: readonly string[]): Map<string, Existing> {
  const records = readFields(db, entity, ids)
  const notes = entity === 'relation' ? new Map<string, PinnedNote[]>() : grouped(notesOf(db, entity, ids), 'record')
  const isClaim = entity === 'claim'
  const measures = grouped(isClaim ? measuresOf(db, ids) : [], 'claim')
  const carriages = grouped(isClaim ? carriagesOf(db, ids) : [], 'claim')
  const ratings = grouped(isClaim ? ratingsOf(db, ids) : [], 'claim')
  const seats = grouped(entity === 'event' ? seatsOf(db, ids) : [], 'event')
  return new Map(
    [...records].map(([id, fields]) => [
      id,
      {
        id,
        called: entity === 'relation' ? String(fields['type']) : calledIn(fields),
        fields,
        notes: notes.get(id) ?? [],
        participants: (seats.get(id) ?? []).map(({ actor }) => actor),
        measures: measures.get(id) ?? [],
        carriages: carriages.get(id) ?? [],
        grades: Object.fromEntries(
          (ratings.get(id) ?? []).map(({ axis, id: rating, value }) => [axis, { id: rating, value }]),
        ),
      },
    ]),
  )
}

function grouped<K extends string, T extends Readonly<Record<K, unknown>>>(
  rows: readonly T[],
  key: K,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(String(row[key]))
    if (group) group.push(row)
    else groups.set(String(row[key]), [row])
  }
  return groups
}

function notesOf(db: ReadDb, entity: Exclude<ListEntity, 'relation'>, ids: readonly string[]): PinnedNote[] {
  const table = tables[entity]
  return all<Omit<PinnedNote, 'isImported'> & { isImported: number }>(
    db,
    sql`SELECT r.id AS record, n.id, n.body, n.batch IS NOT NULL AS isImported
        FROM json_each(${ids}) j CROSS JOIN ${table} r ON r.id = j.value JOIN note_pin p ON p.${table} = r.num
        JOIN note n ON n.num = p.note WHERE n.trashed IS NULL ORDER BY p.num`,
  ).map((note) => ({ ...note, isImported: note.isImported === 1 }))
}

const tables = {
  claim: sql`claim`,
  event: sql`event`,
  actor: sql`actor`,
  outlet: sql`outlet`,
  document: sql`document`,
} as const

const measuresOf = (db: ReadDb, ids: readonly string[]): (Fields & { id: string; claim: string })[] =>
  all(
    db,
    sql`SELECT m.id, c.id AS claim, m.position, m.subject, m.category, m.unit, m.low, m.high, m.best, m.qualifier, m.kind, m.verbatim
        FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value JOIN measure m ON m.claim = c.num ORDER BY m.position, m.num`,
  )

const carriagesOf = (db: ReadDb, ids: readonly string[]): Carried[] =>
  all(
    db,
    sql`SELECT c.id AS claim, d.id AS document, d.title, o.id AS outlet, d.url, d.published_text
        FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value JOIN carriage ca ON ca.claim = c.num
        JOIN document d ON d.num = ca.document LEFT JOIN outlet o ON o.num = d.outlet ORDER BY ca.position, ca.num`,
  )

/** The newest ones come last, so that they are the ones that stay. */
const ratingsOf = (
  db: ReadDb,
  ids: readonly string[],
): { claim: string; id: string; axis: Axis; value: string | null }[] =>
  all(
    db,
    sql`SELECT c.id AS claim, r.id, r.axis, r.value FROM json_each(${ids}) j CROSS JOIN claim c ON c.id = j.value
        JOIN rating r ON r.claim = c.num ORDER BY r.at, r.num`,
  )

const seatsOf = (db: ReadDb, ids: readonly string[]): { event: string; actor: string }[] =>
  all(
    db,
    sql`SELECT e.id AS event, a.id AS actor FROM json_each(${ids}) j CROSS JOIN event e ON e.id = j.value
        JOIN participant p ON p.event = e.num JOIN actor a ON a.num = p.actor ORDER BY p.position, p.num`,
  )
