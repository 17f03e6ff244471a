import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { countOf, type ImportField, type ImportKind } from '../../shared/import-lists.ts'
import type {
  BatchSummary,
  ImportPlan,
  ImportProblem,
  Inspection,
  OnDuplicate,
  RowVerdict,
} from '../../shared/import.ts'
import { Profile, profileOf } from '../../shared/profile.ts'
import { ExpectedError } from '../../shared/result.ts'
import { leftOut } from '../core/imports/mapping/mapping.ts'
import { deservesBackup } from '../store/backups/before-import.ts'
import { makeBackup } from '../store/backups/make.ts'
import { expectOther, writeWhole } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { planOf, type MappingOptions } from './import-plan.ts'
import type { Io } from './io.ts'
import { progressLine, untilDone } from './progress.ts'
import { withReadCase, withWritableCase, type OpenCase } from './open-case.ts'

/** What is to be looked at in the file, and how grave it is. */
type Problem = ImportProblem & { readonly verdict: 'rejected' | 'conflict' | 'flagged' | 'left out' }

export interface ImportOptions extends MappingOptions {
  readonly kind?: ImportKind
  readonly key?: ImportField[]
  readonly onDuplicate?: OnDuplicate
  readonly json?: boolean
  readonly rejects?: string
  readonly dryRun?: boolean
  readonly keepFile?: boolean
  readonly saveProfile?: string
}

/** `parallax import <case> <file>` */
export async function importList(io: Io, path: string, list: string, options: ImportOptions): Promise<ExitCode> {
  if (options.rejects !== undefined) expectOther(options.rejects, [path, list])
  const interrupt = io.watchInterrupt()
  const progress = progressLine(io, 'Importing')
  const how = { onProgress: progress, isCancelled: interrupt.happened }
  try {
    if (options.dryRun) return await withReadCase(io, path, (open) => tryOut(io, open, resolve(list), options), how)
    return await withWritableCase(io, path, (open) => importInto(io, open, path, resolve(list), options), how)
  } finally {
    interrupt.stop()
  }
}

async function importInto(
  io: Io,
  open: OpenCase,
  path: string,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const { inspection, plan } = await planOf(open, file, options)
  const profile = profileToSave(inspection, plan, options)
  await backUpBefore(io, open, path, file)
  const batch = await untilDone(io, open.ask('imports.run', { path: file, job: randomUUID(), ...plan }))
  const rows = await verdictsAfter(open, batch, profile).catch(allIsKept(batch))
  const code = tellOutcome(io, inspection, plan, { ...batch, batch: batch.id }, rows, options)
  // The import stands by now, and is told, whatever becomes of this file; it can be had later too.
  if (options.rejects !== undefined) writeWhole(options.rejects, await open.ask('imports.rejects', { batch: batch.id }))
  return code
}

