import type { BatchSummary } from '../../shared/import.ts'
import { ExpectedError } from '../../shared/result.ts'
import { expectOther, writeWhole } from '../store/write-whole.ts'
import { batchCalled } from './batch-called.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'

export interface ImportsOptions {
  readonly batch?: string
  readonly rejects?: string
  readonly file?: string
  readonly json?: boolean
}

/** `parallax imports <case>`: what was imported, and the files that belong to it. */
export const imports = (io: Io, path: string, options: ImportsOptions): Promise<ExitCode> =>
  withReadCase(io, path, async (open) => {
    const batches = await open.ask('imports.list', undefined)
    const { batch: id, rejects, file, json } = options
    const chosen = id === undefined ? batches : [batchCalled(batches, id)]
    if (rejects !== undefined || file !== undefined) {
      const [batch] = chosen
      if (!batch || chosen.length > 1)
        throw new ExpectedError('not-found', `Say which import: --batch and its id. The case has ${batches.length}.`)
      for (const target of [rejects, file]) if (target !== undefined) expectOther(target, [path])
      if (rejects !== undefined) writeWhole(rejects, await open.ask('imports.rejects', { batch: batch.id }))
      if (file !== undefined) writeWhole(file, await open.ask('imports.keptFile', { batch: batch.id }))
    }
    io.out(json ? `${JSON.stringify(chosen)}\n` : chosen.map(inWords).join(''))
    return exitCodes.done
  })

const inWords = (batch: BatchSummary): string =>
  `${batch.id}  ${batch.at.slice(0, 16).replace('T', ' ')}  ${batch.by}  ${batch.fileName} (${batch.kind}, ${batch.encoding}): ` +
  `${batch.rows} rows, ${batch.added} added, ${batch.updated} updated, ${batch.same} the same, ${batch.conflict} in conflict, ` +
  `${batch.rejected} rejected${batch.undone ? '; taken back' : ''}\n  sha256 ${batch.fileSha256}${batch.hasFile ? ', file kept' : ''}\n`
