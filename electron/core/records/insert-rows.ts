import { insertMany, type WriteDb } from '../../store/db.ts'

export type Cell = string | number | null

/** SQLite takes 32,766 parameters; beyond a few hundred a longer statement is no faster. */
const mostParameters = 600

/** Inserts rows whose cells stand in the order of the columns, as many to a statement as are worth it. */
export function insertRows(
  db: WriteDb,
  table: string,
  columns: readonly { readonly column: string }[],
  rows: readonly (readonly Cell[])[],
): void {
  const names = columns.map(({ column }) => column)
  const most = Math.max(1, Math.floor(mostParameters / names.length))
  for (let at = 0; at < rows.length;) {
    // Whole statements first, then single rows: two texts to prepare for each table.
    const count = rows.length - at >= most ? most : 1
    insertMany(db, table, names, rows.slice(at, at + count).flat())
    at += count
  }
}
