import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, rowTexts, sampleCsv } from './steps.ts'

// A note with links that complete, its backlink, and a note pinned to a claim.

let app: App
let page: Page
const editor = () => page.locator('[data-editor="Text of the note"] .cm-content')
const detail = () => page.locator('[data-detail]')

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(temporaryFolder(), 'Notes.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('completes links to claims and actors as they are typed, and shows how the note reads', async () => {
  await goTo(app, 'Notes')
  await page.keyboard.press('Control+N')
  // The notes of the import are there already: another note is shown until the new one is made.
  await expect.poll(() => page.getByRole('textbox', { name: 'Title of the note' }).inputValue()).toBe('Untitled note')
  await page.keyboard.type('Two figures')
  await page.keyboard.press('Enter')
  await page.keyboard.type('# What differs\n\n**8,000** or *11,000*: compare [[11,000')
  const offer = page.locator('.cm-link-list').getByText('C10', { exact: true })
  await offer.waitFor()
  await page.waitForTimeout(150)
  await picture(page, 'note-completion')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and [[Blink')
  await page.locator('.cm-link-list').getByText('Antony Blinken', { exact: true }).waitFor()
  // The editor takes no Enter in the first moment of a list, lest one is taken that was meant for the text.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.keyboard.type('. 국정원은 말했다, ещё неизвестно. [[Nobody there]]')
  const preview = page.getByRole('region', { name: 'Preview' })
  await preview.getByRole('heading', { name: 'What differs' }).waitFor()
  await preview.getByText('Nobody there').first().waitFor()
  await expect.poll(() => editor().innerText()).toContain('compare [[C10]] and [[Antony Blinken]].')
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
  await picture(page, 'note-written')
  expect(await findings(page)).toEqual([])
  expect(app.complaints).toEqual([])
})

it('leads from the note to the claim and back by the backlink', async () => {
  await page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'C10' }).first().click()
  await detail().getByText('About 11,000 North Korean soldiers are in the Kursk region').first().waitFor()
  const links = detail().getByRole('region', { name: 'Linked from' })
  await links.getByRole('button', { name: 'Two figures' }).waitFor()
  await picture(page, 'note-backlink')
  await links.getByRole('button', { name: 'Two figures' }).click()
  await editor().waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: 'Title of the note' }).inputValue()).toBe('Two figures')
})

it('pins a note that is written beside a claim, and shows it there', async () => {
  await goTo(app, 'Claims')
  await cell(page, 'C08', 'ref').click()
  await detail().getByText('8,000 of the North Korean soldiers').first().waitFor()
  await detail().getByRole('button', { name: 'Write a note and pin it here' }).click()
  await page.getByRole('textbox', { name: 'Title of the note' }).fill('Ask the desk')
  await editor().click()
  await page.keyboard.type('Does the figure include troops in transit?')
  await goTo(app, 'Claims')
  await cell(page, 'C08', 'ref').click()
  const notes = detail().getByRole('region', { name: 'Notes' })
  await notes.getByText('Does the figure include troops in transit?').waitFor()
  await notes.getByRole('button', { name: 'Ask the desk' }).waitFor()
  await picture(page, 'note-pinned')
})

it('finds notes by their words and undoes a deletion', async () => {
  await goTo(app, 'Notes')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('국정원')
  const list = page.getByRole('listbox', { name: 'Notes' })
  await expect.poll(() => list.getByRole('option').count()).toBe(1)
  await list.getByRole('option', { name: /Two figures/ }).click()
  await page.keyboard.press('Control+F')
  await page.keyboard.press('Escape')
  const before = await list.getByRole('option').count()
  await page.getByRole('button', { name: 'Move this note to the trash' }).click()
  await expect.poll(() => list.getByRole('option').count()).toBe(before - 1)
  await list.focus()
  await page.keyboard.press('Control+Z')
  await expect.poll(() => list.getByRole('option').count()).toBe(before)
})

it('finds every command and every record from the palette', async () => {
  await goTo(app, 'Notes')
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Find any record or command' })
  await palette.getByRole('combobox').waitFor()
  await page.keyboard.type('Zelen')
  await palette
    .getByRole('option', { name: /Volodymyr Zelenskyy/ })
    .first()
    .waitFor()
  await picture(page, 'palette-record')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await detail().getByText('Volodymyr Zelenskyy').first().waitFor()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('go to events')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('nav [aria-current=page]').innerText()).toBe('Events')
  await page.keyboard.press('Control+/')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await picture(page, 'shortcuts')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => rowTexts(page, 'title')).toContain('Washington press conference')
})
