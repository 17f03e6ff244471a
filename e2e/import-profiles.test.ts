import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { count, done, fileMaker, importNow, lineOf, openList } from './import-steps.ts'
import { makeCase, rowTexts } from './steps.ts'

// A list of another shape than ours: its columns are joined and split, what it leaves out is said once, and all that is kept.

let app: App
const write = fileMaker()
const folder = temporaryFolder()
const profile = join(folder, 'monitoring desk.json')

const head = 'Kürzel|Was|Dazu|Ort und Tag\n'
const monday = `${head}X1|Soldiers were seen|near the border|Kursk/04.11.2024\nX2|Trains were counted|at the station|Khasan/05.11.2024\n`
const tuesday = `${head}X3|Ships were seen|in the harbour|Rajin/06.11.2024\n`

const field = (dialog: Locator, column: string): Locator => dialog.getByLabel(`Field for the column ${column}`)
const mappedBy = (dialog: Locator): Locator => dialog.getByText(/^Columns by/)
const pickProfile = async (dialog: Locator, item: string): Promise<void> => {
  await dialog.getByRole('button', { name: 'Profiles' }).click()
  await app.page.getByRole('menuitem', { name: item }).click()
}

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  await makeCase(app, join(folder, 'Profiles.parallax'))
})
afterAll(() => app.close())

it('joins two columns, splits one, adds a value for all rows, and shows each at once', async () => {
  const { page } = app
  await answerDialog(app.electron, write('monday.csv', monday))
  await page.keyboard.press('Control+I')
  const dialog = page.getByRole('dialog', { name: 'Import monday.csv' })
  await dialog.getByLabel('A list of').selectOption('claims')
  await dialog.getByLabel('Dates').selectOption('dmy')
  await field(dialog, 'Kürzel').selectOption('ref')
  await field(dialog, 'Was').selectOption('statement')
  await dialog.getByText('2 claims will be added.').waitFor()

  await field(dialog, 'Dazu').selectOption('statement')
  await dialog.getByText('joined with Was').waitFor()
  await expect.poll(() => lineOf(dialog, 2).innerText()).toContain('Soldiers were seen near the border')
  await dialog.getByRole('button', { name: 'More about the column Dazu' }).click()
  const between = page.getByLabel('Between this and Was')
  await expect.poll(() => between.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type(', ')
  await page.getByText('Their texts are joined with “, ” between them.').waitFor()
  // Neither key leaves the popover for the dialog: nothing is imported, nothing closed.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await between.waitFor({ state: 'hidden' })
  await expect.poll(() => lineOf(dialog, 2).innerText()).toContain('Soldiers were seen, near the border')

  await dialog.getByRole('button', { name: 'More about the column Ort und Tag' }).click()
  await page.getByRole('button', { name: 'Split into several fields' }).click()
  await page.getByLabel('Parts are separated by').fill('/')
  await page.getByLabel('Field for part 1').selectOption('place')
  await page.getByLabel('Field for part 2').selectOption('said')
  await picture(page, 'import-split')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.getByText('split at “/”: Place, Said').waitFor()
  await expect.poll(() => lineOf(dialog, 3).innerText()).toMatch(/Khasan · 2024-11-05\s+Khasan\/05\.11\.2024/)

  await dialog.getByLabel('Add a value for every row').selectOption('topic')
  await page.keyboard.type('movements at the border')
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByLabel('Topic of every row').inputValue()).toBe('movements at the border')
  await dialog.getByText('2 claims will be added.').waitFor()
  await expect.poll(() => count(app)).toBe(0)
})

it('keeps that as a profile, which the next list of the shape finds', async () => {
  const { page } = app
  const dialog = page.getByRole('dialog', { name: 'Import monday.csv' })
  await dialog.getByRole('button', { name: 'Save as a profile…' }).click()
  await page.keyboard.type('Monitoring desk')
  await page.keyboard.press('Enter')
  await expect.poll(() => mappedBy(dialog).innerText()).toBe('Columns by the profile “Monitoring desk”')
  await importNow(app)
  await done(app)
  await expect
    .poll(() => rowTexts(page, 'statement'))
    .toEqual(['Soldiers were seen, near the border', 'Trains were counted, at the station'])
  await expect.poll(() => rowTexts(page, 'place')).toEqual(['Kursk', 'Khasan'])
  await expect.poll(() => rowTexts(page, 'said')).toEqual(['2024-11-04', '2024-11-05'])

  const next = await openList(app, write('tuesday.csv', tuesday))
  await next.getByText('1 claim will be added.').waitFor()
  await expect.poll(() => mappedBy(next).innerText()).toBe('Columns by the profile “Monitoring desk”')
  await expect.poll(() => next.getByLabel('Topic of every row').inputValue()).toBe('movements at the border')
  await expect.poll(() => next.getByLabel('Dates').inputValue()).toBe('dmy')
  await expect.poll(() => lineOf(next, 2).innerText()).toMatch(/Ships were seen, in the harbour[^]*Rajin · 2024-11-06/)
})

it('exports the profile, removes it, and opens it again from its file', async () => {
  const { page } = app
  const dialog = page.getByRole('dialog', { name: 'Import tuesday.csv' })
  await answerDialog(app.electron, profile)
  await pickProfile(dialog, 'Export “Monitoring desk”…')
  await page.getByText('was saved as monitoring desk.json').waitFor()
  expect(existsSync(profile)).toBe(true)
  expect(JSON.parse(readFileSync(profile, 'utf8'))).toMatchObject({
    format: 'parallax-import-profile',
    name: 'Monitoring desk',
    constants: { topic: 'movements at the border' },
    joins: { statement: ', ' },
  })
  await pickProfile(dialog, 'Remove “Monitoring desk”')
  await page.getByText('The profile “Monitoring desk” was removed.').waitFor()
  await done(app)

  const without = page.getByRole('dialog', { name: 'Import tuesday.csv' })
  await answerDialog(app.electron, write('tuesday.csv', tuesday))
  await page.keyboard.press('Control+I')
  await expect.poll(() => mappedBy(without).innerText()).toBe('Columns by names and contents')
  await answerDialog(app.electron, profile)
  await pickProfile(without, 'Open a profile from a file…')
  await expect.poll(() => mappedBy(without).innerText()).toBe('Columns by the profile “Monitoring desk”')
  await without.getByText('1 claim will be added.').waitFor()
  await picture(page, 'import-profile-opened')
  expect(await findings(page)).toEqual([])
  await importNow(app)
  await done(app)
  await expect.poll(() => rowTexts(page, 'statement')).toContain('Ships were seen, in the harbour')
  expect(app.complaints).toEqual([])
})
