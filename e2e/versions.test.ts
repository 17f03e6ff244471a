import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, picture, resize, temporaryFolder, type App } from './app.ts'
import {
  addAllToReport,
  addJudgement,
  cell,
  exportReport,
  goTo,
  importCsv,
  makeCase,
  pictures,
  sampleCsv,
  writeBlock,
} from './steps.ts'

// A report goes out, is worked on and goes out again: what each version said is kept and held beside the other.

const folder = temporaryFolder()

let app: App
let page: Page
const preview = () => page.frameLocator('iframe[aria-hidden=false]')
const dialog = (): Locator => page.getByRole('dialog', { name: 'Compare versions' })

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(folder, 'Versions.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
  await goTo(app, 'Claims')
  await addAllToReport(app)
  await goTo(app, 'Report')
  await addJudgement(app, {
    statement: 'Soldiers of North Korea fight in Kursk',
    term: 'likely',
    confidence: 'low',
    reasons: 'All figures are of officials.',
    supports: ['C08'],
  })
  await writeBlock(app, 'Bottom line', 'Soldiers are there; how many is open.')
  await preview().getByText('Soldiers are there; how many is open.').waitFor()
})
afterAll(() => app.close())

async function sendOut(name: string, format: string): Promise<void> {
  await exportReport(app, format, join(folder, name))
  await page.getByRole('cell', { name }).waitFor({ timeout: 60_000 })
}

it('keeps what each export said, and tells in the report what changed since', async () => {
  await page.getByRole('button', { name: 'Add a part…' }).click()
  await page.getByRole('menuitem', { name: /^Changes/ }).click()
  await page.getByRole('heading', { name: 'Changes', exact: true, level: 2 }).waitFor()
  await sendOut('first.html', 'html')
  await goTo(app, 'Claims')
  await cell(page, 'C16', 'statement').click()
  await page.keyboard.press('Enter')
  await page.locator('.ag-popup-editor textarea').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('The cooperation worries two regions')
  await page.keyboard.press('Enter')
  await goTo(app, 'Report')
  await page.getByTitle('Edit this judgement').click()
  const form = page.getByRole('form', { name: 'Judgement' })
  await form.getByRole('radio', { name: /^very likely/ }).check()
  await form.getByRole('button', { name: /^Save judgement/ }).click()
  await writeBlock(app, 'Bottom line', ' Всё это – слова чиновников. 파병 규모는 미확인이다.')
  await preview().getByText('likelihood: likely → very likely').waitFor()
  await preview()
    .getByText(/→ The cooperation worries two regions|statement reworded/)
    .waitFor()
  await preview().getByText('likelihood: likely → very likely').scrollIntoViewIfNeeded()
  await picture(page, 'versions-block')
  await sendOut('second.md', 'md')
  expect(app.complaints).toEqual([])
})

it('shows two versions side by side, in their text and in their evidence', async () => {
  const row = page.getByRole('row').filter({ hasText: 'first.html' })
  await row.getByRole('button', { name: 'Compare with another version' }).click()
  await dialog()
    .getByText(/^\d+ lines? and 2 records differ\.$/)
    .waitFor()
  await dialog().locator('ins').filter({ hasText: 'слова чиновников' }).waitFor()
  await pictures(page, 'versions-text')
  const folded = dialog().getByRole('button', { name: /lines are the same: show them/ })
  const count = await folded.count()
  await folded.first().click()
  expect(await folded.count()).toBe(count - 1)
  await dialog()
    .getByRole('tab', { name: /^Evidence/ })
    .click()
  const changed = dialog().getByRole('region', { name: 'Changed' })
  await changed.getByRole('row', { name: 'likelihood likely very likely' }).waitFor()
  await changed.getByRole('row', { name: /The cooperation worries two regions/ }).waitFor()
  await resize(app.electron, { width: 960, height: 600 })
  await pictures(page, 'versions-evidence')
  await resize(app.electron, { width: 1440, height: 900 })
  expect(app.complaints).toEqual([])
})

it('goes by keys from the palette to a pair of versions, from change to change, and back', async () => {
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Find any record or command' }).getByRole('combobox').fill('compare versions')
  await page.keyboard.press('Enter')
  await dialog().getByText('Both say the same.').waitFor()
  const before = dialog().getByRole('combobox', { name: 'Before' })
  await expect.poll(() => before.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('ArrowDown')
  await dialog()
    .getByText(/^\d+ lines? and 2 records differ\.$/)
    .waitFor()
  await resize(app.electron, { width: 960, height: 600 })
  await dialog()
    .getByRole('button', { name: /lines are the same: show them/ })
    .first()
    .press('Enter')
  const body = dialog().getByRole('tabpanel')
  const scrolled = (): Promise<number> => body.evaluate((element) => element.scrollTop)
  await page.keyboard.press('F7')
  const first = await scrolled()
  await page.keyboard.press('F7')
  expect(await scrolled()).toBeGreaterThan(first)
  await page.keyboard.press('Shift+F7')
  expect(await scrolled()).toBe(first)
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
  expect(app.complaints).toEqual([])
})
