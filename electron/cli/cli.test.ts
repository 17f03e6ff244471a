import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { connect } from '../store/connection.ts'
import { openCaseFile } from '../store/open.ts'
import { cli, eachInFolder, listOf, ok, type Page } from './test-cli.ts'

const claims = 'resources/sample/partnership-claims.csv'
const events = 'resources/sample/partnership-events.csv'

const { files, folder, path } = eachInFolder(() => undefined)

const write = (name: string, content: string): string => files.write(name, content)
const list = (...argv: readonly string[]): Promise<Page> => listOf(path, ...argv)

async function sampleCase(): Promise<void> {
  await ok('new', path, '--title', 'Korea')
  await ok('import', path, claims)
  await ok('import', path, events)
}

describe('the main job', () => {
  it('makes a case, imports both lists, lists and checks', async () => {
    await sampleCase()
    expect(readdirSync(folder)).toEqual(['korea.parallax'])
    expect(await ok('check', path)).toMatch(/17 claims, 5 events, .*\nNo problems found\.\n/)
    const { total, rows } = await list('claims', '--sort', 'ref')
    expect([total, rows.length]).toEqual([17, 17])
    expect(rows[9]).toMatchObject({
      ref: 'C10',
      statement: 'About 11,000 North Korean soldiers are in the Kursk region',
      claimant: 'Volodymyr Zelenskyy',
      outlet: 'Unnamed outlet',
      document: 'Seed article',
      said: '2024-11~',
      topic: 'deployment',
      place: 'Kursk region',
      reliability: 'B',
      credibility: '2',
      measures: [{ best: 11000, qualifier: 'about' }],
      tags: ['deployment', 'figures', 'Kursk'],
      event: 'North Korean troops deploy to Russia',
    })
    for (const [kind, count] of Object.entries({ events: 5, actors: 13, outlets: 2, documents: 2, notes: 10 }))
      expect((await list(kind)).total, kind).toBe(count)
  })

  it('searches, filters, sorts and pages', async () => {
    await sampleCase()
    const refs = async (...argv: string[]): Promise<unknown[]> =>
      (await list('claims', ...argv)).rows.map((row) => row['ref'])
    expect(await refs('--search', 'kursk soldiers')).toEqual(['C08', 'C09', 'C10'])
    expect(await refs('--sort', 'quantity:desc,ref', '--limit', '4')).toEqual(['C10', 'C07', 'C11', 'C08'])
    expect(await refs('--sort', 'ref:desc', '--limit', '2', '--offset', '1')).toEqual(['C16', 'C15'])
    expect(await refs('--filter', '{"topic":"treaty","reliability":["C"]}', '--sort', 'ref')).toEqual(['C01', 'C02'])
    expect(await refs('--filter', '{"quantity":{"min":9000},"category":"present"}')).toEqual(['C07', 'C10'])
    expect(await list('claims', '--limit', '0')).toEqual({ total: 17, rows: [] })
  })

  it('prints an aligned table that is cut to the terminal', async () => {
    await ok('new', path)
    await ok(
      'import',
      path,
      write('a.csv', 'statement,claimant\n국정원은 북한군 파병을 확인했다,국정원\nshort,A\u001b[31m\n'),
    )
    const narrow = await cli(['list', path, 'claims'], { columns: 40 })
    for (const line of narrow.out.trimEnd().split('\n')) expect(width(line)).toBeLessThanOrEqual(40)
    expect(narrow.out).not.toContain('\u001b')
    const wide = await ok('list', path, 'claims')
    const [header = '', korean = '', latin = ''] = wide.split('\n')
    expect(width(korean.slice(0, korean.lastIndexOf('국정원')))).toBe(header.indexOf('claimant'))
    expect(latin.indexOf('A')).toBe(header.indexOf('claimant'))
    const cut = await cli(['list', path, 'claims', '--limit', '1'])
    expect(cut.err).toBe('1 of 2 claims shown (--limit, --offset).\n')
  })

  it('takes what the person says of a file, and writes the rejected rows in the file’s own form, to be mended', async () => {
    await ok('new', path)
    const korean = join(folder, 'korean.csv')
    const text = '번호;Aussage;발언자;발언일\r\nK1;파병은 사실이다;국방부;10/11/2024\r\nK2;;국방부;11/11/2024\r\n'
    writeFileSync(korean, iconv.encode(text, 'cp949'))
    const rejects = join(folder, 'mend.csv')
    const how = ['--map', 'Aussage=statement', '--date-order', 'dmy', '--rejects', rejects]
    const { code } = await cli(['import', path, korean, '--json', ...how])
    expect(code).toBe(1)
    expect((await list('claims')).rows).toMatchObject([
      { ref: 'K1', statement: '파병은 사실이다', claimant: '국방부', said: '2024-11-10' },
    ])
    const mended = iconv.decode(readFileSync(rejects), 'cp949')
    expect(mended).toMatch(
      /^번호;Aussage;발언자;발언일;why not imported\r\nK2;;국방부;11\/11\/2024;line 3: .*statement/,
    )
    writeFileSync(rejects, iconv.encode(mended.replace('K2;;', 'K2;이제 있다;'), 'cp949'))
    expect((await cli(['import', path, rejects, ...how.slice(0, 4)])).code).toBe(0)
    expect((await list('claims')).total).toBe(2)
    for (const wrong of [['Nothing=statement'], ['Aussage=nothing']])
      expect((await cli(['import', path, korean, '--map', ...wrong])).code).toBe(2)
  })

  it('says what was rejected and flagged, and ends with 1', async () => {
    await ok('new', path)
    const bad = write('bad.csv', 'ref,statement,said,mood\nA,fine,2024,x\nB,,2024,x\nC,odd,soon,x\nD,short\n')
    const { code, out, err } = await cli(['import', path, bad])
    expect([code, out]).toEqual([1, '2 claims imported from bad.csv; 2 rows rejected, 1 flagged.\n'])
    expect(err.split('\n').slice(0, 3)).toEqual([
      'bad.csv:1: left out, mood: The column “mood” is not mapped to a field.',
      'bad.csv:3: rejected, statement: The row has no statement, without which there is no claim.',
      expect.stringMatching(/^bad.csv:4: flagged, said: “soon” is no date that could be read/),
    ])
    const json = await cli(['import', path, bad, '--json'])
    expect(json.code).toBe(1)
    const value = JSON.parse(json.out) as { problems: { line: number; code: string; verdict: string }[] }
    expect(value).toMatchObject({ kind: 'claims', rows: 4, new: 0, same: 2, changed: 0, rejected: 2, flagged: 1 })
    expect(value.problems.map(({ line, code: what, verdict }) => [line, what, verdict])).toEqual([
      [1, 'unmapped-column', 'left out'],
      [3, 'no-statement', 'rejected'],
      [4, 'unreadable-date', 'flagged'],
      [5, 'short-row', 'rejected'],
    ])
    expect(json.err).toBe('')
  })

  it('shows progress on a terminal only', async () => {
    await ok('new', path)
    const { err } = await cli(['import', path, claims], { showsProgress: true })
    expect(err).toContain('\rImporting: 100 %\u001b[K\r')
  })

  it('takes an interrupt as a cancel and leaves the case as it was', async () => {
    await ok('new', path)
    const before = readFileSync(path)
    const { code, out, err } = await cli(['import', path, claims, '--json'], {
      watchInterrupt: () => ({ happened: () => true, stop: () => undefined }),
    })
    expect([code, out, err]).toEqual([
      3,
      '',
      'parallax: The import of partnership-claims.csv was cancelled. The case is as it was.\n',
    ])
    expect((await list('claims')).total).toBe(0)
    expect(readFileSync(path).length).toBe(before.length)
  })
})

