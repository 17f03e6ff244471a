import { historyKinds, type HistoryKind, type TrashedRecord } from '../../../shared/history.ts'
import { all, join, name, raw, sql, type ReadDb, type Sql } from '../../store/db.ts'
import { entities, entityNames, type EntityName } from '../records/entities.ts'
import { readFields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'

/** What a record is called by. */
export const nameFields: Readonly<Record<HistoryKind, readonly string[]>> = {
  claim: ['ref', 'statement'],
  event: ['ref', 'title'],
  actor: ['name'],
  outlet: ['name'],
  document: ['title'],
  note: ['title'],
  place: ['name'],
  judgement: ['statement'],
  report: ['title'],
}

/** What is in the trash, the newest first. */
export const trashList = (db: ReadDb): TrashedRecord[] =>
  historyKinds
    .flatMap((kind) => trashedOf(db, kind))
    .toSorted((one, other) => (one.trashed < other.trashed ? 1 : one.trashed > other.trashed ? -1 : 0))

function trashedOf(db: ReadDb, kind: HistoryKind): TrashedRecord[] {
  const rows = all<{ id: string; trashed: string; by: string | null; parts: number }>(
    db,
    sql`SELECT t.id, t.trashed, ${partsOf(kind)} AS parts,
          (SELECT s.by FROM change c JOIN change_set s ON s.num = c.change_set
            WHERE c.record = t.id AND c.after ->> 'trashed' = t.trashed ORDER BY c.num DESC LIMIT 1) AS by
        FROM ${name(kind)} t WHERE t.trashed IS NOT NULL`,
  )
  const fields = readFields(
    db,
    kind,
    rows.map(({ id }) => id),
    [...nameFields[kind]],
  )
  return rows.map((row) => {
    const { ref, statement, title } = fields.get(row.id) ?? {}
    const words = typeof ref === 'string' ? String(statement ?? title) : null
    return { kind, ...row, called: calledIn(fields.get(row.id) ?? {}), words }
  })
}

/** The columns of parts by which they refer to a record of a kind. */
export const partColumns = (kind: EntityName): { readonly entity: EntityName; readonly column: string }[] =>
  entityNames
    .filter((entity) => !entities[entity].isRecord)
    .flatMap((entity) =>
      Object.entries(entities[entity].columns)
        .filter(([, column]) => typeof column === 'object' && column.ref === kind)
        .map(([column]) => ({ entity, column })),
    )

/** How many parts and links hang on a record t. */
function partsOf(kind: HistoryKind): Sql {
  const counts = partColumns(kind).map(
    ({ entity, column }) => sql`(SELECT count(*) FROM ${name(entity)} p WHERE p.${name(column)} = t.num)`,
  )
  return counts.length === 0 ? raw('0') : join(counts, ' + ')
}
