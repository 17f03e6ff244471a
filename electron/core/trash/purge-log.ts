import { historyKinds } from '../../../shared/history.ts'
import { all, column, get, run, sql, value, type WriteDb } from '../../store/db.ts'
import { digestOf, wordsDigestOf, type ChangeRow } from '../../store/log-chain.ts'
import { readFields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { nameFields } from './trash-list.ts'

const pageSize = 1000

/** Takes the texts of what is doomed (temp.doomed) out of the log: hashes stay in their place, so that the chain holds. */
export function purgeLog(db: WriteDb): void {
  const told = new Set([...purgeChanges(db)].filter((set) => !tellsNumber(db, set)))
  for (const set of namingDoomed(db)) told.add(set)
  for (const set of told) purgeWords(db, set)
}

/** Answers the sets in which anything was purged. */
function purgeChanges(db: WriteDb): Set<number> {
  const sets = new Set<number>()
  for (let last = 0; ;) {
    const rows = all<ChangeRow & { num: number; set: number }>(
      db,
      sql`SELECT num, change_set AS "set", entity, record, before, after, parts, digest FROM change
          WHERE num > ${last} AND digest IS NULL AND (record IN (SELECT id FROM temp.doomed) OR owner IN (SELECT id FROM temp.doomed))
          ORDER BY num LIMIT ${pageSize}`,
    )
    for (const row of rows) {
      run(
        db,
        sql`UPDATE change SET digest = ${digestOf(row)}, before = NULL, after = NULL, parts = NULL WHERE num = ${row.num}`,
      )
      sets.add(row.set)
    }
    if (rows.length < pageSize) return sets
    last = rows.at(-1)?.num ?? last
  }
}

/** Steps over several records tell how many they were; an import tells its file. */
const tellsNumber = (db: WriteDb, set: number): boolean => {
  const label = value<string>(db, sql`SELECT label FROM change_set WHERE num = ${set}`) ?? ''
  return /\b\d[\d,]* (claim|event|actor|outlet|document|note|place)s?\b/.test(label)
}

/** The sets that name what goes, although they are about something else: "set claimant of C01 to …". */
function namingDoomed(db: WriteDb): number[] {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS called (name TEXT PRIMARY KEY) WITHOUT ROWID')
  run(db, sql`DELETE FROM temp.called`)
  for (const kind of historyKinds) {
    const ids = column<string>(db, sql`SELECT id FROM temp.doomed WHERE entity = ${kind}`)
    for (const fields of readFields(db, kind, ids, [...nameFields[kind]]).values())
      run(db, sql`INSERT OR IGNORE INTO temp.called VALUES (${calledIn(fields)})`)
  }
  return column(
    db,
    sql`SELECT DISTINCT s.num FROM change_set s, temp.called c WHERE instr(s.label, c.name) > 0 AND s.words_digest IS NULL`,
  )
}

/** The words of a set go, with those of the undo, the redo and the reasons that repeat them. */
function purgeWords(db: WriteDb, set: number): void {
  const told = column<number>(
    db,
    sql`SELECT ${set} UNION SELECT num FROM change_set WHERE reverts = ${set} OR explains = ${set}`,
  )
  for (const num of told) {
    const row = get<{ label: string; reason: string | null }>(
      db,
      sql`SELECT label, reason FROM change_set WHERE num = ${num} AND words_digest IS NULL`,
    )
    if (!row) continue
    const digest = wordsDigestOf(row.label, row.reason)
    run(
      db,
      sql`UPDATE change_set SET words_digest = ${digest}, label = 'purged with the trash', reason = NULL WHERE num = ${num}`,
    )
  }
}
