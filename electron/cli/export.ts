import { randomUUID } from 'node:crypto'
import { formatFacts, type ExportFormat, type ListName } from '../../shared/exports.ts'
import type { Tlp } from '../../shared/scales.ts'
import { csvwPath } from '../core/exports/csvw.ts'
import { recordsInWords, remarksOn } from '../core/exports/words.ts'
import { expectOther } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'
import { progressLine, untilDone } from './progress.ts'
import { viewed, type Asked } from './viewed.ts'

/** What `export` was asked for. */
export interface ExportOptions extends Asked {
  readonly format: ExportFormat
  readonly out: string
  readonly list?: ListName
  readonly tlp?: Tlp
}

/** `parallax export <case>` */
export async function exportCase(io: Io, path: string, options: ExportOptions): Promise<ExitCode> {
  const { format, out, tlp = null, list: given, ...view } = options
  // STIX holds the whole case; of a saved view or a filter it must be said which list it is of.
  const list = given ?? (format === 'stix' && view.view === undefined ? null : formatFacts[format].lists[0])
  for (const target of format === 'csv' ? [out, csvwPath(out)] : [out]) expectOther(target, [path])
  const interrupt = io.watchInterrupt()
  try {
    await withReadCase(
      io,
      path,
      async (file) => {
        const selection = { view: { ...(await viewed(file, list ?? 'claims', view)), trashed: false } }
        const asked = { path: out, format, list, tlp, selection, job: randomUUID() }
        const written = await untilDone(io, file.ask('lists.write', asked))
        const beside = format === 'csv' ? `, with its description in ${csvwPath(out)}` : ''
        io.err(`Wrote ${recordsInWords(written.rows, format, list)} to ${out}${beside}.\n`)
        for (const remark of remarksOn(written, tlp)) io.err(`${remark}\n`)
      },
      { onProgress: progressLine(io, 'Exporting'), isCancelled: interrupt.happened },
    )
  } finally {
    interrupt.stop()
  }
  return exitCodes.done
}
