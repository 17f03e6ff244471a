import type Database from 'better-sqlite3'
import { connect } from '../connection.ts'
import { contentOn } from './diagnose.ts'

/** Runs `work` on the copy of a damaged case; null where damage did not let it come to its end. */
export function withDamaged<T>(path: string, work: (db: Database.Database) => T): T | null {
  let db: Database.Database | undefined
  try {
    db = connect(path, { readOnly: false })
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return work(db)
  } catch (error) {
    if (isOfDisk(error)) throw error
    return null
  } finally {
    db?.close()
  }
}

/** A full disk and the like are no damage, and nothing that a repair should take for it. */
const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:FULL|IOERR|READONLY|BUSY)|^E[A-Z]+$/.test(String(error.code))

/** The tables with content on some pages of a damaged case. */
export const tablesOn = (copy: string, pages: readonly number[]): readonly string[] =>
  withDamaged(copy, (db) => contentOn(db, pages)) ?? unknown

/** Damage met what tells the tables from one another. */
const unknown = ['any of the tables']
