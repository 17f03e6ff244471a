import { explain } from '../store/errors.ts'
import { recoverCase, type Recovery } from '../store/recover/salvage.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

export interface RecoverOptions {
  readonly out: string
  readonly json?: boolean
}

/** `parallax recover <damaged> --out <new>` */
export function recover(io: Io, damaged: string, { out, json }: RecoverOptions): ExitCode {
  try {
    const recovery = recoverCase(damaged, out)
    io.out(json ? `${JSON.stringify(recovery)}\n` : inWords(recovery))
    return exitCodes.done
  } catch (error) {
    throw explain(error, damaged)
  }
}

function inWords(recovery: Recovery): string {
  const { out, lines, lineCount, tables, cleared, removed, lostSettings } = recovery
  const read = tables.filter((table) => table.read > 0).map((table) => `  ${table.table}: ${table.read} rows\n`)
  const lost = tables
    .filter((table) => table.lost + table.refused > 0)
    .map((table) => `  ${table.table}: at least ${table.lost} lost, ${table.refused} left out (${table.why ?? ''})\n`)
  const counted = (counts: Readonly<Record<string, number>>, what: string): string[] =>
    Object.entries(counts).map(([table, count]) => `  ${table}: ${count} ${what}\n`)
  const losses = [
    ...lost,
    ...counted(removed, 'left out, since what they belong to is lost'),
    ...counted(cleared, 'no longer say what is lost'),
    ...(lostSettings ? ['  the title and the settings of the case\n'] : []),
  ]
  return [
    `Recovered into ${out}.\n`,
    `All that could be read is also in ${lines} (${lineCount} lines).\n`,
    pagesInWords(recovery),
    tables.length === 0 ? 'No table could be read.\n' : `Read:\n${read.join('')}`,
    losses.length === 0 ? 'Nothing else is known to be lost.\n' : `Lost:\n${losses.join('')}`,
  ].join('')
}

function pagesInWords({ changedPages, mendedPages, alteredTables }: Recovery): string {
  if (changedPages === null) return 'Whether texts were altered is not known: the case was not closed before.\n'
  const altered =
    alteredTables.length === 0 ? '' : ` Rows of these may be lost or altered unseen: ${alteredTables.join(', ')}.`
  return `${changedPages} pages were altered, ${mendedPages} of them mended.${altered}\n`
}
