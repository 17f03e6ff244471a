import { join, sql, value, type ReadDb } from '../../../store/db.ts'
import type { EntityName } from '../../records/entities.ts'

/** Whether one of these columns of a record has its value from a person, not from an import: by the newest standing change of it. */
export function setByHand(
  db: ReadDb,
  { entity, id, columns }: { readonly entity: EntityName; readonly id: string; readonly columns: readonly string[] },
): boolean {
  return columns.some((column) => {
    const path = `$."${column}"`
    const command = value<string>(
      db,
      sql`SELECT s.command FROM change c JOIN change_set s ON s.num = c.change_set
          WHERE c.record = ${id} AND c.entity = ${entity} AND json_type(c.after, ${path}) IS NOT NULL
            AND s.undone = 0 AND s.command NOT IN (${join(reverting, ', ')}) ORDER BY c.num DESC LIMIT 1`,
    )
    return command !== undefined && command !== 'import'
  })
}

/** What takes steps back or brings them back says nothing of its own. */
const reverting = ['undo', 'redo', 'undo-import'].map((command) => sql`${command}`)
