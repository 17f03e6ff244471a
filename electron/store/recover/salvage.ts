import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import { ExpectedError } from '../../../shared/result.ts'
import { uuidv7 } from '../../core/uuid.ts'
import { removePart } from '../backups/parts.ts'
import { asWriteDb, connect } from '../connection.ts'
import type { WriteDb } from '../db.ts'
import { discard, writeFailure } from '../disk.ts'
import { explain } from '../errors.ts'
import { chainLog } from '../log-chain.ts'
import { createSchema, latestVersion, schemaVersion } from '../migrate.ts'
import { tablesOn, withDamaged } from './damaged.ts'
import { deriveAll } from './derived.ts'
import { fillCase, type TableOutcome } from './fill-case.ts'
import { LinesFile } from './lines-file.ts'
import { looksLikeCase } from './looks.ts'
import { mendReferences, type Mended } from './mend-references.ts'
import { changedPages, mendPages, readSeal, sealFile } from './seal.ts'
import { copySet } from './tolerant-copy.ts'

/** What a recovery came to. */
export interface Recovery {
  /** The new case. */
  readonly out: string
  /** All that could be read, as JSON Lines. */
  readonly lines: string
  readonly lineCount: number
  readonly tables: readonly TableOutcome[]
  /** References to lost rows that were emptied, and rows that went because they cannot be without what they refer to. */
  readonly cleared: Readonly<Record<string, number>>
  readonly removed: Readonly<Record<string, number>>
  /** Whether the settings of the case were lost: the new one has a title of its own. */
  readonly lostSettings: boolean
  /** Pages that are not as they were when the case was last closed; null where that is not known. */
  readonly changedPages: number | null
  /** How many of them could be computed again from the others. */
  readonly mendedPages: number
  /** Tables on whose pages something is still altered: rows of them may be lost or read wrongly without any other sign. */
  readonly alteredTables: readonly string[]
}

/** Makes a new case of what can be read of a damaged one, which is left as it is. */
export function recoverCase(damaged: string, out: string): Recovery {
  const lines = `${out.replace(/\.parallax$/, '')}.jsonl`
  for (const path of [out, lines])
    if (existsSync(path)) throw new ExpectedError('cannot-write', `${path} exists already. Choose another name.`)
  const [copy, part] = [`${out}.source`, `${out}.part`]
  let lineFile: LinesFile | undefined
  try {
    if (!looksLikeCase(damaged))
      throw new ExpectedError('not-a-case', `${damaged} is not a Parallax case. Nothing was changed.`)
    removePart(copy)
    removePart(part)
    copySet(damaged, copy)
    const pages = mendCopy(copy)
    lineFile = new LinesFile(lines)
    const content = build(copy, part, lineFile, basename(damaged))
    lineFile.close()
    sealFile(part)
    renameSync(part, out)
    return { out, lines, lineCount: lineFile.count, ...content, ...pages }
  } catch (error) {
    if (lineFile) discard(lines)
    throw writeFailure(error, out, 'Nothing was left behind.') ?? explain(error, out)
  } finally {
    removePart(copy)
    removePart(part)
  }
}

type Pages = Pick<Recovery, 'changedPages' | 'mendedPages' | 'alteredTables'>

function mendCopy(copy: string): Pages {
  const seal = readSeal(copy)
  if (!seal) return { changedPages: null, mendedPages: 0, alteredTables: [] }
  const changed = changedPages(copy, seal).length
  const lost = mendPages(copy, seal)
  const alteredTables = lost.length === 0 ? [] : tablesOn(copy, lost)
  return { changedPages: changed, mendedPages: changed - lost.length, alteredTables }
}

type Content = Pick<Recovery, 'tables' | 'cleared' | 'removed' | 'lostSettings'>

function build(source: string, target: string, lines: LinesFile, name: string): Content {
  const to = connect(target, { readOnly: false, mustExist: false })
  try {
    createSchema(to)
    to.pragma('foreign_keys = OFF')
    return to.transaction(() => buildIn(asWriteDb(to), source, lines, name)).immediate()
  } finally {
    to.close()
  }
}

function buildIn(to: WriteDb, source: string, lines: LinesFile, name: string): Content {
  const tables = readDamaged(source, to, (from) => fillCase(from, to, lines))
  const mended = mendReferences(
    to,
    tables.map(({ table }) => table),
  )
  const lostSettings = ensureSettings(to, name)
  deriveAll(to)
  // What is lost of the log breaks its chain: that of the new case holds from here on.
  chainLog(to)
  return { tables, ...asRecords(mended), lostSettings }
}

const asRecords = ({ cleared, removed }: Mended): Pick<Recovery, 'cleared' | 'removed'> => ({
  cleared: Object.fromEntries(cleared),
  removed: Object.fromEntries(removed),
})

/** Runs `work` on the copy of a damaged file; where not even its list of tables can be read, there are none. */
function readDamaged(path: string, to: WriteDb, work: (db: Database.Database) => TableOutcome[]): TableOutcome[] {
  withDamaged(path, (db) => restoreDescriptions(goingOn(db), to))
  return withDamaged(path, (db) => work(goingOn(db))) ?? []
}

/** Tells SQLite to go on where the description of a table makes no sense. */
function goingOn(db: Database.Database): Database.Database {
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  return db
}

/** Damage may have met the description of a table; today's is the same where the schema is. */
function restoreDescriptions(db: Database.Database, to: WriteDb): void {
  const known = to
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  if (schemaVersion(db) !== latestVersion) return
  const restore = db.prepare("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ? AND sql <> ?")
  for (const { name, sql } of known as { name: string; sql: string }[]) restore.run(sql, name, sql)
}

/** A case has one row of settings; without it, it is none. Answers whether it had to be made. */
function ensureSettings(db: WriteDb, name: string): boolean {
  if (db.prepare('SELECT 1 FROM case_info').get()) return false
  db.prepare(
    `INSERT INTO case_info (only, id, title, scale, tlp, tolerance, created) VALUES (1, ?, ?, 'icd203', 'CLEAR', 0.1, ?)`,
  ).run(uuidv7(), `Recovered from ${name}`, new Date().toISOString())
  return true
}
