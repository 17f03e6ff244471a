import { snapshot, sql, tuples, type ReadDb } from '../../store/db.ts'
import { among, grouped } from '../claims/row-parts.ts'
import type { CarriedBy, ClaimDetails, NoteText } from './details.ts'
import { isNoteAllowed, type Labels } from './labels.ts'

/** What the columns of a table show of what a claim says beyond its row. */
export interface ClaimDetailCells extends Pick<ClaimDetails, 'quote' | 'quoteLanguage' | 'translation'> {
  readonly carriages: readonly Pick<CarriedBy, 'url' | 'published'>[]
  readonly notes: readonly Pick<NoteText, 'body'>[]
}

/** The same of these row numbers, in their order; numbers that lead nowhere are left out. */
export const claimDetailCells = (db: ReadDb, nums: readonly number[], labels: Labels): ClaimDetailCells[] =>
  snapshot(db, () => {
    const texts = new Map(
      tuples<readonly [number, string | null, string | null, string | null]>(
        db,
        sql`SELECT num, quote, quote_language, translation FROM claim WHERE ${among(sql`num`, nums)}`,
      ).map((row) => [row[0], row]),
    )
    const carriages = grouped(
      tuples<readonly [number, string | null, string | null]>(
        db,
        sql`SELECT c.claim, d.url, coalesce(d.published, d.published_text) FROM carriage c JOIN document d ON d.num = c.document
            WHERE ${among(sql`c.claim`, nums)} ORDER BY c.claim, c.position, c.num`,
      ),
      ([, url, published]) => ({ url, published }),
    )
    const notes = grouped(
      tuples<readonly [number, string]>(
        db,
        sql`SELECT p.claim, n.body FROM note_pin p JOIN note n ON n.num = p.note
            WHERE ${among(sql`p.claim`, nums)} AND n.trashed IS NULL AND ${isNoteAllowed(labels)} ORDER BY p.claim, p.num`,
      ),
      ([, body]) => ({ body }),
    )
    return nums.flatMap((num) => {
      const found = texts.get(num)
      if (!found) return []
      const [, quote, quoteLanguage, translation] = found
      return { quote, quoteLanguage, translation, carriages: carriages.get(num) ?? [], notes: notes.get(num) ?? [] }
    })
  })
