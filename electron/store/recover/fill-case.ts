import type { ReadDb, WriteDb } from '../db.ts'
import type { LinesFile } from './lines-file.ts'
import { countByIndexes, readByIndexes, readRows, type ReadRow } from './read-rows.ts'
import { contentTables, quoted, type TableShape } from './tables.ts'

/** What became of a table's rows. */
export interface TableOutcome {
  readonly table: string
  /** Rows that could be read. */
  readonly read: number
  /** Rows of which nothing or only a part could be read, as far as indexes tell; at least one for each place that could not be read. */
  readonly lost: number
  /** Rows that were read and do not fit into a case: what is wrong with the first of them. */
  readonly refused: number
  readonly why: string | null
}

/** Fills a new case with the rows of another, table by table; all that is read also goes to `lines`. */
export function fillCase(from: ReadDb, to: WriteDb, lines: LinesFile | null): TableOutcome[] {
  const shapes = new Map(contentTables(to).map((shape) => [shape.name, shape]))
  const tables = contentTables(from)
  const missing = [...shapes.keys()].filter((name) => !tables.some((table) => table.name === name))
  return [
    ...tables.map((table) => fillTable(from, to, table, shapes.get(table.name), lines)),
    ...missing.map((table) => ({ table, read: 0, lost: 1, refused: 0, why: 'The file no longer says where it is.' })),
  ]
}

function fillTable(
  from: ReadDb,
  to: WriteDb,
  table: TableShape,
  target: TableShape | undefined,
  lines: LinesFile | null,
): TableOutcome {
  const seen = new Set<number>()
  const insert = target && inserter(to, table, target)
  let [read, gaps, refused] = [0, 0, 0]
  let why: string | null = null
  const onGap = (reason: string): void => {
    gaps += 1
    why ??= reason
  }
  for (const found of readRows(from, table, onGap)) {
    read += 1
    if (found.num !== null) seen.add(found.num)
    lines?.add(table.name, found)
    const problem = insert ? insert(found) : 'There is no such table today.'
    if (problem !== null) {
      refused += 1
      why ??= problem
    }
  }
  if (gaps > 0 && lines) for (const part of readByIndexes(from, table.name, seen)) lines.add(table.name, part, true)
  // What has no columns any more has rows that cannot be asked for.
  if (table.columns.length === 0) onGap('The file no longer says which columns it has.')
  const before = table.hasRowNumbers ? countByIndexes(from, table.name) : undefined
  return { table: table.name, read, lost: Math.max(gaps, (before ?? 0) - read), refused, why }
}

/** Inserts a row; answers why it could not. */
function inserter(to: WriteDb, table: TableShape, target: TableShape): (row: ReadRow) => string | null {
  const columns = table.columns.filter((column) => target.columns.includes(column))
  if (columns.length === 0) return () => 'None of its columns is known today.'
  // A row number that no column names is kept too where there is one: what refers to it stays right.
  const withNumber = target.hasRowNumbers && !columns.includes('num')
  const names = [...(withNumber ? ['rowid'] : []), ...columns.map(quoted)]
  const places = names.map(() => '?').join(', ')
  const statement = to.prepare(`INSERT INTO ${quoted(target.name)} (${names.join(', ')}) VALUES (${places})`)
  return ({ num, row }) => {
    try {
      statement.run([...(withNumber ? [num] : []), ...columns.map((column) => row[column])])
      return null
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      // What the disk or the new file has is no property of the row.
      if (!/^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test(code)) throw error
      return error instanceof Error ? error.message : String(error)
    }
  }
}
