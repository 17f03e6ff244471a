import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, resize, temporaryFolder, type App } from './app.ts'
import { goTo, importCsv, makeCase, pictures, sampleCsv, writeBlock } from './steps.ts'

// A report is made by a template, with the keyboard and from the palette; one's own is saved from a report, used and removed.

let app: App
let page: Page
const preview = () => page.frameLocator('iframe[aria-hidden=false]')
const title = () => page.getByRole('textbox', { name: 'Title of the report' })
const templates = () => page.getByRole('button', { name: 'By template' })
const line = (name: RegExp) => page.getByRole('menuitem', { name })

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(temporaryFolder(), 'Templates.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
  await importCsv(app, sampleCsv('events'), 'events')
})
afterAll(() => app.close())

it('makes a report by a template that is chosen with the keyboard', async () => {
  await goTo(app, 'Report')
  await templates().focus()
  await page.keyboard.press('Enter')
  await line(/^Assessment/).waitFor()
  await pictures(page, 'report-templates-first')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => title().inputValue()).toBe('Claims review: Templates')
  await preview().getByText('About 11,000 North Korean soldiers are in the Kursk region').last().waitFor()
  await page.getByRole('textbox', { name: 'Heading' }).first().waitFor()
  await pictures(page, 'report-template-claims-review')
})

it('makes one from the palette', async () => {
  await page.keyboard.press('Control+K')
  await page.keyboard.type('by template: source audit')
  await page
    .getByRole('option', { name: /source audit/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => title().inputValue()).toBe('Source audit: Templates')
  await page.getByRole('button', { name: '2 reports' }).waitFor()
  await resize(app.electron, { width: 960, height: 600 })
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(1000)
  await pictures(page, 'report-template-narrow')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await resize(app.electron, { width: 1440, height: 900 })
})

it('keeps a report’s parts as a template, without what is written in them, and makes a report by it', async () => {
  await writeBlock(app, 'Bottom line', 'Two outlets carry most of it.')
  await preview().getByText('Two outlets carry most of it.').waitFor()
  await page.getByRole('button', { name: '2 reports' }).click()
  await line(/Save as template/).click()
  const dialog = page.getByRole('dialog').filter({ hasText: 'Save as template' })
  await dialog.getByLabel('Name').fill('Blank')
  await page.keyboard.press('Enter')
  await page.getByText('“Blank” is a template of Parallax itself. Choose another name.').waitFor()
  await dialog.getByLabel('Name').fill('Audit of the desk')
  await pictures(page, 'report-template-save')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await templates().click()
  await line(/Audit of the desk/).waitFor()
  await pictures(page, 'report-templates-own')
  await line(/Audit of the desk/).click()
  await expect.poll(() => title().inputValue()).toBe('Audit of the desk: Templates')
  await page.getByRole('button', { name: '3 reports' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Bottom line' }).innerText()).not.toContain('Two outlets')
})

it('removes a template with the keyboard, and gives it back', async () => {
  await templates().click()
  await line(/Audit of the desk/).focus()
  await page.keyboard.press('Delete')
  const told = page.locator('.bp6-toast').filter({ hasText: 'The template “Audit of the desk” was removed.' })
  await told.waitFor()
  await templates().click()
  await line(/^Blank/).waitFor()
  expect(await line(/Audit of the desk/).count()).toBe(0)
  await page.keyboard.press('Escape')
  await told.getByRole('button', { name: 'Undo' }).click()
  await templates().click()
  await line(/Audit of the desk/).waitFor()
  await page.keyboard.press('Escape')
  expect(await findings(page)).toEqual([])
  expect(app.complaints).toEqual([])
})
