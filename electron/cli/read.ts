import { isRecordRow, type EvidenceSummary } from '../../shared/evidence.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { Command } from 'commander'
import { readReport as readReportHelp } from './help.ts'
import { readReport } from '../core/evidence/read-report.ts'
import { summaryOf } from '../core/evidence/tell.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase, withWritableCase, type OpenCase } from './open-case.ts'

interface ReadOptions {
  readonly into?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

type Summary = Pick<EvidenceSummary, 'made' | 'by' | 'hash' | 'new' | 'changed' | 'same' | 'conflicts'>

export const addRead = (program: Command, io: Io, end: (code: ExitCode) => void): Command =>
  program
    .command('read')
    .description('read the evidence that a report (HTML, PDF or DOCX) carries')
    .argument('<report-file>', 'the report')
    .option('--into <case>', 'the case to hold it against, and to bring it into')
    .option('--dry-run', 'change nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', readReportHelp)
    .action(async (path: string, options: ReadOptions) => end(await read(io, path, options)))

/** `parallax read <report-file>`: what a report carries, held against a case, and brought into it. */
async function read(io: Io, path: string, { into, dryRun = false, json = false }: ReadOptions): Promise<ExitCode> {
  if (into === undefined) {
    const file = await readReport(path)
    const records = file.carried?.evidence.rows.filter(isRecordRow).length ?? 0
    tell(io, { ...summaryOf(file, []), new: records }, json)
    return exitCodes.done
  }
  if (dryRun) await withReadCase(io, into, async (file) => tell(io, (await asked(file, path)).summary, json))
  else await withWritableCase(io, into, async (file) => bringIn(io, file, path, json))
  return exitCodes.done
}

const asked = (file: OpenCase, path: string): ReturnType<typeof file.ask<'evidence.read'>> =>
  file.ask('evidence.read', { path })

async function bringIn(io: Io, file: OpenCase, path: string, json: boolean): Promise<void> {
  const { summary, sha256, usual } = await asked(file, path)
  if (summary.hash === 'none') {
    tell(io, summary, json)
    throw new ExpectedError(
      'invalid-input',
      `${path} carries no evidence: it was not made by Parallax, or another program saved it since. Nothing was changed.`,
    )
  }
  const { count, label } = await file.ask('evidence.bringIn', { path, sha256, picks: usual })
  tell(io, summary, json)
  if (count > 0) io.err(`Done: ${label}. undo takes it back.\n`)
  else io.err('There was nothing to bring in: the case has it all.\n')
  if (summary.conflicts > 0)
    io.err(
      `${summary.conflicts} record${summary.conflicts === 1 ? ' was' : 's were'} changed on both sides; what was changed here was kept. Read the report in the window to choose field by field.\n`,
    )
}

function tell(io: Io, { made, by, hash, new: fresh, changed, same, conflicts }: Summary, json: boolean): void {
  const told = { made, by, hash, new: fresh, changed, same, conflicts }
  if (json) return io.out(`${JSON.stringify(told)}\n`)
  const hashes = { ok: 'as it was made', bad: 'ALTERED since it was made', none: 'no evidence in it' }
  io.out(
    [
      made === null ? '' : `Made ${made} by ${by === '' || by === null ? 'nobody named' : by}.\n`,
      `Evidence: ${hashes[hash]}.\n`,
      hash === 'none'
        ? ''
        : `${fresh} new, ${changed} changed, ${same} the same, ${conflicts} changed on both sides.\n`,
    ].join(''),
  )
}
