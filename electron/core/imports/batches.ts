import type { BatchSummary, ImportField, ImportKind, RowVerdict } from '../../../shared/import.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { all, get, run, sql, value, type ReadDb, type Sql } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import type { ListFile } from './list-file.ts'

/** The counts of an import: rows that came in, that did not, and that came in with something to look at. */
export interface Counts {
  rows: number
  added: number
  rejected: number
  flagged: number
}

/** Begins the record of an import; what only its end shows is filled in then. */
export function beginBatch(
  ctx: CommandContext,
  { text, table }: ListFile,
  kind: ImportKind,
  mapping: readonly (ImportField | null)[],
): number {
  const dialect = { ...table.dialect, byteOrderMark: text.bom, newline: text.newline, container: text.container }
  const columns = table.shape.header.map((column, index) => ({ column, field: mapping[index] ?? null }))
  const { lastInsertRowid } = run(
    ctx.db,
    sql`INSERT INTO import_batch (id, kind, file_name, file_sha256, encoding, dialect, mapping, by, at, rows, added, rejected, flagged)
        VALUES (${ctx.newId()}, ${kind}, ${text.name}, ${text.sha256}, ${text.encoding}, ${JSON.stringify(dialect)},
          ${JSON.stringify(columns)}, ${ctx.user}, ${ctx.now()}, 0, 0, 0, 0)`,
  )
  return Number(lastInsertRowid)
}

/** Keeps a row that did not come in, or came in with something to look at. */
export function keepVerdict(ctx: CommandContext, batch: number, { line, verdict, reasons, raw }: RowVerdict): void {
  run(
    ctx.db,
    sql`INSERT INTO import_row (batch, line, verdict, reasons, raw)
        VALUES (${batch}, ${line}, ${verdict}, ${JSON.stringify(reasons)}, ${JSON.stringify(raw)})`,
  )
}

/** Completes the record. `set` is the change set of what came in; null when nothing did. */
export function endBatch(ctx: CommandContext, batch: number, counts: Counts, set: number | null): void {
  const { rows, added, rejected, flagged } = counts
  run(
    ctx.db,
    sql`UPDATE import_batch SET rows = ${rows}, added = ${added}, rejected = ${rejected},
          flagged = ${flagged}, change_set = ${set} WHERE num = ${batch}`,
  )
}

/** The imports of a case, the newest first. */
export const batchList = (db: ReadDb): BatchSummary[] => summaries(db, sql`ORDER BY b.num DESC`)

export function batchSummary(db: ReadDb, num: number): BatchSummary {
  const [summary] = summaries(db, sql`WHERE b.num = ${num}`)
  if (!summary) throw new Error(`No import batch ${num}`)
  return summary
}

function summaries(db: ReadDb, which: Sql): BatchSummary[] {
  const rows = all<Omit<BatchSummary, 'undone'> & { readonly undone: number }>(
    db,
    sql`SELECT b.id, b.kind, b.file_name AS fileName, b.file_sha256 AS fileSha256, b.encoding, b.dialect ->> 'delimiter' AS delimiter,
          b.by, b.at, b.rows, b.added, b.rejected, b.flagged, coalesce(s.undone, 0) AS undone
        FROM import_batch b LEFT JOIN change_set s ON s.num = b.change_set ${which}`,
  )
  return rows.map((row) => ({ ...row, undone: row.undone === 1 }))
}

/** A page of the rows of a batch that were rejected or flagged, in the order of the file. */
export function verdictPage(
  db: ReadDb,
  { batch, start, end }: { readonly batch: string; readonly start: number; readonly end: number },
): { total: number; rows: RowVerdict[] } {
  const num = value<number>(db, sql`SELECT num FROM import_batch WHERE id = ${batch}`)
  if (num === undefined) throw new ExpectedError('not-found', `There is no import with the id ${batch} in this case.`)
  const rows = all<{ line: number; verdict: RowVerdict['verdict']; reasons: string; raw: string }>(
    db,
    sql`SELECT line, verdict, reasons, raw FROM import_row WHERE batch = ${num} ORDER BY line LIMIT ${Math.max(0, end - start)} OFFSET ${start}`,
  )
  return { total: countVerdicts(db, num), rows: rows.map(toVerdict) }
}

const countVerdicts = (db: ReadDb, batch: number): number =>
  get<{ total: number }>(db, sql`SELECT count(*) AS total FROM import_row WHERE batch = ${batch}`)?.total ?? 0

const toVerdict = (row: {
  line: number
  verdict: RowVerdict['verdict']
  reasons: string
  raw: string
}): RowVerdict => ({
  ...row,
  reasons: JSON.parse(row.reasons) as RowVerdict['reasons'],
  raw: JSON.parse(row.raw) as string[],
})
