import { all, column, join, name, run, sql, type ReadDb, type Sql } from '../../../store/db.ts'
import { asTempDb } from '../../../store/connection.ts'
import { entityNames, type EntityName } from '../../records/entities.ts'
import { isImported, madeRows } from '../../records/log.ts'
import { isOwner, references, type Reference } from '../../records/references.ts'

// What an import made is held against what was done since, in temporary tables: a million ids fit there, and a reader
// may make them too.

/** The parts that stay with a record that stays: its measures, carriages and ratings, the pins of notes. */
const isPart = (reference: Reference): boolean =>
  isOwner(reference) || reference.from === 'note_pin' || reference.from === 'rating'

/**
 * Finds the records that an import made and that must stay, since they were changed by hand, or are used by something that
 * stays. Fills the temporary table `kept`; `edited` holds those that were changed themselves.
 */
export function findLaterWork(reader: ReadDb, set: number, batch: number): void {
  const db = asTempDb(reader)
  for (const table of ['made', 'kept', 'edited']) {
    run(db, sql`CREATE TEMP TABLE IF NOT EXISTS ${name(table)} (id TEXT PRIMARY KEY) WITHOUT ROWID`)
    run(db, sql`DELETE FROM temp.${name(table)}`)
  }
  run(
    db,
    sql`INSERT OR IGNORE INTO temp.made SELECT record FROM change WHERE change_set = ${set} AND before IS NULL
        UNION ALL SELECT p.value ->> 1 FROM change c JOIN json_each(c.parts) p WHERE c.change_set = ${set}`,
  )
  for (const entity of entityNames.filter(isImported))
    run(db, sql`INSERT OR IGNORE INTO temp.made SELECT t.id FROM ${madeRows(entity, batch)}`)
  run(
    db,
    sql`INSERT OR IGNORE INTO temp.edited SELECT c.record FROM change_set s JOIN change c ON c.change_set = s.num
        WHERE s.num > ${set} AND s.is_step = 1 AND s.undone = 0 AND s.command <> 'undo-import'
          AND NOT EXISTS (SELECT 1 FROM change_set b WHERE b.reverts = s.num AND b.command = 'undo-import' AND b.undone = 0)
          AND c.record IN temp.made`,
  )
  run(db, sql`INSERT INTO temp.kept SELECT id FROM temp.edited`)
  for (const reference of references) run(db, usedFromOutside(reference, set))
  for (const reference of references.filter(isOwner)) run(db, neededByKept(reference))
  run(db, sql`INSERT OR IGNORE INTO temp.edited SELECT id FROM temp.kept`)
  spread(db)
}

/** The records that something refers to which the import did not make; what it merely changed gets its former value. */
const usedFromOutside = ({ from, column: field, to }: Reference, set: number): Sql =>
  sql`INSERT OR IGNORE INTO temp.kept SELECT p.id FROM ${name(from)} c JOIN ${name(to)} p ON p.num = c.${name(field)}
      WHERE c.id NOT IN temp.made AND p.id IN temp.made
        AND NOT EXISTS (SELECT 1 FROM change x WHERE x.record = c.id AND x.change_set = ${set}
          AND x.before IS NOT NULL AND json_type(x.after, ${`$."${field}"`}) IS NOT NULL)`

/** What stays keeps its parts, and all that it refers to. */
function spread(db: ReturnType<typeof asTempDb>): void {
  let changes = 1
  while (changes > 0) {
    changes = 0
    for (const reference of references) {
      changes += run(db, neededByKept(reference)).changes
      if (isPart(reference)) changes += run(db, partsOfKept(reference)).changes
    }
  }
}

const neededByKept = ({ from, column: field, to }: Reference): Sql =>
  sql`INSERT OR IGNORE INTO temp.kept SELECT p.id FROM temp.kept k CROSS JOIN ${name(from)} c ON c.id = k.id
      CROSS JOIN ${name(to)} p ON p.num = c.${name(field)} WHERE p.id IN temp.made`

const partsOfKept = ({ from, column: field, to }: Reference): Sql =>
  sql`INSERT OR IGNORE INTO temp.kept SELECT c.id FROM temp.kept k CROSS JOIN ${name(to)} p ON p.id = k.id
      CROSS JOIN ${name(from)} c ON c.${name(field)} = p.num WHERE c.id IN temp.made`

/** The ids of this page that stay. */
export const keptAmong = (db: ReadDb, ids: readonly string[]): Set<string> =>
  new Set(column<string>(db, sql`SELECT j.value FROM json_each(${ids}) j WHERE j.value IN temp.kept`))

/** A record of the import that stays, and why. */
export interface LaterRecord {
  readonly entity: EntityName
  readonly id: string
  readonly called: string
  readonly isEdited: boolean
}

/** The records (no parts) of the import that stay. */
export function laterRecords(db: ReadDb): LaterRecord[] {
  const texts: Partial<Record<EntityName, Sql>> = {
    claim: sql`coalesce(t.ref, t.statement)`,
    event: sql`coalesce(t.ref, t.title)`,
    actor: sql`t.name`,
    outlet: sql`t.name`,
    document: sql`t.title`,
    note: sql`t.title`,
    relation: sql`t.type`,
  }
  const parts = (Object.entries(texts) as [EntityName, Sql][]).map(
    ([entity, text]) =>
      sql`SELECT ${entity} AS entity, t.id, ${text} AS called, t.id IN temp.edited AS isEdited, t.num
          FROM temp.kept k CROSS JOIN ${name(entity)} t ON t.id = k.id`,
  )
  return all<Omit<LaterRecord, 'isEdited'> & { isEdited: number }>(
    db,
    sql`${join(parts, ' UNION ALL ')} ORDER BY isEdited DESC, entity, num`,
  ).map((row) => ({ ...row, isEdited: row.isEdited === 1 }))
}
