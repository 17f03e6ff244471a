import type { Carriage, Rating } from '../../../shared/claim.ts'
import type { Reliability, Tlp } from '../../../shared/scales.ts'
import type { relationStates, relationTypes } from '../../../shared/vocabulary.ts'
import { all, name, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { highest, isNoteAllowed, type Labels } from './labels.ts'

// What a record says beyond the row of its list, for many records in one statement each.

/** The newest grade of an axis; of a source in general (topic null) or on a topic. */
export interface Grade extends Pick<Rating, 'axis' | 'reason' | 'rater' | 'at'> {
  readonly value: string
  readonly topic: string | null
}

export interface Link {
  readonly type: (typeof relationTypes)[number]
  readonly state: (typeof relationStates)[number]
  /** `out`: this record is the subject. */
  readonly direction: 'out' | 'in'
  readonly kind: 'claim' | 'event' | 'document'
  readonly id: string
  readonly basis: string | null
  readonly reason: string | null
  readonly by: string
  readonly at: string
}

export interface NoteText {
  readonly id: string
  readonly title: string
  readonly body: string
}

export interface CarriedBy extends Omit<Carriage, 'id' | 'outletId'> {
  readonly author: string | null
  readonly language: string | null
}

export interface ClaimDetails {
  readonly quote: string | null
  readonly quoteLanguage: string | null
  readonly translation: string | null
  readonly claimantKind: string | null
  readonly carriages: readonly CarriedBy[]
  readonly grades: readonly Grade[]
  readonly relations: readonly Link[]
  readonly notes: readonly NoteText[]
}

export interface EventDetails {
  readonly participants: readonly { readonly id: string; readonly name: string; readonly role: string | null }[]
  readonly relations: readonly Link[]
  readonly notes: readonly NoteText[]
}

export interface SourceDetails {
  readonly reliability: Reliability | null
  readonly grades: readonly Grade[]
  readonly notes: readonly NoteText[]
}

export interface DocumentDetails extends SourceDetails {
  readonly fileSha256: string | null
  readonly outletKind: string | null
  readonly owner: string | null
  readonly relations: readonly Link[]
}

export interface NoteDetails {
  /** Where it is pinned to a claim above the case's label: that claim's. */
  readonly tlp: Tlp | null
}

const list = (item: Sql, rows: Sql): Sql => sql`(SELECT json_group_array(${item}) FROM (${rows}))`

const yesOrNo = (column: Sql): Sql => sql`json(CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)`

const carriages = list(
  sql`json_object('role', role, 'linkRead', ${yesOrNo(sql`link_read`)}, 'documentId', id, 'document', title,
    'outlet', outlet, 'published', published, 'url', url, 'author', author, 'language', language)`,
  sql`SELECT c.role, c.link_read, d.id, d.title, o.name AS outlet, coalesce(d.published, d.published_text) AS published, d.url,
        d.author, d.language
      FROM carriage c JOIN document d ON d.num = c.document LEFT JOIN outlet o ON o.num = d.outlet
      WHERE c.claim = t.num ORDER BY c.position, c.num`,
)

const participants = list(
  sql`json_object('id', id, 'name', name, 'role', role)`,
  sql`SELECT a.id, a.name, p.role FROM participant p JOIN actor a ON a.num = p.actor
      WHERE p.event = t.num ORDER BY p.position, p.num`,
)

/** The newest of each axis and topic; one that was taken back is none. */
const grades = (kind: 'claim' | 'actor' | 'outlet' | 'document'): Sql =>
  list(
    sql`json_object('axis', axis, 'value', value, 'topic', topic, 'reason', reason, 'rater', rater, 'at', at)`,
    sql`SELECT r.* FROM rating r WHERE r.${name(kind)} = t.num AND r.value IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM rating n WHERE n.${name(kind)} = t.num AND n.axis = r.axis AND n.topic IS r.topic AND (n.at, n.num) > (r.at, r.num))
        ORDER BY r.axis DESC, r.topic`,
  )

const notes = (kind: 'claim' | 'event' | 'actor' | 'outlet' | 'document', labels: Labels): Sql =>
  list(
    sql`json_object('id', id, 'title', title, 'body', body)`,
    sql`SELECT n.id, n.title, n.body FROM note_pin p JOIN note n ON n.num = p.note
        WHERE p.${name(kind)} = t.num AND n.trashed IS NULL AND ${isNoteAllowed(labels)} ORDER BY p.num`,
  )

const sides = [
  ['out', 'from', 'to'],
  ['in', 'to', 'from'],
] as const

/** Relations to records that are not in the trash and not above the label. */
function relations(kind: 'claim' | 'event' | 'document', labels: Labels): Sql {
  const { usual, allowed } = labels
  const [outgoing, incoming] = sides.map(
    ([direction, own, far]) =>
      sql`SELECT x.type, x.state, ${direction} AS direction, x.basis, x.reason, x.by, x.at, coalesce(c.id, e.id, d.id) AS id,
            CASE WHEN c.num IS NOT NULL THEN 'claim' WHEN e.num IS NOT NULL THEN 'event' ELSE 'document' END AS kind
          FROM relation x LEFT JOIN claim c ON c.num = x.${name(`${far}_claim`)} LEFT JOIN event e ON e.num = x.${name(`${far}_event`)}
            LEFT JOIN document d ON d.num = x.${name(`${far}_document`)}
          WHERE x.${name(`${own}_${kind}`)} = t.num AND coalesce(c.trashed, e.trashed, d.trashed) IS NULL
            AND coalesce(c.tlp, ${usual}) IN (SELECT value FROM json_each(${[...allowed]}))`,
  )
  return list(
    sql`json_object('type', type, 'state', state, 'direction', direction, 'kind', kind, 'id', id, 'basis', basis, 'reason', reason,
      'by', by, 'at', at)`,
    sql`${outgoing} UNION ALL ${incoming} ORDER BY at, id`,
  )
}

/** The statement's rows with their lists read, in the order of the numbers. */
const read = <Details>(db: ReadDb, kind: string, joins: Sql, columns: Sql, nums: readonly number[]): Details[] =>
  all<Record<string, unknown>>(
    db,
    sql`SELECT ${columns} FROM json_each(${nums}) j CROSS JOIN ${name(kind)} t ON t.num = j.value ${joins} ORDER BY j.key`,
  ).map((row) => {
    for (const key of lists) if (typeof row[key] === 'string') row[key] = JSON.parse(row[key])
    return row as Details
  })

const lists = ['carriages', 'participants', 'grades', 'relations', 'notes'] as const

export const claimDetails = (db: ReadDb, nums: readonly number[], labels: Labels): ClaimDetails[] =>
  read(
    db,
    'claim',
    sql`LEFT JOIN actor a ON a.num = t.claimant`,
    sql`t.quote, t.quote_language AS quoteLanguage, t.translation, a.kind AS claimantKind, ${carriages} AS carriages,
      ${grades('claim')} AS grades, ${relations('claim', labels)} AS relations, ${notes('claim', labels)} AS notes`,
    nums,
  )

export const eventDetails = (db: ReadDb, nums: readonly number[], labels: Labels): EventDetails[] =>
  read(
    db,
    'event',
    sql``,
    sql`${participants} AS participants, ${relations('event', labels)} AS relations, ${notes('event', labels)} AS notes`,
    nums,
  )

const sourceDetails = (
  db: ReadDb,
  kind: 'actor' | 'outlet',
  nums: readonly number[],
  labels: Labels,
): Omit<SourceDetails, 'reliability'>[] =>
  read(db, kind, sql``, sql`${grades(kind)} AS grades, ${notes(kind, labels)} AS notes`, nums)

export const actorDetails = (db: ReadDb, nums: readonly number[], labels: Labels): SourceDetails[] =>
  sourceDetails(db, 'actor', nums, labels).map(withReliability)
export const outletDetails = (db: ReadDb, nums: readonly number[], labels: Labels): SourceDetails[] =>
  sourceDetails(db, 'outlet', nums, labels).map(withReliability)

export const documentDetails = (db: ReadDb, nums: readonly number[], labels: Labels): DocumentDetails[] =>
  read<Omit<DocumentDetails, 'reliability'>>(
    db,
    'document',
    sql`LEFT JOIN outlet o ON o.num = t.outlet LEFT JOIN actor w ON w.num = o.owner`,
    sql`t.file_sha256 AS fileSha256, o.kind AS outletKind, w.name AS owner, ${grades('document')} AS grades,
      ${relations('document', labels)} AS relations, ${notes('document', labels)} AS notes`,
    nums,
  ).map(withReliability)

export const noteDetails = (db: ReadDb, nums: readonly number[], { usual }: Labels): NoteDetails[] =>
  all<{ met: string }>(
    db,
    sql`SELECT (SELECT json_group_array(coalesce(c.tlp, ${usual})) FROM note_pin q JOIN claim c ON c.num = q.claim
          WHERE q.note = j.value) AS met FROM json_each(${nums}) j ORDER BY j.key`,
  ).map(({ met }) => {
    const tlp = highest([usual, ...(JSON.parse(met) as Tlp[])])
    return { tlp: tlp === usual ? null : tlp }
  })

const withReliability = <Details extends { readonly grades: readonly Grade[] }>(
  details: Details,
): Details & Pick<SourceDetails, 'reliability'> => ({
  ...details,
  reliability: (details.grades.find(({ topic }) => topic === null)?.value ?? null) as Reliability | null,
})
