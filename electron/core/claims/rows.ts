import type { OriginFlag } from '../../../shared/analysis.ts'
import type { ClaimRow } from '../../../shared/claim.ts'
import { all, column, snapshot, sql, type ReadDb } from '../../store/db.ts'
import { analysisRowColumns } from '../analysis/engine/columns.ts'
import { claimJoins } from './list.ts'
import { among, carriersOf, measuresOf, notesOf, ratedOf, tagsOf } from './row-parts.ts'

type Part = 'measures' | 'tags' | 'carriers' | 'rated' | 'notes'

/** A row as it is read: where its parts will stand, the claim's number does, by which they are found. */
interface RawRow extends Omit<ClaimRow, Part | 'flags'>, Readonly<Record<Part, number>> {
  readonly flags: string
}

const rowColumns = sql`t.id, t.ref, t.statement, a.name AS claimant, a.id AS claimantId, t.basis, o.name AS outlet, o.id AS outletId,
  d.title AS document, d.id AS documentId, t.said, t.said_text AS saidText, t.topic, t.place, e.title AS event, e.id AS eventId,
  t.status, t.tlp, t.reliability, t.credibility, t.created, t.changed,
  t.num AS measures, t.num AS tags, t.num AS carriers, t.num AS rated, ${analysisRowColumns}, t.num AS notes`

/** The rows of these row numbers, in their order; numbers that lead nowhere are left out. */
export const claimRows = (db: ReadDb, nums: readonly number[]): ClaimRow[] =>
  snapshot(db, () => {
    const raw = all<RawRow>(db, sql`SELECT ${rowColumns} FROM claim t ${claimJoins} WHERE ${among(sql`t.num`, nums)}`)
    const [measures, tags, carriers] = [measuresOf(db, nums), tagsOf(db, nums), carriersOf(db, nums)]
    const [rated, notes] = [ratedOf(db, nums), notesOf(db, nums)]
    const rows = new Map<number, ClaimRow>()
    for (const row of raw)
      rows.set(row.measures, {
        ...row,
        measures: measures.get(row.measures) ?? [],
        tags: tags.get(row.tags) ?? [],
        carriers: carriers.get(row.carriers) ?? 0,
        rated: rated.get(row.rated) ?? null,
        flags: flagsIn(row.flags),
        notes: notes.get(row.notes) ?? 0,
      })
    return nums.flatMap((num) => rows.get(num) ?? [])
  })

/** Most lists are empty, and need no reading. */
const flagsIn = (json: string): OriginFlag[] => (json === '[]' ? [] : (JSON.parse(json) as OriginFlag[]))

/** The rows of these ids, in their order; ids that lead nowhere are left out. */
export const claimRowsById = (db: ReadDb, ids: readonly string[]): ClaimRow[] =>
  claimRows(
    db,
    column(db, sql`SELECT t.num FROM json_each(${ids}) j CROSS JOIN claim t ON t.id = j.value ORDER BY j.key`),
  )
