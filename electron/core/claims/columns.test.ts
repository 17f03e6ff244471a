import { afterAll, beforeAll, expect, it } from 'vitest'
import { ungraded } from '../../../shared/list.ts'
import { connectToRead } from '../../store/connection.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import { addFunctions, viewSql } from '../lists/list.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { claimColumns } from './columns.ts'
import { claimList } from './list.ts'
import { ungradedSql } from './queries.ts'

let file: TestCase
let db: ReadDb
beforeAll(() => {
  file = makeTestCase()
  db = connectToRead(file.path)
  addFunctions(db)
})
afterAll(() => {
  db.close()
  file.remove()
})

const planOf = (query: ReturnType<typeof sql>): string =>
  all<{ detail: string }>(db, sql`EXPLAIN QUERY PLAN ${query}`)
    .map(({ detail }) => detail)
    .join('; ')

it.each([
  'topic',
  'status',
  'reliability',
  'credibility',
  'said',
  'place',
  'claimant',
  'outlet',
  'document',
  'event',
  'tags',
  'carriers',
  'basis',
  'tlp',
  'category',
  'quantity',
  'rated',
  'created',
  'changed',
])('reads %s of all claims from an index, not from their rows', (field) => {
  const source = claimColumns.find(({ fields }) => fields.includes(field))
  const plan = planOf(source && 'pairs' in source ? source.pairs : (source?.groups ?? sql`SELECT 1`))
  expect(plan).toMatch(/USING COVERING INDEX|SCAN claim_tag|USING PRIMARY KEY/)
  expect(plan).not.toMatch(/SCAN claim(;|$)/)
})

it.each(['ref', 'statement'])('puts claims in the order of their %s by an index', (field) => {
  const sort = [{ field, desc: false }]
  const order = claimList.fields[field as 'ref'].order
  expect(planOf(sql`SELECT t.num FROM claim t WHERE ${order} IS NOT NULL ORDER BY ${order}, t.num`)).toMatch(
    new RegExp(`USING COVERING INDEX claim_${field}_key`),
  )
  expect(viewSql(claimList, { filter: {}, search: '', sort, trashed: false }).text).toContain(`t.${field}_key`)
})

it('counts what waits for a grade by an index of that alone', () => {
  expect(planOf(ungradedSql)).toMatch(/USING COVERING INDEX claim_ungraded/)
})

it('counts what waits for a grade as the list of it does, whatever is graded, trashed and undone', async () => {
  const view = { filter: ungraded }
  const count = async (): Promise<number> => (await file.call('claims.page', { ...view, end: 0 })).total
  const listed = async (): Promise<number> => (await file.call('claims.ids', view)).ids.length
  const before = await count()
  const ids: string[] = []
  for (const statement of ['One', 'Two', 'Three'])
    ids.push(...(await file.call('claims.create', { patch: { statement } })).ids)
  expect([await count(), await listed()]).toEqual([before + 3, before + 3])
  await file.call('claims.update', {
    selection: { ids: ids.slice(0, 1) },
    patch: { credibility: '2', reliability: 'B' },
  })
  await file.call('claims.trash', { selection: { ids: ids.slice(1, 2) } })
  expect([await count(), await listed()]).toEqual([before + 1, before + 1])
  await file.call('history.undo')
  expect([await count(), await listed()]).toEqual([before + 2, before + 2])
  const narrower = { filter: { ...ungraded, tags: { set: false } } }
  const { total } = await file.call('claims.page', { ...narrower, end: 0 })
  expect(total).toBe((await file.call('claims.ids', narrower)).ids.length)
})
