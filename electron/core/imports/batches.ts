import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { BatchSummary, Preview, RowVerdict } from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { all, column, get, name, run, sql, value, type ReadDb, type Sql } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { reasonsColumn } from './mapping/mapping.ts'
import type { ListEntity } from './plan/kinds.ts'
import type { ListFacts, ReadRequest } from './reader/row-source.ts'

/** The counts of an import: the verdicts add up to the rows. */
export type Counts = {
  -readonly [K in Exclude<keyof Preview, 'isWhole' | 'first' | 'odd' | 'oddCount'>]: number
}

/** Begins the record of an import; what only its end shows is filled in then. */
export function beginBatch(ctx: CommandContext, facts: ListFacts, request: ReadRequest): number {
  const { kind, mapping, matching = {}, options } = request
  // What was decided of single rows shows in their verdicts.
  const { key, onDuplicate } = matching
  const how = { key, onDuplicate, dateOrder: options?.dateOrder }
  const { lastInsertRowid } = run(
    ctx.db,
    sql`INSERT INTO import_batch (id, kind, file_name, file_sha256, encoding, dialect, header, mapping, matching, by, at)
        VALUES (${ctx.newId()}, ${kind}, ${facts.name}, ${facts.sha256}, ${facts.encoding}, ${JSON.stringify(facts.dialect)},
          ${JSON.stringify(facts.header)}, ${JSON.stringify(mapping)}, ${JSON.stringify(how)}, ${ctx.user}, ${ctx.now()})`,
  )
  return Number(lastInsertRowid)
}

/** Keeps a row that is worth a look. What is told of a line beside its row (bytes that are no text) joins it. */
export function keepVerdict(ctx: CommandContext, batch: number, row: RowVerdict): void {
  const { line, verdict, action, record, differences, reasons, raw } = row
  run(
    ctx.db,
    sql`INSERT INTO import_row (batch, line, verdict, action, record, differences, reasons, raw)
        VALUES (${batch}, ${line}, ${verdict}, ${action}, ${record}, ${JSON.stringify(differences)},
          ${JSON.stringify(reasons)}, ${JSON.stringify(raw)})
        ON CONFLICT (batch, line) DO UPDATE SET reasons = (SELECT json_group_array(json(value)) FROM
          (SELECT value FROM json_each(import_row.reasons) UNION ALL SELECT value FROM json_each(excluded.reasons)))`,
  )
}

/** Completes the record. `set` is the change set of what came in; null when nothing did. */
export function endBatch(
  ctx: CommandContext,
  batch: number,
  counts: Counts,
  { set, seconds }: { readonly set: number | null; readonly seconds: number },
): void {
  run(
    ctx.db,
    sql`UPDATE import_batch SET rows = ${counts.rows}, new = ${counts.new}, changed = ${counts.changed},
          same = ${counts.same}, conflict = ${counts.conflict}, rejected = ${counts.rejected},
          flagged = ${counts.flagged}, added = ${counts.added}, updated = ${counts.updated},
          change_set = ${set}, seconds = ${seconds} WHERE num = ${batch}`,
  )
}

/** Bytes of a kept file in one row of the store. */
const partSize = 2 ** 20

/** Keeps the file itself, part by part; it must still be the one that was imported. */
export async function keepFile(ctx: CommandContext, batch: number, facts: ListFacts, path: string): Promise<void> {
  const hash = createHash('sha256')
  let part = 0
  for await (const bytes of createReadStream(path, { highWaterMark: partSize })) {
    hash.update(bytes as Buffer)
    run(ctx.db, sql`INSERT INTO import_file (batch, part, bytes) VALUES (${batch}, ${part}, ${bytes})`)
    part += 1
  }
  if (hash.digest('hex') !== facts.sha256)
    throw new ExpectedError('conflict', `${facts.name} was changed while it was read. Nothing was imported.`)
}

/** The file of an import as it was, where it was kept. */
export function keptFile(db: ReadDb, id: string): Uint8Array<ArrayBuffer> {
  const batch = batchNum(db, id)
  const parts = column<Buffer>(db, sql`SELECT bytes FROM import_file WHERE batch = ${batch} ORDER BY part`)
  if (parts.length === 0)
    throw new ExpectedError('not-found', 'The file of this import was not kept in the case, only its hash.')
  return new Uint8Array(Buffer.concat(parts))
}

/** The imports of a case, the newest first. */
export const batchList = (db: ReadDb): BatchSummary[] => summaries(db, sql`ORDER BY b.num DESC`)

