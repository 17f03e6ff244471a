import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { initCase } from '../core/cases/handlers.ts'
import { Session } from '../core/session.ts'
import { uuidv7 } from '../core/uuid.ts'
import { applicationId, asWriteDb, configure, connect } from './connection.ts'
import { takeLock } from './lock.ts'
import { latestVersion } from './migrate.ts'
import { copyCase, createCaseFile, openCaseFile, settle } from './open.ts'
import { asOrdinaryUser } from './test-user.ts'

let folder: string
let path: string
const now = (): string => '2026-01-02T03:04:05Z'
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-open-'))
  path = join(folder, 'a case.parallax')
  createCaseFile(path)
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'no error'
}

describe('a case file', () => {
  it('carries our mark and schema, and is one file at rest', () => {
    const opened = openCaseFile(path, now)
    expect(opened.readOnly).toBeNull()
    const db = connect(path, { readOnly: false })
    configure(db, false)
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion)
    expect(readdirSync(folder).sort()).toContain('a case.parallax-lock')
    settle(db)
    db.close()
    opened.release()
    expect(readdirSync(folder)).toEqual(['a case.parallax'])
  })

  it('is never made over another file', () => {
    const before = hash(path)
    expect(codeOf(() => createCaseFile(path))).toBe('cannot-write')
    expect(hash(path)).toBe(before)
  })

  it('reports a folder that does not exist and leaves nothing behind', () => {
    expect(codeOf(() => createCaseFile(join(folder, 'none', 'x.parallax')))).toBe('cannot-write')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it.each([
    [
      'a text file',
      (file: string) => writeFileSync(file, 'just text, and long enough to fill a header '.repeat(10)),
      'not-a-case',
    ],
    ['an empty file', (file: string) => writeFileSync(file, ''), 'not-a-case'],
    [
      'a database of another program',
      (file: string) => {
        rmSync(file, { force: true })
        const db = connect(file, { readOnly: false, mustExist: false })
        db.exec('CREATE TABLE x (y)')
        db.close()
      },
      'not-a-case',
    ],
    [
      'a case of a newer version',
      (file: string) => {
        createCaseFile(file)
        const db = connect(file, { readOnly: false })
        db.pragma(`user_version = ${latestVersion + 1}`)
        db.close()
      },
      'newer-version',
    ],
    [
      'a case that was cut short',
      (file: string) => {
        createCaseFile(file)
        truncateSync(file, 20_000)
      },
      'damaged',
    ],
    [
      'a case with a page of noise',
      (file: string) => {
        createCaseFile(file)
        const bytes = readFileSync(file)
        bytes.fill(0xa5, 4096, 3 * 4096)
        writeFileSync(file, bytes)
      },
      'damaged',
    ],
    ['a folder', (file: string) => mkdirSync(file), 'cannot-read'],
    ['nothing at all', () => undefined, 'cannot-read'],
  ])('says what is wrong with %s and changes nothing', (_what, make, code) => {
    const other = join(folder, 'other.parallax')
    make(other)
    const before = existsSync(other) && _what !== 'a folder' ? hash(other) : ''
    expect(codeOf(() => openCaseFile(other, now))).toBe(code)
    if (before) expect(hash(other)).toBe(before)
    expect(readdirSync(folder).filter((name) => name.includes('-lock'))).toEqual([])
  })

  it('opens to read only when another window has it, and says who and since when', () => {
    const first = openCaseFile(path, now)
    const second = openCaseFile(path, now)
    expect(first.readOnly).toBeNull()
    expect(second.readOnly).toMatch(/open in another window: .+, since 2026-01-02 03:04 UTC/)
    second.release()
    first.release()
    const third = openCaseFile(path, now)
    expect(third.readOnly).toBeNull()
    third.release()
  })

  it('takes a lock whose holder was killed', async () => {
    // The lock is held by a process of its own, through the same SQLite, and killed while it holds it.
    const script = `
      const Database = require(${JSON.stringify(require.resolve('better-sqlite3'))})
      const db = new Database(${JSON.stringify(`${path}-lock`)})
      db.exec("CREATE TABLE holder (user, host, pid, since); INSERT INTO holder VALUES ('Ana', 'desk', 1, 'then'); BEGIN IMMEDIATE")
      console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const held = takeLock(path, now)
    expect(held).toMatchObject({ held: false, holder: { user: 'Ana', since: 'then' } })
    expect(openCaseFile(path, now).readOnly).toMatch(/open in another window: Ana on desk, since then/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    // What the killed process left is seen as left, and the case opens to be written at once.
    const opened = openCaseFile(path, now)
    expect(opened.readOnly).toBeNull()
    opened.release()
    expect(readdirSync(folder)).toEqual(['a case.parallax'])
  })

  it('opens to read only in a folder that cannot be written, and from a private copy when it was left in use', async () => {
    const db = connect(path, { readOnly: false })
    configure(db, false)
    // Left as after a crash: in WAL mode, with its side files beside it.
    db.exec("INSERT INTO tag (name) VALUES ('kept')")
    const left = readFileSync(`${path}-wal`)
    db.close()
    writeFileSync(`${path}-wal`, left)
    chmodSync(folder, 0o555)
    await asOrdinaryUser(() => {
      const opened = openCaseFile(path, now)
      expect(opened.readOnly).toMatch(/cannot be written|You may not write|No lock file can be made in/)
      const reader = connect(opened.path, { readOnly: true })
      expect(reader.prepare('SELECT name FROM tag').pluck().all()).toEqual(['kept'])
      reader.close()
      opened.release()
    })
    // Once that is mended, another try may write.
    chmodSync(folder, 0o777)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o666)
    await asOrdinaryUser(() => {
      const opened = openCaseFile(path, now)
      expect(opened.readOnly).toBeNull()
      opened.release()
    })
  })

  it('is written through a journal where the disk cannot hold the memory that a log needs', async () => {
    const db = connect(path, { readOnly: false })
    initCase(asWriteDb(db), { id: uuidv7(), title: 'Share', question: null, created: now() })
    db.close()
    // What a share of the network does: the file beside the case cannot be made.
    mkdirSync(`${path}-shm`)
    const opened = openCaseFile(path, now)
    expect(opened.readOnly).toBeNull()
    const session = new Session({ path, role: 'writer', user: () => 'Ana' })
    expect(await session.call('claims.create', { patch: { statement: 'on a share' } })).toMatchObject({
      result: { ok: true },
    })
    const reader = new Session({ path, role: 'reader', user: () => 'Ana' })
    expect(await reader.call('claims.ids', {})).toMatchObject({ result: { value: { ids: [expect.any(String)] } } })
    expect(readdirSync(folder)).not.toContain('a case.parallax-wal')
    reader.close()
    session.close()
    opened.release()
    rmSync(`${path}-shm`, { recursive: true })
    const again = openCaseFile(path, now)
    expect(again.readOnly).toBeNull()
    again.release()
  })

  it('takes back what was left in the middle of a change, in a private copy where the folder cannot be written', async () => {
    const db = connect(path, { readOnly: false })
    db.pragma('journal_mode = DELETE')
    db.exec("INSERT INTO tag (name) VALUES ('kept')")
    // Left as after a crash: pages of a change in the file, and beside it what they were before.
    db.pragma('cache_size = 10')
    db.exec(`BEGIN; INSERT INTO tag (name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000)
      SELECT 'half ' || i FROM n`)
    const [left, journal] = [readFileSync(path), readFileSync(`${path}-journal`)]
    db.exec('ROLLBACK')
    db.close()
    writeFileSync(path, left)
    writeFileSync(`${path}-journal`, journal)
    const tags = (file: string): unknown => {
      const reader = connect(file, { readOnly: true })
      try {
        return reader.prepare('SELECT name FROM tag').pluck().all()
      } finally {
        reader.close()
      }
    }
    expect(() => tags(path)).toThrow()
    chmodSync(folder, 0o555)
    await asOrdinaryUser(() => {
      const opened = openCaseFile(path, now)
      expect(tags(opened.path)).toEqual(['kept'])
      opened.release()
    })
    chmodSync(folder, 0o755)
    const opened = openCaseFile(path, now)
    expect([opened.readOnly, tags(path)]).toEqual([null, ['kept']])
    opened.release()
  })

  it('copies a case while it is written, whole and checked', () => {
    const db = connect(path, { readOnly: false })
    configure(db, false)
    const target = join(folder, 'copy.parallax')
    copyCase(db, target)
    db.close()
    const opened = openCaseFile(target, now)
    expect(opened.readOnly).toBeNull()
    opened.release()
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
