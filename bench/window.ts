import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../e2e/app.ts'
import { backupFolder } from '../electron/store/backups/list.ts'
import { copyOf, importList, listOf, restedCopyOf } from './cases.ts'
import { writeClaims } from './claims-list.ts'
import type { Measured } from './figure.ts'
import { fresh, type Program } from './measure.ts'
import { benchJumps } from './window-jumps.ts'
import { inWindow, type Shown } from './window-runtime.ts'
import { benchStart } from './window-start.ts'
import { analysing, backingUp, benchWaits, exporting, importing } from './window-waits.ts'

/** More claims than that are analysed for minutes. */
const mostAnalysed = 100_000
const reportedClaims = 500
/** Milliseconds in which a start has done what comes after its rows. */
const afterStart = 4000

/** What a list is imported into. */
const claimsBefore = 10_000

/** Measures the real window over a case of so many claims: pages, jumps and starts. */
export async function benchWindow(program: Program, shown: Shown, rows: number, turns: number): Promise<Measured[]> {
  const path = await restedCopyOf(program, rows)
  const jumps = await inWindow(shown, path, async (app) => {
    await rowsIn(app)
    // What a start does after its rows (counts, the detail, the code of the other screens) is no part of a page.
    await app.page.waitForTimeout(afterStart)
    const measured = await benchJumps(app.page)
    // It has its backup then, so that none is made when the starts that follow end.
    await backingUp.run(app)
    return measured
  })
  const starts = await benchStart(shown, path, turns)
  remove(path)
  return [...starts, ...jumps]
}

/** Measures for how long the window keeps anybody waiting while something else goes on over so many claims. */
export async function benchWindowWaits(program: Program, shown: Shown, rows: number): Promise<Measured[]> {
  const path = await restedCopyOf(program, rows)
  const measured = await endingWithout(shown, path, async (app) => [
    ...(await benchWaits(app, backingUp)),
    ...(await benchWaits(app, exporting(program.folder, reportedClaims))),
  ])
  return [
    ...measured,
    ...(await benchImportWaits(program, shown, rows)),
    ...(await benchAnalysisWaits(program, shown, rows)),
  ]
}

async function benchImportWaits(program: Program, shown: Shown, rows: number): Promise<Measured[]> {
  const list = join(program.folder, 'before.csv')
  // References of its own: rows about the same claims would be another measure.
  if (!existsSync(list)) await writeClaims(list, claimsBefore, 'B')
  const path = fresh(program.folder, 'before.parallax')
  await importList(program, path, list)
  const imported = await listOf(program, rows)
  return endingWithout(shown, path, async (app) => {
    await analysing.run(app)
    return benchWaits(app, importing(imported))
  })
}

async function benchAnalysisWaits(program: Program, shown: Shown, rows: number): Promise<Measured[]> {
  if (rows > mostAnalysed) return []
  const path = await copyOf(program, rows)
  return endingWithout(shown, path, (app) => benchWaits(app, analysing))
}

/** Shows a case that nobody needs afterwards: what its closing would do is not waited for. */
async function endingWithout(shown: Shown, path: string, work: (app: App) => Promise<Measured[]>): Promise<Measured[]> {
  let measured: Measured[] = []
  await inWindow(shown, path, async (app) => {
    await rowsIn(app)
    measured = await work(app)
    app.electron.process().kill('SIGKILL')
  })
  remove(path)
  return measured
}

const rowsIn = ({ page }: App): Promise<void> =>
  page.locator('.ag-row [col-id="ref"]').filter({ hasText: /./ }).first().waitFor()

/** With what the window keeps beside a case. */
function remove(path: string): void {
  const backups = backupFolder(path)
  for (const side of ['', '-wal', '-shm', '-lock']) rmSync(path + side, { force: true })
  rmSync(backups, { recursive: true, force: true })
}
