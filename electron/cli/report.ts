import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Option, type Command } from 'commander'
import type { Output } from '../../shared/contract.ts'
import type { ReportId } from '../../shared/ids.ts'
import { longestTable } from '../../shared/report-templates.ts'
import { reportFormats, type ReportFormat, type ReportRow } from '../../shared/report.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { Tlp } from '../../shared/scales.ts'
import { foldText } from '../../shared/text.ts'
import { isAbove } from '../core/reports/entries.ts'
import { isBound } from '../core/reports/include.ts'
import { pictureFolder, writeReport } from '../store/write-report.ts'
import { expectOther } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { Io } from './io.ts'
import { withCase, withWritableCase, type OpenCase } from './open-case.ts'
import { startPrinter, type Printer } from './print-pdf.ts'
import { readTlp } from './values.ts'

interface ReportOptions {
  readonly format: ReportFormat
  readonly out: string
  readonly report?: string
  readonly template?: string
  readonly tlp?: Tlp
}

/** `printer`: what prints the report, where it becomes a PDF. */
type Writing = ReportOptions & { readonly printer: Printer | undefined }

/** Adds `report` to the program. */
export const addReport = (program: Command, io: Io, end: (code: ExitCode) => void): Command =>
  program
    .command('report')
    .description('write a report of the case to a file')
    .argument('<case>', 'the case')
    .addOption(new Option('--format <format>', 'the kind of file').choices(reportFormats).makeOptionMandatory())
    .requiredOption('--out <file>', 'the file to write; it appears when it is whole')
    .option('--report <name>', "the report's title or id (the one changed last when left out)")
    .option('--template <name>', 'write a new report of the case by this template (see below)')
    .option('--tlp <label>', 'the label of this file: clear, green, amber, amber+strict or red', readTlp)
    .addHelpText('after', help.report)
    .action(async (path: string, options: ReportOptions) => end(await report(io, path, options)))

/** `parallax report <case>` */
async function report(io: Io, path: string, options: ReportOptions): Promise<ExitCode> {
  expectOther(options.out, [path])
  const printer = options.format === 'pdf' ? startPrinter(io) : undefined
  try {
    await withCase(io, path, async (file) => {
      const reports = await file.ask('reports.list', {})
      const isNew = options.template !== undefined || (reports.length === 0 && options.report === undefined)
      const how = { ...options, printer }
      if (isNew) await writeNew(io, file, how)
      else await write(io, file, chosen(reports, options.report), how)
    })
  } finally {
    await printer?.close()
  }
  return exitCodes.done
}

/** The report of this title or id, else the one that was changed last. */
export function chosen(reports: readonly ReportRow[], name: string | undefined): ReportRow {
  const newest = [...reports].sort((left, right) => right.changed.localeCompare(left.changed))
  const found = newest.find(({ id, title }) => name === undefined || id === name || foldText(title) === foldText(name))
  if (found) return found
  const titles = reports.map(({ title }) => `“${title}”`).join(', ')
  throw new ExpectedError('not-found', `There is no report “${name}” in this case. Reports: ${titles || 'none'}.`)
}

async function write(io: Io, file: OpenCase, report: ReportRow, options: Writing): Promise<void> {
  const { format, out } = options
  const { id, tlp: own } = report
  const { tlp = own } = options
  const { bytes, pictures, snapshot } = await render(file, { id, tlp }, options)
  writeReport(out, { bytes, pictures })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  io.err(`Wrote ${out} (${format}, ${bytes.length} bytes, sha-256 ${sha256}).\n`)
  if (pictures.length > 0) io.err(`Its pictures are in ${pictureFolder(out)} beside it.\n`)
  if (isAbove(own, tlp))
    io.err(
      `It is marked TLP:${tlp}, below the report’s TLP:${own}: claims above TLP:${tlp} are left out of it, ` +
        `but texts and judgements are not. Read them before it goes out.\n`,
    )
  if (file.readOnly === null)
    await file.ask('reports.recordExport', { id, format, fileName: basename(out), sha256, tlp, snapshot })
}

async function render(
  file: OpenCase,
  which: Pick<ReportRow, 'id' | 'tlp'>,
  { format, out, printer }: Writing,
): Promise<Output<'reports.render'>> {
  if (format !== 'pdf') return file.ask('reports.render', { ...which, format, folder: pictureFolder(out) })
  if (!printer) throw new Error('Nothing prints')
  const { html, key } = await file.ask('reports.printable', which)
  const pdf = new Uint8Array(await printer.print(html))
  return file.ask('reports.printed', { key, pdf })
}

/** Writes a report of all that the case holds. It is made in a copy: the case gets no report that nobody asked for. */
async function writeNew(io: Io, file: OpenCase, options: Writing): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-report-'))
  const copy = join(folder, 'case.parallax')
  try {
    await file.ask('case.copyTo', { path: copy })
    await withWritableCase(io, copy, async (open) => write(io, open, await makeNew(io, open, options), options))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A report by a template; the tables that it has hold the claims and events of the case. */
async function makeNew(io: Io, file: OpenCase, { template, report: title }: ReportOptions): Promise<ReportRow> {
  const {
    ids: [id],
  } = await file.ask('reports.create', { title, template })
  const made = await file.ask('reports.get', { id: id as ReportId })
  for (const kind of ['claims', 'events'] as const) {
    if (!made.blocks.some(({ content }) => content.kind === kind && !isBound(content))) continue
    const { ids } = await file.ask(`${kind}.ids`, {})
    if (ids.length > longestTable) io.err(`The report holds the first ${longestTable} of ${ids.length} ${kind}.\n`)
    if (ids.length > 0)
      await file.ask('reports.include', { reportId: made.id, [kind]: { ids: ids.slice(0, longestTable) } })
  }
  return made
}
