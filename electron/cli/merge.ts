import type { MergeKind, MergeSide } from '../../shared/merge.ts'
import { mergeKinds } from '../../shared/merge.ts'
import { ExpectedError } from '../../shared/result.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withWritableCase, type OpenCase } from './open-case.ts'

export interface MergeOptions {
  readonly field: Readonly<Record<string, MergeSide>>
  readonly kind?: MergeKind
  readonly reason?: string
  readonly json?: boolean
}

/** `parallax merge <case> <keep> <drop>`: makes two records one. */
export const merge = (
  io: Io,
  path: string,
  names: readonly [string, string],
  options: MergeOptions,
): Promise<ExitCode> =>
  withWritableCase(io, path, async (file) => {
    const [keep, drop] = await twoCalled(file, names, options.kind)
    const pair = { kind: keep.kind, keep: keep.id, drop: drop.id }
    const { reason } = options
    await file.ask('merges.run', { ...pair, fields: options.field, ...(reason === undefined ? {} : { reason }) })
    const done = { kind: keep.kind, keep: keep.label, drop: drop.label }
    io.out(options.json ? `${JSON.stringify(done)}\n` : `${drop.label} was merged into ${keep.label}.\n`)
    return exitCodes.done
  })

interface Called {
  readonly kind: MergeKind
  readonly id: string
  readonly label: string
}

/** Two records of one kind by their references, names or titles. */
async function twoCalled(
  file: OpenCase,
  names: readonly [string, string],
  kind: MergeKind | undefined,
): Promise<[Called, Called]> {
  const keep = await called(file, names[0], kind)
  const drop = await called(file, names[1], kind ?? keep.kind)
  return [keep, drop]
}

async function called(file: OpenCase, text: string, wanted: MergeKind | undefined): Promise<Called> {
  const kinds = wanted === undefined ? mergeKinds : [wanted]
  const found = await file.ask('records.find', { query: `"${text}"`, kinds: [...kinds], limit: 100 })
  const exact = found.filter(({ id, label }) => id === text || label.toLowerCase() === text.toLowerCase())
  const [first, second] = exact
  if (first && !second) return { kind: first.kind as MergeKind, id: first.id, label: first.label }
  throw new ExpectedError(
    first ? 'conflict' : 'not-found',
    first
      ? `${exact.length} records are called “${text}”. Say which kind is meant: --kind ${mergeKinds.join('|')}.`
      : `The case has no ${wanted ?? 'record'} that is called “${text}”. Give its reference, name or title.`,
  )
}
