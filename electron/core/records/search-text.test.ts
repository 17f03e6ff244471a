import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { words } from '../../../bench/claims-list.ts'
import { foldText } from '../../../shared/text.ts'
import { column, sql, type WriteDb } from '../../store/db.ts'
import { asWriteDb, connect } from '../../store/connection.ts'
import { addFunctions } from '../lists/list.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { foundIn, Hits, searchKey, SearchTexts } from './search-text.ts'

// What is found of more records than the first ones, whose texts are looked at themselves: held against looking through all.

const count = 7000

let file: TestCase
let db: WriteDb
const texts = new Map<number, string>()

beforeAll(() => {
  file = makeTestCase()
  const connection = connect(file.path, { readOnly: false })
  addFunctions(connection)
  db = asWriteDb(connection)
  const word = fc.constantFrom(...words.flat(), 'Ёлка', '국정원은', 'трансформаторов', 'Report')
  const said = fc.sample(fc.array(word, { minLength: 1, maxLength: 5 }), { numRuns: count, seed: 6 })
  // Some numbers are left out, as where records went.
  for (const [at, parts] of said.entries())
    texts.set(at * 2 + (at % 3) + 1, `${foldText(`${parts.join(' ')} ${at}`)}\n`)
  const search = new SearchTexts(db)
  search.add([...texts].map(([num, text]) => [searchKey('document', num), text]))
  // What stands in records of other kinds is not found.
  search.add([...texts].slice(0, 9).map(([num, text]) => [searchKey('outlet', num), text]))
})
afterAll(() => {
  db.close()
  file.remove()
})

const found = (term: string): number[] => [...texts].flatMap(([num, text]) => (text.includes(term) ? [num] : []))

const term = fc
  .tuple(fc.nat(count - 1), fc.nat(40), fc.integer({ min: 1, max: 9 }))
  .map(([at, start, length]) => {
    const letters = [...([...texts.values()][at] ?? '')]
    const from = start % letters.length
    return letters
      .slice(from, from + length)
      .join('')
      .trim()
  })
  .filter((text) => text !== '')

it('is all that holds a term, portion by portion', () => {
  fc.assert(
    fc.property(term, (text) => {
      const expected = found(text)
      expect(new Hits(db, 'document', text).all()).toEqual(expected)
      const hits = new Hits(db, 'document', text)
      const nums: number[] = []
      while (hits.upTo < Infinity) {
        nums.push(...hits.next())
        expect(nums).toEqual(expected.filter((num) => num <= hits.upTo))
      }
      expect(nums).toEqual(expected)
      expect(column(db, sql`SELECT * FROM ${foundIn('document', text)}`).toSorted()).toEqual(expected.toSorted())
    }),
    { numRuns: 300, seed: 6 },
  )
})

it('may begin anywhere after the first portion', () => {
  fc.assert(
    fc.property(term, fc.nat(count * 2), (text, from) => {
      const hits = new Hits(db, 'document', text)
      hits.next()
      const start = Math.max(from, hits.upTo + 1)
      expect(hits.upTo === Infinity ? [] : hits.next(start)).toEqual(
        found(text).filter((num) => num >= start && num <= hits.upTo),
      )
    }),
    { numRuns: 200, seed: 7 },
  )
})