export function batchSummary(db: ReadDb, num: number): BatchSummary {
  const [summary] = summaries(db, sql`WHERE b.num = ${num}`)
  if (!summary) throw new Error(`No import batch ${num}`)
  return summary
}

/** Whether a record came with a list of these columns. The reasons in a mended file are none of them. */
export function cameWithList(db: ReadDb, entity: ListEntity, id: string, header: readonly string[]): boolean {
  if (entity === 'relation') return false
  const found = value<string>(
    db,
    sql`SELECT b.header FROM ${name(entity)} r JOIN import_batch b ON b.num = r.batch WHERE r.id = ${id}`,
  )
  const columns = (names: readonly string[]): string => names.filter((one) => one !== reasonsColumn).join('\n')
  return found !== undefined && columns(JSON.parse(found) as string[]) === columns(header)
}

/** The row number of an import by its id. */
export function batchNum(db: ReadDb, id: string): number {
  const num = value<number>(db, sql`SELECT num FROM import_batch WHERE id = ${id}`)
  if (num === undefined) throw new ExpectedError('not-found', `There is no import with the id ${id} in this case.`)
  return num
}

type Stored = Omit<BatchSummary, 'undone' | 'hasFile' | 'header' | 'mapping'> &
  Readonly<Record<'undone' | 'hasFile', number>> &
  Readonly<Record<'header' | 'mapping', string>>

/** An import stands taken back when its step is undone, or when a step that took it back stands. */
function summaries(db: ReadDb, which: Sql): BatchSummary[] {
  const rows = all<Stored>(
    db,
    sql`SELECT b.id, b.kind, b.file_name AS fileName, b.file_sha256 AS fileSha256, b.encoding,
          b.dialect ->> 'delimiter' AS delimiter, b.header, b.mapping, b.by, b.at, b.seconds, b.rows, b.new, b.changed,
          b.same, b.conflict, b.rejected, b.flagged, b.added, b.updated,
          EXISTS (SELECT 1 FROM import_file f WHERE f.batch = b.num) AS hasFile,
          EXISTS (SELECT 1 FROM change_set s WHERE (s.num = b.change_set AND s.undone = 1)
            OR (s.reverts = b.change_set AND s.command = 'undo-import' AND s.undone = 0)) AS undone
        FROM import_batch b ${which}`,
  )
  return rows.map((row) => ({
    ...row,
    header: JSON.parse(row.header) as BatchSummary['header'],
    mapping: JSON.parse(row.mapping) as BatchSummary['mapping'],
    hasFile: row.hasFile === 1,
    undone: row.undone === 1,
  }))
}

interface StoredRow {
  readonly line: number
  readonly verdict: RowVerdict['verdict']
  readonly action: RowVerdict['action']
  readonly record: string | null
  readonly differences: string
  readonly reasons: string
  readonly raw: string
}

/** A page of the rows of a batch that are worth a look, in the order of the file. */
export function verdictPage(
  db: ReadDb,
  { batch, start, end }: { readonly batch: string; readonly start: number; readonly end: number },
): { total: number; rows: RowVerdict[] } {
  const num = batchNum(db, batch)
  const rows = all<StoredRow>(
    db,
    sql`SELECT line, verdict, action, record, differences, reasons, raw FROM import_row WHERE batch = ${num}
        ORDER BY line LIMIT ${Math.max(0, end - start)} OFFSET ${start}`,
  )
  return { total: countVerdicts(db, num), rows: rows.map(toVerdict) }
}

const countVerdicts = (db: ReadDb, batch: number): number =>
  get<{ total: number }>(db, sql`SELECT count(*) AS total FROM import_row WHERE batch = ${batch}`)?.total ?? 0

const toVerdict = (row: StoredRow): RowVerdict => ({
  ...row,
  differences: JSON.parse(row.differences) as RowVerdict['differences'],
  reasons: JSON.parse(row.reasons) as RowVerdict['reasons'],
  raw: JSON.parse(row.raw) as string[],
})

/** The rows that did not come in and that nobody chose to leave out. */
export const rejectedRows = (db: ReadDb, batch: number): RowVerdict[] =>
  all<StoredRow>(
    db,
    sql`SELECT line, verdict, action, record, differences, reasons, raw FROM import_row
        WHERE batch = ${batch} AND action = 'skip' AND (verdict = 'rejected' OR (verdict = 'conflict' AND
          (SELECT matching ->> 'onDuplicate' FROM import_batch WHERE num = ${batch}) IS NOT 'skip')) ORDER BY line`,
  ).map(toVerdict)
