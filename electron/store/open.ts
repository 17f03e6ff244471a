import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { ExpectedError } from '../../shared/result.ts'
import { makeBackupNow } from './backups/make.ts'
import { applicationId, configure, connect } from './connection.ts'
import { explain } from './errors.ts'
import { takeLock, type Holder } from './lock.ts'
import { checkIdentity, createSchema, migrate, schemaVersion } from './migrate.ts'

/** Above this size the quick check of an opened file would be felt; damage then shows when the pages are read. */
const quickCheckLimit = 64 * 2 ** 20

/** What opening found: where to read, whether one may write, and what to give back at the end. */
export interface OpenedFile {
  /** The file that connections read: the case itself, or a private copy when its folder cannot hold SQLite's side files. */
  readonly path: string
  /** Why it can only be read; null when it may be written. */
  readonly readOnly: string | null
  readonly release: () => void
}

/** Makes a new case file with today's schema; an existing file is never overwritten. */
export function createCaseFile(path: string): void {
  if (existsSync(path)) throw new ExpectedError('cannot-write', `${path} exists already. Choose another name.`)
  if (!existsSync(dirname(path))) throw new ExpectedError('cannot-write', `The folder ${dirname(path)} does not exist.`)
  const part = `${path}.part`
  try {
    rmSync(part, { force: true })
    const db = connect(part, { readOnly: false, mustExist: false })
    try {
      createSchema(db)
    } finally {
      db.close()
    }
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw writeFailure(error, path)
  }
}

/** Opens a case for writing if it can be, else for reading, and says why. Throws an ExpectedError for what is no case. */
export function openCaseFile(path: string, now: () => string): OpenedFile {
  readHeader(path)
  const real = realpathSync(path)
  const reason = writeObstacle(real)
  if (reason !== null) return openToRead(real, reason)
  const lock = lockOrReason(real, now)
  if (typeof lock === 'string') return openToRead(real, lock)
  try {
    prepare(real)
    return { path: real, readOnly: null, release: lock }
  } catch (error) {
    lock()
    throw explain(error, path)
  }
}

/** Looks at the first 100 bytes only, so that a file that is no case is not touched by SQLite at all. */
export function readHeader(path: string): void {
  const header = Buffer.alloc(100)
  try {
    const file = openSync(path, 'r')
    try {
      if (readSync(file, header, 0, 100, 0) < 100)
        throw new ExpectedError('not-a-case', `${path} is not a Parallax case (it is too short). Nothing was changed.`)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw explain(error, path)
  }
  const isSqlite = header.subarray(0, 16).toString('latin1') === 'SQLite format 3\0'
  if (!isSqlite || header.readInt32BE(68) !== applicationId) {
    throw new ExpectedError('not-a-case', `${path} is not a Parallax case. Nothing was changed.`)
  }
}

function writeObstacle(path: string): string | null {
  if (!isWritable(path)) return `You may not write ${basename(path)}.`
  return isWritable(dirname(path)) ? null : `The folder ${dirname(path)} cannot be written.`
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function lockOrReason(path: string, now: () => string): (() => void) | string {
  try {
    const lock = takeLock(path, now)
    return lock.held ? lock.release : heldBy(lock.holder)
  } catch (error) {
    // No lock file can be made: a full or read-only disk, or a folder with stricter rules than its mode says.
    return `No lock file can be made in ${dirname(path)} (${error instanceof Error ? error.message : String(error)}).`
  }
}

const heldBy = (holder: Holder | null): string =>
  holder
    ? `It is open in another window: ${holder.user} on ${holder.host}, since ${inWords(holder.since)}.`
    : 'It is open in another window.'

/** "2026-11-24 14:45 UTC". */
const inWords = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`

/** The file in which a long import builds its search index. */
export const indexPath = (path: string): string => `${path}-index`

function prepare(path: string): void {
  // An import that was killed may have left it.
  rmSync(indexPath(path), { force: true })
  const db = connect(path, { readOnly: false })
  try {
    const { isOld } = checkIdentity(db, path)
    checkQuickly(db, path)
    if (isOld) {
      makeBackupNow(db, path, 'migration')
      migrate(db)
    }
    configure(db, false)
  } finally {
    db.close()
  }
}

function openToRead(path: string, reason: string): OpenedFile {
  const direct = { path, readOnly: reason, release: () => undefined }
  try {
    tryToRead(path)
    return direct
  } catch (error) {
    if (error instanceof ExpectedError && error.code !== 'cannot-read') throw error
  }
  // A file left in WAL mode, or in the middle of a change, cannot be read where its side files cannot be written: a private
  // copy can.
  const folder = mkdtempSync(join(tmpdir(), 'parallax-'))
  const copy = join(folder, basename(path))
  const release = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    copyFileSync(path, copy)
    for (const side of ['-wal', '-journal']) if (existsSync(path + side)) copyFileSync(path + side, copy + side)
    takeBack(copy)
    tryToRead(copy)
    return { path: copy, readOnly: reason, release }
  } catch (error) {
    release()
    throw explain(error, path)
  }
}

/** Has SQLite take back what was left in the middle of a change, as it does when it first reads where it may write. */
function takeBack(path: string): void {
  if (!existsSync(`${path}-journal`)) return
  const db = connect(path, { readOnly: false })
  try {
    schemaVersion(db)
  } finally {
    db.close()
  }
}

function tryToRead(path: string): void {
  const db = connect(path, { readOnly: true })
  try {
    const { isOld } = checkIdentity(db, path)
    if (isOld)
      throw new ExpectedError(
        'read-only',
        `${path} has an older schema and must be brought up to date before it can be read. Copy it to a folder that you may write.`,
      )
    checkQuickly(db, path)
  } catch (error) {
    throw explain(error, path)
  } finally {
    db.close()
  }
}

function checkQuickly(db: Database.Database, path: string): void {
  if (statSync(path).size > quickCheckLimit) return
  const found = db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok')
    throw new ExpectedError(
      'damaged',
      `${path} is damaged (${String(found).replace(/\s+/g, ' ')}). Nothing was changed. Keep a copy and open a backup.`,
    )
}

/** Writes a compact, verified copy beside the target and moves it into place only when it is whole. */
export function copyCase(db: Database.Database, target: string): void {
  const part = `${target}.part`
  try {
    rmSync(part, { force: true })
    db.prepare('VACUUM INTO ?').run(part)
    verify(part)
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw writeFailure(error, target)
  }
}

function verify(path: string): void {
  const db = connect(path, { readOnly: true })
  try {
    const found = db.pragma('integrity_check(1)', { simple: true })
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (found !== 'ok' || orphans.length > 0)
      throw new ExpectedError('damaged', `The copy ${path} did not pass its check (${String(found)}).`)
  } finally {
    db.close()
  }
}

/** The last connection turns WAL off, so that a case at rest is one file that can be read from anywhere. */
export function settle(db: Database.Database): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('journal_mode = DELETE')
}

function writeFailure(error: unknown, path: string): unknown {
  const told = explain(error, path)
  if (told instanceof ExpectedError && told.code === 'cannot-read') {
    return new ExpectedError(
      'cannot-write',
      `${path} cannot be written. Check that the folder exists and that you may write there.`,
    )
  }
  return told
}
