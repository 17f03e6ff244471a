import type { Command } from 'commander'
import {
  checklistLine,
  checkStateWords,
  countStates,
  wordsOf,
  type CheckFinding,
  type Checklist,
} from '../../shared/checklist.ts'
import { settleAnalysis } from './analyse.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { Io } from './io.ts'
import { withCase, type OpenCase } from './open-case.ts'
import { chosen } from './report.ts'
import { oneLine } from './table.ts'

interface LintOptions {
  readonly report?: string
  readonly json?: boolean
}

/** `parallax lint <case>` */
async function lint(io: Io, path: string, { report, json }: LintOptions): Promise<ExitCode> {
  const checklist = await withCase(io, path, async (file) => {
    if (file.readOnly === null) await settleAnalysis(file, path)
    else if ((await file.ask('analysis.status', undefined)).isBehind)
      io.err('parallax: The analysis is behind, and the case cannot be changed: contradictions may be missing.\n')
    return ofReport(file, report)
  })
  io.out(json ? `${JSON.stringify(checklist)}\n` : inWords(checklist))
  return countStates(checklist)['not met'] > 0 ? exitCodes.notMet : exitCodes.done
}

async function ofReport(file: OpenCase, name: string | undefined): Promise<Checklist> {
  const reports = await file.ask('reports.list', undefined)
  if (reports.length === 0 && name === undefined) return file.ask('reports.checklist', {})
  return file.ask('reports.checklist', { id: chosen(reports, name).id })
}

function inWords(checklist: Checklist): string {
  const { report, rows } = checklist
  const head = `${report ? report.title : 'All judgements of the case'}: ${checklistLine(checklist)}.`
  const lines = rows.flatMap(({ standard, state, findings, judged }, index) => [
    `${index + 1}. ${wordsOf(standard).title}: ${checkStateWords[state]}${judged ? ` (judged by ${judged.by}${judged.note ? `: ${judged.note}` : ''})` : ''}`,
    ...findings.map(told),
  ])
  return `${[head, ...lines].map(oneLine).join('\n')}\n`
}

const told = ({ level, place, sentence }: CheckFinding): string =>
  `   - ${checkStateWords[level]}: ${place && !sentence.startsWith(place.label) ? `${place.kind} ${place.label}: ` : ''}${sentence}`

/** Adds the command that holds a report against the tradecraft standards. */
export const addLint = (program: Command, io: Io, end: (code: ExitCode) => void): Command =>
  program
    .command('lint')
    .description('hold a report against the tradecraft standards before it goes out')
    .argument('<case>', 'the case')
    .option('--report <name>', "the report's title or id (the one changed last when left out)")
    .option('--json', 'print the checklist as one JSON value')
    .addHelpText('after', help.lint)
    .action(async (path: string, options: LintOptions) => end(await lint(io, path, options)))
