import { historyKinds, type Emptied } from '../../../shared/history.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { all, column, join, name, run, sql, type WriteDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { explain } from '../../store/errors.ts'
import { longTransaction } from '../imports/long-transaction.ts'
import { updateMany, type Change } from '../records/changes.ts'
import { dropLostDrafts } from '../drafts/drafts.ts'
import { deriveClaims, dropFound } from '../records/derive.ts'
import { entities, entityNames, type EntityName } from '../records/entities.ts'
import { isSearched } from '../records/search-text.ts'
import { addChanges, closeStep, openStep, type OpenStep } from '../records/step.ts'
import { purgeImports } from './purge-imports.ts'
import { purgeLog } from './purge-log.ts'
import { purgeSnapshots } from './purge-snapshots.ts'
import { partColumns } from './trash-list.ts'

/**
 * Purges what is in the trash: the records with all that hangs on them, their texts in the log, in the search index and in
 * what imports kept of them; a line in the log stays. Then the file is written anew, since SQLite leaves copies of what it
 * moved between the rows of a page. With nothing in the trash only that is done.
 */
export async function emptyTrash(ctx: CommandContext): Promise<Emptied> {
  const { db } = ctx
  const emptied = await longTransaction(db, async () => purge(ctx))
  try {
    db.exec('VACUUM')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    const told = explain(error, db.name)
    if (!(told instanceof ExpectedError)) throw told
    throw new ExpectedError(
      told.code,
      `The trash was emptied, but the file could not be written anew: traces may be read in it until that is done. ${told.message} Then empty the trash again.`,
    )
  }
  return emptied
}

function purge(ctx: CommandContext): Emptied {
  const { db } = ctx
  // Records in the trash may refer to each other.
  db.pragma('defer_foreign_keys = ON')
  const counts = findDoomed(db)
  const records = counts.reduce((sum, { count }) => sum + count, 0)
  if (records === 0) return { records, parts: 0, files: [] }
  const inWords = counts.map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`).join(', ')
  const step = openStep(ctx, { command: 'empty-trash', label: `empty the trash: ${inWords}`, isStep: false })
  const files = purgeImports(db)
  purgeSnapshots(db)
  const claims = claimsLeft(db)
  const parts = removeParts(db)
  const left = unlinked(db)
  if (left.length > 0) addChanges(ctx, step, left)
  deriveClaims(db, claims)
  purgeLog(db)
  for (const { kind } of counts) removeRecords(db, step, kind)
  dropLostDrafts(db)
  run(db, sql`DELETE FROM tag WHERE num NOT IN (SELECT tag FROM claim_tag)`)
  closeStep(ctx, step)
  // What was deleted stays in the segments of the index until they are merged.
  run(db, sql`INSERT INTO search (search) VALUES ('optimize')`)
  run(db, sql`DELETE FROM temp.doomed`)
  for (const topic of ['claims', 'events', 'sources', 'places', 'notes', 'reports', 'history', 'imports'] as const)
    ctx.touch(topic)
  return { records, parts, files }
}

/** Notes the records in the trash, and in turn their parts, in temp.doomed. */
function findDoomed(db: WriteDb): { kind: EntityName; count: number }[] {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS doomed (id TEXT PRIMARY KEY, entity TEXT, num INTEGER) WITHOUT ROWID')
  run(db, sql`DELETE FROM temp.doomed`)
  for (const kind of historyKinds)
    run(db, sql`INSERT INTO temp.doomed SELECT id, ${kind}, num FROM ${name(kind)} WHERE trashed IS NOT NULL`)
  const counts = all<{ kind: EntityName; count: number }>(
    db,
    sql`SELECT entity AS kind, count(*) AS count FROM temp.doomed GROUP BY entity ORDER BY entity`,
  )
  for (const kind of historyKinds)
    for (const part of partColumns(kind))
      run(
        db,
        sql`INSERT OR IGNORE INTO temp.doomed SELECT p.id, ${part.entity}, p.num FROM ${name(part.entity)} p
            WHERE p.${name(part.column)} IN (SELECT num FROM temp.doomed WHERE entity = ${kind})`,
      )
  return counts
}

/** The claims that stay and lose a part: what is derived of it changes. */
const claimsLeft = (db: WriteDb): string[] =>
  column(
    db,
    sql`SELECT DISTINCT c.id FROM temp.doomed d JOIN carriage p ON p.id = d.id JOIN claim c ON c.num = p.claim
        WHERE d.entity = 'carriage' AND c.id NOT IN (SELECT id FROM temp.doomed)`,
  )

function removeParts(db: WriteDb): number {
  let count = 0
  for (const entity of entityNames.toReversed())
    if (!entities[entity].isRecord)
      count += run(db, sql`DELETE FROM ${name(entity)} WHERE id IN (SELECT id FROM temp.doomed)`).changes
  return count
}

/** The changes that unset what records that stay say of those that go: a claim's claimant, an outlet's owner. */
function unlinked(db: WriteDb): Change[] {
  return entityNames
    .filter((entity) => entities[entity].isRecord)
    .flatMap((entity) =>
      Object.entries(entities[entity].columns).flatMap(([field, kind]) => {
        if (typeof kind !== 'object') return []
        const ids = column<string>(
          db,
          sql`SELECT id FROM ${name(entity)} WHERE ${name(field)} IN (SELECT num FROM temp.doomed WHERE entity = ${kind.ref})
              AND id NOT IN (SELECT id FROM temp.doomed)`,
        )
        return updateMany(db, entity, ids, { [field]: null })
      }),
    )
}

function removeRecords(db: WriteDb, { texts }: OpenStep, kind: EntityName): void {
  const nums = column<number>(db, sql`SELECT num FROM temp.doomed WHERE entity = ${kind}`)
  if (isSearched(kind)) for (const num of nums) dropFound(db, texts, kind, num)
  if (kind === 'claim')
    run(db, sql`DELETE FROM claim_tag WHERE claim IN (SELECT num FROM temp.doomed WHERE entity = 'claim')`)
  const refs = Object.entries(entities[kind].columns).flatMap(([field, column]) =>
    typeof column === 'object' ? [sql`${name(field)} = NULL`] : [],
  )
  // Those that go may refer to each other in any order.
  if (refs.length > 0)
    run(
      db,
      sql`UPDATE ${name(kind)} SET ${join(refs, ', ')} WHERE num IN (SELECT num FROM temp.doomed WHERE entity = ${kind})`,
    )
  run(db, sql`DELETE FROM ${name(kind)} WHERE num IN (SELECT num FROM temp.doomed WHERE entity = ${kind})`)
}
