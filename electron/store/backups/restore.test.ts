import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTestCase } from '../../core/test-case.ts'
import { connect } from '../connection.ts'
import { openCaseFile } from '../open.ts'
import { openCaseOrBackup } from './compare.ts'
import { afterDamage, listBackups, type Backup } from './list.ts'
import { makeBackup } from './make.ts'
import { restoreBackup } from './restore.ts'
import { damage, filesIn, looking } from './test-files.ts'

let folder: string
let path: string
let backup: Backup
const now = (): Date => new Date('2026-11-26T23:05:01Z')
const aside = (): string => join(folder, 'case.set-aside-20261126-230501.parallax')
const statements = (file: string): unknown[] =>
  looking(file, (db) => db.prepare('SELECT statement FROM claim ORDER BY num').pluck().all())

/** A case with one claim, a backup of it, and then a second claim. */
beforeEach(async () => {
  const test = makeTestCase()
  await test.call('claims.create', { patch: { statement: 'As it was' } })
  folder = mkdtempSync(join(tmpdir(), 'parallax-restore-'))
  path = join(folder, 'case.parallax')
  const again = test.reopen()
  again.session.close()
  copyFileSync(test.path, path)
  rmSync(test.folder, { recursive: true })
  backup = await makeBackup(path, { reason: 'manual' })
  const db = connect(path, { readOnly: false })
  db.exec("UPDATE claim SET statement = 'As it became'")
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const restore = (from = backup.path): ReturnType<typeof restoreBackup> => restoreBackup(path, from, now)
const codeOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
  return 'no error'
}

describe('restoring', () => {
  it('brings back what the backup has and sets the present file aside, byte for byte', () => {
    const before = readFileSync(path)
    expect(restore()).toEqual({ setAside: aside() })
    expect(statements(path)).toEqual(['As it was'])
    expect(readFileSync(aside()).equals(before)).toBe(true)
    expect(statements(aside())).toEqual(['As it became'])
    expect(filesIn(folder)).toEqual([basename(path), 'case.parallax-backups', basename(aside())].sort())
    const opened = openCaseFile(path, () => '2026-11-26T23:05:01Z')
    expect([opened.readOnly, statSync(path).mode & 0o200]).toEqual([null, 0o200])
    opened.release()
    expect(listBackups(path)).toEqual([backup])
  })

  it('never writes over a file that was set aside before', () => {
    restore()
    expect(restore()).toEqual({ setAside: join(folder, 'case.set-aside-20261126-230501-2.parallax') })
    expect(statements(aside())).toEqual(['As it became'])
  })

  it('brings back a case whose file is gone', () => {
    rmSync(path)
    expect(restore()).toEqual({ setAside: null })
    expect(statements(path)).toEqual(['As it was'])
  })

  it('takes the place of a damaged file, which is kept as it is', () => {
    damage(path)
    const before = readFileSync(path)
    restore()
    expect(statements(path)).toEqual(['As it was'])
    expect(readFileSync(aside()).equals(before)).toBe(true)
  })

  it('is spoken of beside a damaged file only while there is a backup', () => {
    expect(afterDamage(path)).toBe('Open a backup, or recover what can be read into a new case.')
    rmSync(backup.path)
    expect(afterDamage(path)).toBe('Recover what can be read into a new case.')
  })

  it('sets aside what a killed program left beside the file, and none of it gets into the restored one', () => {
    const db = connect(path, { readOnly: false })
    db.pragma('journal_mode = WAL')
    db.exec("UPDATE claim SET statement = 'In the log'")
    const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
    db.close()
    writeFileSync(path, file)
    writeFileSync(`${path}-wal`, log)
    restore()
    expect(statements(path)).toEqual(['As it was'])
    expect(readFileSync(`${aside()}-wal`).equals(log)).toBe(true)
    expect(readFileSync(aside()).equals(file)).toBe(true)
    const kept = connect(aside(), { readOnly: false })
    expect(kept.prepare('SELECT statement FROM claim').pluck().all()).toEqual(['In the log'])
    kept.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it.each([
    ['is damaged', (file: string) => damage(file), 'damaged'],
    ['is no case', (file: string) => writeFileSync(file, 'just text '.repeat(1000)), 'not-a-case'],
    ['is not there', (file: string) => rmSync(file), 'cannot-read'],
    ['is of another case', (file: string) => asOf(file, "UPDATE case_info SET id = 'other'"), 'conflict'],
    ['is of a newer version', (file: string) => asOf(file, 'PRAGMA user_version = 999'), 'newer-version'],
  ])('from a file that %s is refused, and nothing changes', (_what, spoil, code) => {
    const other = join(folder, 'other.parallax')
    writeFileSync(other, readFileSync(backup.path))
    spoil(other)
    const before = readFileSync(path)
    expect(codeOf(() => restore(other))).toBe(code)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(filesIn(folder).filter((name) => name.includes('aside') || name.includes('part'))).toEqual([])
  })

  it('is refused while another window has the case', () => {
    const opened = openCaseFile(path, () => '2026-11-26T23:05:01Z')
    expect(codeOf(restore)).toBe('locked')
    opened.release()
    expect(statements(path)).toEqual(['As it became'])
  })
})

describe('a backup that is opened', () => {
  it('is opened to be read, and says what it is', () => {
    const opened = openCaseOrBackup(backup.path, () => '')
    expect(opened.readOnly).toMatch(/^This is the backup of \d+ \w+ \d{4}, \d\d:\d\d, made by hand\.$/)
    expect(opened.path).toBe(backup.path)
    opened.release()
    expect(openCaseOrBackup(path, () => '2026-11-26T23:05:01Z').readOnly).toBeNull()
  })

  it('is brought up to date in a private copy where its schema is older', () => {
    const old = backup.path.replace('manual', 'migration')
    copyFileSync('electron/store/migrations/golden/schema-1.parallax', old)
    const before = readFileSync(old)
    const opened = openCaseOrBackup(old, () => '')
    expect(opened.path).not.toBe(old)
    expect(statements(opened.path)).toHaveLength(4)
    opened.release()
    expect(existsSync(opened.path)).toBe(false)
    expect(readFileSync(old).equals(before)).toBe(true)
  })
})

function asOf(file: string, sql: string): void {
  const db = connect(file, { readOnly: false })
  db.exec(sql)
  db.close()
}
