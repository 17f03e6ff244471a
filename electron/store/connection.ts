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
export function configure(db: Database.Database, readOnly: boolean): void {
  expectPragma(db, 'busy_timeout', 5000)
  if (!readOnly) {
    expectPragma(db, 'journal_mode', 'wal')
    // A file that was opened before runs NORMAL in this build unless told: FULL makes each commit durable.
    expectPragma(db, 'synchronous', 2)
  }
  expectPragma(db, 'foreign_keys', 1)
  expectPragma(db, 'trusted_schema', 0)
  expectPragma(db, 'cell_size_check', 1)
  expectPragma(db, 'temp_store', 2)
}

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
