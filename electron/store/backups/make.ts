import { chmodSync, closeSync, openSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import type { BackupReason } from '../../../shared/backup.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { connect } from '../connection.ts'
import { writeFailure } from '../disk.ts'
import { explain } from '../errors.ts'
import { takeLock } from '../lock.ts'
import { superfluous } from './keep.ts'
import { backupAt, backupFolder, listBackups, pathFor, realPath, type Backup } from './list.ts'
import { land, partOf, removePart, removeStaleParts, sync } from './parts.ts'
import { expectRoom, mostBytes } from './space.ts'
import { countsOf, expectWhole, type Counts } from './verify.ts'

export interface BackupOptions {
  readonly reason: BackupReason
  readonly now?: () => Date
  /** Asked between portions of the file; the backup is then given up. */
  readonly isStopped?: () => boolean
}

/** Pages of a portion: 8 MB. */
const pagesAtOnce = 2000

/**
 * Makes a verified backup of a case, beside whoever writes it; then lets go of those that are no longer to be kept. Throws an
 * ExpectedError, with nothing left behind and the earlier backups as they were.
 */
export async function makeBackup(casePath: string, options: BackupOptions): Promise<Backup> {
  const { reason, now = () => new Date(), isStopped = () => false } = options
  const path = realPath(casePath)
  try {
    removeStaleParts(backupFolder(path), () => true)
    const target = pathFor(path, reason, now())
    await copyVerified(path, target, isStopped)
    return landed(path, target, now())
  } catch (error) {
    throw noBackup(error, path)
  }
}

/** The same of a case that nobody else has open, by a connection to it, at once. */
export function makeBackupNow(db: Database.Database, casePath: string, reason: BackupReason): Backup {
  const path = realPath(casePath)
  try {
    removeStaleParts(backupFolder(path), () => true)
    const target = pathFor(path, reason, new Date())
    copyVerifiedNow(db, path, target)
    return landed(path, target, new Date())
  } catch (error) {
    throw noBackup(error, path)
  }
}

/** Writes a verified copy of a case to a path; what is there gives way only to one that is whole. */
export async function copyVerified(path: string, target: string, isStopped = (): boolean => false): Promise<void> {
  const part = partOf(target)
  try {
    prepare(path, target, part)
    finish(part, target, await copyPages(path, part, isStopped))
  } catch (error) {
    removePart(part)
    throw explained(error, path, target)
  }
}

function copyVerifiedNow(db: Database.Database, path: string, target: string): void {
  const part = partOf(target)
  try {
    prepare(path, target, part)
    db.prepare('VACUUM INTO ?').run(part)
    finish(part, target, countsOf(db))
  } catch (error) {
    removePart(part)
    throw explained(error, path, target)
  }
}

function prepare(path: string, target: string, part: string): void {
  removePart(part)
  takeName(part)
  expectRoom(dirname(target), statSync(path).size)
}

/** Copies the pages of one snapshot, and counts what is in it. */
async function copyPages(path: string, part: string, isStopped: () => boolean): Promise<Counts> {
  // Not opened to read only: SQLite may have to take back what was left in the middle of a change.
  const source = connect(path, { readOnly: false })
  try {
    source.pragma('busy_timeout = 5000')
    source.pragma('query_only = ON')
    source.exec('BEGIN')
    const counts = countsOf(source)
    expectNoImport(source, path)
    await source.backup(part, {
      progress: () => {
        if (isStopped()) throw new ExpectedError('cancelled', 'The backup was given up.')
        // Little by little: all of it at the end would keep who writes the case waiting for the disk.
        sync(part)
        return pagesAtOnce
      },
    })
    return counts
  } finally {
    source.close()
  }
}

/** A long import leaves the write-ahead log, and then whoever reads for long would stop it. */
function expectNoImport(db: Database.Database, path: string): void {
  const isInLog = db.pragma('journal_mode', { simple: true }) === 'wal'
  // Where the file of the lock is, somebody may still hold it, or was killed while holding it.
  if (isInLog || statSync(`${path}-lock`, { throwIfNoEntry: false }) === undefined) return
  const lock = takeLock(path, () => new Date().toISOString())
  if (lock.held) return lock.release()
  throw new ExpectedError('locked', `${path} is open in another window, which changes much. Try again when it is done.`)
}

function finish(part: string, target: string, counts: Counts): void {
  const copy = connect(part, { readOnly: false })
  try {
    // It says what the case was in; a backup is one file.
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  expectWhole(part, counts)
  land(part, target)
}

/** What is to become of a backup that is there: nobody writes to it, and older ones make room. */
function landed(casePath: string, path: string, now: Date): Backup {
  const backup = backupAt(path)
  if (!backup) throw new Error(`${path} is no name of a backup`)
  keepFromWriting(path)
  // What is about to be restored may be one that would go.
  if (backup.reason === 'restore') return backup
  for (const old of superfluous(listBackups(casePath), now, mostBytes(casePath))) {
    if (old.path === path) continue
    try {
      rmSync(old.path, { force: true })
    } catch {
      // It stays for now: the next backup tries again.
    }
  }
  return backup
}

function keepFromWriting(path: string): void {
  try {
    chmodSync(path, 0o444 & statSync(path).mode)
  } catch {
    // It is a backup all the same.
  }
}

/** Whose fault it was is known by the file: a damaged copy is a damaged case. */
function explained(error: unknown, path: string, target: string): unknown {
  const told = writeFailure(error, target) ?? explain(error, path)
  if (!(told instanceof ExpectedError) || told.code !== 'damaged') return told
  const detail = told.message.match(/\((.*)\)/)?.[1] ?? told.message
  return new ExpectedError(
    'damaged',
    `${path} is damaged (${detail}). Keep a copy of it and restore an earlier backup.`,
  )
}

/** Takes the name of the part: where that cannot be, the folder is to blame and not the case. */
function takeName(part: string): void {
  try {
    closeSync(openSync(part, 'wx'))
  } catch (error) {
    throw notWritable(dirname(part), error)
  }
}

const notWritable = (folder: string, error: unknown): ExpectedError =>
  writeFailure(error, folder) ??
  new ExpectedError(
    'cannot-write',
    `${folder} cannot be written (${error instanceof Error ? error.message : String(error)}). Check that it is there and that you may write to it.`,
  )

const isOf = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

function noBackup(error: unknown, path: string): unknown {
  removeIfEmpty(backupFolder(path))
  // No folder can be made.
  const isFolder = isOf(error, 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST')
  const told = isFolder ? notWritable(backupFolder(path), error) : explain(error, path)
  if (!(told instanceof ExpectedError) || told.code === 'cancelled') return told
  return new ExpectedError(told.code, `No backup was made of ${path}; the earlier ones stay. ${told.message}`)
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // There are backups in it, or it is not there.
  }
}
