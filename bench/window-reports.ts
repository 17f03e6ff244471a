import { join } from 'node:path'
import { answerDialog, type App } from '../e2e/app.ts'
import type { ReportId } from '../shared/ids.ts'
import { reportFormats, type ReportFormat } from '../shared/report.ts'
import { percentile, type Measured } from './figure.ts'
import { reportCase, formatGoal } from './reports.ts'
import type { Program } from './measure.ts'
import { inWindow, type Shown } from './window-runtime.ts'

/** What an export of that report takes from the window that shows it: until the file is on the disk and listed in the case. */
export async function benchWindowReports(
  program: Program,
  shown: Shown,
  claims: number,
  rounds: number,
): Promise<Measured[]> {
  const { path, id } = await reportCase(program, claims)
  return inWindow(shown, path, async (app) => {
    await show(app, id)
    const measured: Measured[] = []
    for (const format of reportFormats) {
      await answerDialog(app.electron, join(program.folder, `window.${format}`))
      const taken: number[] = []
      for (let round = 0; round < rounds; round += 1)
        taken.push(await app.page.evaluate(exportOnce, [id, format] as const))
      const value = percentile(taken, 0.5)
      measured.push({ name: `report as ${format} from the window`, unit: 'ms', goal: formatGoal, value })
    }
    return measured
  })
}

/** Its preview is there before anybody exports it. */
async function show({ page }: App, id: ReportId): Promise<void> {
  const answer = await page.evaluate((id) => window.parallax.call('reports.preview', { id, typed: [], known: [] }), id)
  if (!answer.ok) throw new Error(answer.error.message)
}

/** In the page: the milliseconds of one export. */
async function exportOnce([id, format]: readonly [ReportId, ReportFormat]): Promise<number> {
  const start = performance.now()
  const answer = await window.parallax.call('reports.export', { id, format })
  if (!answer.ok) throw new Error(answer.error.message)
  return performance.now() - start
}
