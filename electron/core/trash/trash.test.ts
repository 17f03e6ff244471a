import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HistoryRef } from '../../../shared/history.ts'
import { checkSearchIndex, makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const claim = async (statement: string, more = {}): Promise<string> =>
  (await file.call('claims.create', { patch: { statement, ...more } })).ids[0] ?? ''
const trash = (id: string): Promise<unknown> => file.call('claims.trash', { selection: { ids: [id] } })

/** Whether any file of the case has this text in it, in UTF-8 and as it is folded for search. */
function isReadable(text: string): boolean {
  return ['', '-wal', '-journal'].some((side) => {
    const path = file.path + side
    if (!existsSync(path)) return false
    const bytes = readFileSync(path)
    return bytes.includes(text) || bytes.includes(text.toLowerCase())
  })
}

it('lists what was deleted, of every kind, with who did it and what hangs on it', async () => {
  const id = await claim('a', { quantity: '8,000' })
  await file.call('carriages.add', { claimId: id, carriage: { document: 'D', outlet: 'TASS' } })
  await trash(id)
  const { ids } = await file.call('notes.create', { patch: { title: 'N', body: '' } })
  await file.call('notes.trash', { selection: { ids } })
  expect(await file.call('trash.list')).toMatchObject([
    { kind: 'note', called: '“N”', by: 'Ana', parts: 0 },
    { kind: 'claim', id, called: 'C01', by: 'Ana', parts: 2 },
  ])
})

it('gives records back whole, of several kinds in one step', async () => {
  const id = await claim('a', { quantity: '8,000', tags: ['x'], credibility: '2', claimant: 'Blinken' })
  await file.call('carriages.add', { claimId: id, carriage: { document: 'D', outlet: 'TASS' } })
  const before = await file.call('claims.get', { id })
  const { ids } = await file.call('events.create', { patch: { title: 'E' } })
  await trash(id)
  await file.call('events.trash', { selection: { ids } })
  const records = (await file.call('trash.list')).map(({ kind, id }): HistoryRef => ({ kind, id }))
  expect(await file.call('trash.restore', { records })).toEqual({ label: 'restore 2 records from the trash' })
  expect(await file.call('trash.list')).toEqual([])
  expect({ ...(await file.call('claims.get', { id })), changed: '' }).toEqual({ ...before, changed: '' })
  await file.call('history.undo')
  expect(await file.call('trash.list')).toHaveLength(2)
  await expect(file.call('trash.restore', { records: [{ kind: 'note', id }] })).rejects.toThrow()
})

const secret = 'Zaporizhzhia depot holds 4711 crates'

it('purges what was deleted, so that nothing of it can be read in the file, and leaves a line in the log', async () => {
  const kept = await claim('kept statement about Kursk', { claimant: 'Blinken' })
  const id = await claim(secret, { claimant: 'Blinken', tags: ['Hushtag'], quantity: '4,711', ref: 'SECRET-1' })
  file.pass(3000)
  await file.call('claims.update', {
    selection: { ids: [id] },
    patch: { statement: `${secret}!`, place: 'Melitopol-9' },
  })
  await file.call('carriages.add', { claimId: id, carriage: { document: 'Whispered document', outlet: 'TASS' } })
  await file.call('relations.add', {
    from: { kind: 'claim', id: kept },
    to: { kind: 'claim', id },
    type: 'contradicts',
  })
  const { rows: documents } = await file.call('documents.page', {})
  await file.call('carriages.add', { claimId: kept, carriage: { document: 'Whispered document', outlet: 'TASS' } })
  await file.call('documents.trash', { selection: { ids: documents.map((document) => document.id) } })
  const { rows: actors } = await file.call('actors.page', {})
  await file.call('actors.trash', { selection: { ids: actors.map((actor) => actor.id) } })
  await trash(id)
  for (const text of [secret, 'Hushtag', 'Melitopol-9', 'Whispered document']) expect(isReadable(text)).toBe(true)

  expect(await file.call('trash.empty')).toMatchObject({ records: 3, files: [] })
  file = file.reopen()
  for (const text of [secret, 'holds 4711', 'Hushtag', 'Melitopol-9', 'Whispered document', 'Blinken', 'SECRET-1'])
    expect([text, isReadable(text)]).toEqual([text, false])
  expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  checkSearchIndex(file.path)
  const left = await file.call('claims.get', { id: kept })
  expect(left).toMatchObject({ statement: 'kept statement about Kursk', claimant: null, document: null })
  const [line] = await file.call('history.list', { limit: 1 })
  expect(line).toMatchObject({ label: 'empty the trash: 1 actor, 1 claim, 1 document', by: 'Ana', isStep: false })
  expect(await file.call('trash.empty')).toEqual({ records: 0, parts: 0, files: [] })
})

it('leaves a history that can still be undone as far as it is there', async () => {
  const [kept, gone] = [await claim('kept'), await claim('gone')]
  await file.call('claims.update', { selection: { ids: [kept, gone] }, patch: { topic: 'treaty' } })
  await trash(gone)
  await file.call('trash.empty')
  expect((await file.call('history.state')).undo).toBe('set topic of 2 claims to treaty')
  await file.call('history.undo')
  expect((await file.call('claims.get', { id: kept })).topic).toBeNull()
  await file.call('history.undo')
  expect((await file.call('claims.page', {})).total).toBe(0)
  await expect(file.call('history.undo')).rejects.toMatchObject({ code: 'nothing-to-do' })
  expect((await file.call('case.check', { deep: true })).problems).toEqual([])
})

it('purges what an import kept of the rows, and the file that was kept with it', async () => {
  const path = join(file.folder, 'list.csv')
  writeFileSync(path, `ref,statement,said\nX1,${secret},someday\nX2,plain,2024\n,,\n`)
  const { kind, mappings } = await file.call('imports.inspectFile', { path })
  await file.call('imports.run', { path, job: 'j', kind, mapping: mappings[kind], keepFile: true } as never)
  const [row] = (await file.call('claims.page', { search: 'depot' })).rows
  await trash(row?.id ?? '')
  expect(await file.call('trash.empty')).toMatchObject({ records: 1, files: ['list.csv'] })
  expect(isReadable(secret)).toBe(false)
  const [batch] = await file.call('imports.list')
  await file.call('imports.takeBack', { batch: batch?.id ?? '', edited: 'keep', job: 'j' } as never)
  expect((await file.call('claims.page', {})).total).toBe(0)
  expect((await file.call('case.check', { deep: true })).problems).toEqual([])
})
