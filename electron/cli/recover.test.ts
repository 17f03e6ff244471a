import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect } from '../store/connection.ts'
import { openCaseFile } from '../store/open.ts'
import { headSize, parityAt, sealedSize } from '../store/recover/seal-format.ts'
import { readSeal } from '../store/recover/seal.ts'
import { cli, eachInFolder, listOf, ok } from './test-cli.ts'

const sample = (kind: string): string => join(import.meta.dirname, `../../resources/sample/partnership-${kind}.csv`)

const { files: folder, path } = eachInFolder(async (path) => {
  await ok('new', path)
  await ok('import', path, sample('events'), '--kind', 'events')
  await ok('import', path, sample('claims'))
})

/** Writes noise over the pages of tables or indexes, and over what they could be computed from again. */
function damage(...names: string[]): void {
  const db = connect(path, { readOnly: true })
  const text = 'SELECT pageno FROM dbstat WHERE name IN (SELECT value FROM json_each(?))'
  const pages = db.prepare(text).pluck().all(JSON.stringify(names)) as number[]
  db.close()
  const seal = readSeal(path)
  if (!seal) throw new Error('The case has no seal')
  const bytes = readFileSync(path)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096 + 200, page * 4096)
  bytes.fill(0xa5, parityAt(seal), sealedSize(seal) - headSize)
  writeFileSync(path, bytes)
}

const checked = async (...more: string[]): Promise<{ code: number; report: Record<string, unknown> }> => {
  const { code, out } = await cli(['check', path, '--json', ...more])
  return { code, report: JSON.parse(out) as Record<string, unknown> }
}

it('checks a sound case quickly and in depth, and says so in JSON', async () => {
  for (const deep of [[], ['--deep']]) {
    const { code, report } = await checked(...deep)
    expect(code).toBe(0)
    expect(report).toMatchObject({ file: 'korea.parallax', ok: true, problems: [], counts: { claims: 17, events: 5 } })
    expect(report['seconds']).toEqual(expect.any(Number))
  }
})

it('sees a single letter that changed by itself', async () => {
  const bytes = readFileSync(path)
  const at = bytes.indexOf('Kursk')
  expect(at).toBeGreaterThan(0)
  bytes[at] = 'X'.charCodeAt(0)
  writeFileSync(path, bytes)
  const { code, report } = await checked()
  expect(code).toBe(4)
  expect(report).toMatchObject({ ok: false, problems: [{ code: 'pages' }] })
})

it('prints what can be read of a damaged case, and ends with the damage', async () => {
  const bytes = readFileSync(path)
  for (let at = bytes.indexOf('Kursk'); at >= 0; at = bytes.indexOf('Kursk', at + 1)) bytes[at] = 'X'.charCodeAt(0)
  writeFileSync(path, bytes)
  for (const args of [
    ['list', path, 'claims'],
    ['history', path],
    ['imports', path],
    ['trash', path, 'list'],
  ]) {
    const { code, out, err } = await cli(args)
    expect(code, args[0]).toBe(4)
    expect(err, args[0]).toMatch(
      /is damaged \(\d+ of \d+ pages .*\): what was read may not be what was written\. Open it/,
    )
    expect(out.length, args[0]).toBeGreaterThan(0)
  }
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

it('sees in depth what is searched otherwise than it reads, and what is sorted otherwise', async () => {
  const db = connect(path, { readOnly: false })
  db.exec("UPDATE search_text SET text = 'other' WHERE key = 1; UPDATE claim SET lead_quantity = 7 WHERE num = 2")
  db.close()
  expect((await checked()).code).toBe(0)
  const { code, report } = await checked('--deep')
  expect(code).toBe(4)
  expect(report['problems']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'derived', message: expect.stringContaining('1 claims') as string }),
      expect.objectContaining({ code: 'search', message: expect.stringContaining('1 records') as string }),
    ]),
  )
})

