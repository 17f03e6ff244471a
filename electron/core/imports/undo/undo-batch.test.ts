import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchSummary } from '../../../../shared/import.ts'
import { mappingOf } from '../../../../shared/mapping.ts'
import { connect } from '../../../store/connection.ts'
import { entityNames } from '../../records/entities.ts'
import { readFields } from '../../records/fields.ts'
import { searched, searchKey } from '../../records/search-text.ts'
import { Session, type SessionOptions } from '../../session.ts'
import { checkSearchIndex, makeTestCase } from '../../test-case.ts'
import { makeTestLists, type TestLists } from '../test-lists.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

const takeBack = (batch: BatchSummary, edited: 'keep' | 'trash' = 'keep') =>
  lists.file.call('imports.takeBack', { batch: batch.id, edited, job: 'job' })

const refs = async (): Promise<(string | null)[]> =>
  (await lists.file.call('claims.page', {})).rows.map(({ ref }) => ref)
const idOf = async (ref: string): Promise<string> =>
  (await lists.file.call('claims.page', { filter: { ref } })).rows[0]?.id ?? ''

/** Everything that is content, and what is found by search, whatever the numbers of the rows. */
function contents(): unknown {
  checkSearchIndex(lists.file.path)
  const db = connect(lists.file.path, { readOnly: true })
  const entities = entityNames.map((entity) => {
    const ids = db.prepare(`SELECT id FROM "${entity}" ORDER BY id`).pluck().all() as string[]
    return [entity, [...readFields(db, entity, ids)].sort(([a], [b]) => (a < b ? -1 : 1))]
  })
  const claims = db
    .prepare(
      `SELECT id, reliability, credibility, lead_category, lead_quantity, statement_hash, batch FROM claim ORDER BY id`,
    )
    .all()
  const found = searched.map((kind) =>
    db
      .prepare(
        `SELECT t.id, s.text, (SELECT group_concat(name) FROM record_name n WHERE n.kind = '${kind}' AND n.num = t.num) AS names
         FROM search_text s LEFT JOIN ${kind} t ON t.num = s.key - ${searchKey(kind, 0)}
         WHERE s.key >= ${searchKey(kind, 0)} AND s.key < ${searchKey(kind, 2 ** 48)} ORDER BY t.id`,
      )
      .all(),
  )
  db.close()
  return { entities, claims, found }
}

const list =
  'ref,statement,claimant,document,outlet,measure,grade,tags,note\nA1,One,Blinken,D,O,8000,B2,x,first\nA2,Two,Austin,D,O,,,,\nA3,Three,Blinken,E,O,,,,\n'

