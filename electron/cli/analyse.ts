import type { Finding, PairSide } from '../../shared/analysis.ts'
import { ExpectedError } from '../../shared/result.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withCase, type OpenCase } from './open-case.ts'
import { table } from './table.ts'

export interface AnalyseOptions {
  readonly json?: boolean
  /** How many pairs that do not compare are listed: they are as many as the square of a subject's figures. */
  readonly limit: number
}

const pageSize = 1000

/** `parallax analyse <case>`: brings the analysis up to date and tells what it found. */
export function analyse(io: Io, path: string, options: AnalyseOptions): Promise<ExitCode> {
  return withCase(io, path, async (file) => {
    await settleAnalysis(file, path)
    if (options.json) io.out(`${JSON.stringify(await found(file, options))}\n`)
    else await tell(io, file)
    return exitCodes.done
  })
}

/** Computes what is due and stores it. */
export async function settleAnalysis(file: OpenCase, path: string): Promise<void> {
  if (!(await file.ask('analysis.status', undefined)).isBehind) return
  if (file.readOnly !== null)
    throw new ExpectedError('read-only', `The analysis of ${path} is behind, and cannot be stored: ${file.readOnly}`)
  let portion = await file.ask('analysis.compute', { restart: true })
  while (portion !== null) {
    await file.ask('analysis.store', { portion })
    portion = await file.ask('analysis.compute', { restart: false })
  }
}

async function found(file: OpenCase, { limit }: AnalyseOptions): Promise<Record<string, unknown>> {
  const pair = ({ rule, left, right, reason, state }: Finding): Record<string, unknown> => ({
    ...{ rule, left: short(left), right: short(right), reason, state },
  })
  const notComparable = await file.ask('analysis.notComparable', { start: 0, end: limit })
  return {
    contradictions: (await findings(file, ['contradicts', 'denies'])).map(pair),
    revisions: (await findings(file, ['revises'])).map(pair),
    notComparable: notComparable.rows.map(({ left, right, reason }) => ({
      left: short(left),
      right: short(right),
      reason,
    })),
    notComparableIsWhole: notComparable.isWhole,
    parts: (await file.ask('analysis.parts', { start: 0, end: limit })).rows.map(({ left, right, reason }) => ({
      ...{ part: short(left), whole: short(right), reason },
    })),
    origins: await origins(file),
    duplicates: (await findings(file, ['repeats', 'same as'])).map(({ left, right, similarity, type, state }) => ({
      ...{ refs: [left.ref, right.ref], similarity, kind: type, state },
    })),
  }
}

const short = ({ ref, value }: PairSide): { ref: string; value: string | null } => ({ ref, value })

async function findings(file: OpenCase, types: Finding['type'][]): Promise<Finding[]> {
  const rows: Finding[] = []
  for (let start = 0; ; start += pageSize) {
    const page = await file.ask('analysis.findings', { state: 'any', types, start, end: start + pageSize })
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}

async function origins(file: OpenCase): Promise<unknown[]> {
  const rows: unknown[] = []
  for (let start = 0; ; start += pageSize) {
    const page = await file.ask('analysis.counts', { start, end: start + pageSize })
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}

async function tell(io: Io, file: OpenCase): Promise<void> {
  const rows = await findings(file, ['contradicts', 'denies', 'revises', 'repeats', 'same as'])
  if (rows.length === 0) return io.out('Nothing that contradicts, revises or repeats another claim was found.\n')
  const cells = rows.map(({ type, left, right, state, reason }) => [type, left.ref, right.ref, state, reason])
  io.out(table(['relation', 'claim', 'other', 'state', 'why'], cells, io.columns))
}
