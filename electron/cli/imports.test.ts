import { existsSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { Session } from '../core/session.ts'
import { openCaseFile } from '../store/open.ts'
import { cli, eachInFolder, listOf, ok, type Page } from './test-cli.ts'

const { files, path } = eachInFolder()

type Rows = Page['rows']
const claims = async (): Promise<Rows> => (await listOf(path, 'claims', '--sort', 'ref')).rows
const refs = async (): Promise<unknown[]> => (await claims()).map(({ ref }) => ref)

interface Batch {
  readonly id: string
  readonly fileName: string
  readonly undone: boolean
}
const imported = async (...argv: string[]): Promise<readonly Batch[]> =>
  JSON.parse(await ok('imports', path, '--json', ...argv)) as Batch[]

/** Imports a list and answers the id of that import. */
async function importText(name: string, text: string | Uint8Array, ...argv: readonly string[]): Promise<string> {
  const { out } = await cli(['import', path, files.write(name, text), '--json', ...argv])
  return (JSON.parse(out) as { batch: string }).batch
}

const first = 'ref,statement,claimant\nA,x,Blinken\nB,y,Austin\nC,,\n'

describe('imports', () => {
  it('lists what was imported, the newest first, with what became of it', async () => {
    expect(await ok('imports', path)).toBe('')
    const one = await importText('first.csv', first)
    const two = await importText(
      'second.csv',
      iconv.encode('ref;Утверждение\nD;Они там были\n', 'windows-1251'),
      '--keep-file',
    )
    const lines = (await ok('imports', path)).trimEnd().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${two}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  ana  second\\.csv \\(claims, windows-1251\\): 1 rows, 1 added, 0 updated, 0 the same, 0 in conflict, 0 rejected$`,
        ),
      ),
      expect.stringMatching(/^ {2}sha256 [0-9a-f]{64}, file kept$/),
      expect.stringMatching(new RegExp(`^${one}.* 3 rows, 2 added, .* 1 rejected$`)),
      expect.stringMatching(/^ {2}sha256 [0-9a-f]{64}$/),
    ])
    await ok('undo', path)
    expect(await ok('imports', path, '--batch', two)).toMatch(/0 rejected; taken back\n/)
    expect((await imported()).map(({ id, fileName, undone }) => [id, fileName, undone])).toEqual([
      [two, 'second.csv', true],
      [one, 'first.csv', false],
    ])
  })

  it('gives back the file as it was, byte for byte, where it was kept', async () => {
    const bytes = Buffer.concat([
      iconv.encode(first.replaceAll('\n', '\r'), 'utf-16le', { addBOM: true }),
      Buffer.alloc(3),
    ])
    const kept = await importText('kept.csv', bytes, '--keep-file')
    const left = await importText('left.csv', first)
    const target = files.at('back.csv')
    await ok('imports', path, '--batch', kept, '--file', target)
    expect(readFileSync(target).equals(bytes)).toBe(true)
    const none = await cli(['imports', path, '--batch', left, '--file', files.at('none.csv')])
    expect(none).toMatchObject({
      code: 2,
      err: expect.stringMatching(/was not kept in the case, only its hash/) as string,
    })
    expect(existsSync(files.at('none.csv'))).toBe(false)
  })

  it('gives the rejected rows at any later time', async () => {
    const id = await importText('first.csv', first)
    const target = files.at('mend.csv')
    await ok('imports', path, '--rejects', target)
    expect(readFileSync(target, 'utf8')).toMatch(/^\ufeffref,statement,claimant,why not imported\r\nC,,,"line 4: /)
    await importText('second.csv', 'ref,statement\nD,\n')
    await ok('imports', path, '--rejects', target, '--batch', id)
    expect(readFileSync(target, 'utf8')).toContain('\nC,')
    const which = await cli(['imports', path, '--rejects', target])
    expect(which).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Say which import: .* The case has 2\./) as string,
    })
  })

  it('knows an import by the beginning of its id, when it is the only one', async () => {
    const ids = [await importText('first.csv', first), await importText('second.csv', first)]
    const [one = '', two = ''] = ids
    expect(await imported('--batch', one)).toMatchObject([{ fileName: 'first.csv' }])
    expect(await imported('--batch', two.slice(0, -4))).toMatchObject([{ fileName: 'second.csv' }])
    const many = await cli(['imports', path, '--batch', one.slice(0, 4)])
    expect([many.code, many.out]).toEqual([2, ''])
    expect(many.err).toMatch(/The case has 2 imports whose ids begin with/)
    for (const id of ids) expect(many.err).toContain(id)
    const none = await cli(['imports', path, '--batch', 'zzzz'])
    expect([none.code, none.out]).toEqual([2, ''])
    expect(none.err).toMatch(/The case has no import zzzz\. Imports:\n/)
  })

  it('is read while the case is open in a window', async () => {
    await importText('first.csv', first)
    const window = openCaseFile(path, () => '2026-01-01T00:00:00Z')
    try {
      expect(await imported()).toHaveLength(1)
    } finally {
      window.release()
    }
  })
})

describe('undo', () => {
  it('takes back the last step, and says when there is none', async () => {
    await importText('first.csv', first)
    expect(await cli(['undo', path])).toEqual({ code: 0, out: 'Undone: import first.csv: 2 claims.\n', err: '' })
    expect(await refs()).toEqual([])
    await importText('first.csv', first)
    expect(JSON.parse(await ok('undo', path, '--json'))).toEqual({ label: 'import first.csv: 2 claims' })
    const none = await cli(['undo', path])
    expect([none.code, none.out]).toEqual([3, ''])
    expect(none.err).toMatch(/^parallax: .*nothing/i)
  })

  it('takes back an import at any later time, by its id or how that begins', async () => {
    const one = await importText('first.csv', first)
    const two = await importText('second.csv', 'ref,statement,claimant\nD,z,Cho\n')
    const three = await importText('third.csv', 'ref,statement,claimant\nE,w,Yoon\n')
    expect(await cli(['undo', path, '--batch', one])).toEqual({
      code: 0,
      out: 'The import of first.csv was taken back: 4 records removed, 0 values restored, 0 changed since and kept.\n',
      err: '',
    })
    expect(await refs()).toEqual(['D', 'E'])
    const begins = two.slice(0, -2)
    const json = await cli(['undo', path, '--batch', begins, '--json'])
    expect([json.code, JSON.parse(json.out)]).toEqual([
      0,
      { batch: two, fileName: 'second.csv', removed: 2, restored: 0, trashed: 0, edited: [], editedCount: 0 },
    ])
    expect(await refs()).toEqual(['E'])
    const again = await cli(['undo', path, '--batch', one])
    expect(again).toMatchObject({ code: 3, err: expect.stringMatching(/was taken back already/) as string })
    // It is a step of its own: what takes it back brings the rows back.
    await ok('undo', path)
    expect(await refs()).toEqual(['D', 'E'])
    expect((await imported()).map(({ id, undone }) => [id, undone])).toEqual([
      [three, false],
      [two, false],
      [one, true],
    ])
  })

  it('names the imports that there are, where it is told another', async () => {
    const empty = await cli(['undo', path, '--batch', 'nothing'])
    expect(empty).toMatchObject({ code: 2, out: '', err: 'parallax: The case has no import nothing. It has none.\n' })
    const one = await importText('first.csv', first)
    for (const id of ['00000000', one.slice(0, 3), '']) {
      const unknown = await cli(['undo', path, '--batch', id])
      expect([unknown.code, unknown.out]).toEqual([2, ''])
      expect(unknown.err).toMatch(new RegExp(`The case has no import ${id}\\. Imports:\n${one}  .*  first\\.csv\n$`))
    }
    expect(await refs()).toEqual(['A', 'B'])
  })

  describe('of an import whose rows were changed since', () => {
    let id: string
    beforeEach(async () => {
      id = await importText('first.csv', first)
      await importText('second.csv', 'ref,statement,claimant\nD,by another,Austin\n')
      await edit('A')
    })

    it.each([[], ['--keep-edited']])('keeps those: %s', async (...argv) => {
      const { code, out, err } = await cli(['undo', path, '--batch', id, ...argv])
      expect([code, out]).toEqual([
        0,
        'The import of first.csv was taken back: 1 records removed, 0 values restored, 2 changed since and kept.\n',
      ])
      expect(err.split('\n')).toEqual([
        expect.stringMatching(/^kept: Austin \(this actor was changed or is used/),
        expect.stringMatching(/^kept: A \(this claim was changed/),
        '',
      ])
      expect(await refs()).toEqual(['A', 'D'])
    })

    it('moves those that were rows to the trash when it is forced to', async () => {
      const { code, out, err } = await cli(['undo', path, '--batch', id, '--force'])
      expect([code, out]).toEqual([
        0,
        'The import of first.csv was taken back: 1 records removed, 0 values restored, 1 rows changed since and moved to the trash.\n',
      ])
      expect(err).toMatch(/^not removed: Austin .*\nnot removed: A /)
      expect(await claims()).toMatchObject([{ ref: 'D', claimant: 'Austin' }])
      await ok('undo', path)
      expect(await refs()).toEqual(['A', 'B', 'D'])
    })

    it('is not told to do both', async () => {
      const both = await cli(['undo', path, '--batch', id, '--force', '--keep-edited'])
      expect(both).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/cannot be used with/) as string })
      expect(await refs()).toEqual(['A', 'B', 'D'])
    })
  })
})

describe('a list that is not quite right', () => {
  const good = (at: number): string =>
    `${at};Утверждение ${at};Пётр Иванов;Ивановское, № ${at};11/${String(at).padStart(2, '0')}/2024`
  const header = 'Номер;Утверждение;Кто;Место;Дата заявления'
  const rows = [
    ...Array.from({ length: 10 }, (_, at) => good(at + 1)),
    '11;;Пётр Иванов;Курск;11/11/2024',
    '12;Слишком мало ячеек',
    '13;Слишком; много; ячеек; в; этой; строке',
    ...Array.from({ length: 5 }, (_, at) => good(at + 20)),
  ]
  const encoded = (text: string): Buffer => iconv.encode(text, 'windows-1251')
  const textOf = (name: string): string => iconv.decode(readFileSync(files.at(name)), 'windows-1251')

  it('loses nothing: mended rows come in once, and the first import is taken back without them', async () => {
    files.write('список.csv', encoded(`${[header, ...rows].join('\r\n')}\r\n`))
    /** Imports a file, writes what did not come in to another, and answers what came of it. */
    const run = async (name: string, rejects: string, ...how: string[]): Promise<{ code: number; batch: string }> => {
      const { code, out } = await cli([
        'import',
        path,
        files.at(name),
        '--json',
        '--rejects',
        files.at(rejects),
        ...how,
      ])
      return { code, ...(JSON.parse(out) as { batch: string }) }
    }
    const one = await run('список.csv', 'mend.csv', '--map', 'Кто=claimant', '--date-order', 'mdy')
    expect(one).toMatchObject({ code: 1, rows: 18, new: 15, rejected: 3, encoding: 'windows-1251', delimiter: ';' })

    const text = textOf('mend.csv')
    expect(text.split('\r\n')).toEqual([
      `${header};why not imported`,
      expect.stringMatching(/^11;;Пётр Иванов;Курск;11\/11\/2024;line 12: Утверждение: The row has no statement/),
      expect.stringMatching(/^12;Слишком мало ячеек;;;;line 13: The row has 2 cells where the table has 5\.$/),
      expect.stringMatching(/^13;Слишком;" много";.*;line 14: The row has 7 cells/),
      '',
    ])
    // One is mended whole, one lost the reasons with their cell, one is as it was.
    const mended = text
      .replace(/12;.*?;line/, '12;Двенадцатое;Пётр Иванов;Курск;11/12/2024;line')
      .replace(/13;.*\r\n/, '13;Тринадцатое;Пётр Иванов;Курск;11/13/2024\r\n')
    files.write('mend.csv', encoded(mended))
    expect(await run('mend.csv', 'rest.csv')).toMatchObject({
      code: 1,
      rows: 3,
      new: 2,
      rejected: 1,
      problems: [{ line: 2 }],
    })
    expect(textOf('rest.csv')).toMatch(/\r\n11;;Пётр Иванов;Курск;11\/11\/2024;line 2: [^;]*\r\n$/)
    files.write('rest.csv', encoded(textOf('rest.csv').replace('11;;', '11;Одиннадцатое;')))
    expect(await run('rest.csv', 'none.csv')).toMatchObject({ code: 0, rows: 1, new: 1, problems: [] })
    expect(textOf('none.csv')).toBe(`${header};why not imported\r\n`)

    const all = await claims()
    const numbers = [...Array.from({ length: 13 }, (_, at) => at + 1), 20, 21, 22, 23, 24]
    expect(all.map(({ ref }) => Number(ref)).sort((a, b) => a - b)).toEqual(numbers)
    for (const claim of all)
      expect(claim).toMatchObject({ claimant: 'Пётр Иванов', said: expect.stringMatching(/^2024-11-\d\d$/) as string })
    for (const name of ['rest.csv', 'mend.csv', 'список.csv'])
      expect(await run(name, 'again.csv')).toMatchObject({ new: 0, changed: 0, conflict: 0, added: 0, updated: 0 })
    expect(await claims()).toEqual(all)

    const undone = await cli(['undo', path, '--batch', one.batch])
    expect(undone).toMatchObject({
      code: 0,
      err: 'kept: Пётр Иванов (this actor was changed or is used by what was made since)\n',
    })
    expect((await claims()).map(({ ref, claimant }) => [ref, claimant])).toEqual(
      ['11', '12', '13'].map((ref) => [ref, 'Пётр Иванов']),
    )
    expect(await ok('check', path)).toMatch(/No problems found/)
  })
})

/** A person changes a claim, as in the window. */
async function edit(ref: string): Promise<void> {
  const session = new Session({ path, role: 'writer', user: () => 'Ana' })
  const id = (await claims()).find((claim) => claim['ref'] === ref)?.['id']
  const { result } = await session.call('claims.update', { selection: { ids: [id] }, patch: { place: 'Kursk' } })
  session.close()
  expect(result).toMatchObject({ ok: true })
}
