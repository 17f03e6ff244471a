import iconv from 'iconv-lite'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileOptions, Inspection } from '../../../../shared/import.ts'
import { firstFields } from '../../../../shared/mapping.ts'
import { makeTestLists, type TestLists } from '../test-lists.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

const beside = 'list.csv-metadata.json'
const context = { '@context': 'http://www.w3.org/ns/csvw' }
const describes = (metadata: object): string =>
  lists.write(JSON.stringify({ ...context, url: 'list.csv', ...metadata }), beside)
const columnsAre = (columns: object[], more: object = {}): string => describes({ tableSchema: { columns }, ...more })

const inspect = (content: string | Uint8Array, options: FileOptions = {}): Promise<Inspection> =>
  lists.file.call('imports.inspectFile', { path: lists.write(content), options })

const fieldsOf = ({ kind, mappings }: Inspection): unknown[] => {
  const mapping = mappings[kind]
  return mapping ? firstFields(mapping) : []
}

/** Imports a list as it is found, and answers its claims. */
async function claimsOf(content: string | Uint8Array): Promise<unknown[]> {
  await lists.importFile(lists.write(content))
  return (await lists.file.call('claims.page', {})).rows
}

const list = 'Nr.,Was,Wer,Wann\n1,They are there,Blinken,10/11/2024\n'

