import { afterEach, beforeEach, expect, it } from 'vitest'
import { asWriteDb, connect, connectToRead, transaction } from '../../store/connection.ts'
import { run, sql, type ReadDb } from '../../store/db.ts'
import { settle } from '../analysis/engine/test-settle.ts'
import { claimList } from '../claims/list.ts'
import { eventList } from '../events/list.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { isLogged } from './is-logged.ts'
import { ViewCache } from './view-cache.ts'

const plain = { filter: {}, search: '', sort: [], trashed: false }

let file: TestCase
let db: ReadDb
beforeEach(async () => {
  file = makeTestCase()
  await file.call('claims.create', { patch: { statement: 'one', topic: 'treaty' } })
  db = connectToRead(file.path)
})
afterEach(() => {
  db.close()
  file.remove()
})

/** Asks for two views: one of which the log tells all, one of which it does not. Answers which of them were built. */
function asking(of: () => ReadDb): () => string[] {
  const views = new ViewCache()
  return () => {
    const built: string[] = []
    for (const key of ['logged', 'other']) {
      const build = (): Uint32Array => (built.push(key), Uint32Array.of(1))
      views.nums(of(), key, build, key === 'logged')
    }
    return built
  }
}

it('keeps what the log tells of as long as it tells nothing new, and all while nothing is stored', async () => {
  const ask = asking(() => db)
  expect(ask()).toEqual(['logged', 'other'])
  expect(ask()).toEqual([])
  await file.call('viewState.set', { key: 'grid', value: 'wide' })
  expect(ask()).toEqual(['other'])
  await settle(file.session)
  expect(ask()).toEqual(['other'])
  await file.call('claims.create', { patch: { statement: 'two' } })
  expect(ask()).toEqual(['logged', 'other'])
})

it('builds anew when the newest step was written again by an edit that goes on with it', async () => {
  const [id = ''] = (await file.call('claims.ids', plain)).ids
  const edit = (topic: string): Promise<unknown> =>
    file.call('claims.update', { selection: { ids: [id] }, patch: { topic } })
  await edit('troops')
  const ask = asking(() => db)
  ask()
  await edit('weapons')
  expect(ask()).toEqual(['logged', 'other'])
  // Back to what it was before both: the step goes.
  await edit('treaty')
  expect(ask()).toEqual(['logged', 'other'])
})

it('does not trust the log in a transaction, which may not have written it yet', () => {
  const own = asWriteDb(connect(file.path, { readOnly: false }))
  try {
    const ask = asking(() => own)
    ask()
    transaction(own, () => {
      run(own, sql`UPDATE claim SET topic = 'troops'`)
      expect(ask()).toEqual(['logged', 'other'])
      run(own, sql`UPDATE claim SET topic = 'weapons'`)
      expect(ask()).toEqual(['logged', 'other'])
    })
  } finally {
    own.close()
  }
})

it('knows the views that the analysis may change', () => {
  const found = { contradictions: { min: 1 } }
  expect(isLogged(claimList, plain)).toBe(true)
  const asked = { filter: { topic: { set: true } }, search: 'treaty topic:x', sort: [{ field: 'said', desc: true }] }
  expect(isLogged(claimList, { ...plain, ...asked })).toBe(true)
  expect(isLogged(claimList, { ...plain, filter: found })).toBe(false)
  expect(isLogged(claimList, { ...plain, search: 'treaty -flags:x' })).toBe(false)
  expect(
    isLogged(claimList, {
      ...plain,
      sort: [
        { field: 'said', desc: true },
        { field: 'origins', desc: false },
      ],
    }),
  ).toBe(false)
  // Nothing says which fields of a list without columns are of the analysis.
  expect(isLogged(eventList, plain)).toBe(false)
})
