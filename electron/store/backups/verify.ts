import type Database from 'better-sqlite3'
import { ExpectedError } from '../../../shared/result.ts'
import { applicationId, connect } from '../connection.ts'
import { readFailure } from '../disk.ts'
import { explain } from '../errors.ts'

/** How many rows each table has. */
export type Counts = Readonly<Record<string, number>>

/** Counts the rows of the tables that are no part of another; all of one snapshot when the connection holds one. */
export function countsOf(db: Database.Database): Counts {
  const tables = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  )
}

/** Reads the whole file as SQLite checks it, and every reference in it; throws an ExpectedError that says what is wrong. */
export function expectWhole(path: string, wanted?: Counts): void {
  const db = connect(path, { readOnly: true })
  try {
    const found = problemIn(db, wanted)
    if (found !== null) throw readFailure(path) ?? new ExpectedError('damaged', `${path} is damaged (${found}).`)
  } catch (error) {
    throw explain(error, path)
  } finally {
    db.close()
  }
}

function problemIn(db: Database.Database, wanted: Counts | undefined): string | null {
  db.pragma('cell_size_check = ON')
  if (db.pragma('application_id', { simple: true }) !== applicationId) return 'it does not carry the mark of a case'
  const integrity = String(db.pragma('integrity_check(1)', { simple: true }))
  if (integrity !== 'ok') return integrity.replace(/\s+/g, ' ')
  const orphans = (db.pragma('foreign_key_check') as unknown[]).length
  if (orphans > 0) return `${orphans} references lead to records that are not there`
  return wanted === undefined ? null : differenceOf(wanted, countsOf(db))
}

function differenceOf(wanted: Counts, found: Counts): string | null {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
  const other = names.find((name) => wanted[name] !== found[name])
  return other === undefined ? null : `${other} has ${found[other] ?? 'no'} rows, not ${wanted[other] ?? 'none'}`
}