describe('metadata beside a list', () => {
  it('names its columns by title, in whatever order they stand', async () => {
    columnsAre([
      { titles: ['Wann', 'When'], name: 'said' },
      { titles: { de: ['Wer', 'Sprecher'], en: 'Who' }, name: 'claimant' },
      { titles: 'was', name: 'statement' },
      { titles: { und: 'Nr.' }, name: 'ref' },
    ])
    const found = await inspect(list)
    expect([found.mappedBy, fieldsOf(found)]).toEqual([beside, ['ref', 'statement', 'claimant', 'said']])
  })

  it('names them by their places where it has no title or name that the file has', async () => {
    columnsAre([{ name: 'ref' }, { name: 'statement', titles: 'Claim' }, { name: 'claimant' }, { name: 'said' }])
    expect(fieldsOf(await inspect(list))).toEqual(['ref', 'statement', 'claimant', 'said'])
    // A name says which column it is, as a title does.
    columnsAre([{ name: 'claimant' }, { name: 'statement' }, { name: 'Nr.', propertyUrl: 'ref' }])
    expect(fieldsOf(await inspect('statement,Nr.,claimant\nA,1,B\n'))).toEqual(['statement', 'ref', 'claimant'])
    // One known name does not take the others their places.
    columnsAre([{ name: 'ref' }, { name: 'statement' }, { name: 'claimant' }])
    expect(fieldsOf(await inspect('ref,Was,Wer\n1,A,B\n'))).toEqual(['ref', 'statement', 'claimant'])
  })

  it('knows fields by the last part of a property, and by names in other languages', async () => {
    columnsAre([
      { titles: 'Nr.', propertyUrl: 'https://example.org/parallax#ref' },
      { titles: 'Was', propertyUrl: 'https://example.org/terms/statement' },
      { titles: 'Wer', propertyUrl: 'px:claimant', name: 'speaker' },
      { titles: 'Wann', name: 'дата заявления' },
    ])
    expect(fieldsOf(await inspect(list))).toEqual(['ref', 'statement', 'claimant', 'said'])
  })

  it('tells what kind of list it is', async () => {
    columnsAre([
      { titles: 'Was', propertyUrl: 'px:title' },
      { titles: 'Wann', propertyUrl: 'px:when' },
      { titles: 'Dabei', propertyUrl: 'px:participants', separator: '/' },
    ])
    const found = await inspect('Was,Wann,Dabei\nTalks,2024-11,Blinken/Austin\n')
    expect([found.kind, found.mappedBy, fieldsOf(found)]).toEqual(['events', beside, ['title', 'when', 'participants']])
  })

  it('says the order of dates, what parts values and what an empty cell means', async () => {
    columnsAre([
      { titles: 'Nr.', name: 'ref' },
      { titles: 'Was', name: 'statement' },
      { titles: 'Wer', name: 'claimant', default: 'an official' },
      { titles: 'Wann', name: 'said', datatype: { base: 'date', format: 'd/M/yyyy' } },
      { titles: 'Wozu', name: 'tags', separator: '|' },
    ])
    const text = 'Nr.,Was,Wer,Wann,Wozu\n1,They are there,,10/11/2024,a|b\n2,They left,Austin,10/12/2024,\n'
    expect((await inspect(text)).options).toEqual({ dateOrder: 'dmy' })
    expect(await claimsOf(text)).toMatchObject([
      { ref: '1', claimant: 'an official', said: '2024-11-10', tags: ['a', 'b'] },
      { ref: '2', claimant: 'Austin', said: '2024-12-10', tags: [] },
    ])
    expect((await inspect(text, { dateOrder: 'mdy' })).options).toEqual({ dateOrder: 'mdy' })
  })

  it.each([
    [['MM/dd/yyyy'], 'mdy'],
    [['dd.MM.yyyy HH:mm'], 'dmy'],
    [['yyyy-MM-dd'], 'ymd'],
    // A date with its year first cannot be misread: the other column's order is what must be known.
    [['yyyy-MM-dd', 'M/d/yy'], 'mdy'],
    [['d/M/yyyy', 'M/d/yyyy'], undefined],
    [['QQQ'], undefined],
  ])('reads the formats %j as the order %s', async (formats, order) => {
    const date = (name: string, format?: string): object => ({
      name,
      ...(format && { datatype: { base: 'date', format } }),
    })
    columnsAre([{ name: 'statement' }, date('said', formats[0]), date('published', formats[1])])
    expect((await inspect('statement,said,published\nA,2024,2024\n')).options.dateOrder).toBe(order)
  })

  it('says how the file is written, and a person says otherwise', async () => {
    const columns = [{ name: 'statement' }, { name: 'claimant' }]
    const bytes = iconv.encode('Что => Кто\nЁж, щит => Юг\n', 'koi8-r')
    expect((await inspect(bytes)).delimiter).not.toBe(' => ')
    columnsAre(columns, { dialect: { delimiter: ' => ', encoding: 'koi8-r', header: true } })
    const found = await inspect(bytes)
    expect(found).toMatchObject({ encoding: 'koi8-r', delimiter: ' => ', preview: [['Ёж, щит', 'Юг']] })
    expect(found.options).toEqual({ encoding: 'koi8-r', delimiter: ' => ' })
    expect(await claimsOf(bytes)).toMatchObject([{ statement: 'Ёж, щит', claimant: 'Юг' }])
    expect(await inspect(bytes, { encoding: 'cp866' })).toMatchObject({ encoding: 'cp866', delimiter: ' => ' })
  })

  it('may be of a group of tables, of which one is this file', async () => {
    const other = { url: 'other.csv', tableSchema: { columns: [{ name: 'title' }] } }
    const mine = {
      url: 'https://example.org/data/list.csv',
      tableSchema: { columns: ['ref', 'statement', 'claimant', 'said'].map((name) => ({ name })) },
    }
    lists.write(JSON.stringify({ ...context, dialect: { delimiter: ',' }, tables: [other, mine] }), beside)
    const found = await inspect(list)
    expect([fieldsOf(found), found.options]).toEqual([['ref', 'statement', 'claimant', 'said'], { delimiter: ',' }])
    lists.write(JSON.stringify({ ...context, tables: [other, { ...other, url: '%zz' }] }), beside)
    expect((await inspect(list)).mappedBy).toBeNull()
    // What the group says of all its tables holds where a table says nothing.
    lists.write(JSON.stringify({ ...context, tableSchema: mine.tableSchema, tables: [{ url: 'list.csv' }] }), beside)
    expect(fieldsOf(await inspect(list))).toEqual(['ref', 'statement', 'claimant', 'said'])
  })

  it('leaves out what it says is not for output, and columns that are in no file', async () => {
    columnsAre([
      { name: 'row', virtual: true, propertyUrl: 'ref' },
      { name: 'statement' },
      { name: 'claimant', suppressOutput: true },
    ])
    const found = await inspect('Was,Wer\nA,B\n')
    expect(fieldsOf(found)).toEqual(['statement', null])
    expect(found.problems).toMatchObject([{ column: 'Wer', code: 'unmapped-column' }])
  })

  it('leaves the columns that it does not describe to their own names', async () => {
    columnsAre([{ titles: 'Wann', name: 'said', datatype: { base: 'date', format: 'd/M/yyyy' } }])
    const found = await inspect('ref,statement,Wann,claimant\n1,A,10/11/2024,B\n')
    expect([found.mappedBy, fieldsOf(found)]).toEqual([beside, ['ref', 'statement', 'said', 'claimant']])
    columnsAre([{ titles: 'x', name: 'statement' }])
    expect(fieldsOf(await inspect('statement,x\nA,B\n'))).toEqual([null, 'statement'])
  })

  it('that names no field changes nothing but how the file is read', async () => {
    columnsAre([{ name: 'a' }, { name: 'b' }], { dialect: { delimiter: ',' } })
    const found = await inspect('statement,claimant\nA,B\n')
    expect([found.mappedBy, fieldsOf(found), found.options]).toEqual([
      null,
      ['statement', 'claimant'],
      { delimiter: ',' },
    ])
  })

  it('yields to a profile that was saved for the same header', async () => {
    columnsAre([{ name: 'statement' }, { name: 'claimant' }], { dialect: { delimiter: ',', encoding: 'utf-8' } })
    const columns = ['Was', 'Wer'].map((column) => ({ column, fields: ['topic' as const], separator: null }))
    await lists.file.call('profiles.save', {
      profile: {
        format: 'parallax-import-profile',
        version: 1,
        name: 'Mine',
        kind: 'claims',
        columns,
        constants: { statement: 'x' },
        joins: {},
        options: { dateOrder: 'mdy' },
        matching: {},
      },
    })
    const found = await inspect('Was,Wer\nA,B\n')
    expect([found.mappedBy, fieldsOf(found)]).toEqual(['the profile “Mine”', ['topic', 'topic']])
    expect(found.options).toEqual({ delimiter: ',', encoding: 'utf-8', dateOrder: 'mdy' })
  })
})

