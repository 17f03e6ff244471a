import type { ReadDb } from '../db.ts'

/** Tables that can be made again from the others, with what SQLite and FTS5 keep for themselves. */
const derivedTables =
  /^(?:search|search_.*|record_name|note_link|migration|analysis_todo|comparable|finding|claim_analysis|event_analysis|sqlite_.*)$/

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  /** Rows are reached by their row numbers; false for tables that are one index. */
  readonly hasRowNumbers: boolean
}

/** The tables that hold what people entered and what is told of it, in the order in which they were made. */
export function contentTables(db: ReadDb): TableShape[] {
  const tables = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL ORDER BY rowid")
    .all() as { name: string; sql: string }[]
  return tables
    .filter(({ name, sql }) => !derivedTables.test(name) && !/^CREATE VIRTUAL/i.test(sql))
    .map(({ name, sql }) => ({
      name,
      columns: (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name),
      hasRowNumbers: !/WITHOUT\s+ROWID\s*$/i.test(sql),
    }))
}

/** A name in a statement that is made here; names come from schemas, which damage may have met. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
