import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'

/** `parallax check <case>` */
export async function check(io: Io, path: string): Promise<ExitCode> {
  const report = await withReadCase(io, path, (file) => file.ask('case.check', {}))
  const counts = Object.entries(report.counts).map(([what, count]) => `${count} ${what}`)
  io.out(`${report.file}: schema ${report.schemaVersion}; ${counts.join(', ')}.\n`)
  io.out(report.ok ? 'No problems found.\n' : report.problems.map((problem) => `Problem: ${problem}\n`).join(''))
  if (!report.ok) io.err(`parallax: ${path} is damaged. Keep a copy and open a backup.\n`)
  return report.ok ? exitCodes.done : exitCodes.notACase
}
