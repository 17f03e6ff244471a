import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listNames } from '../../../shared/exports.ts'
import { importSample } from '../analysis/engine/test-sample.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
let path: string
beforeEach(async () => {
  file = makeTestCase()
  path = join(file.folder, 'out.csv')
  await importSample(file)
})
afterEach(() => file.remove())

const read = (): Record<string, string>[] => parse(readFileSync(path), { bom: true, columns: true })
const all = { filter: {}, search: '', sort: [], trashed: false }

describe('a list written as CSV', () => {
  it('has the rows of a view in its order, each with all that it says', async () => {
    const view = { ...all, filter: { claimant: { in: ['Antony Blinken'] } }, sort: [{ field: 'ref', desc: true }] }
    const written = await file.call('lists.write', {
      path,
      format: 'csv',
      list: 'claims',
      selection: { view },
      job: 'job',
    })
    expect(written).toEqual({ rows: 2, escaped: 0, withheld: 0, highest: 'CLEAR' })
    expect(read()).toMatchObject([
      { ref: 'C08', claimant: 'Antony Blinken', measure_best: '8000', place: 'Kursk region' },
      { ref: 'C07', measure_best: '10000' },
    ])
  })

  it('has chosen rows in the order in which they were chosen', async () => {
    const { rows } = await file.call('claims.page', { sort: [{ field: 'ref' }] })
    const ids = [rows[4]?.id ?? '', rows[1]?.id ?? '']
    await file.call('lists.write', { path, format: 'csv', list: 'claims', selection: { ids }, job: 'job' })
    expect(read().map(({ ref }) => ref)).toEqual(['C05', 'C02'])
  })

  it('is read back by the import as it was, and changes nothing then', async () => {
    await file.call('lists.write', { path, format: 'csv', list: 'claims', selection: { view: all }, job: 'job' })
    const { mappings } = await file.call('imports.inspectFile', { path })
    const batch = await file.call('imports.run', { path, job: 'job', kind: 'claims', mapping: mappings.claims })
    expect(batch).toMatchObject({ new: 0, rejected: 0, conflict: 0 })
  })

  it.each(listNames)('of %s has a row for each record', async (list) => {
    await file.call('notes.create', { patch: { title: '=1+1', body: 'b', pins: [] } })
    await file.call('lists.write', { path, format: 'csv', list, selection: { view: all }, job: 'job' })
    const { total } = await file.call(`${list}.page`, {})
    expect(read()).toHaveLength(total)
  })

  it('runs nothing in a spreadsheet, and tells of how many cells', async () => {
    await file.call('notes.create', { patch: { title: '=1+1', body: 'b', pins: [] } })
    const view = { ...all, filter: { title: { contains: '=1' } } }
    const written = await file.call('lists.write', {
      path,
      format: 'csv',
      list: 'notes',
      selection: { view },
      job: 'job',
    })
    expect(written).toEqual({ rows: 1, escaped: 1, withheld: 0, highest: 'CLEAR' })
    expect(read()[0]?.['title']).toBe("'=1+1")
  })

  it('leaves nothing where it cannot be written', async () => {
    const nowhere = join(file.folder, 'none', 'out.csv')
    await expect(
      file.call('lists.write', { path: nowhere, format: 'csv', list: 'claims', selection: { view: all }, job: 'job' }),
    ).rejects.toThrow(/none/)
    expect(existsSync(nowhere)).toBe(false)
    expect(readdirSync(file.folder).filter((name) => name.includes('out'))).toEqual([])
  })
})
