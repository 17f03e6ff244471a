import { escapedInWords } from '../core/exports/csv.ts'
import type { ListName } from '../../shared/exports.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'
import { viewed, type Asked } from './viewed.ts'

/** What `export` was asked for. */
export interface ExportOptions extends Asked {
  readonly format: 'csv'
  readonly out: string
  readonly list: ListName
}

/** `parallax export <case>` */
export async function exportCase(io: Io, path: string, { out, list, ...asked }: ExportOptions): Promise<ExitCode> {
  await withReadCase(io, path, async (file) => {
    const view = { ...(await viewed(file, list, asked)), trashed: false }
    const { rows, escaped } = await file.ask('lists.writeCsv', { path: out, list, selection: { view }, job: 'export' })
    io.err(`Wrote ${rows.toLocaleString('en-GB')} ${list} to ${out}.\n`)
    if (escaped > 0) io.err(`${escapedInWords(escaped)}\n`)
  })
  return exitCodes.done
}