describe('taking an import back', () => {
  it('removes all that came with it, at any later time and after a restart, and comes back whole', async () => {
    await lists.importText('ref,statement,claimant\nB1,Other,Austin\n')
    const before = contents()
    const batch = await lists.importText(list)
    const after = contents()
    await lists.file.call('claims.create', { patch: { statement: 'Made since', topic: 'x' } })
    lists.file = lists.file.reopen()
    expect(await lists.file.call('imports.previewUndo', { batch: batch.id })).toMatchObject({
      editedCount: 0,
      restored: 0,
    })
    expect(await takeBack(batch)).toMatchObject({ editedCount: 0 })
    expect(await refs()).toEqual(['B1', 'C01'])
    expect((await lists.file.call('imports.list'))[0]?.undone).toBe(true)
    await expect(takeBack(batch)).rejects.toThrow(/taken back already/)
    await lists.file.call('history.undo')
    expect((await lists.file.call('imports.list'))[0]?.undone).toBe(false)
    await lists.file.call('history.undo')
    expect(contents()).toEqual(after)
    await takeBack(batch)
    expect(contents()).toEqual(before)
    expect((await lists.file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('lists and keeps what was edited by hand since, with all that it needs', async () => {
    const batch = await lists.importText(list)
    await lists.file.call('claims.update', { selection: { ids: [await idOf('A1')] }, patch: { place: 'Kursk' } })
    const { edited, editedCount, trashed } = await takeBack(batch)
    expect([edited.map(({ record }) => record), editedCount, trashed]).toEqual([['A1'], 1, 0])
    expect(await refs()).toEqual(['A1'])
    expect(await lists.file.call('claims.get', { id: await idOf('A1') })).toMatchObject({
      claimant: 'Blinken',
      outlet: 'O',
      reliability: 'B',
      measures: [{ best: 8000 }],
      carriages: [{ document: 'D' }],
      pinned: [{ body: 'first' }],
    })
    expect((await lists.file.call('documents.page', {})).rows.map(({ title }) => title)).toEqual(['D'])
    expect((await lists.file.call('actors.page', {})).rows.map(({ name }) => name)).toEqual(['Blinken'])
  })

  it.each([
    [
      'a number',
      (id: string) =>
        lists.file.call('measures.add', { claimId: id as never, measure: { best: 5, qualifier: 'about' } }),
    ],
    [
      'a grade',
      (id: string) => lists.file.call('claims.rate', { id: id as never, rating: { axis: 'reliability', value: 'A' } }),
    ],
    [
      'a note',
      (id: string) =>
        lists.file.call('notes.create', { patch: { title: 'N', body: 'b', pins: [{ kind: 'claim', id }] } }),
    ],
  ])('keeps a claim that has got %s by hand', async (_what, add) => {
    const batch = await lists.importText(list)
    await add(await idOf('A2'))
    expect((await takeBack(batch)).edited.map(({ record }) => record)).toContain('A2')
    expect(await refs()).toEqual(['A2'])
    expect((await lists.file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('keeps what later records use, and says so', async () => {
    const batch = await lists.importText(list)
    await lists.file.call('claims.create', { patch: { statement: 'Said later', claimant: 'Austin' } })
    const { edited } = await takeBack(batch)
    expect(edited.map(({ record }) => record)).toEqual(['Austin'])
    expect((await lists.file.call('actors.page', {})).rows.map(({ name }) => name)).toEqual(['Austin'])
    expect(await refs()).toEqual(['C01'])
  })

  it('moves what was edited to the trash when told so', async () => {
    const batch = await lists.importText(list)
    await lists.file.call('claims.update', { selection: { ids: [await idOf('A1')] }, patch: { place: 'Kursk' } })
    expect(await lists.file.call('imports.previewUndo', { batch: batch.id })).toMatchObject({ trashed: 1 })
    expect(await takeBack(batch, 'trash')).toMatchObject({ trashed: 1 })
    expect(await refs()).toEqual([])
    expect((await lists.file.call('claims.page', { trashed: true })).rows.map(({ ref }) => ref)).toEqual(['A1'])
    await lists.file.call('history.undo')
    expect(await refs()).toEqual(['A1', 'A2', 'A3'])
  })

  it('gives records that it changed their former values, but for those that a person wrote since', async () => {
    const first = await lists.importText('ref,statement,place,topic\nA,x,Kursk,t\nB,y,Kursk,t\n')
    const second = await lists.importText('ref,statement,place,topic\nA,x,Sudzha,u\nB,y,Sudzha,t\n')
    await lists.file.call('claims.update', { selection: { ids: [await idOf('A')] }, patch: { place: 'Belgorod' } })
    expect(await takeBack(second)).toMatchObject({ removed: 0, restored: 2 })
    const { rows } = await lists.file.call('claims.page', {})
    expect(rows.map(({ ref, place, topic }) => [ref, place, topic])).toEqual([
      ['A', 'Belgorod', 't'],
      ['B', 'Kursk', 't'],
    ])
    // What one import changed and a taking back gave back is not the work of a person.
    expect(
      (await lists.file.call('imports.previewUndo', { batch: first.id })).edited.map(({ record }) => record),
    ).toEqual(['A'])
  })

  it('tells how far it is, up to the whole of it', async () => {
    // A session of its own, the only one: what the work tells goes through its options.
    const { path, folder, session: first } = makeTestCase()
    first.close()
    const told: [number, number | null][] = []
    const onProgress: SessionOptions['onProgress'] = (job, { done, total }) => {
      if (job === 'undo') told.push([done, total])
    }
    const session = new Session({ path, role: 'writer', user: () => 'Ana', onProgress })
    const mapping = mappingOf([
      'ref',
      'statement',
      'claimant',
      'document',
      'outlet',
      'measure',
      'grade',
      'tags',
      'note',
    ])
    await session.call('imports.run', { path: lists.write(list), kind: 'claims', mapping, job: 'import' })
    const { result: found } = await session.call('imports.list', undefined)
    const [batch] = (found.ok ? found.value : []) as BatchSummary[]
    const { result } = await session.call('imports.takeBack', { batch: batch?.id, edited: 'keep', job: 'undo' })
    session.close()
    rmSync(folder, { recursive: true })
    expect(result).toMatchObject({ ok: true })
    expect(told.length).toBeGreaterThan(0)
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1])
  })

  it('has nothing to do where nothing came in', async () => {
    const batch = await lists.importText('ref,statement\nA,\n')
    await expect(takeBack(batch)).rejects.toThrow(/Nothing of list.csv came in/)
    await expect(lists.file.call('imports.previewUndo', { batch: batch.id })).rejects.toThrow(/nothing to take back/)
  })
})

it('leaves a whole case whatever was done since, and undo brings back what was there', async () => {
  const step = fc.constantFrom('edit', 'grade', 'claim', 'import', 'relate', 'trash', 'undo')
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 6 }),
      fc.constantFrom('keep' as const, 'trash' as const),
      async (steps, edited) => {
        const own = makeTestLists()
        const before = lists
        lists = own
        try {
          const batch = await own.importText(list)
          for (const [at, what] of steps.entries()) await act(own, what, at)
          if ((await own.file.call('imports.list')).find(({ id }) => id === batch.id)?.undone) return
          const stood = contents()
          const kept = await takeBack(batch, edited).catch(() => null)
          expect((await own.file.call('case.check', { deep: true })).problems).toEqual([])
          if (kept) await own.file.call('history.undo')
          expect(contents()).toEqual(stood)
        } finally {
          lists = before
          own.remove()
        }
      },
    ),
    { numRuns: 40 },
  )
})

/** One thing that a person does, to the claims that are there. */
async function act(own: TestLists, what: string, at: number): Promise<void> {
  const { rows } = await own.file.call('claims.page', {})
  const claim = rows[at % Math.max(1, rows.length)]
  const other = rows[(at + 1) % Math.max(1, rows.length)]
  if (what === 'import') await own.importText(list.replace('One', `One ${at}`).replace('Austin', 'Cho'))
  else if (what === 'claim')
    await own.file.call('claims.create', { patch: { statement: `S${at}`, claimant: 'Blinken' } })
  else if (what === 'undo') await own.file.call('history.undo').catch(() => undefined)
  else if (!claim) return
  else if (what === 'edit')
    await own.file.call('claims.update', {
      selection: { ids: [claim.id] },
      patch: { topic: `t${at}`, claimant: `P${at}` },
    })
  else if (what === 'grade')
    await own.file.call('claims.rate', { id: claim.id, rating: { axis: 'credibility', value: '3' } })
  else if (what === 'trash') await own.file.call('claims.trash', { selection: { ids: [claim.id] } })
  else if (what === 'relate' && other && other.id !== claim.id)
    await own.file.call('relations.add', {
      from: { kind: 'claim', id: claim.id },
      to: { kind: 'claim', id: other.id },
      type: 'supports',
    })
}
