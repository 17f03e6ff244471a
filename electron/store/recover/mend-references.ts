import type { WriteDb } from '../db.ts'
import { quoted } from './tables.ts'

interface Reference {
  readonly table: string
  readonly from: string
  readonly to: string
}

/** What came of references to rows that are lost, by table. */
export interface Mended {
  readonly cleared: ReadonlyMap<string, number>
  readonly removed: ReadonlyMap<string, number>
}

/** Empties references to rows that are not there, and removes rows that cannot be without them, until all are whole. */
export function mendReferences(db: WriteDb, tables: readonly string[]): Mended {
  const cleared = new Map<string, number>()
  const removed = new Map<string, number>()
  const add = (to: Map<string, number>, table: string, count: number): void =>
    void (count > 0 && to.set(table, (to.get(table) ?? 0) + count))
  let changes = -1
  while (changes !== 0) {
    changes = 0
    for (const table of tables) {
      for (const { from, table: parent, to } of db.pragma(`foreign_key_list(${quoted(table)})`) as Reference[]) {
        const column = quoted(from)
        const isOrphan = `${column} IS NOT NULL AND ${column} NOT IN (SELECT ${quoted(to)} FROM ${quoted(parent)})`
        const emptied = isNullable(db, table, from)
          ? db.prepare(`UPDATE OR IGNORE ${quoted(table)} SET ${column} = NULL WHERE ${isOrphan}`).run().changes
          : 0
        const gone = db.prepare(`DELETE FROM ${quoted(table)} WHERE ${isOrphan}`).run().changes
        add(cleared, table, emptied)
        add(removed, table, gone)
        changes += emptied + gone
      }
    }
  }
  return { cleared, removed }
}

const isNullable = (db: WriteDb, table: string, column: string): boolean =>
  (db.pragma(`table_info(${quoted(table)})`) as { name: string; notnull: number }[]).some(
    ({ name, notnull }) => name === column && notnull === 0,
  )