/** Columns that a text takes on a terminal, for the characters of these tests. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (/[\uac00-\ud7a3]/.test(char) ? 2 : 1), 0)

describe('--csv', () => {
  it('prints what imports again without a mapping', async () => {
    await sampleCase()
    const printed = {
      claims: await ok('list', path, 'claims', '--csv'),
      events: await ok('list', path, 'events', '--csv'),
    }
    const first = await list('claims', '--sort', 'ref')
    const again = join(folder, 'again.parallax')
    await ok('new', again)
    await ok('import', again, write('events.csv', printed.events))
    await ok('import', again, write('claims.csv', printed.claims))
    const kept = ({ rows }: Page): unknown[] =>
      rows.map(({ ref, statement, claimant, said, place, reliability, tags, event, document, measures }) => ({
        ...{ ref, statement, claimant, said, place, reliability, tags, event, document },
        measures: (measures as object[]).map((measure) => ({ ...measure, id: null })),
      }))
    expect(kept(await listOf(again, 'claims', '--sort', 'ref'))).toEqual(kept(first))
    expect((await listOf(again, 'events')).rows.map((row) => row['participants'])).toContainEqual(['Russia', 'Ukraine'])
  })

  it('is RFC 4180, prints all rows, and keeps texts from running as formulas', async () => {
    await ok('new', path)
    const rows = Array.from({ length: 1500 }, (_, index) => `S ${index}`).join('\n')
    await ok('import', path, write('a.csv', `statement\n=1+1\n"-2, ""x"""\n@a\n${rows}\n`))
    await ok('import', path, write('b.csv', 'title,latitude\nplace,-5.5\n'), '--kind', 'events')
    const { out, err } = await cli(['list', path, 'claims', '--csv'])
    const lines = out.split('\r\n')
    expect(lines).toHaveLength(1 + 1503 + 1)
    expect(lines.slice(1, 4).map((line) => line.replace(/^[^,]*,[^,]*,/, ''))).toEqual([
      expect.stringMatching(/^'=1\+1,/),
      expect.stringMatching(/^"'-2, ""x""",/),
      expect.stringMatching(/^'@a,/),
    ])
    expect(err).toMatch(/^3 cells begin like a formula.*\n$/)
    const events = await cli(['list', path, 'events', '--csv'])
    expect(events.out).toContain(',-5.5,')
    expect(events.err).toBe('')
  })
})

describe('what goes wrong', () => {
  it.each([
    [['frobnicate'], /unknown command/],
    [['list', 'x.parallax'], /missing required argument/],
    [['list', 'x.parallax', 'tables'], /Allowed choices are claims/],
    [['list', 'x.parallax', 'claims', '--limit', '-1'], /whole number/],
    [['list', 'x.parallax', 'claims', '--sort', 'a:up'], /field:desc/],
    [['list', 'x.parallax', 'claims', '--filter', '{'], /JSON object/],
    [['list', 'x.parallax', 'claims', '--json', '--csv'], /cannot be used with/],
    [['report', 'x.parallax', '--format', 'odt', '--out', 'x'], /Allowed choices are html/],
    [['report', 'x.parallax', '--format', 'html'], /--out/],
    [['import', 'x.parallax', 'x.csv', '--kind', 'quotes'], /Allowed choices are claims/],
    [['check', 'x.parallax', '--nonsense'], /unknown option/],
  ])('is wrong usage: %j', async (argv, message) => {
    const { code, out, err } = await cli(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^parallax: /)
    expect(err).toMatch(message)
  })

  it('tells a field or a filter that there is not', async () => {
    await ok('new', path)
    for (const argv of [
      ['--sort', 'nonsense'],
      ['--filter', '{"nonsense":1}'],
      ['--filter', '{"ref":{"like":"x"}}'],
    ]) {
      const { code, out, err } = await cli(['list', path, 'claims', '--json', ...argv])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^parallax: .*(nonsense|like)/)
    }
  })

  it('helps with each command, on stdout', async () => {
    for (const argv of [[], ['new'], ['import'], ['list'], ['report'], ['check']]) {
      const { code, out, err } = await cli([...argv, '--help'])
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/Examples?:\n {2}parallax /)
    }
    expect((await cli([])).code).toBe(2)
  })

  it('tells a file that is not there, no case, or damaged from one another', async () => {
    const text = write(
      'notes.parallax',
      'no case at all, but long enough to have a header of a hundred bytes '.repeat(3),
    )
    await sampleCase()
    const damaged = join(folder, 'damaged.parallax')
    const bytes = readFileSync(path)
    writeFileSync(damaged, bytes.fill(0xaa, 8192, bytes.length - 8192))
    for (const command of [['check'], ['list', 'claims'], ['import', claims]]) {
      const [name = '', ...rest] = command
      const codes = [join(folder, 'none.parallax'), text, damaged].map((file) => cli([name, file, ...rest]))
      const outcomes = await Promise.all(codes)
      expect(
        outcomes.map(({ code }) => code),
        name,
      ).toEqual([3, 4, 4])
      for (const { err } of outcomes) expect(err).toMatch(/parallax: .+\n$/)
    }
    expect(readFileSync(text, 'utf8')).toMatch(/^no case/)
  })

  it('finds damage that only a full check sees', async () => {
    await sampleCase()
    const db = connect(path, { readOnly: false })
    db.pragma('foreign_keys = OFF')
    db.exec('DELETE FROM actor WHERE num = 1')
    db.close()
    const { code, out, err } = await cli(['check', path])
    expect(code).toBe(4)
    expect(out).toMatch(/Problem: \d+ references lead to records that are not there/)
    expect(err).toMatch(/damaged/)
  })

  it('never overwrites a file with a new case', async () => {
    const taken = write('taken.parallax', 'mine')
    expect(await cli(['new', taken])).toMatchObject({ code: 3, err: expect.stringMatching(/exists already/) as string })
    expect(readFileSync(taken, 'utf8')).toBe('mine')
    expect((await cli(['new', join(folder, 'no', 'folder.parallax')])).code).toBe(3)
    expect(readdirSync(folder)).toEqual(['taken.parallax'])
  })

  it('says what is wrong with a list, and changes nothing', async () => {
    await ok('new', path)
    const picture = join(folder, 'picture.csv')
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    for (const [file, message] of [
      [picture, /is no (?:text|table)|not a table/],
      [join(folder, 'none.csv'), /cannot be opened/],
      [write('empty.csv', ''), /is empty/],
    ] as const) {
      const { code, out, err } = await cli(['import', path, file, '--json'])
      expect([code, out]).toEqual([3, ''])
      expect(err).toMatch(message)
    }
    expect(await ok('check', path)).toMatch(/0 claims/)
  })

  it('reads a case that is open in a window, and does not change it', async () => {
    await sampleCase()
    const window = openCaseFile(path, () => '2026-01-01T00:00:00Z')
    try {
      const { code, out, err } = await cli(['import', path, claims, '--json'])
      expect([code, out]).toEqual([3, ''])
      expect(err).toMatch(
        /^parallax: .*korea\.parallax cannot be changed\. It is open in another window: .* since 2026/,
      )
      expect((await list('claims')).total).toBe(17)
      expect(await ok('check', path)).toMatch(/No problems/)
    } finally {
      window.release()
    }
  })

  it('reads a case in a folder that holds nothing new', async () => {
    await sampleCase()
    chmodSync(path, 0o444)
    chmodSync(folder, 0o555)
    try {
      const before = readFileSync(path)
      expect((await list('claims')).total).toBe(17)
      expect(readFileSync(path).equals(before)).toBe(true)
      expect(readdirSync(folder)).toEqual(['korea.parallax'])
    } finally {
      chmodSync(folder, 0o755)
    }
  })
})

describe('report', () => {
  it('writes a case without a report as one of all it holds, and leaves the case as it is', async () => {
    await sampleCase()
    const before = readFileSync(path)
    for (const format of ['html', 'md', 'docx']) {
      const out = join(folder, `report.${format}`)
      const { code, out: printed, err } = await cli(['report', path, '--format', format, '--out', out])
      expect([code, printed]).toEqual([0, ''])
      expect(err).toMatch(/^Wrote .*report\.\w+ \(\w+, \d+ bytes, sha-256 [0-9a-f]{64}\)\.\n$/)
      if (format !== 'docx') expect(readFileSync(out, 'utf8')).toContain('11,000 North Korean soldiers')
    }
    expect(readdirSync(folder).sort()).toEqual(['korea.parallax', 'report.docx', 'report.html', 'report.md'])
    expect((await list('claims')).total).toBe(17)
    expect(readFileSync(path).length).toBe(before.length)
  })

  it('leaves nothing behind where it cannot write', async () => {
    await sampleCase()
    const out = join(folder, 'no', 'report.md')
    const { code, err } = await cli(['report', path, '--format', 'md', '--out', out])
    expect([code, existsSync(out)]).toEqual([3, false])
    expect(err).toMatch(/cannot be written/)
    const named = await cli(['report', path, '--format', 'md', '--out', join(folder, 'r.md'), '--report', 'Weekly'])
    expect(named).toMatchObject({ code: 2, err: expect.stringMatching(/no report “Weekly”/) as string })
    expect(readdirSync(folder)).toEqual(['korea.parallax'])
  })
})
