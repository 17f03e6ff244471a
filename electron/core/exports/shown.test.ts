import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNames } from '../../../shared/exports.ts'
import { connectToRead } from '../../store/connection.ts'
import { column, sql, tuples, type ReadDb } from '../../store/db.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { moreColumns } from './columns.ts'
import { CsvWriter } from './csv.ts'
import { labelsOf } from './labels.ts'
import { lists } from './lists.ts'
import { columnsIn, csvOf } from './records.ts'

// What is read for columns is held against all that is read of a claim: random claims, any choice of them.

const text = fc.constantFrom('=1+1', 'a, b', '"зачем"', 'two\nlines', '국정원', 'plain')
const claim = fc.record({
  patch: fc.record(
    {
      statement: text,
      claimant: text,
      event: text,
      topic: text,
      said: fc.constantFrom('2024-10~', '2024-11-01'),
      credibility: fc.constantFrom('2', '6'),
      tlp: fc.constantFrom('AMBER', 'RED'),
      quote: text,
      quantity: fc.constantFrom('about 11,000', 'dozens', '0.3'),
      tags: fc.uniqueArray(text),
    },
    { requiredKeys: ['statement'] },
  ),
  measures: fc.array(fc.constantFrom('about', 'at least'), { maxLength: 2 }),
  carriages: fc.array(fc.record({ document: text, outlet: text, published: fc.constantFrom('2024', '2025-01-01') }), {
    maxLength: 3,
  }),
  notes: fc.array(text, { maxLength: 2 }),
  isTrashed: fc.boolean(),
})
const count = 60

let file: TestCase
let db: ReadDb
beforeAll(async () => {
  file = makeTestCase()
  for (const { patch, measures, carriages, notes, isTrashed } of fc.sample(claim, { numRuns: count, seed: 4 })) {
    const [claimId = ''] = (await file.call('claims.create', { patch } as never)).ids
    for (const qualifier of measures)
      await file.call('measures.add', { claimId, measure: { qualifier, low: 5, unit: 'men' } })
    for (const carriage of carriages) await file.call('carriages.add', { claimId, carriage })
    for (const body of notes)
      await file.call('notes.create', { patch: { title: 'N', body, pins: [{ kind: 'claim', id: claimId }] } })
    if (isTrashed) await file.call('claims.trash', { selection: { ids: [claimId] } })
  }
  const { rows } = await file.call('notes.page', {})
  await file.call('notes.trash', { selection: { ids: rows.slice(0, 5).map(({ id }) => id) } })
  db = connectToRead(file.path)
})
afterAll(() => {
  db.close()
  file.remove()
})

/** Some rows one after the other, or any, some twice, some that are not there. */
const choice = fc.oneof(
  fc.tuple(fc.nat(count), fc.nat(count)).map(([from, to]) => Array.from({ length: to }, (_, at) => from + at)),
  fc.array(fc.nat(count + 5), { maxLength: 30 }),
)
const { rows, details, shown } = lists.claims

describe('what is read of claims', () => {
  it('shows in each column what the whole row has there', () => {
    const { lines } = csvOf('claims')
    fc.assert(
      fc.property(choice, (nums) => {
        expect(lines(shown.rows(db, nums))).toEqual(lines(rows(db, nums)))
      }),
    )
  })

  it.each([null, 'GREEN'] as const)('shows in each further column what the details have there, up to %s', (limit) => {
    const labels = labelsOf(db, limit)
    const { columns } = columnsIn(moreColumns.claims)
    const linesOf = (found: readonly unknown[]): string[] => found.map((more) => new CsvWriter().line(columns, more))
    fc.assert(
      fc.property(choice, (nums) => {
        expect(linesOf(shown.details(db, nums, labels))).toEqual(linesOf(details(db, nums, labels)))
      }),
    )
  })

  it('is what stands there, whichever are read together', () => {
    const one = (num: number): readonly unknown[] =>
      tuples(
        db,
        sql`SELECT t.id, a.name,
              (SELECT json_group_array(m.id ORDER BY m.position, m.num) FROM measure m WHERE m.claim = t.num),
              (SELECT json_group_array(g.name ORDER BY c.position) FROM claim_tag c JOIN tag g ON g.num = c.tag WHERE c.claim = t.num),
              (SELECT count(*) FROM carriage c WHERE c.claim = t.num), (SELECT max(r.at) FROM rating r WHERE r.claim = t.num),
              (SELECT count(*) FROM note_pin p JOIN note n ON n.num = p.note WHERE n.trashed IS NULL AND p.claim = t.num)
            FROM claim t LEFT JOIN actor a ON a.num = t.claimant WHERE t.num = ${num}`,
      )
    fc.assert(
      fc.property(choice, (nums) => {
        const read = rows(db, nums).map(({ id, claimant, measures, tags, carriers, rated, notes }) => {
          const ids = measures.map((measure) => measure.id)
          return [id, claimant, JSON.stringify(ids), JSON.stringify(tags), carriers, rated, notes]
        })
        expect(read).toEqual(nums.flatMap(one))
      }),
    )
  })

  it('has the new name of what was renamed', async () => {
    const nums = column<number>(db, sql`SELECT num FROM claim WHERE claimant IS NOT NULL`)
    const [before] = shown.rows(db, nums)
    const { rows: actors } = await file.call('actors.page', { filter: { name: before?.claimant ?? '' } })
    await file.call('actors.update', { selection: { ids: actors.map(({ id }) => id) }, patch: { name: 'Renamed' } })
    expect(shown.rows(db, nums)[0]?.claimant).toBe('Renamed')
  })
})

describe('lines of a list', () => {
  it.each(listNames)('are those of the rows of the same page of %s', async (list) => {
    for (const view of [{}, { trashed: true }, { search: 'a' }]) {
      const page = { ...view, start: 1, end: 20 }
      const { total, rows: listed } = await file.call(`${list}.page`, page)
      expect(await file.call('lists.lines', { list, ...page })).toEqual({ total, ...csvOf(list).lines(listed) })
    }
  })
})
