import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, setTheme, temporaryFolder, type App } from './app.ts'
import {
  addAllToReport,
  addJudgement,
  exportReport,
  goTo,
  importCsv,
  makeCase,
  sampleCsv,
  textInOffice,
  writeBlock,
} from './steps.ts'

// The parts of a report that are made of data alone: each is added, shows at once, follows the records, and leaves in the files.

const exec = promisify(execFile)
const folder = temporaryFolder()
const file = (format: string): string => join(folder, `blocks.${format}`)

let app: App
let page: Page
const preview = () => page.frameLocator('iframe[aria-hidden=false]')

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(folder, 'Blocks.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().click()
  await addJudgement(app, {
    statement: 'Soldiers of North Korea fight in Kursk',
    term: 'likely',
    confidence: 'low',
    reasons: 'All figures are of officials.',
    supports: ['C08', 'C10'],
    contrary: ['C06'],
  })
})
afterAll(() => app.close())

async function addPart(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a part…' }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.getByRole('heading', { name, exact: true, level: 2 }).waitFor()
}

it('adds each of them, and shows at once what the data says', async () => {
  await addPart('Source summary')
  await writeBlock(app, 'Source summary', 'All figures come from officials of parties to the war.')
  await preview().getByText('All figures come from officials of parties to the war.').waitFor()
  await preview()
    .getByText(/^3 claims: \d+ documents?, /)
    .waitFor()
  await addPart('Gaps and unresolved')
  await preview()
    .getByText(/with one independent origin/)
    .waitFor()
  await addPart('Alternatives')
  await preview().getByText('No alternatives are given for').waitFor()
  expect(app.complaints).toEqual([])
})

it('moves a part by its handle, and undo puts it back', async () => {
  const parts = (): Promise<string[]> => page.locator('[data-block] h2').allInnerTexts()
  const before = await parts()
  const part = (name: string) =>
    page.locator('[data-block]').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) })
  await part('Alternatives').hover()
  await part('Alternatives')
    .getByTitle('Drag to move')
    .dragTo(part('Source summary'), { targetPosition: { x: 60, y: 4 } })
  const moved = before.filter((name) => name !== 'ALTERNATIVES')
  moved.splice(moved.indexOf('SOURCE SUMMARY'), 0, 'ALTERNATIVES')
  await expect.poll(parts).toEqual(moved)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(parts).toEqual(before)
  expect(app.complaints).toEqual([])
})

it('counts the claims that are put into the report, and names contradictions between them as the rules find them', async () => {
  await goTo(app, 'Claims')
  await addAllToReport(app)
  await goTo(app, 'Report')
  await preview()
    .getByText(/^17 claims: 2 documents, 2 outlets, /)
    .waitFor()
  await preview()
    .getByText(/contradictions? between claims of the report that nobody reviewed/)
    .waitFor()
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(page, theme)
    await page.getByRole('heading', { name: 'Alternatives', exact: true, level: 2 }).scrollIntoViewIfNeeded()
    await preview().getByRole('heading', { name: 'Gaps and unresolved' }).scrollIntoViewIfNeeded()
    await page.waitForTimeout(400)
    await picture(page, `report-data-blocks-${theme}`)
    expect(await findings(page), theme).toEqual([])
  }
})

it('leaves with the report in all formats', async () => {
  for (const format of ['html', 'pdf', 'docx', 'md']) {
    await exportReport(app, format, file(format))
    await page.getByRole('cell', { name: `blocks.${format}` }).waitFor({ timeout: 60_000 })
  }
  const { stdout: pdf } = await exec('pdftotext', ['-raw', file('pdf'), '-'])
  const texts = {
    pdf,
    docx: await textInOffice(file('docx')),
    html: readFileSync(file('html'), 'utf8').replaceAll(/<[^>]+>/g, ''),
    md: readFileSync(file('md'), 'utf8'),
  }
  for (const [format, text] of Object.entries(texts)) {
    const line = text.replaceAll(/\s+/g, ' ')
    for (const words of [
      'Source summary statement',
      'All figures come from officials of parties to the war.',
      'between claims of the report that nobody reviewed',
      'No alternatives are given for',
    ])
      expect(line, format).toContain(words)
  }
}, 180_000)
