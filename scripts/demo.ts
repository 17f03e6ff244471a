import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { reportFormats } from '../shared/report.ts'
import { launch, type App } from '../e2e/app.ts'
import * as steps from '../e2e/steps.ts'
import { ensureBuilt } from './build.ts'
import { hasDisplay, withDisplay } from './display.ts'
import { projectDir } from './paths.ts'
import { runScript } from './script.ts'
import { ensureRuntime } from './setup/runtime.ts'

// The main job with no hands, in the real window: make a case, import two lists, look at every screen, write a report.

const folder = join(projectDir, 'demo-out')
const judgement: steps.WrittenJudgement = {
  statement: 'North Korean soldiers are present in the Kursk region in the thousands',
  term: 'very likely',
  confidence: 'moderate',
  reasons: 'Three governments give figures; all were read in one article, and none shows its evidence.',
  supports: ['C08', 'C10'],
}

await runScript(async () => {
  const runtime = await ensureRuntime()
  await ensureBuilt()
  if (!hasDisplay()) console.log('There is no display: the window is on a virtual one.')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await withDisplay((display) => {
    Object.assign(process.env, runtime.env, display, {
      PARALLAX_ELECTRON: runtime.executable,
      PARALLAX_ELECTRON_ARGS: JSON.stringify([...runtime.args, '--log-level=3']),
    })
    return perform()
  })
  console.log(`Everything is in ${folder}`)
  return 0
})

async function perform(): Promise<void> {
  const app = await timed('start the workbench', () =>
    launch({ dataFolder: join(folder, 'data'), size: { width: 1440, height: 900 } }),
  )
  try {
    await timed('make a case', () => steps.makeCase(app, join(folder, 'Partnership.parallax')))
    await timed('import partnership-claims.csv', () => steps.importCsv(app, steps.sampleCsv('claims'), 'claims'))
    await timed('import partnership-events.csv', () => steps.importCsv(app, steps.sampleCsv('events'), 'events'))
    await timed('write a report', () => writeReport(app))
    for (const screen of steps.screens) await timed(`look at ${screen}`, () => look(app, screen))
    for (const format of reportFormats) await timed(`export ${format}`, () => exportTo(app, format))
  } finally {
    await app.close()
  }
}

async function writeReport(app: App): Promise<void> {
  await steps.goTo(app, 'Report')
  await app.page.getByRole('button', { name: 'New report' }).first().click()
  await steps.writeBlock(
    app,
    'Bottom line',
    'Officials agree that North Korean soldiers are in Russia; they give different numbers for different places. See [[C08]] and [[C10]].',
  )
  await steps.addJudgement(app, judgement)
  for (const screen of ['Claims', 'Events'] as const) {
    await steps.goTo(app, screen)
    await steps.addAllToReport(app)
  }
}

async function look(app: App, screen: steps.Screen): Promise<void> {
  await steps.goTo(app, screen)
  // A second for fonts, rows and the preview: a picture of half a screen shows nothing.
  await app.page.waitForTimeout(1000)
  await app.page.screenshot({ path: join(folder, `${screen.toLowerCase()}.png`) })
}

async function exportTo(app: App, format: string): Promise<void> {
  const path = join(folder, `report.${format}`)
  await steps.exportReport(app, format, path)
  await app.page.getByText(`report.${format}`).first().waitFor()
  console.log(`  ${statSync(path).size.toLocaleString('en-GB')} bytes`)
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`)
  return result
}
