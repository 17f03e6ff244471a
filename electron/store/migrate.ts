import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { ExpectedError } from '../../shared/result.ts'
import { applicationId, asWriteDb, connect } from './connection.ts'
import { chainLog } from './log-chain.ts'
import core from './migrations/0001-core.sql?raw'
import imports from './migrations/0002-imports.sql?raw'
import search from './migrations/0003-search.sql?raw'
import history from './migrations/0004-history.sql?raw'
import analysis from './migrations/0005-analysis.sql?raw'
import savedViews from './migrations/0006-saved-views.sql?raw'
import order from './migrations/0007-order.sql?raw'
import judgements from './migrations/0008-judgements.sql?raw'
import versions from './migrations/0009-versions.sql?raw'
import columns from './migrations/0010-columns.sql?raw'
import ungraded from './migrations/0011-ungraded.sql?raw'
import { addTextFunctions } from './text-functions.ts'
import { statementHash } from './text-hash.ts'

interface Migration {
  readonly version: number
  readonly sql: string
  /** Fills derived columns that SQL alone cannot. */
  readonly derive?: (db: Database.Database) => void
}

/** Up only and gapless: the position is the version. An applied one is never edited (its hash is kept in every file). */
const migrations: readonly Migration[] = [
  { version: 1, sql: core },
  { version: 2, sql: imports, derive: hashStatements },
  { version: 3, sql: search },
  { version: 4, sql: history, derive: (db) => chainLog(asWriteDb(db)) },
  { version: 5, sql: analysis },
  { version: 6, sql: savedViews },
  { version: 7, sql: order, derive: orderClaims },
  { version: 8, sql: judgements },
  { version: 9, sql: versions },
  { version: 10, sql: columns },
  { version: 11, sql: ungraded },
]

export const latestVersion = migrations.length

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

export const schemaVersion = (db: Database.Database): number => db.pragma('user_version', { simple: true }) as number

/** Makes an empty file a case of today's schema. */
export function createSchema(db: Database.Database): void {
  db.pragma(`application_id = ${applicationId}`)
  db.transaction(() => {
    db.exec('CREATE TABLE migration (version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, applied TEXT NOT NULL) STRICT')
    applyFrom(db, 0)
  }).immediate()
}

/** Brings an older case to today's schema in one transaction; the caller has made a verified backup. */
export function migrate(db: Database.Database): void {
  // A table that others refer to is made anew under its name: with the check on, dropping the old one would empty them.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    applyFrom(db, schemaVersion(db))
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new Error(`The migration left ${orphans.length} references without their records`)
  }).immediate()
  db.pragma('foreign_keys = ON')
}

function hashStatements(db: Database.Database): void {
  const set = db.prepare('UPDATE claim SET statement_hash = ? WHERE num = ?')
  const claims = db.prepare('SELECT num, statement FROM claim').all() as { num: number; statement: string }[]
  for (const { num, statement } of claims) set.run(statementHash(statement), num)
}

function orderClaims(db: Database.Database): void {
  addTextFunctions(db)
  db.exec('UPDATE claim SET ref_key = order_key(ref), statement_key = order_key(statement)')
  // Each line of what is searched ends with a line break, so that each two letters begin three; the few topics, places and
  // tags of claims are looked up by their values.
  db.exec(`
    UPDATE search_text SET text = text || char(10) WHERE key >= 1 << 48;
    UPDATE search_text SET text = (SELECT fold(coalesce(ref || char(10), '') || statement || char(10)
      || coalesce(nullif(quote, '') || char(10), '') || coalesce(nullif(translation, '') || char(10), '')) FROM claim WHERE num = key)
      WHERE key < 1 << 48;
    INSERT INTO search (search) VALUES ('rebuild');`)
}

function applyFrom(db: Database.Database, version: number): void {
  const note = db.prepare('INSERT INTO migration (version, sha256, applied) VALUES (?, ?, ?)')
  for (const migration of migrations.slice(version)) {
    db.exec(migration.sql)
    migration.derive?.(db)
    note.run(migration.version, hash(migration.sql), new Date().toISOString())
    db.pragma(`user_version = ${migration.version}`)
  }
}

/** Refuses files that are no case, and those that a newer Parallax wrote. Answers whether a migration is due. */
export function checkIdentity(db: Database.Database, path: string): { readonly isOld: boolean } {
  const id = db.pragma('application_id', { simple: true })
  if (id !== applicationId) {
    throw new ExpectedError('not-a-case', `${path} is not a Parallax case. Nothing was changed.`)
  }
  const version = schemaVersion(db)
  if (version > latestVersion) {
    throw new ExpectedError(
      'newer-version',
      `${path} was written by a newer Parallax (schema ${version}; this one knows ${latestVersion}). Nothing was changed. Update Parallax to open it.`,
    )
  }
  return { isOld: version < latestVersion }
}

/** The same for a private copy, which needs no backup before it. */
export function bringUpToDate(copy: string): void {
  const db = connect(copy, { readOnly: false })
  try {
    migrate(db)
  } finally {
    db.close()
  }
}
