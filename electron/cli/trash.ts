import { ExpectedError } from '../../shared/result.ts'
import type { TrashedRecord } from '../../shared/history.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase, withWritableCase, type OpenCase } from './open-case.ts'
import { table } from './table.ts'

export type TrashAction = 'list' | 'restore' | 'empty'

export interface TrashOptions {
  readonly yes?: boolean
  readonly json?: boolean
}

/** `parallax trash <case> list|restore|empty` */
export function trash(
  io: Io,
  path: string,
  action: TrashAction,
  names: readonly string[],
  options: TrashOptions,
): Promise<ExitCode> {
  if (action === 'list') return withReadCase(io, path, (file) => listTrash(io, file, options))
  if (action === 'restore') return withWritableCase(io, path, (file) => restore(io, file, names, options))
  if (options.yes !== true)
    throw new ExpectedError(
      'invalid-input',
      'Emptying the trash purges its records for good. Say so with --yes; backups of the case still have them.',
    )
  return withWritableCase(io, path, (file) => empty(io, file, options))
}

async function listTrash(io: Io, file: OpenCase, { json }: TrashOptions): Promise<ExitCode> {
  const records = await file.ask('trash.list', undefined)
  const rows = records.map(({ kind, called, trashed, by, parts }) => [
    kind,
    called,
    trashed.slice(0, 16).replace('T', ' '),
    by ?? '',
    String(parts),
  ])
  io.out(json ? `${JSON.stringify(records)}\n` : table(['kind', 'record', 'deleted', 'by', 'parts'], rows, io.columns))
  return exitCodes.done
}

async function restore(io: Io, file: OpenCase, names: readonly string[], { json }: TrashOptions): Promise<ExitCode> {
  const trashed = await file.ask('trash.list', undefined)
  const wanted = names.length === 0 ? trashed : names.map((name) => called(trashed, name))
  if (wanted.length === 0) throw new ExpectedError('nothing-to-do', 'The trash is empty.')
  const { label } = await file.ask('trash.restore', { records: wanted.map(({ kind, id }) => ({ kind, id })) })
  io.out(json ? `${JSON.stringify({ label, records: wanted })}\n` : `Done: ${label}.\n`)
  return exitCodes.done
}

function called(trashed: readonly TrashedRecord[], name: string): TrashedRecord {
  const found = trashed.filter((record) => record.id === name || bare(record.called) === bare(name))
  if (found.length === 1 && found[0]) return found[0]
  throw new ExpectedError(
    found.length === 0 ? 'not-found' : 'conflict',
    found.length === 0
      ? `Nothing in the trash is called “${name}”. List it: parallax trash <case> list.`
      : `${found.length} records in the trash are called “${name}”. Give an id (trash <case> list --json).`,
  )
}

const bare = (text: string): string => text.replace(/^“|”$/g, '').toLowerCase()

async function empty(io: Io, file: OpenCase, { json }: TrashOptions): Promise<ExitCode> {
  const { records, parts, files } = await file.ask('trash.empty', undefined)
  if (json) io.out(`${JSON.stringify({ records, parts, files })}\n`)
  else if (records === 0) io.out('The trash was empty. The file was written anew.\n')
  else io.out(`${records} records and ${parts} parts and links were purged for good.\n`)
  for (const name of files) io.err(`also purged: the file that was kept with the import of ${name}\n`)
  return exitCodes.done
}
