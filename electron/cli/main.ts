import { Argument, Command, Option } from 'commander'
import { historyKinds } from '../../shared/history.ts'
import { importKinds } from '../../shared/import-lists.ts'
import { onDuplicates } from '../../shared/import.ts'
import { mergeKinds } from '../../shared/merge.ts'
import { dateOrders } from '../core/imports/values/date-numeric.ts'
import type { AnalyseOptions } from './analyse.ts'
import type { CheckOptions } from './check.ts'
import type { inspectCsv, normalizeCsv } from './csv-file.ts'
import { exportFormats, listNames, type ListName } from '../../shared/exports.ts'
import type { ExportOptions } from './export.ts'
import { endOf, exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { ImportOptions } from './import-list.ts'
import type { HistoryOptions } from './history.ts'
import type { ImportsOptions } from './imports.ts'
import type { Io } from './io.ts'
import type { ListOptions } from './list.ts'
import type { MergeOptions } from './merge.ts'
import type { RecoverOptions } from './recover.ts'
import type { TrashAction, TrashOptions } from './trash.ts'
import type { UndoOptions } from './undo.ts'
import {
  readDelimiter,
  readMap,
  readSet,
  readSide,
  readSplit,
  readJoin,
  readTlp,
  readKey,
  readCount,
  readSort,
  readFilter,
} from './values.ts'

/** Runs one command line and answers its exit code. Nothing is thrown: what fails is told on `io.err`. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  try {
    const program = await programOf(argv[0] ?? '', io, (end) => (code = end))
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    const end = endOf(error)
    if (end.message !== null) io.err(`parallax: ${end.message}\n`)
    return end.code
  }
}

async function programOf(name: string, io: Io, end: (code: ExitCode) => void): Promise<Command> {
  const program = new Command('parallax')
    .description('Work with Parallax cases from scripts: the same core as the window, without one.')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.columns ?? 100,
      getErrHelpWidth: () => io.columns ?? 100,
      outputError: (text, write) => write(text.replace(/^error: /, 'parallax: ')),
    })
    .addHelpText('after', help.program)
  // What a command needs takes longer to load than most take to run: all is loaded only to be listed.
  const asked = commands.get(name)
  for (const load of asked ? [asked] : commands.values()) (await load())(program, io, end)
  return program
}

type Add = (program: Command, io: Io, end: (code: ExitCode) => void) => void

const addNew: Add = (program, io, end) =>
  program
    .command('new')
    .description('make a case; an existing file is never overwritten')
    .argument('<case>', 'the file to make')
    .option('--title <title>', "the case's title (the file's name when left out)")
    .addHelpText('after', help.newCase)
    .action(async (path: string, { title }: { title?: string }) =>
      end((await import('./new-case.ts')).newCase(io, path, title)),
    )

const addImport: Add = (program, io, end) =>
  program
    .command('import')
    .description('import a list of claims, events, sources or relations as one step that undo takes back')
    .argument('<case>', 'the case')
    .argument('<file.csv>', 'the list; its columns are known by their names')
    .addOption(
      new Option('--kind <kind>', 'what the rows are (known by the header when left out)').choices(importKinds),
    )
    .option('--profile <name|file.json>', 'a saved mapping, of the case or of a file')
    .option('--map <column=field>', 'which field a column fills, against what its name says (repeatable)', readMap, {})
    .option('--set <field=value>', 'what holds for every row that does not say it itself (repeatable)', readSet, {})
    .option('--split <column=text>', 'what parts the cells of a column (repeatable)', readSplit, {})
    .option('--join <field=text>', 'what stands between several columns of one field (repeatable)', readJoin, {})
    .option('--key <fields>', 'by which fields rows are known that have no reference', readKey)
    .addOption(
      new Option('--on-duplicate <what>', 'what becomes of rows whose record the case has').choices(onDuplicates),
    )
    .option('--encoding <name>', 'how its bytes stand for text (found by itself when left out)')
    .option('--delimiter <text>', 'what parts its cells (found by itself when left out)', readDelimiter)
    .option('--entry <name>', 'which file of a zip archive')
    .option('--sheet <name>', 'which sheet of a workbook')
    .addOption(
      new Option('--date-order <order>', 'what stands first in 10/11/2024, where a column does not show it').choices(
        dateOrders,
      ),
    )
    .option('--rejects <file>', 'where to write the rows that did not come in, with the reasons, to be mended')
    .option('--dry-run', 'tell what would come of it and change nothing')
    .option('--keep-file', 'keep the file itself in the case')
    .option('--save-profile <name>', 'keep the mapping under this name')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.importList)
    .action(async (path: string, file: string, options: ImportOptions) =>
      end(await (await import('./import-list.ts')).importList(io, path, file, options)),
    )

const addImports: Add = (program, io, end) =>
  program
    .command('imports')
    .description('list what was imported into a case, and get files back')
    .argument('<case>', 'the case')
    .option('--batch <id>', 'only the import of this id, or of the one that begins so')
    .option('--rejects <file>', 'where to write its rows that did not come in')
    .option('--file <file>', 'where to write the imported file as it was, if it was kept')
    .option('--json', 'print one JSON list')
    .addHelpText('after', help.imports)
    .action(async (path: string, options: ImportsOptions) =>
      end(await (await import('./imports.ts')).imports(io, path, options)),
    )

const addUndo: Add = (program, io, end) =>
  program
    .command('undo')
    .description('take back the last step, or an import at any later time')
    .argument('<case>', 'the case')
    .addOption(new Option('--step <n>', 'the step to take back (see history)').argParser(readCount).conflicts('batch'))
    .option('--with-later', 'with the step those that build on it')
    .option('--batch <id>', 'the import to take back')
    .addOption(new Option('--keep-edited', 'keep what was edited by hand since (so it is anyway)').conflicts('force'))
    .option('--force', 'move to the trash what was edited by hand since')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.undo)
    .action(async (path: string, options: UndoOptions) =>
      end(await (await import('./undo.ts')).undo(io, path, options)),
    )

const addRedo: Add = (program, io, end) =>
  program
    .command('redo')
    .description('bring back what undo took back last')
    .argument('<case>', 'the case')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.redo)
    .action(async (path: string, options: { json?: boolean }) =>
      end(await (await import('./undo.ts')).redo(io, path, options)),
    )

const addHistory: Add = (program, io, end) =>
  program
    .command('history')
    .description('tell what was changed in a case, or in one record, by whom and when')
    .argument('<case>', 'the case')
    .argument('[record]', 'a reference, name or title: its versions, old and new')
    .option('--by <person>', 'only what this person did')
    .addOption(new Option('--kind <kind>', 'only what changed records of this kind').choices(historyKinds))
    .option('--from <time>', 'only from this time on (ISO 8601 UTC or its beginning, such as 2026-11)')
    .option('--to <time>', 'only up to the end of this time')
    .option('--limit <n>', 'how many entries at most', readCount, 100)
    .option('--json', 'print one JSON list')
    .addHelpText('after', help.history)
    .action(async (path: string, record: string | undefined, options: HistoryOptions) =>
      end(await (await import('./history.ts')).history(io, path, record, options)),
    )

const addTrash: Add = (program, io, end) =>
  program
    .command('trash')
    .description('list what was deleted, bring it back, or purge it for good')
    .argument('<case>', 'the case')
    .addArgument(new Argument('<action>', 'what to do').choices(['list', 'restore', 'empty'] satisfies TrashAction[]))
    .argument('[records...]', 'to restore: references, names, titles or ids (everything when left out)')
    .option('--yes', 'to empty: purge for good')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.trash)
    .action(async (path: string, action: TrashAction, names: string[], options: TrashOptions) =>
      end(await (await import('./trash.ts')).trash(io, path, action, names, options)),
    )

const addMerge: Add = (program, io, end) =>
  program
    .command('merge')
    .description('make two records one: the second goes to the trash, what hangs on it moves to the first')
    .argument('<case>', 'the case')
    .argument('<keep>', 'the reference, name or title of the record that stays')
    .argument('<drop>', 'the same of the one that goes')
    .option('--field <field=side>', 'whose value is taken: keep, drop or (of lists) both (repeatable)', readSide, {})
    .addOption(new Option('--kind <kind>', 'what both are, where the names do not tell').choices(mergeKinds))
    .option('--reason <text>', 'why, for the history')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.merge)
    .action(async (path: string, keep: string, drop: string, options: MergeOptions) =>
      end(await (await import('./merge.ts')).merge(io, path, [keep, drop], options)),
    )

const addList: Add = (program, io, end) =>
  program
    .command('list')
    .description('list the records of a case')
    .argument('<case>', 'the case')
    .addArgument(new Argument('<kind>', 'what to list').choices(listNames))
    .option('--view <name>', 'only rows of this saved view, in its order')
    .option(
      '--search <words>',
      'only rows with all these words; "a phrase", -without, field:value, said:2024-10..2024-11',
    )
    .option('--sort <fields>', 'field[:desc],… in which order', readSort)
    .option('--filter <json>', 'conditions by field (see below)', readFilter)
    .option('--limit <n>', 'how many rows at most (100; all with --csv)', readCount)
    .option('--offset <n>', 'how many rows to leave out at the start', readCount, 0)
    .addOption(new Option('--json', 'print { total, rows } as one JSON value').conflicts('csv'))
    .option('--csv', 'print CSV (RFC 4180, UTF-8)')
    .addHelpText('after', help.list)
    .action(async (path: string, kind: ListName, options: ListOptions) =>
      end(await (await import('./list.ts')).list(io, path, kind, options)),
    )

const addExport: Add = (program, io, end) =>
  program
    .command('export')
    .description('write a list of the case, or the case, to a file of data')
    .argument('<case>', 'the case')
    .addOption(new Option('--format <format>', 'the kind of file').choices(exportFormats).makeOptionMandatory())
    .requiredOption('--out <file>', 'the file to write; it appears when it is whole')
    .addOption(new Option('--list <kind>', 'which list (see below)').choices(listNames))
    .option('--tlp <label>', 'leave out what is above this label: clear, green, amber, amber+strict or red', readTlp)
    .option('--view <name>', 'only rows of this saved view, in its order')
    .option('--search <words>', 'only rows with all these words, as in list')
    .option('--sort <fields>', 'field[:desc],… in which order', readSort)
    .option('--filter <json>', 'conditions by field, as in list', readFilter)
    .addHelpText('after', help.exportCase)
    .action(async (path: string, options: ExportOptions) =>
      end(await (await import('./export.ts')).exportCase(io, path, options)),
    )

const addCheck: Add = (program, io, end) =>
  program
    .command('check')
    .description('check that a case is whole')
    .argument('<case>', 'the case')
    .option('--deep', 'check everything: also the indexes, the search index and what is derived from records')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.check)
    .action(async (path: string, options: CheckOptions) =>
      end(await (await import('./check.ts')).check(io, path, options)),
    )

const addAnalyse: Add = (program, io, end) =>
  program
    .command('analyse')
    .description('find contradictions, revisions, repetitions and origins')
    .argument('<case>', 'the case')
    .option('--json', 'print what was found as one JSON value')
    .option('--limit <number>', 'how many pairs that do not compare are listed', readCount, 10_000)
    .addHelpText('after', help.analyse)
    .action(async (path: string, options: AnalyseOptions) =>
      end(await (await import('./analyse.ts')).analyse(io, path, options)),
    )

const addRecover: Add = (program, io, end) =>
  program
    .command('recover')
    .description('make a new case of what can be read of a damaged one, which stays as it is')
    .argument('<damaged>', 'the damaged case')
    .requiredOption('--out <new>', 'the case to make; an existing file is never overwritten')
    .option('--json', 'print the outcome as one JSON value')
    .addHelpText('after', help.recover)
    .action(async (path: string, options: RecoverOptions) =>
      end((await import('./recover.ts')).recover(io, path, options)),
    )

const addCsv: Add = (program, io, end) => {
  const csv = program
    .command('csv')
    .description('look at a list before it is imported, or write it plainly; no case is needed')
  const options = (command: Command): Command =>
    command
      .argument('<file>', 'a list: CSV, TSV or text, also in gzip or zip, or a workbook')
      .option('--encoding <name>', 'how its bytes stand for text (found by itself when left out)')
      .option('--delimiter <text>', 'what parts its cells (found by itself when left out)', readDelimiter)
      .option('--entry <name>', 'which file of a zip archive')
      .option('--sheet <name>', 'which sheet of a workbook')
  options(
    csv.command('inspect').description('tell how a list is written, what its columns are and what is odd about it'),
  )
    .option('--json', 'print { encoding, delimiter, header, columns, rows, problems … } as one JSON value')
    .addHelpText('after', help.csvInspect)
    .action(async (file: string, given: Parameters<typeof inspectCsv>[2]) =>
      end(await (await import('./csv-file.ts')).inspectCsv(io, file, given)),
    )
  options(csv.command('normalize').description('write the table of a list as RFC 4180 CSV in UTF-8, nothing mapped'))
    .option('--out <file>', 'the file to write; it appears when it is whole (stdout when left out)')
    .addHelpText('after', help.csvNormalize)
    .action(async (file: string, given: Parameters<typeof normalizeCsv>[2]) =>
      end(await (await import('./csv-file.ts')).normalizeCsv(io, file, given)),
    )
}

/** The commands by their names, in the order of the help; those with a file of their own are loaded when they are asked for. */
const commands: ReadonlyMap<string, () => Add | Promise<Add>> = new Map<string, () => Add | Promise<Add>>([
  ['new', () => addNew],
  ['import', () => addImport],
  ['imports', () => addImports],
  ['undo', () => addUndo],
  ['redo', () => addRedo],
  ['history', () => addHistory],
  ['trash', () => addTrash],
  ['merge', () => addMerge],
  ['list', () => addList],
  ['export', () => addExport],
  ['read', async () => (await import('./read.ts')).addRead],
  ['report', async () => (await import('./report.ts')).addReport],
  ['lint', async () => (await import('./lint.ts')).addLint],
  ['figure', async () => (await import('./figure.ts')).addFigure],
  ['check', () => addCheck],
  ['analyse', () => addAnalyse],
  ['recover', () => addRecover],
  ['backups', async () => (await import('./backups.ts')).addBackups],
  ['places', async () => (await import('./places.ts')).addPlaces],
  ['views', async () => (await import('./views.ts')).addViews],
  ['csv', () => addCsv],
])
