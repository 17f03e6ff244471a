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
  let count = Math.max(1, Math.floor(mostParameters / width))
  for (let at = 0; at < cells.length; at += count * width) {
    // Ever shorter statements for what is left: a handful for each table, since each of them is prepared once and kept.
    while (count * width > cells.length - at) count = Math.floor(count / 2)
    insertMany(db, table, columns, count, cells.slice(at, at + count * width))
  }
}
