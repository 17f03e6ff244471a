import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, resize, temporaryFolder, type App } from './app.ts'
import { exportReport, goTo, importCsv, makeCase, pictures, sampleCsv, textInOffice } from './steps.ts'

// A report whose tables follow a filter and a saved view, with appendices and references, built with the keyboard and the mouse.

const exec = promisify(execFile)
const folder = temporaryFolder()
const file = (name: string): string => join(folder, name)
/** Without white space: programs break lines where they like. */
const run = (text: string): string => text.replaceAll(/\s+/g, '')

let app: App
let page: Page
const preview = () => page.frameLocator('iframe[aria-hidden=false]')
const part = (at: number): Locator => page.getByRole('list', { name: 'Parts of the report' }).locator('> li').nth(at)
const kinds = (): Promise<string[]> =>
  page.getByRole('list', { name: 'Parts of the report' }).locator('h2').allInnerTexts()

/** Runs a command from the palette by the words that it is called by. */
async function command(words: string): Promise<void> {
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Find any record or command' })
  await palette.getByRole('combobox').fill(words)
  await palette.locator('[role=option][aria-selected=true]').filter({ hasText: words }).waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'hidden' })
}

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, file('Builder.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('binds a table to a filter, by the keyboard, and chooses its columns', async () => {
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().waitFor()
  await command('by template: blank')
  const title = page.getByRole('textbox', { name: 'Title of the report' })
  await expect.poll(() => title.inputValue()).toBe('Report: Builder')
  await command('add to the report: heading')
  await page.getByRole('textbox', { name: 'Heading' }).fill('What is said of Kursk')
  await command('add to the report: claims')
  const which = part(1).getByRole('combobox', { name: 'Which claims' })
  await which.focus()
  await page.keyboard.type('A f')
  await expect.poll(() => which.inputValue()).toBe('filter')
  await part(1).getByText('17 claims now').waitFor()
  await part(1).getByRole('button', { name: 'Filter', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Place' }).focus()
  await page.keyboard.press('Enter')
  const editor = page.getByRole('form', { name: 'Filter by Place' })
  await editor.getByRole('textbox').focus()
  await page.keyboard.type('Kursk')
  await page.keyboard.press('Enter')
  await editor.waitFor({ state: 'hidden' })
  await part(1).getByText('4 claims now').waitFor()
  await part(1).getByRole('button', { name: 'Columns' }).focus()
  await page.keyboard.press('Enter')
  for (const name of [/^Topic/, /^Said/, /^Notes/]) {
    await page.getByRole('menuitem', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await pictures(page, 'report-builder-columns')
  await page.keyboard.press('Escape')
  await preview().getByRole('columnheader', { name: 'Topic' }).waitFor()
  expect(await preview().getByRole('columnheader', { name: 'Said' }).count()).toBe(0)
  await preview().getByText('Table 1.').waitFor()
})

it('follows a saved view, and says when it is gone', async () => {
  await goTo(app, 'Claims')
  await page.evaluate(() =>
    window.parallax.call('views.save', {
      views: [{ list: 'claims', name: 'About numbers', search: 'soldiers', columns: null, sort: null, filter: {} }],
    }),
  )
  await goTo(app, 'Report')
  await command('add to the report: claims')
  await expect.poll(kinds).toEqual(['HEADING', 'CLAIMS', 'CLAIMS'])
  const last = (): Locator => page.getByRole('list', { name: 'Parts of the report' }).locator('> li').last()
  await last().getByRole('combobox', { name: 'Which claims' }).selectOption('A saved view')
  await last().getByRole('combobox', { name: 'Which saved view' }).selectOption('About numbers')
  await last()
    .getByText(/claims now; the table follows the case/)
    .waitFor()
  await preview().getByText('Table 2.').waitFor()
  const [view] = await page
    .evaluate(() => window.parallax.call('views.list', undefined) as Promise<{ ok: true; value: { id: string }[] }>)
    .then((answer) => answer.value)
  await page.evaluate((id) => window.parallax.call('views.remove', { id }), view?.id ?? '')
  await last()
    .getByRole('note')
    .getByText(/The saved view “About numbers”, which this table shows, is not in the case/)
    .waitFor()
  await preview().getByText('The saved view “About numbers”, which this table shows').waitFor()
  await pictures(page, 'report-builder-view-gone')
  await page.keyboard.press('Control+Z')
  await last().getByRole('note').waitFor({ state: 'hidden' })
})

it('letters what stands after the mark, and moves parts by the mouse', async () => {
  await command('add to the report: sources')
  await expect.poll(kinds).toEqual(['HEADING', 'CLAIMS', 'CLAIMS', 'SOURCES'])
  await command('add to the report: appendices')
  await expect.poll(kinds).toEqual(['HEADING', 'CLAIMS', 'CLAIMS', 'SOURCES', 'APPENDICES'])
  await part(4)
    .locator('h2')
    .dragTo(part(3), { targetPosition: { x: 60, y: 4 } })
  await expect.poll(kinds).toEqual(['HEADING', 'CLAIMS', 'CLAIMS', 'APPENDICES', 'SOURCES'])
  await preview().getByRole('heading', { name: 'Appendix A: Sources' }).waitFor()
})

it('offers what a text can refer to, draws it as it is numbered now, and tells what leads nowhere', async () => {
  await part(0).getByRole('textbox', { name: 'Heading' }).focus()
  await command('add to the report: text')
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.click()
  // A heading titles what stands right below it.
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(kinds).toEqual(['TEXT', 'HEADING', 'CLAIMS', 'CLAIMS', 'APPENDICES', 'SOURCES'])
  await preview().getByText('Table 1.').waitFor()
  await page.keyboard.type('See [[#table: what')
  const offer = page.locator('.cm-link-list li').filter({ hasText: 'Table: What is said of Kursk' })
  await offer.waitFor()
  await pictures(page, 'report-builder-references')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and [[#Nothing]].')
  await preview().getByRole('link', { name: 'Table 1' }).waitFor()
  await part(0)
    .getByRole('note')
    .getByText('The reference “#Nothing” leads to no section, table, figure or judgement')
    .waitFor()
  for (let times = 0; times < 13; times++) await page.keyboard.press('Backspace')
  await page.keyboard.type('[[#Sources]].')
  await preview().getByRole('link', { name: 'Appendix A', exact: true }).first().waitFor()
  await part(0).getByRole('note').waitFor({ state: 'hidden' })
  expect(app.complaints).toEqual([])
})

it('says of a part what changed of its records since the export', async () => {
  for (const format of ['pdf', 'docx', 'md']) {
    await exportReport(app, format, file(`builder.${format}`))
    await page.getByRole('cell', { name: `builder.${format}` }).waitFor({ timeout: 60_000 })
  }
  await page.evaluate(async () => {
    const found = (await window.parallax.call('records.find', { query: 'C08', kinds: ['claim'] })) as {
      value: { id: string }[]
    }
    await window.parallax.call('claims.update', {
      selection: { ids: found.value.slice(0, 1).map(({ id }) => id) },
      patch: { topic: 'Manpower' },
    })
  })
  const note = page.getByText(/^1 of its claims changed since the export of/).first()
  await note.focus()
  await page.keyboard.press('Enter')
  await page
    .getByText(/topic: .* → Manpower/)
    .first()
    .waitFor()
  await note.scrollIntoViewIfNeeded()
  const toasts = page.locator('.bp6-toast')
  while ((await toasts.count()) > 0) await toasts.first().getByRole('button', { name: 'Close' }).click()
  await pictures(page, 'report-builder-changes')
  await resize(app.electron, { width: 960, height: 600 })
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(1000)
  await pictures(page, 'report-builder-narrow')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await resize(app.electron, { width: 1440, height: 900 })
})

it('has the numbers, the letters and the references in the files too', async () => {
  const { stdout: pdf } = await exec('pdftotext', ['-raw', file('builder.pdf'), '-'])
  const word = await textInOffice(file('builder.docx'))
  for (const text of [pdf, word]) {
    expect(run(text)).toContain(run('See Table 1 and Appendix A.'))
    expect(run(text)).toContain(run('Appendix A: Sources'))
  }
  // The appendix begins a page.
  const pages = pdf.split('\f')
  const at = pages.findIndex((words) => run(words).includes(run('Appendix A: Sources')))
  expect(at).toBeGreaterThan(0)
  expect(run(pages[at] ?? '').indexOf(run('Appendix A: Sources'))).toBeLessThan(60)
  const markdown = readFileSync(file('builder.md'), 'utf8')
  expect(markdown).toMatch(/See \[Table 1\]\(#section-\d\) and \[Appendix A\]\(#section-\d\)\./)
}, 120_000)

it('saves a template as a file, and reads it back with a clear word on what is none', async () => {
  await page.getByRole('button', { name: '1 report' }).click()
  await page.getByRole('menuitem', { name: /Save as template/ }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: 'Save as template' })
  await dialog.getByLabel('Name').fill('Kursk note')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await answerDialog(app.electron, file('note.json'))
  const templates = page.getByRole('button', { name: 'By template' })
  const line = page.getByRole('menuitem', { name: /Kursk note/ })
  await templates.click()
  await line.focus()
  await pictures(page, 'report-builder-templates')
  await page.keyboard.press('Control+s')
  await page.getByText('The template “Kursk note” was saved as note.json.').waitFor()
  expect(readFileSync(file('note.json'), 'utf8')).not.toContain('savedView')
  await templates.click()
  await line.focus()
  await page.keyboard.press('Delete')
  await page.getByText('The template “Kursk note” was removed.').waitFor()
  await command('read a report template')
  await page.getByText('The template “Kursk note” was read from note.json.').waitFor()
  writeFileSync(file('wrong.json'), '{"format":"parallax-views","version":1,"views":[]}')
  await answerDialog(app.electron, file('wrong.json'))
  await command('read a report template')
  await page.getByText(/wrong\.json is no report template of Parallax/).waitFor()
  await templates.click()
  await line.click()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Title of the report' }).inputValue())
    .toBe('Kursk note: Builder')
  await expect.poll(kinds).toEqual(['TEXT', 'HEADING', 'CLAIMS', 'CLAIMS', 'APPENDICES', 'SOURCES'])
  expect(app.complaints).toEqual([])
})
