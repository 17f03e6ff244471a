import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReportId } from '../../../shared/ids.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { kindsOf, makeJudgement } from './test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase('Troops')
})
afterEach(() => file.remove())

async function create(title?: string): Promise<ReportId> {
  const { ids } = await file.call('reports.create', { title })
  return (ids[0] ?? '') as ReportId
}
const titles = async (): Promise<string[]> => (await file.call('reports.list')).map(({ title }) => title)
const undoLabel = async (): Promise<string | null> => (await file.call('history.state')).undo

describe('reports', () => {
  it('start with the usual blocks, the case’s judgements and its label', async () => {
    await file.call('case.update', { patch: { tlp: 'AMBER' } })
    const first = await makeJudgement(file.call, { statement: 'First' })
    const gone = await makeJudgement(file.call, { statement: 'Gone' })
    await file.call('judgements.trash', { id: gone })
    const report = await file.call('reports.get', { id: await create() })
    expect(report).toMatchObject({ title: 'Assessment: Troops', tlp: 'AMBER', exports: [] })
    expect(kindsOf(report)).toEqual(['bottom-line', 'key-judgements', 'claims', 'events', 'heading', 'text', 'sources'])
    expect(report.blocks[1]?.content).toEqual({ kind: 'key-judgements', judgementIds: [first] })
  })

  it('are made, and undone, whole', async () => {
    const id = await create('  북한군  ')
    expect(await titles()).toEqual(['북한군'])
    expect((await file.call('history.undo')).label).toBe('add report “북한군”')
    expect(await titles()).toEqual([])
    await expect(file.call('reports.get', { id })).rejects.toMatchObject({ code: 'not-found' })
    await file.call('history.redo')
    expect((await file.call('reports.get', { id })).blocks).toHaveLength(7)
  })

  it('take the case’s title when theirs is only spaces', async () => {
    await create(' \t ')
    expect(await titles()).toEqual(['Assessment: Troops'])
  })

  it('change title and label, say which, and change back', async () => {
    const id = await create('Old')
    await file.call('reports.update', { id, patch: { title: 'New' } })
    expect(await undoLabel()).toBe('edit report “New”')
    await file.call('reports.update', { id, patch: { tlp: 'RED' } })
    expect(await undoLabel()).toBe('set TLP of report “New” to RED')
    expect(await file.call('reports.get', { id })).toMatchObject({ title: 'New', tlp: 'RED' })
    await file.call('history.undo')
    await file.call('history.undo')
    expect(await file.call('reports.get', { id })).toMatchObject({ title: 'Old', tlp: 'CLEAR' })
    await expect(file.call('reports.update', { id, patch: { title: '  ' } })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('make no step when nothing changes', async () => {
    const id = await create('Same')
    const before = await undoLabel()
    expect(await file.call('reports.update', { id, patch: { title: 'Same' } })).toEqual({ count: 0, ids: [] })
    expect(await undoLabel()).toBe(before)
  })

  it('go to the trash and come back by undo, with their blocks', async () => {
    const id = await create('A')
    await create('B')
    await file.call('reports.trash', { id })
    expect(await titles()).toEqual(['B'])
    await expect(file.call('reports.get', { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(file.call('reports.update', { id, patch: { tlp: 'RED' } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await file.call('history.undo')).label).toBe('delete report “A”')
    expect((await file.call('reports.get', { id })).blocks).toHaveLength(7)
  })

  it('remember each export with its hash and the label it left under, the newest first', async () => {
    const id = await create('A')
    const record = (fileName: string, sha256: string): Promise<unknown> =>
      file.call('reports.recordExport', { id, format: 'html', fileName, sha256 })
    await record('first.html', 'a'.repeat(64))
    await file.call('reports.update', { id, patch: { tlp: 'GREEN' } })
    await record('second.html', 'b'.repeat(64))
    file = file.reopen()
    const { exports } = await file.call('reports.get', { id })
    expect(exports).toMatchObject([
      { fileName: 'second.html', sha256: 'b'.repeat(64), tlp: 'GREEN', by: 'Ana', format: 'html' },
      { fileName: 'first.html', sha256: 'a'.repeat(64), tlp: 'CLEAR' },
    ])
  })

  it('are drawn in every format but PDF', async () => {
    const id = await create('A')
    const words = async (format: 'html' | 'md'): Promise<string> =>
      new TextDecoder().decode((await file.call('reports.render', { id, format })).bytes)
    expect(await words('html')).toMatch(/^<!doctype html>[^]*<h1>A<\/h1>/)
    expect(await words('md')).toMatch(/^\*\*TLP:CLEAR\*\*\n\n# A\n/)
    await expect(file.call('reports.render', { id, format: 'pdf' } as never)).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})
