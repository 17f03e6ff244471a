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
  const names = columns.map(({ column }) => column)
  const width = names.length
  const most = Math.max(1, Math.floor(mostParameters / width)) * width
  for (let at = 0; at < cells.length;) {
    // Whole statements first, then single rows: two texts to prepare for each table.
    const count = cells.length - at >= most ? most : width
    insertMany(db, table, names, at === 0 && count === cells.length ? cells : cells.slice(at, at + count))
    at += count
  }
}
