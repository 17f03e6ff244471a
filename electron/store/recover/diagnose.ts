import type Database from 'better-sqlite3'
import type { ReadDb } from '../db.ts'
import { contentTables, quoted } from './tables.ts'

/** What is wrong with a file, and of what kind. */
export interface Problem {
  readonly code: 'pages' | 'structure' | 'references' | 'schema' | 'search' | 'derived' | 'log' | 'settings'
  readonly message: string
}

const oneLine = (text: unknown): string => String(text).replace(/\s+/g, ' ').trim()

/** Damage shows as these; what the disk or another program has to say is none. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB|ERROR|SCHEMA)/.test(String(error.code))

/** Runs a check that may itself meet what is damaged. */
export function found(code: Problem['code'], check: () => readonly string[]): Problem[] {
  try {
    return check().map((message) => ({ code, message: oneLine(message) }))
  } catch (error) {
    if (!isDamage(error)) throw error
    return [{ code, message: oneLine(error instanceof Error ? error.message : error) }]
  }
}

/** SQLite's own check of all structures: the tables, whether their indexes agree with them, and the search index. */
export const wholeStructure = (db: ReadDb, most = 20): Problem[] =>
  found('structure', () => {
    const lines = (db.pragma(`integrity_check(${most})`) as { integrity_check: string }[]).map(
      (row) => row.integrity_check,
    )
    return lines.filter((line) => line !== 'ok')
  })

/** The same without comparing indexes and without the search index, on which SQLite spends most of its time. */
export const tableStructure = (db: ReadDb): Problem[] =>
  found('structure', () =>
    (
      db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        .pluck()
        .all() as string[]
    ).flatMap((table) =>
      (db.pragma(`quick_check(${quoted(table)})`) as { quick_check: string }[]).flatMap(({ quick_check }) =>
        quick_check === 'ok' ? [] : [`${table}: ${quick_check}`],
      ),
    ),
  )

/** SQLite's full check of one table with its indexes. */
export const structureOf = (db: ReadDb, table: string): Problem[] =>
  found('structure', () => {
    const lines = db.pragma(`integrity_check(${quoted(table)})`) as { integrity_check: string }[]
    return lines.flatMap((line) => (line.integrity_check === 'ok' ? [] : [`${table}: ${line.integrity_check}`]))
  })

export const references = (db: ReadDb): Problem[] =>
  found('references', () => {
    const count = Number(db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get())
    return count === 0 ? [] : [`${count} references lead to records that are not there.`]
  })

/** Compares the tables and indexes of a case with those that today's Parallax makes. */
export function schemaDifferences(db: ReadDb, expected: ReadDb): Problem[] {
  return found('schema', () => {
    const [here, there] = [schemaOf(db), schemaOf(expected)]
    const missing = [...there].filter((line) => !here.has(line)).map((line) => `Missing or altered: ${line}`)
    return missing.map((line) => line.slice(0, 200))
  })
}

const schemaOf = (db: ReadDb): Set<string> =>
  new Set(
    (
      db.prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all() as {
        type: string
        name: string
        sql: string
      }[]
    ).map(({ type, name, sql }) => `${type} ${name}: ${oneLine(sql)}`),
  )

/** Which of these pages hold content: rows of tables that nothing else could give back. Null where it cannot be told. */
export function contentOn(db: Database.Database, pages: readonly number[]): string[] | null {
  try {
    const content = ['sqlite_schema', ...contentTables(db).map(({ name }) => name)]
    const text = `SELECT DISTINCT name FROM dbstat WHERE name IN (SELECT value FROM json_each(?))
                  AND pageno IN (SELECT value FROM json_each(?))`
    return db.prepare(text).pluck().all(JSON.stringify(content), JSON.stringify(pages)) as string[]
  } catch {
    return null
  }
}