/** A backup that cannot be made is told, and stops nothing. */
async function backUpBefore(io: Io, open: OpenCase, path: string, file: string): Promise<void> {
  const counts = await open.ask('case.counts', undefined)
  if (!deservesBackup(file, counts) || !(await open.ask('case.isBehind', undefined))) return
  try {
    const { path: made } = await makeBackup(path, { reason: 'import' })
    io.err(`A backup was made first: ${made}\n`)
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)} The import goes on.\n`)
  }
}

/** A profile that cannot be kept is known before anything is imported. */
function profileToSave({ header }: Inspection, plan: ImportPlan, { saveProfile }: ImportOptions): Profile | undefined {
  if (saveProfile === undefined) return undefined
  const read = Profile.safeParse(profileOf(saveProfile, header, plan))
  if (read.success) return read.data
  const why = read.error.issues.some(({ path }) => path[0] === 'name')
    ? 'the name of a profile has 1 to 200 characters'
    : read.error.message
  throw new ExpectedError('invalid-input', `The profile cannot be kept: ${why}. Nothing was imported.`)
}

/** The same plan, carried out on nothing. */
async function tryOut(io: Io, open: OpenCase, file: string, options: ImportOptions): Promise<ExitCode> {
  const { inspection, plan } = await planOf(open, file, options)
  const started = performance.now()
  const asked = { path: file, job: randomUUID(), limit: null, ...plan }
  const {
    first: _first,
    odd,
    oddCount,
    isWhole: _whole,
    ...counts
  } = await untilDone(io, open.ask('imports.previewFile', asked))
  const { fileName, encoding, delimiter } = inspection
  const seconds = (performance.now() - started) / 1000
  const outcome = { batch: null, kind: plan.kind, fileName, encoding, delimiter, seconds, ...counts }
  if (oddCount > odd.length)
    io.err(`${fileName}: only the first ${odd.length} of ${oddCount} rows to look at are told.\n`)
  return tellOutcome(io, inspection, plan, outcome, odd, options)
}

type Outcome = { readonly batch: string | null } & Pick<
  BatchSummary,
  'kind' | 'fileName' | 'rows' | 'new' | 'changed' | 'same' | 'conflict' | 'rejected' | 'flagged' | 'added' | 'updated'
> &
  Pick<BatchSummary, 'seconds' | 'encoding' | 'delimiter'>

function tellOutcome(
  io: Io,
  { header, headerLine }: Inspection,
  { mapping, matching }: ImportPlan,
  outcome: Outcome,
  rows: readonly RowVerdict[],
  { json, dryRun }: ImportOptions,
): ExitCode {
  const columns = leftOut(header, mapping, headerLine).map((problem): Problem => ({ ...problem, verdict: 'left out' }))
  const problems = [...columns, ...rows.flatMap(problemsOf)]
  if (json) io.out(`${JSON.stringify({ ...outcome, problems })}\n`)
  else printSummary(io, outcome, rows, problems, dryRun === true)
  const open = outcome.rejected + unsettled(outcome, rows, matching?.onDuplicate)
  return open > 0 ? exitCodes.rejectedRows : exitCodes.done
}

/** How many conflicts nobody has settled. Not every one can be settled by an update: two rows may be about one record. */
function unsettled({ conflict }: Outcome, rows: readonly RowVerdict[], said: OnDuplicate | undefined): number {
  if (said === 'update') return rows.filter(({ verdict, action }) => verdict === 'conflict' && action === 'skip').length
  return said === undefined ? conflict : 0
}

async function verdictsAfter(
  open: OpenCase,
  batch: BatchSummary,
  profile: Profile | undefined,
): Promise<readonly RowVerdict[]> {
  if (profile) await open.ask('profiles.save', { profile })
  return verdictsOf(open, batch)
}

/** The import stands by now, whatever is told of the disk. */
const allIsKept =
  ({ kind, added, fileName }: BatchSummary) =>
  (error: unknown): never => {
    if (!(error instanceof ExpectedError)) throw error
    throw new ExpectedError(
      error.code,
      `${countOf(kind, added)} imported from ${fileName}, which is kept. What came after it failed: ${error.message}`,
    )
  }

async function verdictsOf(open: OpenCase, { id }: BatchSummary): Promise<readonly RowVerdict[]> {
  const { total } = await open.ask('imports.verdicts', { batch: id, start: 0, end: 0 })
  return (await open.ask('imports.verdicts', { batch: id, start: 0, end: total })).rows
}

const problemsOf = ({ verdict, reasons }: RowVerdict): Problem[] =>
  reasons.map((reason) => ({
    ...reason,
    verdict: verdict === 'rejected' || verdict === 'conflict' || verdict === 'left out' ? verdict : 'flagged',
  }))

function printSummary(
  io: Io,
  outcome: Outcome,
  rows: readonly RowVerdict[],
  problems: readonly Problem[],
  isDry: boolean,
): void {
  const { kind, fileName, added, updated, same, conflict, rejected, flagged } = outcome
  const parts = [
    `${countOf(kind, added)} ${isDry ? 'would be imported' : 'imported'} from ${fileName}`,
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(same > 0 ? [`${same} the same as in the case`] : []),
    ...(conflict > 0 ? [`${conflict} in conflict`] : []),
  ]
  io.out(`${parts.join(', ')}; ${rejected} rows rejected, ${flagged} flagged.\n`)
  for (const { line, record, action, differences } of rows)
    for (const { field, old, new: next } of differences)
      io.err(
        `${fileName}:${line}: ${action === 'update' ? 'changed' : 'differs'}, ${field} of ${record}: ${old ?? 'unset'} → ${next}\n`,
      )
  for (const { line, column, verdict, message } of problems)
    io.err(`${fileName}:${line}: ${verdict}${column === null ? '' : `, ${column}`}: ${message}\n`)
}
