import type { HistoryKind, ChangeSet, HistoryRef, Version } from '../../shared/history.ts'
import { ExpectedError } from '../../shared/result.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withReadCase, type OpenCase } from './open-case.ts'
import { oneLine, table } from './table.ts'

export interface HistoryOptions {
  readonly by?: string
  readonly kind?: HistoryKind
  readonly from?: string
  readonly to?: string
  readonly limit: number
  readonly json?: boolean
}

/** `parallax history <case> [record]`: what was changed in a case, or in one record with old and new. */
export const history = (io: Io, path: string, record: string | undefined, options: HistoryOptions): Promise<ExitCode> =>
  withReadCase(io, path, async (file) => {
    const { json, ...filter } = options
    if (record === undefined) {
      const sets = await file.ask('history.list', filter)
      io.out(
        json ? `${JSON.stringify(sets)}\n` : table(['step', 'at', 'by', 'what', 'reason'], sets.map(rowOf), io.columns),
      )
      return exitCodes.done
    }
    const versions = await file.ask('history.versions', {
      record: await recordCalled(file, record),
      limit: filter.limit,
    })
    io.out(json ? `${JSON.stringify(versions)}\n` : versions.map(inLines).join(''))
    return exitCodes.done
  })

const rowOf = ({ id, at, by, label, reason, undone }: ChangeSet): string[] => [
  String(id),
  at.slice(0, 16).replace('T', ' '),
  by,
  undone ? `(undone) ${label}` : label,
  reason ?? '',
]

/** "12  2026-11-24 14:45  Ana  set topic of A3 to x", and a line for each field. */
function inLines(version: Version): string {
  const [step, at, by, what, reason] = rowOf(version).map(oneLine)
  const fields = version.fields.map(
    ({ field, before, after }) => `    ${field}: ${oneLine(before ?? '–')} → ${oneLine(after ?? '–')}\n`,
  )
  return `${step}  ${at}  ${by}  ${what}${reason === '' ? '' : ` (${reason})`}\n${fields.join('')}`
}

/** A record by its id, its reference or its name. */
async function recordCalled(file: OpenCase, text: string): Promise<HistoryRef> {
  const [found] = await file.ask('records.resolve', { texts: [text] })
  if (found) return { kind: found.kind, id: found.id }
  throw new ExpectedError(
    'not-found',
    `The case has no record that is called “${text}”. Give its reference, name or title.`,
  )
}