describe('metadata that cannot be used', () => {
  it.each([
    ['no JSON', '{"tableSchema": ', /JSON/],
    ['nothing', '', /JSON/],
    ['JSON of another kind', '[1, 2]', /expected object/],
    ['columns that are none', JSON.stringify({ tableSchema: { columns: 'a, b' } }), /tableSchema\.columns/],
    ['a schema that is elsewhere', JSON.stringify({ tableSchema: 'schema.json' }), /tableSchema/],
    ['an encoding that nobody knows', JSON.stringify({ dialect: { encoding: 'klingon' } }), /“klingon”/],
    ['far too much', JSON.stringify({ note: 'x'.repeat(2 ** 20) }), /too large/],
  ])('is told by its name: %s', async (_what, text, why) => {
    lists.write(text, beside)
    const refusal = inspect(list)
    await expect(refusal).rejects.toMatchObject({ code: 'cannot-read' })
    await expect(refusal).rejects.toThrow(
      /^list\.csv-metadata\.json, the metadata beside the list, cannot be used: .* Mend or move it\. Nothing was imported\.$/,
    )
    await expect(refusal).rejects.toThrow(why)
  })

  it('is told also where it cannot be opened', async () => {
    const path = lists.write(list)
    mkdirSync(join(path, '..', beside))
    await expect(lists.file.call('imports.inspectFile', { path })).rejects.toThrow(/^list\.csv-metadata\.json.*EISDIR/)
  })

  it('is none where it stands beside another file', async () => {
    columnsAre([{ name: 'claimant' }, { name: 'statement' }])
    const path = lists.write('statement,claimant\nA,B\n', 'other.csv')
    expect(await lists.file.call('imports.inspectFile', { path })).toMatchObject({ mappedBy: null, options: {} })
  })

  it('may begin with a mark', async () => {
    lists.write(`\ufeff${JSON.stringify({ tableSchema: { columns: [{ name: 'statement' }] } })}`, beside)
    expect(fieldsOf(await inspect('Was\nA\n'))).toEqual(['statement'])
  })
})