it('repairs damage of indexes and of the search index when the case is opened, and keeps the damaged file', async () => {
  const before = await listOf(path, 'claims')
  damage('search_data', 'claim_statement', 'record_name')
  expect((await checked()).code).toBe(4)
  const { code, err } = await cli(['undo', path])
  expect(code, err).toBe(0)
  expect(err).toMatch(/has been repaired: every record is as it was/)
  expect((await checked('--deep')).report).toMatchObject({ ok: true })
  expect(await ok('import', path, sample('claims'))).toMatch(/17 claims/)
  expect((await listOf(path, 'claims')).total).toBe(before.total)
  expect(readdirSync(folder.folder).filter((name) => /\.damaged-\d{8}-\d{6}\.parallax$/.test(name))).toHaveLength(1)
})

it('computes a damaged page again from the others, byte for byte', async () => {
  const before = readFileSync(path)
  const bytes = Buffer.from(before)
  bytes.fill(0xa5, 5 * 4096 + 7, 6 * 4096)
  // The mark by which the file is known is met too.
  bytes.fill(0, 60, 72)
  writeFileSync(path, bytes)
  expect((await checked()).code).toBe(4)
  const file = openCaseFile(path, () => '2026-01-02T03:04:05Z')
  expect(file.notice).toMatch(/has been repaired/)
  file.release()
  expect((await checked('--deep')).report).toMatchObject({ ok: true, counts: { claims: 17 } })
  expect(readFileSync(folder.at('korea.damaged-20260102-030405.parallax')).equals(bytes)).toBe(true)
})

it('opens to read only what has records that damage met, and leaves the file as it is', async () => {
  damage('claim')
  const before = readFileSync(path)
  const { code, err } = await cli(['undo', path])
  expect(code).not.toBe(0)
  expect(err).toMatch(/damaged/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('recovers what can be read into a new case, and lists what is lost', async () => {
  damage('claim')
  const out = folder.at('new.parallax')
  const { code, out: said } = await cli(['recover', path, '--out', out, '--json'])
  expect(code).toBe(0)
  const recovery = JSON.parse(said) as { lines: string; tables: { table: string; read: number; lost: number }[] }
  expect(recovery.tables.find(({ table }) => table === 'claim')?.lost).toBe(17)
  expect((await listOf(out, 'events')).total).toBe(5)
  const lines = readFileSync(recovery.lines, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { table: string; partial?: true })
  expect(lines.filter(({ table }) => table === 'event')).toHaveLength(5)
  // Of lost claims indexes still know the references and identities.
  expect(lines.filter(({ table, partial }) => table === 'claim' && partial)).toHaveLength(17)
  expect(await ok('check', out, '--deep')).toMatch(/No problems found/)
  expect(await ok('import', out, sample('claims'))).toMatch(/17 claims/)
})

it('recovers what was never closed, from the log beside it too', async () => {
  const db = connect(path, { readOnly: false })
  db.pragma('journal_mode = WAL')
  db.exec("INSERT INTO tag (name) VALUES ('in the log')")
  const [left, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
  db.close()
  const damaged = folder.write('left.parallax', left)
  folder.write('left.parallax-wal', log)
  const out = folder.at('new.parallax')
  expect(await ok('recover', damaged, '--out', out)).toMatch(/Recovered into/)
  expect(readFileSync(out.replace('.parallax', '.jsonl'), 'utf8')).toMatch(/in the log/)
})

it('writes over nothing, and refuses what is no case', async () => {
  const taken = folder.write('taken.parallax', 'mine')
  expect(await cli(['recover', path, '--out', taken])).toMatchObject({ code: 3 })
  expect(readFileSync(taken, 'utf8')).toBe('mine')
  const text = folder.write('text.parallax', 'no case at all, but long enough for a header '.repeat(9))
  expect(await cli(['recover', text, '--out', folder.at('new.parallax')])).toMatchObject({ code: 4 })
  expect(existsSync(folder.at('new.parallax'))).toBe(false)
  expect(readdirSync(folder.folder).filter((name) => /part|source/.test(name))).toEqual([])
})
