import {
  accessSync,
  chmodSync,
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
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { ExpectedError } from '../../shared/result.ts'
import { caseCounts } from '../core/cases/counts.ts'
import { afterDamage, backupFolder } from './backups/list.ts'
import { makeBackupNow } from './backups/make.ts'
import { isPartOf, removePart, removeStaleParts } from './backups/parts.ts'
import { configure, connect } from './connection.ts'
import { isOfDisk, readFailure, remove, writeFailure } from './disk.ts'
import { explain } from './errors.ts'
import { takeLock, type Holder } from './lock.ts'
import { examine, type Examination } from './recover/examine.ts'
import { isOurs, looksLikeCase } from './recover/looks.ts'
import { repairCase } from './recover/repair.ts'
import { readSeal, sealFile, unseal, type IsLate } from './recover/seal.ts'
import type { Problem } from './recover/diagnose.ts'
import { bringUpToDate, checkIdentity, createSchema, migrate, schemaVersion } from './migrate.ts'

/** What opening found: where to read, whether one may write, and what to give back at the end. */
export interface OpenedFile {
  /** The file that connections read: the case itself, or a private copy when its folder cannot hold SQLite's side files. */
  readonly path: string
  /** Why it can only be read; null when it may be written. */
  readonly readOnly: string | null
  /** What opening did that the person should know: damage that was repaired. */
  readonly notice: string | null
  /** Whether records are met by damage, so that a backup or a recovery is to be offered. */
  readonly isDamaged: boolean
  /** Whether the file is still to be checked in full, in the background. */
  readonly isCheckDue: boolean
  /**
   * Gives the case back, with the sums of its pages: not so where it is not known to be sound, as they would take damage
   * for what the case should be. A check that was due counts as not made unless that is said. The seal is given up where
   * it would take too long.
   */
  readonly release: (how?: { readonly isSound?: boolean; readonly isLate?: IsLate }) => void
}

/** Makes a new case file with today's schema; an existing file is never overwritten. */
export function createCaseFile(path: string): void {
  if (existsSync(path)) throw new ExpectedError('cannot-write', `${path} exists already. Choose another name.`)
  if (!existsSync(dirname(path))) throw new ExpectedError('cannot-write', `The folder ${dirname(path)} does not exist.`)
  const part = `${path}.part`
  try {
    remove(part)
    const db = connect(part, { readOnly: false, mustExist: false })
    try {
      createSchema(db)
    } finally {
      db.close()
    }
    renameSync(part, path)
  } catch (error) {
    removePart(part)
    throw notMade(error, path)
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
    const { notice, isCheckDue } = prepare(real, now)
    const release: OpenedFile['release'] = ({ isSound = !isCheckDue, isLate } = {}) =>
      isSound ? sealAndRelease(real, lock, isLate) : lock()
    return { ...untouched, path: real, readOnly: null, notice, isCheckDue, release }
  } catch (error) {
    lock()
    const told = explain(error, path)
    if (told instanceof ExpectedError && told.code === 'damaged' && canShow(real))
      return { ...untouched, path: real, readOnly: told.message, isDamaged: true }
    // A disk that takes nothing is no reason not to read.
    if (told instanceof ExpectedError && isOfDisk(told)) return openToRead(real, told.message)
    throw told
  }
}

/** How a case is opened that there is nothing more to say about. */
export const untouched = { notice: null, isDamaged: false, isCheckDue: false, release: () => undefined }

/** A case at rest knows the sums of its pages; without them it is only checked for longer when it is next opened. */
function sealAndRelease(path: string, release: () => void, isLate?: IsLate): void {
  try {
    sealFile(path, isLate)
  } catch {
    // The file is gone or can no longer be written: nothing that closing it could tell anybody.
  } finally {
    release()
  }
}

/** Whether enough of a damaged case can be read to show it. */
function canShow(path: string): boolean {
  try {
    const db = connect(path, { readOnly: true })
    try {
      if (checkIdentity(db, path).isOld) return false
      caseCounts(db)
      return db.prepare('SELECT * FROM case_info').get() !== undefined
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** Looks at the first 100 bytes only, so that a file that is no case is not touched by SQLite at all. */
export function readHeader(path: string): void {
  const header = headerOf(path)
  if (!isOurs(header) && !looksLikeCase(path)) {
    throw new ExpectedError('not-a-case', `${path} is not a Parallax case. Nothing was changed.`)
  }
}

function headerOf(path: string): Buffer {
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
  return header
}

const writeObstacle = (path: string): string | null =>
  obstacleTo(path, path) ?? obstacleTo(dirname(path), `the folder ${dirname(path)}`)

/** Why a file or folder cannot be written: who may is another matter than what the disk lets anybody. */
function obstacleTo(path: string, called: string): string | null {
  try {
    accessSync(path, constants.W_OK)
    return null
  } catch (error) {
    const isReadOnlyDisk = error instanceof Error && 'code' in error && error.code === 'EROFS'
    return isReadOnlyDisk ? `The disk that holds ${called} can only be read.` : `You may not write ${called}.`
  }
}

function lockOrReason(path: string, now: () => string): (() => void) | string {
  try {
    const lock = takeLock(path, now)
    return lock.held ? lock.release : heldBy(lock.holder)
  } catch (error) {
    // No lock file can be made: a full or read-only disk, or a folder with stricter rules than its mode says.
    if (error instanceof ExpectedError) return error.message
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

/** What was killed, or met a disk that let nothing go, may have left behind. */
function removeLeftovers(path: string): void {
  removePart(indexPath(path))
  removeStaleParts(dirname(path), isPartOf(path))
  removeStaleParts(backupFolder(path), () => true, mostWaitedFor)
}

/** In bytes: a larger part of a backup is taken away after the start, or by the next backup. */
const mostWaitedFor = 64 * 1024 * 1024

type Prepared = Pick<OpenedFile, 'notice' | 'isCheckDue'>

function prepare(path: string, now: () => string): Prepared {
  removeLeftovers(path)
  const { problems, isDue } = examined(path, false)
  const notice = problems.length === 0 ? null : repair(path, problems, now())
  unseal(path)
  const db = connect(path, { readOnly: false })
  try {
    if (checkIdentity(db, path).isOld) {
      makeBackupNow(db, path, 'migration')
      migrate(db)
    }
    configure(db, false)
  } finally {
    db.close()
  }
  return { notice, isCheckDue: isDue && notice === null }
}

/** What is wrong with a case. Who made it, and with which version, comes first: it may be no case, or not ours to repair. */
function examined(path: string, readOnly: boolean): Examination {
  try {
    const header = headerOf(path)
    // Where the header is not as it was sealed, what it says of version and maker is damage.
    const sealed = readSeal(path)?.header
    if (isOurs(header) && (sealed === undefined || sealed.equals(header))) identify(path, readOnly)
    return examineAgain(path, readOnly)
  } catch (error) {
    const told = explain(error, path)
    const isDamage = told instanceof ExpectedError && (told.code === 'damaged' || told.code === 'not-a-case')
    if (!isDamage || !looksLikeCase(path)) throw told
    return {
      problems: [{ code: 'structure', message: error instanceof Error ? error.message : String(error) }],
      isDue: false,
    }
  }
}

/** What a disk does not read looks like damage, which is therefore looked at twice. */
function examineAgain(path: string, readOnly: boolean): Examination {
  const first = examine(path, readOnly)
  if (first.problems.length === 0) return first
  const unread = readFailure(path)
  if (unread) throw unread
  return examine(path, readOnly)
}

function identify(path: string, readOnly: boolean): void {
  const db = connect(path, { readOnly })
  try {
    checkIdentity(db, path)
  } finally {
    db.close()
  }
}

/** Repairs a case where nothing is lost by it, and says what was done. */
function repair(path: string, problems: readonly Problem[], now: string): string {
  const repaired = repairCase(path, now)
  if (repaired.isWhole)
    return `${basename(path)} was damaged (${inShort(problems)}) and has been repaired: every record is as it was. The damaged file is kept as ${basename(repaired.aside)}.`
  throw damagedError(path, problems, repaired.tables)
}

function damagedError(path: string, problems: readonly Problem[], tables: readonly string[] = []): ExpectedError {
  const met = tables.length === 0 ? '' : ` Affected: ${tables.map((table) => table.replaceAll('_', ' ')).join(', ')}.`
  return new ExpectedError(
    'damaged',
    `${path} is damaged (${inShort(problems)}).${met} Nothing was changed. ${afterDamage(path)}`,
  )
}

const inShort = (problems: readonly Problem[]): string => {
  const [first, ...more] = problems
  return `${first?.message.replace(/\.$/, '') ?? ''}${more.length > 0 ? `, and ${more.length} more` : ''}`
}

function openToRead(path: string, reason: string): OpenedFile {
  try {
    if (!isOldOnReading(path)) return { ...untouched, path, readOnly: reason }
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'damaged' && canShow(path))
      return { ...untouched, path, readOnly: `${reason} ${error.message}`, isDamaged: true }
    if (error instanceof ExpectedError && !isOfDisk(error)) throw error
  }
  // A file left in WAL mode, or in the middle of a change, cannot be read where its side files cannot be written, and one of
  // an older schema not before it is brought up to date: a private copy can.
  const folder = mkdtempSync(join(tmpdir(), 'parallax-'))
  const copy = join(folder, basename(path))
  const release = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    copyFileSync(path, copy)
    chmodSync(copy, 0o600)
    for (const side of ['-wal', '-journal']) if (existsSync(path + side)) copyFileSync(path + side, copy + side)
    takeBack(copy)
    if (isOldOnReading(copy)) bringUpToDate(copy)
    return { ...untouched, path: copy, readOnly: reason, release }
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

/** Throws where a case cannot be read; answers whether it is of an older schema. */
function isOldOnReading(path: string): boolean {
  const { problems } = examined(path, true)
  if (problems.length > 0) throw damagedError(path, problems)
  const db = connect(path, { readOnly: true })
  try {
    return checkIdentity(db, path).isOld
  } catch (error) {
    throw explain(error, path)
  } finally {
    db.close()
  }
}

/** Writes a compact, verified copy beside the target and moves it into place only when it is whole. */
export function copyCase(db: Database.Database, target: string): void {
  const part = `${target}.part`
  try {
    remove(part)
    db.prepare('VACUUM INTO ?').run(part)
    leaveOutDrafts(part)
    verify(part)
    sealFile(part)
    renameSync(part, target)
  } catch (error) {
    removePart(part)
    throw notMade(error, target)
  }
}

/** What was typed and not saved stays in the case that it was typed into: a copy may be for somebody else. */
function leaveOutDrafts(path: string): void {
  const db = connect(path, { readOnly: false })
  try {
    db.pragma('secure_delete = ON')
    db.exec("DELETE FROM view_state WHERE key GLOB 'draft:*'")
  } finally {
    db.close()
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
  if (db.pragma('journal_mode', { simple: true }) === 'wal') db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('journal_mode = DELETE')
}

function notMade(error: unknown, path: string): unknown {
  const told = writeFailure(error, path, 'Nothing was left behind.') ?? explain(error, path)
  if (told instanceof ExpectedError && told.code === 'cannot-read') {
    return new ExpectedError(
      'cannot-write',
      `${path} cannot be written. Check that the folder exists and that you may write there.`,
    )
  }
  return told
}
