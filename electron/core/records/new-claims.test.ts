import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from '../../../shared/text.ts'
import { orderKey } from '../../store/collation.ts'
import { statementHash } from '../../store/text-hash.ts'
import { connect, asWriteDb } from '../../store/connection.ts'
import { createSchema } from '../../store/migrate.ts'
import { create, type Change } from './changes.ts'
import { Creations } from './creations.ts'
import { searchTextOf } from './derive.ts'
import type { Fields } from './fields.ts'
import { newClaimOf, ownColumns } from './new-claims.ts'
import { SearchTexts } from './search-text.ts'

const text = fc.oneof(
  fc.constantFrom('Ё', 'ß Ⅷ', '파병', 'Kursk', "N'o"),
  fc.string({ unit: 'grapheme', minLength: 1 }),
)
const optional = fc.option(text, { nil: undefined })
const figure = fc.option(fc.nat(20_000), { nil: undefined })
const given = (fields: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const claim = fc.record({
  ref: fc.option(text, { nil: null }),
  fields: fc
    .record({
      statement: text,
      quote: optional,
      topic: optional,
      place: optional,
      basis: fc.constantFrom('official', undefined),
      status: fc.constantFrom('disputed', undefined),
      tlp: fc.constantFrom('RED', undefined),
      said_text: fc.constantFrom('2024-11~', 'soon', undefined),
    })
    .map(({ said_text, ...fields }) => given({ ...fields, said_text, said: said_text === 'soon' ? null : said_text })),
  measure: fc.option(
    fc
      .record({
        best: figure,
        low: figure,
        category: fc.constantFrom('sent', undefined),
        unit: optional,
        verbatim: optional,
      })
      .map(given),
    { nil: null },
  ),
  grades: fc
    .record({ reliability: fc.constantFrom('B', undefined), credibility: fc.constantFrom('2', undefined) })
    .map((grades) => given(grades) as { reliability?: string; credibility?: string }),
  tags: fc.uniqueArray(text, { maxLength: 2 }),
})

/** All rows that a way to make claims leaves behind, but for the import that they remember. */
function rowsAfter(make: (creations: Creations) => void): unknown[] {
  const db = asWriteDb(connect(':memory:', { readOnly: false, mustExist: false }))
  createSchema(db)
  db.exec(`INSERT INTO outlet (num, id, name, created, changed) VALUES (1, 'o', 'O', '', '');
    INSERT INTO document (num, id, title, outlet, created, changed) VALUES (1, 'd', 'D', 1, '', '');
    INSERT INTO actor (num, id, name, created, changed) VALUES (1, 'a', 'A', '', '');
    INSERT INTO import_batch (num, id, kind, file_name, file_sha256, encoding, dialect, header, mapping, matching, by, at)
      VALUES (1, 'b', 'claims', '', '', '', '{}', '[]', '{}', '{}', '', '')`)
  let made = 0
  make(new Creations(db, 'now', new SearchTexts(db), () => `id ${++made}`))
  const tables = ['claim', 'measure', 'carriage', 'rating', 'tag', 'claim_tag', 'record_name', 'search_text']
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
  return rows
}

it('makes the rows that the log would make of the same claim', () => {
  fc.assert(
    fc.property(claim, fc.boolean(), (said, isCarried) => {
      const document = isCarried ? 'd' : null
      const direct = rowsAfter((creations) =>
        creations.insertClaims(
          [
            {
              claim: newClaimOf(said),
              id: 'c',
              ref: said.ref,
              claimant: 'a',
              event: null,
              document: document === null ? null : { id: document, row: null },
              reason: 'why',
            },
          ],
          1,
          'Ana',
        ),
      )
      let made = 0
      const id = (): string => `id ${++made}`
      const { ref, fields, measure, grades, tags } = said
      const changes: Change[] = [
        create('claim', 'c', { ref, ...fields, claimant: 'a', ...(tags.length > 0 && { tags }) }),
        ...(measure ? [create('measure', id(), { claim: 'c', position: 0, ...measure })] : []),
        ...(document ? [create('carriage', id(), { claim: 'c', document, position: 0, role: 'carries' })] : []),
        ...(['reliability', 'credibility'] as const).flatMap((axis) =>
          grades[axis] === undefined
            ? []
            : [
                create('rating', id(), {
                  claim: 'c',
                  axis,
                  value: grades[axis],
                  reason: 'why',
                  rater: 'Ana',
                  at: 'now',
                }),
              ],
        ),
      ]
      expect(direct).toEqual(rowsAfter((creations) => creations.insert(changes, 1)))
    }),
    { numRuns: 100 },
  )
})

it('is searched by the same text, known by the same hash and put in order by the same key as every other claim', () => {
  fc.assert(
    fc.property(claim, ({ ref, fields, measure, grades, tags }) => {
      const made = newClaimOf({ ref, fields, measure, grades, tags })
      expect(made.text).toBe(searchTextOf('claim', { ...fields, tags }))
      const own = Object.fromEntries(ownColumns.map((column, at) => [column, made.own[at]]))
      expect(own['statement_hash']).toBe(statementHash(String(fields['statement'])))
      expect(own['statement_key']).toBe(orderKey(String(fields['statement'])))
      expect(made.foldedRef).toBe(ref === null ? null : foldText(ref))
    }),
  )
})
