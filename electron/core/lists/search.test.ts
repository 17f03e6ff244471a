import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importSample } from '../analysis/engine/test-sample.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeAll(async () => {
  file = makeTestCase()
  await importSample(file)
})
afterAll(() => file.remove())

const claims = async (search: string): Promise<string[]> =>
  (await file.call('claims.page', { search, sort: [{ field: 'ref' }] })).rows.map(({ ref }) => ref ?? '')

describe('a search of the claims', () => {
  it.each([
    ['claimant:blinken', ['C07', 'C08']],
    ['Claimant:"Antony Blinken",zelenskyy', ['C07', 'C08', 'C09', 'C10']],
    ['claimant:blinken 8,000', ['C08']],
    ['claimant:blinken -Kursk', ['C07']],
    ['said:2024-10', ['C07', 'C08']],
    ['said:2024-10..2024-11 quantity:11000', ['C10']],
    ['quantity:10000..', ['C07', 'C10', 'C11']],
    ['quantity:..8000', ['C08']],
    ['quantity:"8,000"', ['C08']],
    ['quantity:"8,000..10,000"', ['C07', 'C08', 'C11']],
    ['quantity:about', []],
    ['reliability:F', ['C06']],
    ['reliability:b,F place:Kursk', ['C06', 'C08', 'C09', 'C10']],
    ['category:pres -place:Russia -place:Front', ['C06', 'C08', 'C10']],
    ['basis:official claimant:blinken', ['C07', 'C08']],
    ['tags:"front line"', ['C12']],
    ['place:"" said:""', ['C03', 'C04', 'C05', 'C13', 'C14', 'C15', 'C17']],
    ['"mutual-assistance clause"', ['C04']],
    ['author:kim', []],
  ])('%s', async (search, refs) => {
    expect(await claims(search)).toEqual(refs)
  })

  it('is the same in the palette, by the fields of each kind', async () => {
    const found = async (query: string): Promise<string[]> =>
      (await file.call('records.find', { query, limit: 20 })).map(({ label }) => label)
    expect((await found('claimant:blinken')).sort()).toEqual(['C07', 'C08'])
    expect(await found('claimant:blinken -Kursk')).toEqual(['C07'])
    expect(await found('kind:treaty')).toEqual(['E05'])
  })
})
