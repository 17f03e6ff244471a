import type { analysisFields } from '../../../shared/analysis.ts'
import type { ClaimRow } from '../../../shared/claim.ts'
import { all, snapshot, sql, type ReadDb } from '../../store/db.ts'
import { namesOf } from './record-names.ts'
import { among, carriersOf, measuresOf, notesOf, tagsOf } from './row-parts.ts'

/** What the columns of a table show of a claim's row. The rest takes as long to read again. */
export type ClaimCells = Omit<
  ClaimRow,
  'claimantId' | 'outletId' | 'documentId' | 'eventId' | 'rated' | (typeof analysisFields)[number]
>

/** Cells as they are read: the number of a record stands for its name, and the claim's where its parts will stand. */
type RawCells = Omit<ClaimCells, Named | Part> & Readonly<Record<Named, number | null> & Record<Part, number>>
type Named = 'claimant' | 'outlet' | 'document' | 'event'
type Part = 'measures' | 'tags' | 'carriers' | 'notes'

/** The cells of these row numbers, in their order; numbers that lead nowhere are left out. */
export const claimCells = (db: ReadDb, nums: readonly number[]): ClaimCells[] =>
  snapshot(db, () => {
    const raw = all<RawCells>(
      db,
      sql`SELECT id, ref, statement, claimant, basis, lead_outlet AS outlet, lead_document AS document, said, said_text AS saidText,
            topic, place, event, status, tlp, reliability, credibility, num AS measures, num AS tags, num AS carriers,
            num AS notes, created, changed
          FROM claim WHERE ${among(sql`num`, nums)}`,
    )
    const [measures, tags, carriers] = [measuresOf(db, nums), tagsOf(db, nums), carriersOf(db, nums)]
    const notes = notesOf(db, nums)
    const named = (
      kind: 'actor' | 'outlet' | 'document' | 'event',
      field: Named,
    ): ((raw: RawCells) => string | null) => {
      const names = namesOf(
        db,
        kind,
        raw.map((row) => row[field]),
      )
      return (row) => (row[field] === null ? null : (names.get(row[field]) ?? null))
    }
    const [claimant, outlet] = [named('actor', 'claimant'), named('outlet', 'outlet')]
    const [document, event] = [named('document', 'document'), named('event', 'event')]
    const cells = new Map<number, ClaimCells>()
    for (const row of raw)
      cells.set(row.measures, {
        ...row,
        claimant: claimant(row),
        outlet: outlet(row),
        document: document(row),
        event: event(row),
        measures: measures.get(row.measures) ?? [],
        tags: tags.get(row.tags) ?? [],
        carriers: carriers.get(row.carriers) ?? 0,
        notes: notes.get(row.notes) ?? 0,
      })
    return nums.flatMap((num) => cells.get(num) ?? [])
  })
