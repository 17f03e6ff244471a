import { chmodSync, constants, copyFileSync, existsSync, linkSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ExpectedError } from '../../../shared/result.ts'
import { connect } from '../connection.ts'
import { discard, isOfDisk, remove, writeFailure } from '../disk.ts'
import { explain } from '../errors.ts'
import { takeLock } from '../lock.ts'
import { checkIdentity } from '../migrate.ts'
import { settle } from '../open.ts'
import { realPath } from './list.ts'
import { isPartOf, land, partOf, removePart, removeStaleParts } from './parts.ts'
import { expectRoom } from './space.ts'
import { countsOf, expectWhole, type Counts } from './verify.ts'

/** What became of the file that was there. */
export interface Restored {
  /** Where it lies now; null when there was none. */
  readonly setAside: string | null
}

const sides = ['-wal', '-journal'] as const

/**
 * Puts a backup in the place of a case that nobody has open. What is there is set aside under a name of its own first; then
 * the new file takes the place in one step, so that at any moment there is the one or the other.
 */
export function restoreBackup(casePath: string, backupPath: string, now: () => Date = () => new Date()): Restored {
  const path = realPath(casePath)
  const isoNow = (): string => now().toISOString()
  try {
    const counts = expectRestorable(backupPath, path)
    const lock = takeLock(path, isoNow)
    if (!lock.held)
      throw new ExpectedError('locked', `${path} is open in another window. Close it there and try again.`)
    try {
      return restore(path, backupPath, counts, now())
    } finally {
      lock.release()
    }
  } catch (error) {
    const told = error instanceof ExpectedError ? error : (writeFailure(error, path) ?? explain(error, path))
    throw told instanceof ExpectedError ? new ExpectedError(told.code, `Nothing was restored. ${told.message}`) : told
  }
}

/** Refuses what is no whole backup of this case; answers what is in it. */
function expectRestorable(backupPath: string, path: string): Counts {
  if (realPath(backupPath) === path)
    throw new ExpectedError('invalid-input', `${backupPath} is the case itself. Choose one of its backups.`)
  try {
    const db = connect(backupPath, { readOnly: true })
    try {
      checkIdentity(db, backupPath)
      expectSameCase(idOf(backupPath), idOf(path), backupPath)
      expectWhole(backupPath)
      return countsOf(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw explain(error, backupPath)
  }
}

/** The identity of a case; null where it cannot be read. */
export function idOf(path: string): string | null {
  try {
    const db = connect(path, { readOnly: true })
    try {
      return db.prepare('SELECT id FROM case_info').pluck().get() as string
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

function expectSameCase(backup: string | null, present: string | null, backupPath: string): void {
  if (backup !== null && present !== null && backup !== present)
    throw new ExpectedError('conflict', `${backupPath} is of another case. Open it by itself, or choose another file.`)
}

function restore(path: string, backupPath: string, counts: Counts, now: Date): Restored {
  removeStaleParts(dirname(path), isPartOf(path))
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  expectRoom(dirname(path), statSync(backupPath).size)
  const part = partOf(path)
  try {
    copyFileSync(backupPath, part, constants.COPYFILE_FICLONE)
    chmodSync(part, size > 0 ? statSync(path).mode & 0o777 : 0o644)
    expectWhole(part, counts)
    const setAside = keepAside(path, now)
    let holdsAll = hasNoSides(path)
    try {
      holdsAll = clearSides(path)
      land(part, path)
    } catch (error) {
      // What is there stays, so that it need not be kept twice.
      if (setAside !== null && holdsAll) removePart(setAside)
      throw setAside !== null && existsSync(setAside) ? toldWith(error, path, setAside) : error
    }
    return { setAside }
  } catch (error) {
    removePart(part)
    throw error
  }
}

/** A copy that the disk did not let go is told. */
function toldWith(error: unknown, path: string, setAside: string): unknown {
  const told = writeFailure(error, path) ?? explain(error, path)
  if (!(told instanceof ExpectedError)) return told
  return new ExpectedError(told.code, `${told.message} A copy of what is there was set aside as ${setAside}.`)
}

const stem = (path: string): string => basename(path).replace(/\.parallax$/i, '')

/** "name.set-aside-20261126-230501.parallax", or with a number when that is taken. */
function asideName(path: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  for (let nth = 1; ; nth++) {
    const name = `${stem(path)}.set-aside-${time}${nth === 1 ? '' : `-${nth}`}.parallax`
    const aside = `${dirname(path)}/${name}`
    if (['', ...sides].every((side) => !existsSync(aside + side))) return aside
  }
}

/** Keeps the present file, byte for byte, with what SQLite has beside it. */
function keepAside(path: string, now: Date): string | null {
  const kept = ['', ...sides].filter((side) => existsSync(path + side))
  if (kept.length === 0) return null
  const aside = asideName(path, now)
  // The file itself last: where it is, all of it is.
  for (const side of kept.reverse()) keepOne(path + side, aside + side)
  return aside
}

function keepOne(from: string, to: string): void {
  const part = partOf(to)
  try {
    copyFileSync(from, part, constants.COPYFILE_FICLONE)
    land(part, to)
  } catch {
    // A full disk, or a page that cannot be read: a second name for the same file keeps it too.
    discard(part)
    linkSync(from, to)
  }
}

const hasNoSides = (path: string): boolean => sides.every((side) => !existsSync(path + side))

/**
 * What SQLite left beside the present file must not meet the next one: it would be taken for changes of that. Answers whether
 * the present file has all that it had.
 */
function clearSides(path: string): boolean {
  const holdsAll = hasNoSides(path) || !existsSync(path) || isSettled(path)
  for (const side of [...sides, '-shm']) remove(path + side)
  return holdsAll
}

function isSettled(path: string): boolean {
  try {
    const db = connect(path, { readOnly: false })
    try {
      settle(db)
    } finally {
      db.close()
    }
    return true
  } catch (error) {
    if (isOfDisk(explain(error, path))) throw error
    // Damaged: it is kept aside with these files, and nothing more can be done for it here.
    return false
  }
}
