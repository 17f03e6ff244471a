import { randomUUID } from 'node:crypto'
import type { BatchSummary, BatchUndo } from '../../shared/import.ts'
import { batchCalled } from './batch-called.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withWritableCase, type OpenCase } from './open-case.ts'

export interface UndoOptions {
  readonly batch?: string
  readonly step?: number
  readonly withLater?: boolean
  readonly keepEdited?: boolean
  readonly force?: boolean
  readonly json?: boolean
}

/** `parallax undo <case>`: the last step, one that is named, or an import at any later time. */
export const undo = (io: Io, path: string, options: UndoOptions): Promise<ExitCode> =>
  withWritableCase(io, path, async (open) => {
    const { batch, step, withLater, json } = options
    if (batch !== undefined) return undoImport(io, open, batch, options)
    const { label } = await open.ask('history.undo', { step, withLater: withLater === true })
    io.out(json ? `${JSON.stringify({ label })}\n` : `Undone: ${label}.\n`)
    return exitCodes.done
  })

/** `parallax redo <case>` */
export const redo = (io: Io, path: string, { json }: { readonly json?: boolean }): Promise<ExitCode> =>
  withWritableCase(io, path, async (open) => {
    const { label } = await open.ask('history.redo', undefined)
    io.out(json ? `${JSON.stringify({ label })}\n` : `Done again: ${label}.\n`)
    return exitCodes.done
  })

async function undoImport(io: Io, open: OpenCase, id: string, { force, json }: UndoOptions): Promise<ExitCode> {
  const batch = batchCalled(await open.ask('imports.list', undefined), id)
  const request = { batch: batch.id, edited: force ? ('trash' as const) : ('keep' as const), job: randomUUID() }
  const undone = await open.ask('imports.takeBack', request)
  if (json) io.out(`${JSON.stringify({ batch: batch.id, fileName: batch.fileName, ...undone })}\n`)
  else tell(io, batch, undone, force === true)
  return exitCodes.done
}

function tell(io: Io, { fileName }: BatchSummary, undone: BatchUndo, isForced: boolean): void {
  const { removed, restored, trashed, edited, editedCount } = undone
  const later = isForced
    ? `${trashed} rows changed since and moved to the trash`
    : `${editedCount} changed since and kept`
  io.out(
    `The import of ${fileName} was taken back: ${removed} records removed, ${restored} values restored, ${later}.\n`,
  )
  for (const { record, why } of edited) io.err(`${isForced ? 'not removed' : 'kept'}: ${record} (${why})\n`)
  if (editedCount > edited.length) io.err(`… and ${editedCount - edited.length} more\n`)
}
