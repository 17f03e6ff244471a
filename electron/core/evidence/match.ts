import type { CarriedRow } from '../../../shared/evidence.ts'
import { foldText } from '../../../shared/text.ts'
import { column, sql, type ReadDb } from '../../store/db.ts'
import { statementHash } from '../../store/text-hash.ts'
import { entities, type EntityName } from '../records/entities.ts'
import { exists, type Fields } from '../records/fields.ts'

/**
 * Which records of a case those of a report are: by their ids, which copies of a case share; else the same actor or outlet
 * by name, document by title and outlet, event by title and date, claim by reference, else by statement, claimant and date.
 */
export class Matching {
  /** The case's ids of records that the report has under others. */
  readonly #ours = new Map<string, string>()

  constructor(db: ReadDb, rows: readonly CarriedRow[]) {
    // In the order of what refers to what: a document is found by its outlet.
    for (const entity of named) {
      const find = finders[entity]
      for (const { id, fields } of rows.filter((row) => row.entity === entity)) {
        if (exists(db, entity, id)) continue
        const found = find(db, this.mapped(entity, fields))
        if (found !== undefined) this.#ours.set(id, found)
      }
    }
  }

  /** The case's id of a record of the report; its own where the case has none. */
  idOf(id: string): string {
    return this.#ours.get(id) ?? id
  }

  /** The fields with the ids that the case has for what they refer to. */
  mapped(entity: EntityName, fields: Fields): Fields {
    const { columns } = entities[entity]
    return Object.fromEntries(
      Object.entries(fields).map(([field, cell]) => [
        field,
        typeof columns[field] === 'object' && typeof cell === 'string' ? this.idOf(cell) : cell,
      ]),
    )
  }
}

const named = ['actor', 'outlet', 'document', 'event', 'claim'] as const
type Find = (db: ReadDb, fields: Fields) => string | undefined

const folded = (cell: unknown): string => foldText(typeof cell === 'string' ? cell : '')

const called =
  (kind: 'actor' | 'outlet'): Find =>
  (db, { name }) =>
    column<string>(
      db,
      kind === 'actor'
        ? sql`SELECT t.id FROM record_name n JOIN actor t ON t.num = n.num WHERE n.kind = 'actor' AND n.name = ${folded(name)} AND t.trashed IS NULL ORDER BY t.num LIMIT 1`
        : sql`SELECT t.id FROM record_name n JOIN outlet t ON t.num = n.num WHERE n.kind = 'outlet' AND n.name = ${folded(name)} AND t.trashed IS NULL ORDER BY t.num LIMIT 1`,
    )[0]

const finders: Readonly<Record<(typeof named)[number], Find>> = {
  actor: called('actor'),
  outlet: called('outlet'),
  document: (db, { title, outlet }) =>
    column<string>(
      db,
      sql`SELECT t.id FROM document t LEFT JOIN outlet o ON o.num = t.outlet
          WHERE t.title = ${title} AND o.id IS ${outlet} AND t.trashed IS NULL ORDER BY t.num LIMIT 1`,
    )[0],
  event: (db, { title, when }) =>
    column<string>(
      db,
      sql`SELECT t.id FROM record_name n JOIN event t ON t.num = n.num
          WHERE n.kind = 'event' AND n.name = ${folded(title)} AND t."when" IS ${when} AND t.trashed IS NULL ORDER BY t.num LIMIT 1`,
    )[0],
  claim: (db, { ref, statement, claimant, said }) =>
    column<string>(
      db,
      sql`SELECT t.id FROM record_name n JOIN claim t ON t.num = n.num
          WHERE n.kind = 'claim' AND n.name = ${folded(ref)} AND ${typeof ref === 'string'} AND t.trashed IS NULL
          UNION ALL
          SELECT * FROM (SELECT t.id FROM claim t LEFT JOIN actor a ON a.num = t.claimant
            WHERE t.statement_hash = ${statementHash(String(statement))} AND a.id IS ${claimant} AND t.said IS ${said} AND t.trashed IS NULL ORDER BY t.num)
          LIMIT 1`,
    )[0],
}
