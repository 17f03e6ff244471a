import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Argument, type Command } from 'commander'
import { ExpectedError } from '../../shared/result.ts'
import { ViewsFile, type KeptView } from '../../shared/views.ts'
import { jsonBytes, readJsonFile } from '../core/json-file.ts'
import { compareViews, viewsFile } from '../core/views/views.ts'
import { explain } from '../store/errors.ts'
import { writeWhole } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { Io } from './io.ts'
import { withReadCase, withWritableCase } from './open-case.ts'
import { table } from './table.ts'

const actions = ['list', 'export', 'import'] as const
type Action = (typeof actions)[number]

interface Options {
  readonly out?: string
  readonly replace?: boolean
  readonly json?: boolean
}

/** `parallax views` */
export function addViews(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('views')
    .description('list the saved views of a case, or take them to another case as a file')
    .argument('<case>', 'the case')
    .addArgument(new Argument('<action>', 'what to do').choices(actions))
    .argument('[file.json]', 'to import: the file of views')
    .option('--out <file>', 'to export: the file to write; it appears when it is whole')
    .option('--replace', 'to import: also views in the place of others of the same name')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.views)
    .action(async (path: string, action: Action, file: string | undefined, options: Options) =>
      end(await views(io, path, { action, file, options })),
    )
}

interface Asked {
  readonly action: Action
  readonly file: string | undefined
  readonly options: Options
}

async function views(io: Io, path: string, { action, file, options }: Asked): Promise<ExitCode> {
  if (action === 'import') return importViews(io, path, needed(file, 'Name the file of views to import.'), options)
  const kept = await withReadCase(io, path, (open) => open.ask('views.list', undefined))
  if (action === 'list') list(io, kept, options)
  else exportViews(io, kept, needed(options.out, 'Say with --out which file to write.'))
  return exitCodes.done
}

function needed(text: string | undefined, message: string): string {
  if (text === undefined) throw new ExpectedError('invalid-input', message)
  return text
}

function list(io: Io, kept: readonly KeptView[], { json }: Options): void {
  if (json) return io.out(`${JSON.stringify(kept)}\n`)
  const rows = kept.map(({ list, name, search, filter, sort, unknown }) => [
    list,
    name,
    search,
    Object.keys(filter).join(', '),
    (sort ?? []).map(({ field, desc }) => (desc ? `${field}:desc` : field)).join(', '),
    unknown.join(', '),
  ])
  io.out(table(['list', 'view', 'search', 'filter by', 'sort by', 'not known'], rows, io.columns))
}

function exportViews(io: Io, kept: readonly KeptView[], out: string): void {
  if (kept.length === 0) throw new ExpectedError('nothing-to-do', 'The case has no saved views.')
  writeWhole(out, jsonBytes(viewsFile(kept)))
  io.err(`Wrote ${out}: ${counted(kept.length)}.\n`)
}

const counted = (count: number): string => `${count} ${count === 1 ? 'view' : 'views'}`

/** What would take the place of another is left out, and told, where that was not said. */
function importViews(io: Io, path: string, file: string, { replace = false, json }: Options): Promise<ExitCode> {
  const { views: given } = readJsonFile(ViewsFile, 'file of views', { text: textOf(file), fileName: basename(file) })
  return withWritableCase(io, path, async (open) => {
    const found = compareViews(await open.ask('views.list', undefined), given)
    const wanted = found.filter(({ verdict }) => verdict === 'new' || (verdict === 'replaces' && replace))
    if (wanted.length > 0) await open.ask('views.save', { views: wanted.map(({ view }) => view) })
    const of = (verdict: string): number => found.filter((one) => one.verdict === verdict).length
    const counts = { new: of('new'), same: of('same'), replaced: replace ? of('replaces') : 0 }
    const left = replace ? [] : found.filter(({ verdict }) => verdict === 'replaces').map(({ view }) => view)
    if (json) io.out(`${JSON.stringify({ ...counts, left: left.map(({ list, name }) => ({ list, name })) })}\n`)
    else io.out(`${counted(counts.new)} new, ${counts.same} the same, ${counts.replaced} replaced.\n`)
    for (const view of left)
      io.err(`The case has another view “${view.name}” of ${view.list}, which stays. --replace puts this one there.\n`)
    return left.length > 0 ? exitCodes.rejectedRows : exitCodes.done
  })
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw explain(error, file)
  }
}
