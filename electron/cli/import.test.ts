import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { cli, eachInFolder, listOf, ok } from './test-cli.ts'

const { files, path } = eachInFolder()

const claims = async (): Promise<readonly Record<string, unknown>[]> =>
  (await listOf(path, 'claims', '--sort', 'ref')).rows

/** The columns of all claims, by the names that `list` gives them. */
const fieldsOf = async (...names: readonly string[]): Promise<unknown[][]> =>
  (await claims()).map((row) => names.map((name) => row[name]))

const importText = (text: string, ...argv: readonly string[]): ReturnType<typeof cli> =>
  cli(['import', path, files.write('list.csv', text), ...argv])

/** The outcome as a script reads it. */
async function outcomeOf(text: string, ...argv: readonly string[]): Promise<Record<string, unknown>> {
  const { out } = await importText(text, ...argv, '--json')
  return JSON.parse(out) as Record<string, unknown>
}

const german = 'Nr,Aussage,Sprecher\n1,Sie sind dort,Blinken in Washington\n'

describe('what a person says of columns', () => {
  it('fills several fields from one column, passes parts over and leaves columns out', async () => {
    const list = 'ref;wer;weiter;claim\nA;Blinken, Kursk, ref 7, soldiers, present;12 / 11,000;x\n'
    const { code, err } = await importText(
      list,
      ...['--map', 'wer=claimant, place,-,measure_subject,measure_category'],
      ...['--map', 'weiter=-,measure', '--split', 'weiter=/'],
    )
    expect([code, err]).toEqual([0, ''])
    expect(await claims()).toMatchObject([
      {
        claimant: 'Blinken',
        place: 'Kursk',
        statement: 'x',
        measures: [{ best: 11000, subject: 'soldiers', category: 'present' }],
      },
    ])
    const out = await importText('ref,claim,claimant,place\nB,y,Austin,Sudzha\n', '--map', 'place=-')
    expect(out).toMatchObject({
      code: 0,
      err: 'list.csv:1: left out, place: The column “place” is not mapped to a field.\n',
    })
    expect((await claims())[1]).toMatchObject({ claimant: 'Austin', place: null })
  })

  it('takes a field from the column that would have had it, and from its part of another', async () => {
    await ok(
      'import',
      path,
      files.write('a.csv', 'ref,statement,claimant,who\nA,x,Blinken,Austin\n'),
      '--map',
      'who=claimant',
    )
    expect(await fieldsOf('claimant')).toEqual([['Austin']])
    const profile = files.write('p.json', JSON.stringify(profileOf('p', 'claimant', 'place')))
    await ok(
      'import',
      path,
      files.write('b.csv', 'Nr,Aussage,Sprecher,Wer\nB,x,Blinken in Washington,Cho\n'),
      '--profile',
      profile,
      '--map',
      'Wer=claimant',
    )
    expect((await claims())[1]).toMatchObject({ claimant: 'Cho', place: 'Washington' })
  })

  it('gives constants, and what parts and joins texts', async () => {
    await ok(
      ...['import', path, files.write('list.csv', 'ref,claim,first,last,tags\nA,x,Antony,Blinken,a/b\nB,y,,,\n')],
      ...['--set', 'tlp=AMBER', '--set', 'claimant=nobody=unnamed', '--set', 'tags=new'],
      ...['--map', 'first=claimant', '--map', 'last=claimant', '--join', 'claimant=_', '--split', 'tags=/'],
    )
    expect(await fieldsOf('claimant', 'tlp', 'tags')).toEqual([
      ['Antony_Blinken', 'AMBER', ['a', 'b']],
      ['nobody=unnamed', 'AMBER', ['new']],
    ])
    await ok(
      'import',
      path,
      files.write('none.csv', 'ref,claim,f,l\nC,z,Анто,ни\n'),
      '--map',
      'f=claimant',
      '--map',
      'l=claimant',
      '--join',
      'claimant=',
    )
    expect((await claims())[2]).toMatchObject({ claimant: 'Антони' })
  })

  it.each([
    [['--map', 'Wetter=statement'], /no column “Wetter”. Columns: Nr, Aussage, Sprecher/],
    [['--map', 'Nr=mood'], /list of claims has no field “mood”. Fields: ref, statement/],
    [['--map', 'Nr=ref,'], /has no field “”/],
    [['--map', 'Nr'], /Write column=field/],
    [['--set', 'mood=grim'], /has no field “mood”/],
    [['--set', 'tlp='], /Write field=value/],
    [['--split', 'Wetter=/'], /no column “Wetter”/],
    [['--join', 'mood=/'], /has no field “mood”/],
    [['--key', 'mood'], /No list has a field “mood”/],
    [['--map', 'Aussage=statement', '--key', 'tags'], /“tags” cannot be a key of claims. Keys: statement, quote/],
    [['--on-duplicate', 'ask'], /Allowed choices are skip, update, add/],
    [['--kind', 'actors'], /no column is mapped to name/],
  ])('is wrong usage: %j', async (argv, message) => {
    const { code, out, err } = await importText(german, ...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect((await claims()).length).toBe(0)
  })
})

/** A profile of the German list. */
const profileOf = (name: string, ...sprecher: string[]): object => ({
  format: 'parallax-import-profile',
  version: 1,
  name,
  kind: 'claims',
  columns: [
    { column: 'Nr', fields: ['ref'], separator: null },
    { column: 'Aussage', fields: ['statement'], separator: null },
    { column: 'Sprecher', fields: sprecher, separator: ' in ' },
  ],
  constants: { topic: 'deployment' },
  joins: {},
  options: {},
  matching: {},
})

describe('--profile and --save-profile', () => {
  it('take a mapping from a file, and keep it in the case for other files with such a header', async () => {
    const file = files.write('bericht.json', JSON.stringify(profileOf('Bericht', 'claimant', 'place')))
    const list = files.write('list.csv', german)
    await ok('import', path, list, '--profile', file, '--set', 'tlp=RED', '--save-profile', 'Bericht der Woche')
    expect(await fieldsOf('ref', 'claimant', 'place', 'topic', 'tlp')).toEqual([
      ['1', 'Blinken', 'Washington', 'deployment', 'RED'],
    ])
    const found = files.write('next.csv', 'Sprecher,Nr,Aussage\nAustin in Seoul,2,Sie gehen\n')
    await ok('import', path, found)
    expect((await claims())[1]).toMatchObject({ ref: '2', claimant: 'Austin', place: 'Seoul', tlp: 'RED' })
    await ok(
      'import',
      path,
      files.write('third.csv', 'Nr,Aussage,Sprecher,x\n3,Alt,Cho in Seoul,\n'),
      '--profile',
      'Bericht der Woche',
    )
    expect((await claims())[2]).toMatchObject({ claimant: 'Cho', topic: 'deployment', tlp: 'RED' })
  })

  it('read a file as the profile says that it is written, unless a person says otherwise', async () => {
    const options = { encoding: 'koi8-r', dateOrder: 'mdy' }
    const columns = ['ref', 'statement', 'said'].map((field) => ({ column: field, fields: [field], separator: null }))
    const profile = files.write('p.json', JSON.stringify({ ...profileOf('Dates'), columns, constants: {}, options }))
    const list = files.write('dates.csv', iconv.encode('ref,statement,said\nA,МИД,10/11/2024\n', 'koi8-r'))
    await ok('import', path, list, '--profile', profile, '--save-profile', 'Dates')
    await ok('undo', path)
    await ok('import', path, list)
    expect(await fieldsOf('statement', 'said')).toEqual([['МИД', '2024-10-11']])
    await ok('undo', path)
    await ok('import', path, list, '--date-order', 'dmy')
    expect(await fieldsOf('statement', 'said')).toEqual([['МИД', '2024-11-10']])
    await ok('undo', path)
    // The profile that is named, and none that was found beside it.
    const plain = files.write('plain.json', JSON.stringify({ ...profileOf('Plain'), columns, constants: {} }))
    await cli(['import', path, list, '--profile', plain, '--encoding', 'koi8-r'])
    expect(await fieldsOf('statement', 'said')).toEqual([['МИД', null]])
  })

  it('say what is wrong with a profile, before anything is imported', async () => {
    const broken = files.write('broken.json', JSON.stringify({ ...profileOf('x', 'claimant'), version: 3 }))
    const list = files.write('list.csv', german)
    for (const [profile, code, message] of [
      ['Weekly', 2, /no import profile “Weekly”. It has none yet/],
      [broken, 2, /broken.json is no import profile of Parallax: .*version/],
      [list, 2, /no import profile .*list\.csv”/],
      [files.at('none.json'), 3, /none\.json/],
    ] as const) {
      const outcome = await cli(['import', path, list, '--profile', profile])
      expect(outcome).toMatchObject({ code, out: '', err: expect.stringMatching(message) as string })
    }
    const right = files.write('right.json', JSON.stringify(profileOf('R', 'claimant', 'place')))
    await ok('import', path, list, '--profile', right, '--save-profile', 'Right')
    expect((await cli(['import', path, list, '--profile', 'Weekly'])).err).toMatch(/It has: Right\./)
    expect(await cli(['import', path, list, '--profile', 'Right', '--kind', 'events'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/“Right” is for lists of claims, not of events/) as string,
    })
    await ok('undo', path)
    for (const name of ['', ' ', 'x'.repeat(201)]) {
      const unnamed = await cli(['import', path, list, '--profile', right, '--save-profile', name])
      expect(unnamed).toMatchObject({ code: 2, err: expect.stringMatching(/name of a profile/) as string })
    }
    expect(await claims()).toEqual([])
  })
})

describe('--key and --on-duplicate', () => {
  const first = 'statement,url,place\nOne,https://a.example,Kursk\nTwo,https://b.example,Kursk\n'

  it('know rows by the fields that are said, and do with them what is said', async () => {
    await importText(first)
    const again = first
      .replace('One', 'One, said better')
      .replace('Two,https://b.example,Kursk', 'Two,https://b.example,Sudzha')
      .replace('One, said better', '"One, said better"')
    const counts = async (...argv: string[]): Promise<unknown[]> => {
      const outcome = await outcomeOf(again, ...argv)
      await ok('undo', path)
      return ['new', 'changed', 'added', 'updated'].map((name) => outcome[name])
    }
    expect(await counts()).toEqual([1, 1, 1, 1])
    expect(await counts('--key', 'url')).toEqual([0, 2, 0, 2])
    expect(await counts('--key', 'url,place')).toEqual([0, 2, 0, 2])
    expect(await counts('--on-duplicate', 'skip')).toEqual([1, 1, 1, 0])
    expect(await counts('--key', 'url', '--on-duplicate', 'add')).toEqual([0, 2, 2, 0])
  })

  it('settle conflicts, which otherwise end with 1', async () => {
    const list = 'ref,statement\nA,x\nA,y\n'
    const codes: unknown[] = []
    for (const choice of [[], ['--on-duplicate', 'skip'], ['--on-duplicate', 'update'], ['--on-duplicate', 'add']]) {
      const { code, out } = await importText(list, '--json', ...choice)
      expect(JSON.parse(out)).toMatchObject({ conflict: 1, rejected: 0 })
      expect((await importText(list, '--dry-run', ...choice)).code).toBe(choice.includes('add') ? 0 : code)
      codes.push(code)
      await ok('undo', path)
    }
    // Two rows under one reference cannot both update one record.
    expect(codes).toEqual([1, 0, 1, 0])
  })
})

describe('--json', () => {
  it('has what came of it, line by line', async () => {
    const outcome = await outcomeOf('ref;statement;said;x\nA;fine;soon;1\nB;;2024;2\n')
    expect(Object.keys(outcome)).toEqual(
      expect.arrayContaining(
        'batch kind fileName rows new changed same conflict rejected flagged added updated seconds encoding delimiter problems'.split(
          ' ',
        ),
      ),
    )
    expect(outcome).toMatchObject({
      batch: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      kind: 'claims',
      fileName: 'list.csv',
      ...{ rows: 2, new: 1, changed: 0, same: 0, conflict: 0, rejected: 1, flagged: 1, added: 1, updated: 0 },
      ...{ encoding: 'utf-8', delimiter: ';', seconds: expect.any(Number) as number },
      problems: [
        { line: 1, column: 'x', code: 'unmapped-column', verdict: 'left out' },
        { line: 2, column: 'said', code: 'unreadable-date', verdict: 'flagged' },
        { line: 3, column: 'statement', code: 'no-statement', verdict: 'rejected' },
      ],
    })
  })

  it('tells what was changed, in words, where it is not asked for', async () => {
    await importText('ref,statement,place\nA,x,Kursk\n')
    expect(await importText('ref,statement,place\nA,x,Sudzha\nB,y,\n')).toEqual({
      code: 0,
      out: '1 claim imported from list.csv, 1 updated; 0 rows rejected, 0 flagged.\n',
      err: 'list.csv:2: changed, place of A: Kursk → Sudzha\n',
    })
  })
})

describe('--dry-run', () => {
  it('tells what would come of it, and changes not a byte', async () => {
    await importText('ref,statement,place\nA,x,Kursk\nB,y,Kursk\n')
    const list = 'ref,statement,place,said\nA,x,Sudzha,soon\nB,y,Kursk,\nC,z,,\nD,,,\nC,again,,\n'
    const before = readFileSync(path)
    const listed = readdirSync(files.folder)
    const more = ['--rejects', files.at('mend.csv'), '--keep-file', '--save-profile', 'P']
    const dry = await outcomeOf(list, '--dry-run', ...more)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(files.folder)).toEqual(listed)
    const { batch, ...real } = await outcomeOf(list)
    expect(dry).toMatchObject({ new: 1, changed: 1, same: 1, conflict: 1, rejected: 1, added: 1, updated: 1 })
    for (const name of 'kind fileName rows new changed same conflict rejected flagged added updated encoding delimiter problems'.split(
      ' ',
    ))
      expect([name, dry[name]]).toEqual([name, real[name]])
    expect([dry['batch'], typeof batch]).toEqual([null, 'string'])
    const said = await importText('ref,statement\nE,e\n', '--dry-run')
    expect(said).toMatchObject({
      code: 0,
      out: '1 claim would be imported from list.csv; 0 rows rejected, 0 flagged.\n',
    })
  })

  it('ends as the import itself would', async () => {
    expect((await importText('ref,statement\nA,\n', '--dry-run')).code).toBe(1)
    expect((await importText('ref,mood\nA,\n', '--dry-run')).code).toBe(2)
    expect((await cli(['import', path, files.at('none.csv'), '--dry-run'])).code).toBe(3)
  })
})

