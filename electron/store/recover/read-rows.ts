import type { ReadDb } from '../db.ts'
import { quoted, type TableShape } from './tables.ts'

export type Row = Readonly<Record<string, unknown>>

/** A row with its number; null in tables that have none. */
export interface ReadRow {
  readonly num: number | null
  readonly row: Row
}

/** Reads all rows of a table that can be read, around what cannot. `onGap` is told of each place that could not. */
export function* readRows(db: ReadDb, table: TableShape, onGap: (why: string) => void): Iterable<ReadRow> {
  if (table.columns.length === 0) return
  yield* table.hasRowNumbers ? byNumber(db, table, onGap) : fromBothEnds(db, table, onGap)
}

function* byNumber(db: ReadDb, table: TableShape, onGap: (why: string) => void): Iterable<ReadRow> {
  // A column "num" is the row number itself; import_file has none.
  const columns = table.columns.map(quoted).join(', ')
  const source = `SELECT rowid AS "row number", ${columns} FROM ${quoted(table.name)} NOT INDEXED`
  let from: number | undefined = lowest
  while (from !== undefined) {
    let last: number = from - 1
    try {
      for (const found of db.prepare(`${source} WHERE rowid >= ? ORDER BY rowid`).iterate(from) as Iterable<Row>) {
        const { 'row number': num, ...row } = found
        last = Number(num)
        yield { num: last, row }
      }
      return
    } catch (error) {
      onGap(String(error instanceof Error ? error.message : error))
      from = nextReadable(db, `${source} WHERE rowid >= ? ORDER BY rowid LIMIT 1`, last + 1)
    }
  }
}

const lowest = -(2 ** 52)
const highest = 2 ** 52

/** The first row number from which on something can be read, found by steps that double and then halve; undefined when there is none. */
function nextReadable(db: ReadDb, text: string, from: number): number | undefined {
  const canRead = (at: number): boolean => {
    try {
      return db.prepare(text).get(at) !== undefined
    } catch {
      return false
    }
  }
  let bad = from
  let good: number | undefined
  for (let step = 1; good === undefined; step *= 2) {
    const at = (from < 0 ? 0 : from) + step
    if (at > highest) return undefined
    if (canRead(at)) good = at
    else bad = at
  }
  while (good - bad > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (canRead(middle)) good = middle
    else bad = middle
  }
  return good
}

/** A table without row numbers is read from its start up to what cannot be read, and from its end down to it. */
function* fromBothEnds(db: ReadDb, table: TableShape, onGap: (why: string) => void): Iterable<ReadRow> {
  const key = (db.pragma(`table_info(${quoted(table.name)})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => quoted(name))
  const columns = table.columns.map(quoted).join(', ')
  const seen = new Set<string>()
  for (const direction of ['ASC', 'DESC']) {
    const order = key.map((name) => `${name} ${direction}`).join(', ')
    try {
      const rows = db.prepare(`SELECT ${columns} FROM ${quoted(table.name)} NOT INDEXED ORDER BY ${order}`).iterate()
      for (const row of rows as Iterable<Row>) {
        const known = JSON.stringify(row)
        if (direction === 'DESC' && seen.has(known)) continue
        seen.add(known)
        yield { num: null, row }
      }
      return
    } catch (error) {
      onGap(String(error instanceof Error ? error.message : error))
    }
  }
}

/** How many rows a table had, as far as its indexes still tell; undefined where none can be read. */
export function countByIndexes(db: ReadDb, table: string): number | undefined {
  const counts: number[] = []
  for (const index of indexesOf(db, table)) {
    try {
      const text = `SELECT count(*) FROM ${quoted(table)} INDEXED BY ${quoted(index)}`
      counts.push(Number(db.prepare(text).pluck().get()))
    } catch {
      // This one is damaged itself; another may not be.
    }
  }
  return counts.length > 0 ? Math.max(...counts) : undefined
}

/** What indexes still know of a row that cannot be read itself: some of its columns. */
export function* readByIndexes(db: ReadDb, table: string, known: ReadonlySet<number>): Iterable<ReadRow> {
  const found = new Map<number, Row>()
  for (const index of indexesOf(db, table)) {
    try {
      const names = (db.pragma(`index_info(${quoted(index)})`) as { name: string | null }[]).flatMap(
        ({ name }) => name ?? [],
      )
      const columns = names.map(quoted).join(', ')
      const text = `SELECT rowid AS "row number", ${columns} FROM ${quoted(table)} INDEXED BY ${quoted(index)}`
      for (const { 'row number': num, ...row } of db.prepare(text).iterate() as Iterable<Row>)
        if (!known.has(Number(num))) found.set(Number(num), { ...found.get(Number(num)), ...row })
    } catch {
      // The same: what was read up to here counts.
    }
  }
  for (const [num, row] of found) yield { num, row }
}

function indexesOf(db: ReadDb, table: string): string[] {
  try {
    const list = db.pragma(`index_list(${quoted(table)})`) as { name: string; partial: number }[]
    return list.filter(({ partial }) => partial === 0).map(({ name }) => name)
  } catch {
    return []
  }
}
