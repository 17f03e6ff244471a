import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, pictures } from './steps.ts'

// A list leaves the case as a file: all that is shown, or what is ticked, in a format that fits, under a label.

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
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const dialog = (): Locator => page.getByRole('dialog').filter({ hasText: 'Format' })
const exportTicked = (): Promise<void> =>
  page.getByRole('toolbar', { name: 'What is selected' }).getByRole('button', { name: 'Export…' }).click()

/** By the menu of the list's views. */
async function exportShown(): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Views', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export the list…' }).click()
}

it('exports what a search shows, in the background, and says so', async () => {
  const path = join(folder, 'shown.csv')
  await answerDialog(app.electron, path)
  await page.keyboard.press('Control+F')
  await page.keyboard.type('claimant:blinken')
  await cell(page, 'C07', 'ref').waitFor()
  await expect.poll(() => cell(page, 'C01', 'ref').count()).toBe(0)
  await exportShown()
  await page.getByRole('dialog', { name: 'Export 2 claims' }).waitFor()
  await pictures(page, 'export-dialog')
  await page.keyboard.press('Enter')
  await page.getByText('2 claims exported as shown.csv.').waitFor()
  expect(refsIn(path).toSorted()).toEqual(['C07', 'C08'])
  expect(json(`${path}-metadata.json`)).toMatchObject({ url: 'shown.csv', tableSchema: { primaryKey: 'id' } })
})

it('exports what is ticked', async () => {
  const path = join(folder, 'ticked.csv')
  await answerDialog(app.electron, path)
  await cell(page, 'C08', 'ref').click()
  await page.keyboard.press('Space')
  await exportTicked()
  await dialog().getByRole('button', { name: 'Export…' }).click()
  await page.getByText('1 claim exported as ticked.csv.').waitFor()
  expect(refsIn(path)).toEqual(['C08'])
})

it('says why a file cannot be written, and leaves nothing', async () => {
  const path = join(folder, 'no such folder', 'claims.csv')
  await answerDialog(app.electron, path)
  await exportTicked()
  await dialog().getByRole('button', { name: 'Export…' }).click()
  await page.getByText('claims.csv was not written').waitFor()
  expect(existsSync(path)).toBe(false)
})

it('leaves out what is above a label, and says how many, by the keyboard', async () => {
  const path = join(folder, 'green.jsonld')
  await answerDialog(app.electron, path)
  await page.evaluate(async () => {
    const found = (await window.parallax.call('claims.page', { filter: { ref: 'C07' } })) as {
      value: { rows: { id: string }[] }
    }
    const ids = found.value.rows.map(({ id }) => id)
    await window.parallax.call('claims.update', { selection: { ids }, patch: { tlp: 'AMBER' } })
  })
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  // What fades meanwhile would be in the picture.
  await page.getByText('exported as ticked.csv').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Export claims')
  await page.keyboard.press('Enter')
  await dialog().waitFor()
  // CSV, JSON Lines, STIX, ClaimReview.
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('TLP:GREEN')
  await dialog().getByText('What is above it is left out, and counted.').waitFor()
  await pictures(page, 'export-dialog-label')
  await dialog()
    .getByRole('radio', { name: /^ClaimReview/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText('1 claim exported as green.jsonld. 1 above TLP:GREEN was left out.').waitFor()
  await picture(page, 'export-withheld')
  expect(json(path)).toMatchObject({ '@graph': [{ '@type': 'ClaimReview', identifier: 'C08' }] })
})

it('offers the formats that fit the list, and keeps the last choice where it does', async () => {
  await goTo(app, 'Events')
  await cell(page, 'E01', 'ref').waitFor()
  await exportShown()
  const names = dialog().getByRole('radio')
  expect(await names.count()).toBe(4)
  expect(await dialog().getByRole('radio', { name: /^CSV/ }).isChecked()).toBe(true)
  const path = join(folder, 'events.geojson')
  await answerDialog(app.electron, path)
  await dialog().getByText('GeoJSON').click()
  await dialog().getByRole('button', { name: 'Export…' }).click()
  await page.getByText('5 events exported as events.geojson.').waitFor()
  expect(json(path)).toMatchObject({ type: 'FeatureCollection' })
  await exportShown()
  expect(
    await dialog()
      .getByRole('radio', { name: /^GeoJSON/ })
      .isChecked(),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
  expect(app.complaints).toEqual([])
})
