import type { ClaimDetail } from '../../../shared/claim.ts'
import { recordKinds, type RecordKind, type RecordLink } from '../../../shared/ids.ts'
import { all, column, name, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { targetsOf, type Target } from './targets.ts'

/** What a record is called in a link: its reference or name, and a line that says more. */
const labels: Readonly<Record<RecordKind, { readonly label: Sql; readonly detail: Sql }>> = {
  claim: { label: sql`coalesce(r.ref, substr(r.statement, 1, 60))`, detail: sql`r.statement` },
  event: { label: sql`coalesce(r.ref, r.title)`, detail: sql`r.title` },
  actor: { label: sql`r.name`, detail: sql`coalesce(r.kind, '')` },
  outlet: { label: sql`r.name`, detail: sql`coalesce(r.kind, '')` },
  document: {
    label: sql`r.title`,
    detail: sql`coalesce((SELECT o.name FROM outlet o WHERE o.num = r.outlet), '') || coalesce(' · ' || r.published, '')`,
  },
  note: { label: sql`r.title`, detail: sql`substr(r.body, 1, 80)` },
  place: { label: sql`r.name`, detail: sql`coalesce('in ' || r.within, '')` },
}

/** A SELECT of links to records of a kind; add FROM … r and WHERE. */
export const linkColumns = (kind: RecordKind): Sql => {
  const { label, detail } = labels[kind]
  return sql`${kind} AS kind, r.id, ${label} AS label, ${detail} AS detail`
}

/** The links to these records, in their order; null for one that is not there. */
export function linksTo(db: ReadDb, targets: readonly Target[]): (RecordLink | null)[] {
  const links = new Map<string, RecordLink>()
  for (const kind of recordKinds) {
    const nums = targets.filter((target) => target.kind === kind).map((target) => target.num)
    for (const { num, ...link } of nums.length > 0 ? linkRows(db, kind, nums) : []) links.set(`${kind} ${num}`, link)
  }
  return targets.map(({ kind, num }) => links.get(`${kind} ${num}`) ?? null)
}

const linkRows = (db: ReadDb, kind: RecordKind, nums: readonly number[]): (RecordLink & { readonly num: number })[] =>
  all(
    db,
    sql`SELECT r.num, ${linkColumns(kind)} FROM json_each(${nums}) j CROSS JOIN ${name(kind)} r ON r.num = j.value`,
  )

/** The notes with a [[link]] that leads to the record, newest first. A name that leads to another record first does not count. */
export function backlinksOf(db: ReadDb, kind: RecordKind, num: number): RecordLink[] {
  const names = column<string>(db, sql`SELECT name FROM record_name WHERE kind = ${kind} AND num = ${num}`)
  const leadsHere = [...targetsOf(db, names)].filter(([, target]) => target.kind === kind && target.num === num)
  return all(
    db,
    sql`SELECT DISTINCT ${linkColumns('note')} FROM json_each(${leadsHere.map(([text]) => text)}) j
          CROSS JOIN note_link l ON l.text = j.value JOIN note r ON r.num = l.note
        WHERE r.trashed IS NULL AND NOT (${kind} = 'note' AND r.num = ${num}) ORDER BY r.changed DESC LIMIT 200`,
  )
}

/** What a note can be pinned to. */
export type Pinnable = Exclude<RecordKind, 'note' | 'place'>

export const notesPinnedTo = (db: ReadDb, kind: Pinnable, num: number): ClaimDetail['pinned'] =>
  all(
    db,
    sql`SELECT n.id, n.title, n.body, n.changed FROM note_pin p JOIN note n ON n.num = p.note
        WHERE p.${name(kind)} = ${num} AND n.trashed IS NULL ORDER BY n.changed DESC`,
  )

/** How many live notes are pinned to a list's row t. */
export const pinnedCount = (kind: Pinnable): Sql =>
  sql`(SELECT count(*) FROM note_pin p JOIN note n ON n.num = p.note WHERE p.${name(kind)} = t.num AND n.trashed IS NULL)`

/** The records of a kind to which one of some notes is pinned, as far as they live: sub-queries of row numbers. */
export const withNotes = (kind: Pinnable, notes: Sql): Sql =>
  sql`(SELECT p.${name(kind)} FROM note_pin p JOIN note n ON n.num = p.note
      WHERE p.${name(kind)} IS NOT NULL AND n.trashed IS NULL AND n.num IN ${notes})`

/** Links to the newest of the claims of a record; `claims` selects their row numbers for the record's row t. */
export const claimLinksOf = (db: ReadDb, kind: Pinnable, num: number, claims: Sql): RecordLink[] =>
  all(
    db,
    sql`SELECT ${linkColumns('claim')} FROM ${name(kind)} t JOIN claim r ON r.num IN (${claims})
        WHERE t.num = ${num} ORDER BY r.created DESC, r.num DESC LIMIT 200`,
  )

const related = ['claim', 'event', 'document'] as const

/** The relations of a record, from both sides. */
export function relationsOf(db: ReadDb, kind: (typeof related)[number], num: number): ClaimDetail['relations'] {
  return (['out', 'in'] as const).flatMap((direction) => {
    const [own, far] = direction === 'out' ? ['from', 'to'] : ['to', 'from']
    return related.flatMap((other) =>
      all<
        Omit<ClaimDetail['relations'][number], 'other'> & {
          kind: RecordKind
          otherId: string
          label: string
          detail: string
        }
      >(
        db,
        sql`SELECT x.id, x.type, x.state, ${direction} AS direction, x.basis, x.reason, x.by, x.at, ${other} AS kind, r.id AS otherId,
              ${labels[other].label} AS label, ${labels[other].detail} AS detail
            FROM relation x JOIN ${name(other)} r ON r.num = x.${name(`${far}_${other}`)} WHERE x.${name(`${own}_${kind}`)} = ${num} ORDER BY x.at`,
      ).map(({ kind: otherKind, otherId, label, detail, ...relation }) => ({
        ...relation,
        other: { kind: otherKind, id: otherId, label, detail },
      })),
    )
  })
}
