import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type {
  BatchSummary,
  FileOptions,
  ImportField,
  ImportKind,
  ImportProblem,
  Inspection,
  Mapping,
  RowVerdict,
} from '../../shared/import.ts'
import { ExpectedError } from '../../shared/result.ts'
import { listFields } from '../core/imports/fields/list-fields.ts'
import { guessMapping, leftOut } from '../core/imports/mapping.ts'
import { rejectsFile } from '../core/imports/rejects.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withWritableCase, type OpenCase } from './open-case.ts'
import { writeWhole } from './write-file.ts'

/** What came of a part of the file: a row that was rejected or flagged, or a column or a line that was left out. */
type Problem = ImportProblem & { readonly verdict: RowVerdict['verdict'] }

export interface ImportOptions extends FileOptions {
  readonly kind?: ImportKind
  readonly json?: boolean
  /** Fields by the names of columns. */
  readonly map?: Readonly<Record<string, string>>
  readonly rejects?: string
}

/** `parallax import <case> <file>` */
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

async function importInto(io: Io, open: OpenCase, file: string, given: ImportOptions): Promise<ExitCode> {
  const { kind: wanted, json, map = {}, rejects, ...options } = given
  const inspection = await open.ask('imports.inspectFile', { path: file, options })
  const kind = wanted ?? inspection.kind
  const mapping = mappingOf(inspection, kind, map)
  const batch = await runImport(io, open, { path: file, kind, mapping, options })
  const verdicts = await verdictsOf(open, batch)
  const rejected = verdicts.filter(({ verdict }) => verdict === 'rejected')
  if (rejects !== undefined) writeWhole(rejects, rejectsFile(inspection, rejected))
  const problems = [...columnProblems(inspection, mapping), ...verdicts.flatMap(problemsOf)]
  if (json) io.out(`${JSON.stringify({ ...batch, problems })}\n`)
  else printSummary(io, batch, problems)
  return batch.rejected > 0 ? exitCodes.rejectedRows : exitCodes.done
}

/** The mapping by names and contents, with what the person says of single columns. */
function mappingOf(
  { header, preview, kind: found, mapping }: Inspection,
  kind: ImportKind,
  map: Readonly<Record<string, string>>,
): Mapping {
  const guessed = kind === found ? mapping : guessMapping(kind, header, preview)
  const unknown = Object.keys(map).find((column) => !header.includes(column))
  if (unknown !== undefined)
    throw new ExpectedError('invalid-input', `The file has no column “${unknown}”. Columns: ${header.join(', ')}.`)
  const fields: readonly ImportField[] = listFields[kind]
  const said = new Map(
    Object.entries(map).map(([column, name]) => {
      const field = fields.find((known) => known === name)
      if (field === undefined)
        throw new ExpectedError(
          'invalid-input',
          `A list of ${kind} has no field “${name}”. Fields: ${fields.join(', ')}.`,
        )
      return [column, field] as const
    }),
  )
  const taken = new Set(said.values())
  return header.map((column, at) => {
    const field = guessed[at] ?? null
    return said.get(column) ?? (field !== null && taken.has(field) ? null : field)
  })
}

async function runImport(
  io: Io,
  open: OpenCase,
  request: {
    readonly path: string
    readonly kind: ImportKind
    readonly mapping: Mapping
    readonly options: FileOptions
  },
): Promise<BatchSummary> {
  try {
    return await open.ask('imports.run', { ...request, job: randomUUID() })
  } finally {
    if (io.showsProgress) io.err('\r\u001b[K')
  }
}

/** The columns that no field takes. */
const columnProblems = ({ header, headerLine }: Inspection, mapping: Mapping): Problem[] =>
  leftOut(header, mapping, headerLine).map((problem) => ({ ...problem, verdict: 'left out' }))

async function verdictsOf(open: OpenCase, { id }: BatchSummary): Promise<readonly RowVerdict[]> {
  const { total } = await open.ask('imports.verdicts', { batch: id, start: 0, end: 0 })
  return (await open.ask('imports.verdicts', { batch: id, start: 0, end: total })).rows
}

const problemsOf = ({ verdict, reasons }: RowVerdict): Problem[] => reasons.map((reason) => ({ ...reason, verdict }))

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
