import type { ClaimDetail } from '../../../shared/claim.ts'
import type { RecordKind, RecordLink } from '../../../shared/ids.ts'
import { all, name, sql, type ReadDb, type Sql } from '../../store/db.ts'

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
}

/** A SELECT of links to records of a kind; add FROM … r and WHERE. */
export const linkColumns = (kind: RecordKind): Sql => {
  const { label, detail } = labels[kind]
  return sql`${kind} AS kind, r.id, ${label} AS label, ${detail} AS detail`
}

/** The notes whose [[links]] carry a reference or name of the record, newest first. */
export const backlinksOf = (db: ReadDb, kind: RecordKind, num: number): RecordLink[] =>
  all(
    db,
    sql`SELECT DISTINCT ${linkColumns('note')} FROM record_name n JOIN note_link l ON l.text = n.name JOIN note r ON r.num = l.note
        WHERE n.kind = ${kind} AND n.num = ${num} AND r.trashed IS NULL ORDER BY r.changed DESC LIMIT 200`,
  )

export const notesPinnedTo = (db: ReadDb, kind: Exclude<RecordKind, 'note'>, num: number): ClaimDetail['pinned'] =>
  all(
    db,
    sql`SELECT n.id, n.title, n.body, n.changed FROM note_pin p JOIN note n ON n.num = p.note
        WHERE p.${name(kind)} = ${num} AND n.trashed IS NULL ORDER BY n.changed DESC`,
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
        sql`SELECT x.id, x.type, x.state, ${direction} AS direction, x.basis, x.by, x.at, ${other} AS kind, r.id AS otherId,
              ${labels[other].label} AS label, ${labels[other].detail} AS detail
            FROM relation x JOIN ${name(other)} r ON r.num = x.${name(`${far}_${other}`)} WHERE x.${name(`${own}_${kind}`)} = ${num} ORDER BY x.at`,
      ).map(({ kind: otherKind, otherId, label, detail, ...relation }) => ({
        ...relation,
        other: { kind: otherKind, id: otherId, label, detail },
      })),
    )
  })
}
