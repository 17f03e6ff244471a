import Database from 'better-sqlite3'
import { ExpectedError } from '../../shared/result.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** "PRLX": the mark in the file's header by which a case is known before anything else is read. */
export const applicationId = 0x50524c58

/** A host below Node-API 10 needs a build of its own (set-up makes it and names it here); never used in a package for users. */
const nativeBinding = process.env['PARALLAX_SQLITE_BINDING']

/** Opens a file without touching it; SQLite reads nothing until the first statement. */
export function connect(
  path: string,
  options: { readonly readOnly: boolean; readonly mustExist?: boolean },
): Database.Database {
  return new Database(path, {
    readonly: options.readOnly,
    fileMustExist: options.mustExist ?? true,
    ...(nativeBinding ? { nativeBinding } : {}),
  })
}

/** Sets what every connection needs and reads it back: a setting that SQLite ignored must not go unnoticed. */
export function configure(db: Database.Database, readOnly: boolean, journal: 'wal' | 'delete' = 'wal'): void {
  expectPragma(db, 'busy_timeout', 5000)
  if (!readOnly) {
    expectPragma(db, 'journal_mode', journal)
    // A file that was opened before runs NORMAL in this build unless told: FULL makes each commit durable.
    expectPragma(db, 'synchronous', 2)
  }
  expectPragma(db, 'foreign_keys', 1)
  expectPragma(db, 'trusted_schema', 0)
  expectPragma(db, 'cell_size_check', 1)
  expectPragma(db, 'temp_store', 2)
}

/** A connection that only reads, with all that connections need. */
export function connectToRead(path: string): Database.Database {
  const db = connect(path, { readOnly: true })
  configure(db, true)
  return db
}

/**
 * A connection that can write. A share of the network may not hold the shared memory that a write-ahead log needs, which shows
 * at the first write: changes then go through a journal, as safe and slower.
 */
export function connectToWrite(path: string): Database.Database {
  const db = connect(path, { readOnly: false })
  try {
    configure(db, false)
    probe(db)
    return db
  } catch (error) {
    db.close()
    if (!/^SQLITE_(?:CANTOPEN|PROTOCOL|READONLY|IOERR_(?:SHM|LOCK|RDLOCK))/.test(codeOf(error))) throw error
    return connectWithJournal(path)
  }
}

/** Begins to write; that somebody else writes just now is no failure. */
function probe(db: Database.Database): void {
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error
  }
}

function connectWithJournal(path: string): Database.Database {
  const db = connect(path, { readOnly: false })
  try {
    // Alone with the file, SQLite needs no shared memory to leave the log.
    db.pragma('locking_mode = EXCLUSIVE')
    expectPragma(db, 'journal_mode', 'delete')
    db.pragma('locking_mode = NORMAL')
    configure(db, false, 'delete')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function expectPragma(db: Database.Database, pragma: string, wanted: number | string): void {
  db.pragma(`${pragma} = ${wanted}`)
  const found: unknown = db.pragma(pragma, { simple: true })
  if (found !== wanted)
    throw new ExpectedError('cannot-write', `SQLite did not take ${pragma} = ${wanted} (it says ${String(found)}).`)
}

/** The types of the two kinds of connection; the only place where one becomes the other. */
export const asReadDb = (db: Database.Database): ReadDb => db
export const asWriteDb = (db: Database.Database): WriteDb => {
  if (db.readonly) throw new Error('A read-only connection cannot become a WriteDb')
  return db as WriteDb
}

/** Runs `work` in one immediate transaction: all of it is kept or nothing. */
export function transaction<T>(db: WriteDb, work: () => T): T {
  return db.transaction(work).immediate()
}

/** A connection for temporary tables only: they are the connection's own, and a reader may have them too. */
export const asTempDb = (db: ReadDb): WriteDb => db as WriteDb
