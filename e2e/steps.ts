import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { answerDialog, findings, picture, projectFolder, setTheme, temporaryFolder, type App } from './app.ts'

const exec = promisify(execFile)

/** The sample's CSV file of a kind. */
export const sampleCsv = (kind: 'claims' | 'events'): string =>
  join(projectFolder, 'resources/sample', `partnership-${kind}.csv`)

export const screens = ['Claims', 'Events', 'Sources', 'Notes', 'Report', 'Review', 'History', 'Pictures'] as const
export type Screen = (typeof screens)[number]

/** Goes to a screen by the rail and waits until it shows something. */
export async function goTo({ page }: App, screen: Screen): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: screen }).click()
  await page.locator('nav [aria-current=page]').filter({ hasText: screen }).waitFor()
}

/** The cell of a column in the row whose text holds `words`. */
export const cell = (page: Page, words: string, column: string): Locator =>
  page.getByRole('row').filter({ hasText: words }).locator(`[col-id="${column}"]`).first()

/** Shows the record of a reference beside its list. */
export async function showRecord(page: Page, ref: string): Promise<void> {
  await cell(page, ref, 'ref').click()
  await page
    .locator('[data-detail]')
    .getByText(new RegExp(`^${ref} · `))
    .waitFor()
}

/** Keeps a picture in each theme; axe finds nothing in either. */
export async function pictures(page: Page, name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(page, theme)
    await picture(page, `${name}-${theme}`)
    expect(await findings(page), `${name}, ${theme}`).toEqual([])
  }
}

/** What the shown rows say in a column, from the top. */
export async function rowTexts(page: Page, column: string): Promise<string[]> {
  const cells = await page.locator(`.ag-row [col-id="${column}"]`).evaluateAll((found) =>
    found.map((element) => ({
      at: Number(element.closest('[row-index]')?.getAttribute('row-index')),
      text: element.textContent,
    })),
  )
  return cells.sort((a, b) => a.at - b.at).map(({ text }) => text)
}

/** Makes a case at a path, by the keyboard. */
export async function makeCase(app: App, path: string): Promise<void> {
  await answerDialog(app.electron, path)
  await app.page.keyboard.press('Control+Shift+N')
  await app.page.getByText('No claims yet').waitFor()
}

/** Imports a CSV file through the dialog and waits until it is in; answers what the result says. */
export async function importCsv(app: App, path: string, kind: 'claims' | 'events'): Promise<string> {
  const { page } = app
  await answerDialog(app.electron, path)
  await page.keyboard.press('Control+I')
  await page.getByRole('button', { name: `Import ${kind}` }).click()
  // A short import shows its result by itself; a long one offers it when it is done.
  const result = page.getByRole('dialog').filter({ hasText: 'Imported:' })
  const offer = page.getByRole('button', { name: 'Show', exact: true })
  await result.or(offer).first().waitFor({ timeout: 120_000 })
  if (!(await result.isVisible())) await offer.first().click()
  const counts = await result.innerText()
  await result.getByRole('button', { name: 'Done' }).click()
  await result.waitFor({ state: 'hidden' })
  return counts
}

/** What a key judgement says. */
export interface WrittenJudgement {
  readonly statement: string
  readonly term: string
  readonly confidence: 'low' | 'moderate' | 'high'
  readonly reasons: string
  /** References of claims. */
  readonly supports?: readonly string[]
  readonly contrary?: readonly string[]
}

/** Writes a judgement into the report's key judgements. */
export async function addJudgement({ page }: App, judgement: WrittenJudgement): Promise<void> {
  await page.getByRole('button', { name: 'New judgement' }).click()
  const form = page.getByRole('form', { name: 'Judgement' })
  await form.getByRole('textbox').first().fill(judgement.statement)
  await form.getByRole('radio', { name: new RegExp(`^${judgement.term}\\b`) }).check()
  await form.getByRole('radio', { name: judgement.confidence }).check()
  await form.getByRole('textbox', { name: /^Reasons/ }).fill(judgement.reasons)
  for (const [label, refs = []] of [
    ['Claims that support it', judgement.supports],
    ['Claims against it', judgement.contrary],
  ] as const) {
    for (const ref of refs) {
      await form.getByRole('combobox', { name: label }).fill(ref)
      await form.getByRole('option', { name: ref }).click()
    }
  }
  // The list of claims stays open for the next one, over what is below it.
  await form.getByRole('textbox', { name: /^Alternatives/ }).focus()
  await form.getByRole('button', { name: /^Save judgement/ }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Types into one of the report's text blocks. */
export async function writeBlock({ page }: App, name: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name, exact: true }).first()
  await editor.click()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
}

/** Ticks all that the grid shows and adds it to the report. */
export async function addAllToReport({ page }: App): Promise<void> {
  await page.getByRole('checkbox', { name: /all/i }).first().check()
  await page.getByRole('toolbar', { name: 'What is selected' }).getByRole('button', { name: 'Add to report' }).click()
}

/** Exports the shown report in a format. */
export async function exportReport(app: App, format: string, path: string): Promise<void> {
  await answerDialog(app.electron, path)
  await app.page.keyboard.press('Control+E')
  await app.page.getByRole('menuitem', { name: `.${format}` }).click()
}

/** The text of a Word file as another word processor shows it, read from the PDF that it makes of the file. */
export async function textInOffice(path: string): Promise<string> {
  const folder = temporaryFolder()
  const own = `-env:UserInstallation=file://${join(folder, 'office')}`
  await exec('soffice', ['--headless', own, '--convert-to', 'pdf', '--outdir', folder, path])
  const { stdout } = await exec('pdftotext', ['-raw', join(folder, `${basename(path, '.docx')}.pdf`), '-'])
  return stdout
}
