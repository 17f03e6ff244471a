import { basename } from 'node:path'
import type { CheckReport } from '../../shared/case.ts'
import { ExpectedError } from '../../shared/result.ts'
import { looksLikeCase } from '../store/recover/looks.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'

export interface CheckOptions {
  readonly deep?: boolean
  readonly json?: boolean
}

/** `parallax check <case>` */
export async function check(io: Io, path: string, { deep = false, json }: CheckOptions): Promise<ExitCode> {
  const report = await reportOf(io, path, deep)
  io.out(json ? `${JSON.stringify(report)}\n` : inWords(report))
  if (!report.ok)
    io.err(
      `parallax: ${path} is damaged. Open it to have repaired what can be, restore a backup, or recover what can be read into a new case.\n`,
    )
  return report.ok ? exitCodes.done : exitCodes.notACase
}

async function reportOf(io: Io, path: string, deep: boolean): Promise<CheckReport> {
  const start = performance.now()
  try {
    return await withReadCase(io, path, (file) => file.ask('case.check', { deep }), { tellsDamage: true })
  } catch (error) {
    const isDamage = error instanceof ExpectedError && (error.code === 'damaged' || error.code === 'not-a-case')
    if (!isDamage || !looksLikeCase(path)) throw error
    const seconds = Math.round(performance.now() - start) / 1000
    const problems = [{ code: 'structure', message: error.message }]
    return { file: basename(path), schemaVersion: null, ok: false, problems, counts: null, seconds }
  }
}

function inWords({ file, schemaVersion, ok, problems, counts }: CheckReport): string {
  const counted = counts ? Object.entries(counts).map(([what, count]) => `${count} ${what}`) : ['it cannot be counted']
  const head = `${file}: schema ${schemaVersion ?? 'unknown'}; ${counted.join(', ')}.\n`
  return head + (ok ? 'No problems found.\n' : problems.map(({ message }) => `Problem: ${message}\n`).join(''))
}
