import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ReportFormat, ReportRow } from '../../shared/report.ts'
import { ExpectedError } from '../../shared/result.ts'
import { foldText } from '../../shared/text.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { withCase, withWritableCase, type OpenCase } from './open-case.ts'
import { printPdf } from './print-pdf.ts'
import { writeWhole } from '../store/write-whole.ts'

interface ReportOptions {
  readonly format: ReportFormat
  readonly out: string
  readonly report?: string
}

/** `parallax report <case>` */
export async function report(io: Io, path: string, options: ReportOptions): Promise<ExitCode> {
  await withCase(io, path, async (file) => {
    const reports = await file.ask('reports.list', {})
    if (reports.length === 0 && options.report === undefined) await writeDefault(io, file, options)
    else await writeReport(io, file, chosen(reports, options.report), options)
  })
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

async function writeReport(
  io: Io,
  file: OpenCase,
  { id }: Pick<ReportRow, 'id'>,
  options: ReportOptions,
): Promise<void> {
  const { format, out } = options
  const bytes = await render(io, file, id, format)
  writeWhole(out, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  io.err(`Wrote ${out} (${format}, ${bytes.length} bytes, sha-256 ${sha256}).\n`)
  if (file.readOnly === null) await file.ask('reports.recordExport', { id, format, fileName: basename(out), sha256 })
}

async function render(io: Io, file: OpenCase, id: ReportRow['id'], format: ReportFormat): Promise<Uint8Array> {
  if (format !== 'pdf') return file.ask('reports.render', { id, format })
  const html = await file.ask('reports.render', { id, format: 'html' })
  return file.ask('evidence.attach', { pdf: new Uint8Array(await printPdf(io, html)), html })
}

/** A case without a report is written as one of all it holds. That is made in a copy: the case gets no report that nobody asked for. */
async function writeDefault(io: Io, file: OpenCase, options: ReportOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-report-'))
  const copy = join(folder, 'case.parallax')
  try {
    await file.ask('case.copyTo', { path: copy })
    await withWritableCase(io, copy, async (open) => writeReport(io, open, await makeDefault(io, open), options))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A table of a report holds no more rows than this. */
const longestTable = 5000

/** A report of the claims and events of the case, with its judgements and sources. */
async function makeDefault(io: Io, file: OpenCase): Promise<Pick<ReportRow, 'id'>> {
  await file.ask('reports.create', {})
  const [made] = await file.ask('reports.list', {})
  if (!made) throw new Error('The report that was made is not listed')
  for (const kind of ['claims', 'events'] as const) {
    const { ids } = await file.ask(`${kind}.ids`, {})
    if (ids.length > longestTable) io.err(`The report holds the first ${longestTable} of ${ids.length} ${kind}.\n`)
    if (ids.length > 0)
      await file.ask('reports.include', { reportId: made.id, [kind]: { ids: ids.slice(0, longestTable) } })
  }
  return made
}
