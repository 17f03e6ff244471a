import { column, run, sql, type WriteDb } from '../../store/db.ts'
import { readSnapshot } from '../reports/versions/snapshot.ts'

/**
 * Takes what versions of reports said where they hold anything that is doomed (temp.doomed): their texts repeat it in words
 * that cannot be told apart. The exports stay listed with their hashes.
 */
export function purgeSnapshots(db: WriteDb): void {
  const doomed = new Set(column<string>(db, sql`SELECT id FROM temp.doomed`))
  for (const sha256 of column<string>(db, sql`SELECT sha256 FROM report_snapshot`))
    if (holds(db, sha256, doomed)) run(db, sql`DELETE FROM report_snapshot WHERE sha256 = ${sha256}`)
}

/** Of one that cannot be read it is not known what it holds: it goes. */
function holds(db: WriteDb, sha256: string, doomed: ReadonlySet<string>): boolean {
  try {
    const { report, rows } = readSnapshot(db, sha256)
    return doomed.has(report) || rows.some(({ id }) => doomed.has(id))
  } catch {
    return true
  }
}
