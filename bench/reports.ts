import { join } from 'node:path'
import { reportFormats } from '../shared/report.ts'
import type { ReportId } from '../shared/ids.ts'
import { writeClaims } from './claims-list.ts'
import { millisecondsOf, withCase, type Ask } from './case-session.ts'
import { percentile, type Measured } from './figure.ts'
import { costOf, fresh, type Program } from './measure.ts'

/** What a report may take in each format, and its preview after a keystroke. */
const [formatGoal, previewGoal] = [3000, 100]
const figures = ['numbers', 'timeline', 'map', 'matrix', 'origins'] as const

/** A report of so many claims in one table (some 50 pages at 500), their sources as notes, and the five pictures: in each format by the command line, the start of its program with it, and its preview anew. */
export async function benchReports(program: Program, claims: number, rounds: number): Promise<Measured[]> {
  const { node, cli, folder } = program
  const path = fresh(folder, `report-${claims}.parallax`)
  const list = join(folder, `report-${claims}.csv`)
  await writeClaims(list, claims)
  await costOf(node, [cli, 'new', path])
  await costOf(node, [cli, 'import', path, list])
  const preview = await withCase(path, 'writer', async (ask) => {
    const id = await makeReport(ask)
    return middle(rounds, () => millisecondsOf(() => ask('reports.preview', { id })))
  })
  const written: Measured[] = []
  for (const format of reportFormats) {
    const command = [cli, 'report', path, '--format', format, '--out', join(folder, `report.${format}`)]
    const value = await middle(rounds, async () => (await costOf(node, command)).seconds * 1000)
    written.push({ name: `report as ${format}`, unit: 'ms', goal: formatGoal, value })
  }
  return [...written, { name: 'preview of the report anew', unit: 'ms', goal: previewGoal, value: preview }]
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
