import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, picture, temporaryFolder, type App } from './app.ts'
import { count, done, fileMaker } from './import-steps.ts'
import { cell, goTo, importCsv, makeCase, rowTexts, sampleCsv } from './steps.ts'

// A long list comes in while one works: it says how fast and how long, and leaves nothing behind when it is stopped.

let app: App
let file: string
const write = fileMaker()
const name = 'a long list whose name is as long as names of exports from other systems tend to be.csv'

beforeAll(async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, at) => `L${at},Statement ${at} of a long list,Claimant ${at % 300},2024-11`,
  )
  file = write(name, `ref,statement,claimant,said\n${rows.join('\n')}\n`)
  app = await launch({ size: { width: 1100, height: 700 } })
  await makeCase(app, join(temporaryFolder(), 'Long.parallax'))
  await importCsv(app, sampleCsv('events'), 'events')
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('tells rows a second and the time that is left, leaves the window free, and can be stopped', async () => {
  const { page } = app
  const status = page.getByRole('contentinfo')
  await answerDialog(app.electron, file)
  await page.keyboard.press('Control+I')
  const dialog = page.getByRole('dialog', { name: /^Import a long list/ })
  await dialog.getByText(/Of the first [\d,]+ rows/).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  const progress = page.getByRole('progressbar', { name: `Import ${name}` })
  await expect
    .poll(() => status.innerText())
    .toMatch(/Import a long list[^]*\d+ % · [\d,]+ rows\/s, \d+ (s|min) left\s+Cancel/)
  await picture(page, 'import-long')
  // Nothing of the line is pushed out of the window by the name of the file.
  const cancel = await status.getByRole('button', { name: 'Cancel' }).boundingBox()
  expect((cancel?.x ?? 0) + (cancel?.width ?? 0)).toBeLessThan(1100)

  const started = Date.now()
  await goTo(app, 'Events')
  await expect.poll(() => rowTexts(page, 'ref')).toContain('E04')
  await cell(page, 'E04', 'ref').click()
  await page
    .getByRole('complementary', { name: 'Detail' })
    .getByText(/^E04 · /)
    .waitFor()
  await goTo(app, 'Claims')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('combat')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['C09'])
  expect(Date.now() - started).toBeLessThan(5000)
  expect(await progress.isVisible()).toBe(true)

  await status.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled. The case is as it was.').waitFor()
  await progress.waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await expect.poll(() => count(app)).toBe(17)
  await expect.poll(() => status.innerText()).toContain('Undo: import partnership-claims.csv: 17 claims')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Imports so far')
  await page.keyboard.press('Enter')
  const imports = page.getByRole('dialog', { name: 'Imports so far' })
  await expect
    .poll(() => imports.getByRole('button', { name: /\.csv$/ }).allInnerTexts())
    .toEqual(['partnership-claims.csv', 'partnership-events.csv'])
  await done(app)
  expect(app.complaints).toEqual([])
})

it('comes in whole, and is found by its words beside what was there', async () => {
  const { page } = app
  await answerDialog(app.electron, file)
  await page.keyboard.press('Control+I')
  const dialog = page.getByRole('dialog', { name: /^Import a long list/ })
  await dialog.getByText(/Of the first [\d,]+ rows/).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => count(app), { timeout: 60_000 }).toBe(100_017)
  await done(app)
  await page.keyboard.press('Control+F')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('"ment 99999 of a long"')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['L99999'])
  await page.keyboard.press('Control+A')
  await page.keyboard.type('combat')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['C09'])
  await picture(page, 'import-long-done')
  expect(app.complaints).toEqual([])
})
