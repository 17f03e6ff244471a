import iconv from 'iconv-lite'
import { utils, write as writeBook } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileOptions, Inspection } from '../../../../shared/import.ts'
import { firstFields, mappingOf } from '../../../../shared/mapping.ts'
import { profileOf, type Profile } from '../../../../shared/profile.ts'
import { makeTestLists, type TestLists } from '../test-lists.ts'
import { readProfile } from './profiles.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

const header = ['Nr', 'Aussage', 'Wer', 'Schlagworte']
const columns: Profile['columns'] = [
  { column: 'Nr', fields: ['ref'], separator: null },
  { column: 'Aussage', fields: ['statement'], separator: null },
  { column: 'Wer', fields: ['claimant', 'place'], separator: ' in ' },
  { column: 'Schlagworte', fields: ['tags'], separator: '/' },
]

const profile = (name: string, more: Partial<Profile> = {}): Profile => ({
  format: 'parallax-import-profile',
  version: 1,
  name,
  kind: 'claims',
  columns,
  constants: { tlp: 'AMBER' },
  joins: {},
  options: {},
  matching: { key: ['url'], onDuplicate: 'skip' },
  ...more,
})

const save = (one: Profile): Promise<unknown> => lists.file.call('profiles.save', { profile: one })
const names = async (): Promise<string[]> => (await lists.file.call('profiles.list')).map(({ name }) => name)

const inspect = (content: string | Uint8Array, options: FileOptions = {}, chosen?: Profile): Promise<Inspection> =>
  lists.file.call('imports.inspectFile', {
    path: lists.write(content),
    options,
    ...(chosen && { profile: chosen }),
  })

/** Which field each column of a list fills first, as found in its file. */
const fieldsOf = ({ kind, mappings }: Inspection): unknown[] => {
  const mapping = mappings[kind]
  return mapping ? firstFields(mapping) : []
}

