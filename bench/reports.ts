import { join } from 'node:path'
import { reportFormats } from '../shared/report.ts'
import type { Input } from '../shared/contract.ts'
import type { ReportId } from '../shared/ids.ts'
import { importList } from './cases.ts'
import { writeClaims } from './claims-list.ts'
import { millisecondsOf, withCase, type Ask } from './case-session.ts'
import { percentile, type Measured } from './figure.ts'
import { costOf, fresh, type Program } from './measure.ts'

/** What a report may take in each format, and its preview after a keystroke, in milliseconds. */
export const formatGoal = 3000
const previewGoal = 100
const figures = ['numbers', 'timeline', 'map', 'matrix', 'origins'] as const

/** A case with a report of so many claims in one table (some 50 pages at 500), their sources as notes, and the five pictures. */
export async function reportCase(program: Program, claims: number): Promise<{ path: string; id: ReportId }> {
  const path = fresh(program.folder, `report-${claims}.parallax`)
  const list = join(program.folder, `report-${claims}.csv`)
  await writeClaims(list, claims)
  await importList(program, path, list)
  return { path, id: await withCase(path, 'writer', makeReport) }
}

/** That report in each format by the command line, the start of its program with it, and its preview as one types. */
export async function benchReports(program: Program, claims: number, rounds: number): Promise<Measured[]> {
  const { node, cli, folder } = program
  const { path, id } = await reportCase(program, claims)
  const previews = await withCase(path, 'writer', (ask) => benchPreview(ask, id))
  const written: Measured[] = []
  for (const format of reportFormats) {
    const command = [cli, 'report', path, '--format', format, '--out', join(folder, `report.${format}`)]
    const value = await middle(rounds, async () => (await costOf(node, command)).seconds * 1000)
    written.push({ name: `report as ${format}`, unit: 'ms', goal: formatGoal, value })
  }
  return [...written, ...previews]
}

/** Letters that are typed; of so many the slowest but one in twenty counts. */
const letters = 40

/** What the thread that draws takes for the preview after a letter is typed, and after what was typed is stored. */
async function benchPreview(ask: Ask, id: ReportId): Promise<Measured[]> {
  await ask('blocks.add', { reportId: id, content: { kind: 'text', markdown: 'As it is typed' } })
  const { blocks } = await ask('reports.get', { id })
  const block = blocks.at(-1)
  if (!block) throw new Error('The text that was added is not in the report')
  let known: string[] = []
  const follow = async (typed: Input<'reports.preview'>['typed']): Promise<void> => {
    const { style, header, contents, sections, footer } = await ask('reports.preview', { id, typed, known })
    known = [style, header, contents, ...sections, footer].map(({ key }) => key)
  }
  await follow([])
  const [typing, storing] = [[] as number[], [] as number[]]
  for (let letter = 1; letter <= letters; letter += 1) {
    const text = 'x'.repeat(letter)
    typing.push(await millisecondsOf(() => follow([{ blockId: block.id, text }])))
    await ask('blocks.update', { id: block.id, content: { kind: 'text', markdown: text } })
    storing.push(await millisecondsOf(() => follow([])))
  }
  return [
    { name: 'preview after a letter is typed, 95 %', unit: 'ms', goal: previewGoal, value: percentile(typing, 0.95) },
    { name: 'preview after a text is stored, 95 %', unit: 'ms', goal: previewGoal, value: percentile(storing, 0.95) },
  ]
}

/** The middle of several times; the one before them loads what draws. */
async function middle(rounds: number, time: () => Promise<number>): Promise<number> {
  await time()
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(await time())
  return percentile(taken, 0.5)
}

async function makeReport(ask: Ask): Promise<ReportId> {
  await ask('reports.create', {})
  const id = await reportId(ask)
  const { ids } = await ask('claims.ids', {})
  await ask('reports.include', { reportId: id, claims: { ids } })
  for (const figure of figures)
    await ask('blocks.add', { reportId: id, content: { kind: 'figure', request: { figure } } })
  return id
}

async function reportId(ask: Ask): Promise<ReportId> {
  const [report] = await ask('reports.list', {})
  if (!report) throw new Error('The report that was made is not listed')
  return report.id
}