describe('--rejects', () => {
  it('holds what did not come in and nobody left out, with the header alone where all came in', async () => {
    const rejects = files.at('mend.csv')
    const written = (): string => readFileSync(rejects, 'utf8').replace(/^\ufeff/, '')
    await importText('ref,statement\nA,x\n', '--rejects', rejects)
    expect(written()).toBe('ref,statement,why not imported\r\n')
    await importText('ref,statement\nB,x\nB,y\nC,\n', '--rejects', rejects)
    expect(written().split('\r\n')).toEqual([
      'ref,statement,why not imported',
      expect.stringMatching(/^B,y,"line 3: ref: The reference B is that of line 2 already/),
      expect.stringMatching(/^C,,"line 4: statement: The row has no statement/),
      '',
    ])
    await importText('ref,statement\nD,x\nD,y\nE,\n', '--rejects', rejects, '--on-duplicate', 'skip')
    expect(written()).not.toContain('D,y')
    expect(written()).toContain('E,,')
  })

  it('never stands in the way of what was imported', async () => {
    const { code, out, err } = await importText('ref,statement\nA,x\n', '--rejects', files.at('no/mend.csv'))
    expect(code).toBe(3)
    expect(out).toMatch(/^1 claim imported/)
    expect(err).toMatch(/mend\.csv cannot be written/)
    expect((await claims()).length).toBe(1)
  })

  it('is never written over the list or the case', async () => {
    const before = readFileSync(path)
    for (const target of [path, files.at('list.csv'), `${files.folder}/./list.csv`]) {
      const outcome = await importText('ref,statement\nA,\n', '--rejects', target)
      expect(outcome).toMatchObject({ code: 2, err: expect.stringMatching(/would be written over/) as string })
    }
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readFileSync(files.at('list.csv'), 'utf8')).toBe('ref,statement\nA,\n')
    await importText('ref,statement\nA,\n', '--keep-file')
    for (const option of ['--rejects', '--file']) expect((await cli(['imports', path, option, path])).code).toBe(2)
    expect(await ok('check', path)).toMatch(/No problems found/)
  })
})