describe('a profile', () => {
  it('is found again by the shape of the header: in another order, in other letters, with reasons beside it', async () => {
    await save(profile('Bericht'))
    for (const [list, fields] of [
      ['Nr,Aussage,Wer,Schlagworte\n1,A,B,C\n', ['ref', 'statement', 'claimant', 'tags']],
      ['Schlagworte,Wer,Aussage,Nr\n1,A,B,C\n', ['tags', 'claimant', 'statement', 'ref']],
      ['NR,AUSSAGE,wer,Schlag-Worte\n1,A,B,C\n', ['ref', 'statement', 'claimant', 'tags']],
      ['Nr,Aussage,Wer,Schlagworte,why not imported\n1,A,B,C,x\n', ['ref', 'statement', 'claimant', 'tags', null]],
    ] as const) {
      const found = await inspect(list)
      expect([found.mappedBy, fieldsOf(found)]).toEqual(['the profile “Bericht”', fields])
      expect(found).toMatchObject({ kind: 'claims', matching: { key: ['url'], onDuplicate: 'skip' }, problems: [] })
    }
    const other = await inspect('Nr,Aussage,Wer\n1,A,B\n')
    expect([other.mappedBy, other.matching]).toEqual([null, {}])
  })

  it('brings everything with it that was said of the columns', async () => {
    await save(profile('Bericht', { columns: [...columns], joins: { tags: '; ' } }))
    const path = lists.write('Schlagworte,Wer,Aussage,Nr\na/b,Blinken in Washington,They are there,1\n')
    const { mappings } = await lists.file.call('imports.inspectFile', { path })
    expect(mappings.claims).toEqual({
      columns: [
        { fields: ['tags'], separator: '/' },
        { fields: ['claimant', 'place'], separator: ' in ' },
        { fields: ['statement'], separator: null },
        { fields: ['ref'], separator: null },
      ],
      constants: { tlp: 'AMBER' },
      joins: { tags: '; ' },
    })
    await lists.importFile(path)
    expect((await lists.file.call('claims.page', {})).rows).toMatchObject([
      { ref: '1', claimant: 'Blinken', place: 'Washington', tags: ['a', 'b'], tlp: 'AMBER' },
    ])
    expect((await inspect('Nr,Aussage,Wer,Schlagworte\n1,A,B,C\n')).mappings.actors).toMatchObject({ constants: {} })
  })

  it('tells columns of one name apart by their order', async () => {
    const mapping = mappingOf(['statement', 'note', 'claimant'])
    await save(profileOf('Twice', ['Text', 'Text', 'Wer'], { kind: 'claims', mapping }))
    expect(fieldsOf(await inspect('Wer,Text,Text\n1,A,B\n'))).toEqual(['claimant', 'statement', 'note'])
  })

  it('tells columns apart whose names differ in their case only', async () => {
    const mapping = mappingOf(['statement', 'note'])
    await save(profileOf('Cases', ['text', 'Text'], { kind: 'claims', mapping }))
    expect(fieldsOf(await inspect('Text,text\nA,B\n'))).toEqual(['note', 'statement'])
  })

  it('is one of several of one shape: the one whose name comes first is found, each can be chosen', async () => {
    const plain = profile('Aus dem Archiv', { columns: columns.map((use) => ({ ...use, fields: [] })) })
    const second = { ...plain, columns: [...plain.columns.slice(0, 3), { ...columns[1], column: 'Schlagworte' }] }
    await save(profile('Bericht'))
    await save(second as Profile)
    const list = 'Nr,Aussage,Wer,Schlagworte\n1,A,B,C\n'
    const found = await inspect(list)
    expect([found.mappedBy, fieldsOf(found)]).toEqual(['the profile “Aus dem Archiv”', [null, null, null, 'statement']])
    const chosen = await inspect(list, {}, (await lists.file.call('profiles.list'))[1])
    expect([chosen.mappedBy, fieldsOf(chosen)]).toEqual([
      'the profile “Bericht”',
      ['ref', 'statement', 'claimant', 'tags'],
    ])
  })

  it('gives way to one of its name, which may be of another shape, and can be removed', async () => {
    await save(profile('Bericht'))
    await save(profile('Bericht', { kind: 'actors', columns: [{ column: 'Wer', fields: ['name'], separator: null }] }))
    expect(await names()).toEqual(['Bericht'])
    expect((await inspect('Nr,Aussage,Wer,Schlagworte\n1,A,B,C\n')).mappedBy).toBeNull()
    expect(await inspect('Wer\nGRU\n')).toMatchObject({ kind: 'actors', mappedBy: 'the profile “Bericht”' })
    await lists.file.call('profiles.remove', { name: 'Bericht' })
    expect([await names(), (await inspect('Wer\nGRU\n')).mappedBy]).toEqual([[], null])
    await expect(lists.file.call('profiles.remove', { name: 'Bericht' })).rejects.toThrow(
      /no import profile “Bericht”. It has none yet/,
    )
    await save(profile('Other'))
    await expect(lists.file.call('profiles.remove', { name: 'Bericht' })).rejects.toThrow(/It has: Other\./)
  })

  it('is kept in the file of the case', async () => {
    await save(profile('Bericht', { options: { encoding: 'koi8-r', delimiter: ';', dateOrder: 'mdy' } }))
    lists.file = lists.file.reopen()
    expect(await lists.file.call('profiles.list')).toEqual([
      profile('Bericht', { options: { encoding: 'koi8-r', delimiter: ';', dateOrder: 'mdy' } }),
    ])
  })
})

