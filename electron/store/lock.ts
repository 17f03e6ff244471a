import { statSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import type Database from 'better-sqlite3'
import { connect } from './connection.ts'
import { discard, readFailure, writeFailure } from './disk.ts'

/** Who has a case open for writing. */
export interface Holder {
  readonly user: string
  readonly host: string
  readonly pid: number
  readonly since: string
}

export type LockResult =
  { readonly held: true; readonly release: () => void } | { readonly held: false; readonly holder: Holder | null }

/**
 * Takes the case for writing. The lock is a tiny SQLite file beside the case, held by an open write transaction:
 * the operating system lets go of it when the process dies, so a stale lock cannot be, and others can still read who holds it.
 */
export function takeLock(casePath: string, now: () => string): LockResult {
  const path = `${casePath}-lock`
  try {
    return take(path, now)
  } catch (error) {
    throw writeFailure(error, path) ?? readFailure(path) ?? error
  }
}

function take(path: string, now: () => string): LockResult {
  for (let attempt = 0; attempt < 5; attempt++) {
    const db = connect(path, { readOnly: false, mustExist: false })
    const inode = inodeOf(path)
    try {
      db.pragma('busy_timeout = 0')
      db.exec('CREATE TABLE IF NOT EXISTS holder (user TEXT, host TEXT, pid INTEGER, since TEXT)')
      db.exec('DELETE FROM holder')
      const { username } = userInfo()
      db.prepare('INSERT INTO holder VALUES (?, ?, ?, ?)').run(username, hostname(), process.pid, now())
      db.exec('BEGIN IMMEDIATE')
      // Another process may have written its name between our two steps and then lost the race.
      if (readHolder(db)?.pid !== process.pid) throw new Error('lost the race for the lock')
    } catch (error) {
      const holder = readHolder(db)
      db.close()
      if (isBusy(error)) return { held: false, holder }
      if (holder !== null && holder.pid !== process.pid) continue
      throw error
    }
    // Whoever held it before may have removed the file between our opening and our locking it.
    if (inode !== undefined && inode === inodeOf(path)) return { held: true, release: () => release(db, path) }
    db.close()
  }
  return { held: false, holder: null }
}

function release(db: Database.Database, path: string): void {
  // The file goes first, while the lock is held: nobody can take a file that is about to vanish. One that cannot go is free
  // all the same.
  discard(path)
  db.close()
  discard(`${path}-journal`)
}

function readHolder(db: Database.Database): Holder | null {
  try {
    return (db.prepare('SELECT user, host, pid, since FROM holder').get() as Holder | undefined) ?? null
  } catch {
    return null
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

const inodeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino
