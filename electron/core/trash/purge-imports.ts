import { all, column, join, name, run, sql, type WriteDb } from '../../store/db.ts'

const kinds = ['claim', 'event', 'actor', 'outlet', 'document'] as const

/** Takes what imports kept of doomed rows (temp.doomed): their cells, and whole files that hold them. Answers the names of these files. */
export function purgeImports(db: WriteDb): string[] {
  const came = join(
    kinds.map(
      (kind) => sql`SELECT batch FROM ${name(kind)} WHERE batch IS NOT NULL AND id IN (SELECT id FROM temp.doomed)`,
    ),
    ' UNION ',
  )
  const batches = column<number>(db, came)
  if (batches.length === 0) return []
  const files = all<{ name: string }>(
    db,
    sql`SELECT DISTINCT b.file_name AS name FROM import_batch b JOIN import_file f ON f.batch = b.num WHERE b.num IN (SELECT value FROM json_each(${batches}))`,
  )
  run(db, sql`DELETE FROM import_file WHERE batch IN (SELECT value FROM json_each(${batches}))`)
  // A row that came in is not told apart from its neighbours: of those that did, the cells go; those that did not come in stay to be mended.
  run(
    db,
    sql`UPDATE import_row SET raw = '[]', differences = '[]', reasons = '[]' WHERE action <> 'skip' AND batch IN (SELECT value FROM json_each(${batches}))`,
  )
  return files.map((file) => file.name)
}