describe('how a file is written, by its profile', () => {
  const dated = columns.with(3, { column: 'Schlagworte', fields: ['said'], separator: null })
  // Three letters tell nothing of their encoding: by themselves they are read as “нйд”.
  const text = 'Nr,Aussage,Wer,Schlagworte\n1,МИД,A,10/11/2024\n'

  it('goes before what would be found, and a person goes before it', async () => {
    const bytes = iconv.encode(text, 'koi8-r')
    expect(await inspect(bytes)).toMatchObject({ encoding: 'windows-1251', preview: [['1', 'нйд', 'A', '10/11/2024']] })
    const options = { encoding: 'koi8-r', delimiter: ',', dateOrder: 'mdy' } as const
    await save(profile('Bericht', { columns: dated, options }))
    const path = lists.write(bytes)
    expect(await lists.file.call('imports.inspectFile', { path })).toMatchObject({
      encoding: 'koi8-r',
      options,
      preview: [['1', 'МИД', 'A', '10/11/2024']],
    })
    await lists.importFile(path)
    expect((await lists.file.call('claims.page', {})).rows).toMatchObject([{ statement: 'МИД', said: '2024-10-11' }])

    const said = { encoding: 'cp866', dateOrder: 'dmy' } as const
    expect(await inspect(bytes, said)).toMatchObject({ encoding: 'cp866', options: { ...said, delimiter: ',' } })
  })

  it('shows a header that could not be read without it', async () => {
    const cyrillic = ['МИД', 'ЦРУ'].map((column): Profile['columns'][number] => ({
      column,
      fields: [column === 'МИД' ? 'statement' : 'claimant'],
      separator: null,
    }))
    const bytes = iconv.encode('МИД,ЦРУ\nx,y\n', 'koi8-r')
    expect((await inspect(bytes)).header).toEqual(['нйд', 'гтх'])
    await save(profile('Ежи', { columns: cyrillic, options: { encoding: 'koi8-r' } }))
    const found = await inspect(bytes)
    expect(found).toMatchObject({ encoding: 'koi8-r', header: ['МИД', 'ЦРУ'], mappedBy: 'the profile “Ежи”' })
    expect((await inspect(bytes, { encoding: 'windows-1251' })).mappedBy).toBeNull()

    const arrows = 'Nr => Aussage => Wer => Schlagworte\n1 => A => B => C\n'
    expect((await inspect(arrows)).delimiter).not.toBe(' => ')
    await save(profile('Arrows', { options: { delimiter: ' => ' } }))
    expect(await inspect(arrows)).toMatchObject({ delimiter: ' => ', header, mappedBy: 'the profile “Arrows”' })
    expect((await inspect('Nr:Text\n1:A\n')).mappedBy).toBeNull()
  })

  it('yields where the file is plainly written otherwise', async () => {
    await save(profile('Bericht', { columns: dated, options: { encoding: 'utf-8', delimiter: '|', dateOrder: 'mdy' } }))
    const list = 'Nr;Aussage;Wer;Schlagworte\n1;Они там были вчера;Блинкен;10/11/2024\n'
    for (const encoding of ['windows-1251', 'utf-8']) {
      const found = await inspect(iconv.encode(list, encoding))
      expect(found).toMatchObject({ encoding, delimiter: ';', mappedBy: 'the profile “Bericht”', header })
      expect(found.options).toEqual({ dateOrder: 'mdy' })
    }
    const badly = await inspect(iconv.encode(list.replaceAll(';', '|'), 'windows-1251'))
    expect([badly.encoding, badly.options]).toEqual(['windows-1251', { dateOrder: 'mdy' }])
  })

  it('says nothing of a workbook, which says itself how it is written', async () => {
    await save(profile('Bericht', { options: { encoding: 'koi8-r', delimiter: '|' } }))
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([header, ['1', 'Они там, все', 'Блинкен', 'x']]), 'Claims')
    const path = lists.write(writeBook(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'book.xlsx')
    const found = await lists.file.call('imports.inspectFile', { path })
    expect(found).toMatchObject({ mappedBy: 'the profile “Bericht”', preview: [['1', 'Они там, все', 'Блинкен', 'x']] })
    await lists.importFile(path, 'claims', { options: { encoding: 'koi8-r', delimiter: '|' } })
    expect((await lists.file.call('claims.page', {})).rows).toMatchObject([{ statement: 'Они там, все' }])
  })

  it('is refused when nobody knows the encoding', async () => {
    await expect(save(profile('Bericht', { options: { encoding: 'klingon' } }))).rejects.toThrow(
      /“klingon” is no encoding that Parallax knows/,
    )
    expect(await names()).toEqual([])
  })
})

describe('a profile in a file', () => {
  it('is read back as it was written, also with a mark before it', () => {
    const one = profile('Bericht', { options: { encoding: 'koi8-r' } })
    expect(readProfile(JSON.stringify(one, null, 2), 'p.json')).toEqual(one)
    expect(readProfile(`\ufeff${JSON.stringify(one)}`, 'p.json')).toEqual(one)
  })

  it.each([
    ['text that is no JSON', '{"name": ', /JSON/],
    ['another JSON file', '{"name":"x","version":"1.0.0"}', /format/],
    ['a list', '[]', /expected object/],
    ['one of a later version', JSON.stringify({ ...profile('x'), version: 2 }), /version/],
    ['one without a name', JSON.stringify(profile('  ')), /name/],
    ['one of a kind of list that there is not', JSON.stringify({ ...profile('x'), kind: 'quotes' }), /kind/],
    [
      'one with a field that there is not',
      JSON.stringify(profile('x', { columns: [{ column: 'a', fields: ['mood' as 'place'], separator: null }] })),
      /columns\[0\]\.fields/,
    ],
    ['one with something unknown in it', JSON.stringify({ ...profile('x'), colour: 'red' }), /colour/],
    [
      'one in an encoding that nobody knows',
      JSON.stringify(profile('x', { options: { encoding: 'y' } })),
      /“y” is no encoding/,
    ],
  ])('is refused when it is %s, with what is wrong', (_what, text, why) => {
    const read = (): unknown => readProfile(text, 'mine.json')
    expect(read).toThrow(/^mine\.json is no import profile of Parallax: .*Nothing was changed\.$/)
    expect(read).toThrow(why)
  })
})
