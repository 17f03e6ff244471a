import { insertMany, type WriteDb } from '../../store/db.ts'

export type Cell = string | number | null

/** SQLite takes 32,766 parameters; beyond a few hundred a longer statement is no faster. */
const mostParameters = 600

/** Inserts rows whose cells stand one after the other in the order of the columns, as many to a statement as are worth it. */
export function insertRows(
  db: WriteDb,
  table: string,
  columns: readonly { readonly column: string }[],
  cells: readonly Cell[],
): void {
  const width = columns.length
  const most = Math.max(1, Math.floor(mostParameters / width))
  for (let at = 0; at < cells.length;) {
    // Whole statements first, then single rows: two statements for each table.
    const count = cells.length - at >= most * width ? most : 1
    insertMany(db, table, columns, count, cells.slice(at, at + count * width))
    at += count * width
  }
}
