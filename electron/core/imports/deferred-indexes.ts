import { all, sql, value, type WriteDb } from '../../store/db.ts'

/** The tables that an import fills most of, of which an index kept up row by row costs several times what making it at the end does. */
const tables = ['claim', 'measure', 'carriage', 'rating', 'claim_tag', 'change', 'document', 'record_name']

/**
 * Takes the indexes away from tables that an import is about to fill, where these are small beside it, and answers how to
 * make them again, one by one. All within the import's transaction: whoever reads meanwhile has the indexes, and a failed import too.
 */
export function deferIndexes(db: WriteDb, expectedRows: number): () => Iterable<void> {
  const claims = value<number>(db, sql`SELECT coalesce(max(num), 0) FROM claim`) ?? 0
  if (expectedRows < fewestRows || claims > expectedRows / 10) return () => []
  const names = value<number>(db, sql`SELECT count(*) FROM (SELECT 1 FROM record_name LIMIT 1)`) ?? 0
  const needed = names === 0 ? new Set() : usedMeanwhile
  const indexes = all<{ name: string; sql: string }>(
    db,
    sql`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
        AND tbl_name IN (SELECT value FROM json_each(${tables}))`,
  ).filter(({ name }) => !needed.has(name))
  for (const index of indexes) db.exec(`DROP INDEX "${index.name}"`)
  return function* () {
    for (const index of indexes) yield void db.exec(index.sql)
  }
}

/** Below this the making of indexes is not felt. */
const fewestRows = 20_000

/** By these rows are held against a case that has anything while they come in. */
const usedMeanwhile = new Set([
  'record_name_name',
  'claim_statement',
  'change_by_record',
  'measure_claim',
  'carriage_claim',
  'rating_claim',
])
