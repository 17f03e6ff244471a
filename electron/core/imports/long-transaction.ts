import type { WriteDb } from '../../store/db.ts'
import { explain } from '../../store/errors.ts'

/** One immediate transaction over many turns of the event loop: all of it is kept, or nothing when `work` fails. */
export async function longTransaction<T>(db: WriteDb, work: () => Promise<T>): Promise<T> {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = await work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (db.inTransaction) db.exec('ROLLBACK')
    throw explain(error, db.name)
  }
}
