import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchSummary, ImportPlan, Inspection } from '../../../../shared/import.ts'
import { mappingOf } from '../../../../shared/mapping.ts'
import { profileOf } from '../../../../shared/profile.ts'
import { makeTestLists, type TestLists } from '../test-lists.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

const list = 'МИД;ЦРУ;x\nОни там;10/11/2024;K1\n;11/11/2024;K2\n'
const how = {
  mapping: { ...mappingOf(['statement', 'said', 'ref']), constants: { tlp: 'AMBER' as const } },
  options: { encoding: 'koi8-r', dateOrder: 'dmy' },
  matching: { onDuplicate: 'update', key: ['said'] },
} as const

const importList = (said: Partial<ImportPlan> = {}): Promise<BatchSummary> =>
  lists.importFile(lists.write(iconv.encode(list, 'koi8-r'), 'first.csv'), 'claims', {
    ...(how as unknown as ImportPlan),
    ...said,
  })

/** The rows of an import that did not come in, as they are written for mending. */
const rejected = async ({ id }: BatchSummary): Promise<string> =>
  iconv.decode(Buffer.from(await lists.file.call('imports.rejects', { batch: id })), 'koi8-r')

const inspect = (content: string | Uint8Array, name = 'mend.csv'): Promise<Inspection> =>
  lists.file.call('imports.inspectFile', { path: lists.write(content, name) })

describe('a file of rows that did not come in', () => {
  it('is imported as the list was from which they are', async () => {
    const text = await rejected(await importList())
    expect(text).toMatch(/^МИД;ЦРУ;x;why not imported\r\n;11\/11\/2024;K2;line 3: /)
    // A few letters by themselves are taken for those of another encoding.
    const bytes = iconv.encode(text.replace('\r\n;', '\r\nМВД;'), 'koi8-r')
    const found = await inspect(bytes)
    expect(found).toMatchObject({
      mappedBy: 'the import of first.csv',
      kind: 'claims',
      encoding: 'koi8-r',
      header: ['МИД', 'ЦРУ', 'x', 'why not imported'],
      options: { encoding: 'koi8-r', delimiter: ';', dateOrder: 'dmy' },
      matching: how.matching,
      problems: [],
    })
    const batch = await lists.importFile(lists.write(bytes, 'mend.csv'))
    expect(batch).toMatchObject({ new: 1, rejected: 0, flagged: 0 })
    expect((await lists.file.call('claims.page', {})).rows).toMatchObject([
      { ref: 'K1', said: '2024-11-10', tlp: 'AMBER' },
      { ref: 'K2', statement: 'МВД', said: '2024-11-11', tlp: 'AMBER' },
    ])
    expect((await inspect(bytes)).mappedBy).toBe('the import of mend.csv')
  })

  it('is so also when it was saved in another encoding, with another delimiter, or put in order', async () => {
    await importList()
    const table = [
      ['why not imported', 'x', 'ЦРУ', 'МИД'],
      ['line 3: …', 'K2', '11/11/2024', 'МВД, КГБ'],
    ]
    const found = await inspect(`\ufeff${table.map((cells) => cells.join('\t')).join('\n')}\n`)
    expect(found).toMatchObject({ encoding: 'utf-8', delimiter: '\t', mappedBy: 'the import of first.csv' })
    expect(found.mappings.claims?.columns.map(({ fields }) => fields)).toEqual([[], ['ref'], ['said'], ['statement']])
    expect(found.options).toEqual({ dateOrder: 'dmy' })
  })

  it('goes before a profile for such lists, which is used for lists that are none of rows to mend', async () => {
    await importList()
    const options = { encoding: 'koi8-r' }
    const mapping = mappingOf(['topic', 'statement', null])
    await lists.file.call('profiles.save', {
      profile: profileOf('P', ['МИД', 'ЦРУ', 'x'], { kind: 'claims', mapping, options }),
    })
    expect((await inspect(iconv.encode(list, 'koi8-r'))).mappedBy).toBe('the profile “P”')
    const mended = list.replace('x\n', 'x;why not imported\n').replace('K1\n', 'K1;\n').replace('K2\n', 'K2;\n')
    expect((await inspect(iconv.encode(mended, 'koi8-r'))).mappedBy).toBe('the import of first.csv')
  })

  it('may have lost the reasons with their cells', async () => {
    await importList()
    const mended =
      'МИД;ЦРУ;x;why not imported\nA;11/11/2024;K2\nB;12/11/2024;line 3: no cell may be missing but the last\nC;K3\n'
    const batch = await lists.importFile(lists.write(iconv.encode(mended, 'koi8-r'), 'mend.csv'))
    expect(batch).toMatchObject({ rows: 3, new: 1, rejected: 2 })
    expect((await lists.file.call('claims.page', {})).rows.map(({ statement }) => statement)).toEqual(['Они там', 'A'])
    const { rows } = await lists.file.call('imports.verdicts', { batch: batch.id, start: 0, end: 10 })
    expect(rows.map(({ line, reasons }) => [line, ...reasons.map(({ code }) => code)])).toEqual([
      [3, 'short-row'],
      [4, 'short-row'],
    ])
  })

  it('lacks what a person chose to leave out', async () => {
    const twice = 'ref,statement\nA,x\nA,y\nB,\n'
    for (const [onDuplicate, lines] of [
      [undefined, 2],
      ['update', 2],
      ['skip', 1],
    ] as const) {
      const batch = await lists.importText(twice, 'claims', onDuplicate ? { matching: { onDuplicate } } : {})
      expect([onDuplicate, (await rejected(batch)).trim().split('\r\n').length - 1]).toEqual([onDuplicate, lines])
      await lists.file.call('history.undo')
    }
  })
})

it('is as it would be found without them where no list with these columns was imported', async () => {
  expect(await inspect('ref,statement,why not imported\nA,x,\n')).toMatchObject({ mappedBy: null, problems: [] })
})
