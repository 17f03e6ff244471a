import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../../core/test-case.ts'
import { connect } from '../connection.ts'
import { asOrdinaryUser } from '../test-user.ts'
import { hasAnything, isBehind } from './changed.ts'
import { backupAt, backupFolder, caseOf, listBackups } from './list.ts'
import { copyVerified, makeBackup } from './make.ts'
import { bytesOf, mostBytes } from './space.ts'
import { damage, filesIn, looking } from './test-files.ts'

let test: TestCase
beforeEach(() => void (test = makeTestCase()))
afterEach(() => test.remove())

const add = (statement: string): Promise<unknown> => test.call('claims.create', { patch: { statement } })
const make = (reason: 'manual' | 'idle' | 'close' = 'manual', now?: Date): ReturnType<typeof makeBackup> =>
  makeBackup(test.path, { reason, ...(now && { now: () => now }) })
const claimsIn = (path: string): unknown[] =>
  looking(path, (db) => db.prepare('SELECT statement FROM claim ORDER BY num').pluck().all())

describe('a backup', () => {
  it('is a whole case in one file beside the case, named by time and reason', async () => {
    await add('The first')
    const made = await make('close', new Date('2026-11-26T23:05:01.789Z'))
    expect(made.path).toBe(join(test.folder, 'case.parallax-backups', '2026-11-26T23-05-01Z.close.parallax'))
    expect(made).toMatchObject({ at: '2026-11-26T23:05:01Z', reason: 'close', bytes: statSync(made.path).size })
    expect(claimsIn(made.path)).toEqual(['The first'])
    expect(looking(made.path, (db) => db.pragma('journal_mode', { simple: true }))).toBe('delete')
    expect(filesIn(backupFolder(test.path))).toEqual([basename(made.path)])
    expect(statSync(made.path).mode & 0o222).toBe(0)
    expect([backupAt(made.path), caseOf(made.path), backupAt(test.path)]).toEqual([made, test.path, null])
  })

  it('is listed newest first, and nothing else is', async () => {
    const times = ['2026-11-26T10:00:00Z', '2026-11-26T12:00:00Z', '2026-11-26T11:00:00Z']
    for (const time of times) await make('manual', new Date(time))
    await make('idle', new Date('2026-11-26T12:00:00Z'))
    await make('idle', new Date('2026-11-26T12:00:00Z'))
    writeFileSync(join(backupFolder(test.path), 'notes.txt'), 'x')
    mkdirSync(join(backupFolder(test.path), '2026-11-26T10-00-00Z.idle.parallax'))
    const found = listBackups(test.path)
    expect(found.slice(0, 2).map(({ path, reason }) => [reason, /\.\d\.parallax$/.test(path)])).toEqual([
      ['idle', true],
      ['manual', false],
    ])
    expect(found.map(({ at }) => at.slice(11, 13))).toEqual(['12', '12', '11', '10'])
    expect(listBackups(join(test.folder, 'none.parallax'))).toEqual([])
    expect(mostBytes(test.path)).toBeGreaterThan(bytesOf(found))
  })

  it('is of one moment while another connection writes', async () => {
    const other = connect(test.path, { readOnly: false })
    const tag = other.prepare('INSERT INTO tag (name) VALUES (?)')
    for (const from of [0, 20_000, 40_000]) fill(other, from)
    let written = 0
    const state = { isDone: false }
    const making = make().finally(() => (state.isDone = true))
    while (!state.isDone) {
      tag.run(`meanwhile ${written++}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { path } = await making
    other.close()
    expect(written).toBeGreaterThan(1)
    const found = looking(path, (db) =>
      db.prepare("SELECT count(*) FROM tag WHERE name LIKE 'meanwhile%'").pluck().get(),
    )
    expect(found).toBeLessThan(written)
    expect(looking(path, (db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
  })

  it('of a damaged case is not kept, and the good one before it stays', async () => {
    await add('The first')
    const good = await make()
    const before = readFileSync(good.path)
    test.session.close()
    damage(test.path)
    await expect(make()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/No backup was made/) as string,
    })
    expect(filesIn(backupFolder(test.path))).toEqual([basename(good.path)])
    expect(readFileSync(good.path).equals(before)).toBe(true)
    await expect(copyVerified(test.path, good.path)).rejects.toMatchObject({ code: 'damaged' })
    expect(readFileSync(good.path).equals(before)).toBe(true)
    rmSync(test.path)
    test = makeTestCase()
  })

  it('that is given up leaves nothing', async () => {
    const db = connect(test.path, { readOnly: false })
    fill(db, 0)
    fill(db, 20_000)
    fill(db, 40_000)
    db.close()
    let asked = 0
    const stopped = makeBackup(test.path, { reason: 'idle', isStopped: () => ++asked > 1 })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(existsSync(backupFolder(test.path))).toBe(false)
  })

  it('takes away the parts of programs that were killed, not those of running ones', async () => {
    const folder = backupFolder(test.path)
    mkdirSync(folder)
    const name = '2026-11-26T10-00-00Z.idle.parallax'
    for (const part of [`${name}.999999999.part`, `${name}.999999999.part-journal`, `${name}.1.part`])
      writeFileSync(join(folder, part), 'half')
    const made = await make()
    expect(filesIn(folder)).toEqual([`${name}.1.part`, basename(made.path)].sort())
  })

  it('where the folder cannot be written ends in a message that names it', async () => {
    mkdirSync(backupFolder(test.path))
    chmodSync(backupFolder(test.path), 0o555)
    chmodSync(test.folder, 0o777)
    chmodSync(test.path, 0o666)
    for (const side of ['-wal', '-shm']) if (existsSync(test.path + side)) chmodSync(test.path + side, 0o666)
    await asOrdinaryUser(async () => {
      await expect(make()).rejects.toMatchObject({
        code: 'cannot-write',
        message: expect.stringMatching(/case\.parallax-backups/) as string,
      })
    })
    expect(existsSync(backupFolder(test.path))).toBe(false)
  })

  it('lets those go that are no longer kept', async () => {
    for (const time of ['2026-11-26T10:10:00Z', '2026-11-26T10:20:00Z', '2026-11-26T10:30:00Z', '2026-08-01T10:00:00Z'])
      await make('idle', new Date(time))
    await make('idle', new Date('2026-11-26T11:00:00Z'))
    expect(listBackups(test.path).map(({ at }) => at)).toEqual(['2026-11-26T11:00:00Z', '2026-11-26T10:30:00Z'])
  })
})

describe('whether a case has changed since its newest backup', () => {
  it('is told by its steps, not by how it is shown', async () => {
    expect([isBehind(test.path), hasAnything(test.path)]).toEqual([true, false])
    await add('The first')
    expect([isBehind(test.path), hasAnything(test.path)]).toEqual([true, true])
    await make()
    expect(isBehind(test.path)).toBe(false)
    await test.call('viewState.set', { key: 'grid', value: '{}' })
    expect(isBehind(test.path)).toBe(false)
    await test.call('history.undo')
    expect(isBehind(test.path)).toBe(true)
  })
})

/** Enough pages for several portions. */
function fill(db: ReturnType<typeof connect>, from: number): void {
  db.exec(`INSERT INTO tag (name) WITH RECURSIVE n (i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n LIMIT 20000)
    SELECT 'a tag that is long enough to fill pages, number ' || i || hex(zeroblob(200)) FROM n`)
}
