import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { BatchSummary, ImportKind, ImportProblem, Inspection, RowVerdict } from '../../shared/import.ts'
import { guessMapping, leftOut } from '../core/imports/mapping.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withWritableCase, type OpenCase } from './open-case.ts'

/** What came of a part of the file: a row that was rejected or flagged, or a column that was left out. */
type Problem = ImportProblem & { readonly verdict: RowVerdict['verdict'] | 'left out' }

interface ImportOptions {
  readonly kind?: ImportKind
  readonly json?: boolean
}

/** `parallax import <case> <file.csv>` */
export async function importList(io: Io, path: string, list: string, options: ImportOptions): Promise<ExitCode> {
  const interrupt = io.watchInterrupt()
  try {
    return await withWritableCase(io, path, (open) => importInto(io, open, resolve(list), options), {
      onProgress: (done, total) => showProgress(io, done, total),
      isCancelled: interrupt.happened,
    })
  } finally {
    interrupt.stop()
  }
}

async function importInto(io: Io, open: OpenCase, file: string, options: ImportOptions): Promise<ExitCode> {
  const inspection = await open.ask('imports.inspectFile', { path: file })
  const kind = options.kind ?? inspection.kind
  const batch = await runImport(io, open, file, kind)
  const problems = [...columnProblems(inspection, kind), ...(await rowProblems(open, batch))]
  if (options.json) io.out(`${JSON.stringify({ ...batch, problems })}\n`)
  else printSummary(io, batch, problems)
  return batch.rejected > 0 ? exitCodes.rejectedRows : exitCodes.done
}

async function runImport(io: Io, open: OpenCase, path: string, kind: ImportKind): Promise<BatchSummary> {
  try {
    return await open.ask('imports.run', { path, kind, job: randomUUID() })
  } finally {
    if (io.showsProgress) io.err('\r\u001b[K')
  }
}

/** The columns that this kind of list has no field for. */
const columnProblems = ({ header, headerLine, preview, ...found }: Inspection, kind: ImportKind): Problem[] =>
  leftOut(header, kind === found.kind ? found.mapping : guessMapping(kind, header, preview), headerLine).map(
    (problem) => ({ ...problem, verdict: 'left out' }),
  )

async function rowProblems(open: OpenCase, { id, rejected, flagged }: BatchSummary): Promise<Problem[]> {
  const { rows } = await open.ask('imports.verdicts', { batch: id, start: 0, end: rejected + flagged })
  return rows.flatMap(({ verdict, reasons }) => reasons.map((reason) => ({ ...reason, verdict })))
}

function printSummary(io: Io, batch: BatchSummary, problems: readonly Problem[]): void {
  const { added, kind, fileName, rejected, flagged } = batch
  const noun = added === 1 ? kind.slice(0, -1) : kind
  io.out(`${added} ${noun} imported from ${fileName}; ${rejected} rows rejected, ${flagged} flagged.\n`)
  for (const { line, column, verdict, message } of problems)
    io.err(`${fileName}:${line}: ${verdict}${column === null ? '' : `, ${column}`}: ${message}\n`)
}

function showProgress(io: Io, done: number, total: number | null): void {
  if (io.showsProgress && total) io.err(`\rImporting: ${Math.floor((done / total) * 100)} %`)
}
