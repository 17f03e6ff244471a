import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, temporaryFolder, type App } from './app.ts'
import { cell } from './steps.ts'

// A list leaves the case as a table: all that is shown, or what is ticked.

const folder = temporaryFolder()
let app: App
let page: Page
beforeAll(async () => {
  app = await launch({ size: { width: 1280, height: 800 } })
  page = app.page
  await cell(page, 'C01', 'ref').waitFor()
})
afterAll(() => app.close())

const refsIn = (path: string): string[] =>
  (parse(readFileSync(path), { bom: true, columns: true }) as { ref: string }[]).map(({ ref }) => ref)

it('exports what a search shows, in the background, and says so', async () => {
  const path = join(folder, 'shown.csv')
  await answerDialog(app.electron, path)
  await page.keyboard.press('Control+F')
  await page.keyboard.type('claimant:blinken')
  await cell(page, 'C07', 'ref').waitFor()
  await expect.poll(() => cell(page, 'C01', 'ref').count()).toBe(0)
  await page.getByRole('main').getByRole('button', { name: 'Views', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export the list as CSV…' }).click()
  await page.getByText('2 claims exported as shown.csv.').waitFor()
  expect(refsIn(path).toSorted()).toEqual(['C07', 'C08'])
})

it('exports what is ticked', async () => {
  const path = join(folder, 'ticked.csv')
  await answerDialog(app.electron, path)
  await cell(page, 'C08', 'ref').click()
  await page.keyboard.press('Space')
  await page.getByRole('toolbar', { name: 'What is selected' }).getByRole('button', { name: 'Export…' }).click()
  await page.getByText('1 claim exported as ticked.csv.').waitFor()
  expect(refsIn(path)).toEqual(['C08'])
})

it('says why a file cannot be written, and leaves nothing', async () => {
  const path = join(folder, 'no such folder', 'claims.csv')
  await answerDialog(app.electron, path)
  await page.getByRole('toolbar', { name: 'What is selected' }).getByRole('button', { name: 'Export…' }).click()
  await page.getByText('claims.csv was not written').waitFor()
  expect(existsSync(path)).toBe(false)
  expect(app.complaints).toEqual([])
})
