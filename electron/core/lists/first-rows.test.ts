import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeClaims } from '../../../bench/claims-list.ts'
import { scrolled, searches, views } from '../../../bench/views.ts'
import { View, type ViewInput } from '../../../shared/list.ts'
import { connectToRead } from '../../store/connection.ts'
import { column } from '../../store/db.ts'
import { claimList } from '../claims/list.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { addFunctions, viewSql } from './list.ts'

// More claims than are looked at row by row, as they lie in a case that was just opened: held against plain SQL.

let file: TestCase

beforeAll(async () => {
  file = makeTestCase()
  const path = join(file.folder, 'claims.csv')
  await writeClaims(path, 7000)
  const { mappings } = await file.call('imports.inspectFile', { path })
  await file.call('imports.run', { path, kind: 'claims', mapping: mappings.claims, job: 'job' })
  const { ids } = await file.call('claims.ids', { sort: [{ field: 'said', desc: false }] })
  const change = (at: number, patch: Record<string, unknown>): Promise<unknown> =>
    file.call('claims.update', { selection: { ids: ids.slice(at, at + 30) }, patch })
  await change(0, { said: '../2024-05', topic: 'TREATY' })
  await change(500, { said: null, topic: null, claimant: null })
  await change(1000, { topic: 'Аrms', place: 'kursk' })
  await file.call('claims.trash', { selection: { ids: [...ids.slice(20, 60), ...ids.slice(-40)] } })
}, 60_000)
afterAll(() => file.remove())

/** The ids of what plain SQL says a view shows. */
function bySql(view: ViewInput): string[] {
  const db = connectToRead(file.path)
  try {
    addFunctions(db)
    const nums = column<number>(db, viewSql(claimList, View.parse(view)))
    const id = db.prepare('SELECT id FROM claim WHERE num = ?').pluck()
    return nums.map((num) => id.get(num) as string)
  } finally {
    db.close()
  }
}

const all = [...views.map(({ view }) => view), ...scrolled, ...searches.map((search) => ({ search }))]
it.each(all.map((view) => [JSON.stringify(view), view] as const))(
  'are the first of all, in a case just opened as later: %s',
  async (_, view) => {
    const expected = bySql(view)
    const total = expected.length
    file = file.reopen()
    for (const later of [false, true]) {
      const first = await file.call('claims.first', { ...view, count: 100 })
      expect(first.rows.map(({ id }) => id)).toEqual(expected.slice(0, 100))
      expect([null, total]).toContain(first.total)
      if (later) expect(first).toMatchObject({ total, isReady: true })
      // As the grid asks once the first rows are shown.
      expect((await file.call('claims.ids', view)).ids).toEqual(expected)
    }
  },
)

it('are the first where the trash has many of those that come first', async () => {
  const { ids } = await file.call('claims.ids', { sort: [{ field: 'ref', desc: false }] })
  await file.call('claims.trash', { selection: { ids: ids.slice(0, 1500) } })
  file = file.reopen()
  const view = { sort: [{ field: 'ref', desc: false }] }
  const { rows, total } = await file.call('claims.first', { ...view, count: 50 })
  const expected = bySql(view)
  expect({ ids: rows.map(({ id }) => id), total }).toEqual({ ids: expected.slice(0, 50), total: expected.length })
})
