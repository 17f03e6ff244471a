import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, resize, setTheme, temporaryFolder, type App } from './app.ts'
import { addJudgement, cell, goTo, importCsv, makeCase, sampleCsv, writeBlock } from './steps.ts'

// Nothing is lost: what was changed is told, taken back, brought back, deleted, restored, and purged only when that is meant.

let app: App
let page: Page
const casePath = join(temporaryFolder(), 'History.parallax')
const step = (): Locator => page.getByRole('complementary', { name: 'Step' })
const activity = (): Locator => page.getByRole('region', { name: 'Activity' })
const choose = (label: string): Promise<void> =>
  activity().getByRole('button', { name: label, exact: true }).first().click()

async function setPlace(ref: string, place: string): Promise<void> {
  await cell(page, ref, 'place').click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(place)
  await page.keyboard.press('Enter')
  await cell(page, ref, 'place').getByText(place, { exact: true }).waitFor()
}

beforeAll(async () => {
  app = await launch({ size: { width: 1280, height: 800 } })
  page = app.page
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('claims'), 'claims')
  await setPlace('C10', 'Sudzha')
  // Edits of one field within two seconds are one step.
  await page.waitForTimeout(2500)
  await setPlace('C10', '수자')
  await setPlace('C11', 'Суджа')
})
afterAll(() => app.close())

it('tells what was changed, old and new, by the keyboard too, and takes a reason', async () => {
  await page.keyboard.press('Control+6')
  await activity().getByRole('button', { name: 'set place of C11 to Суджа' }).focus()
  await page.keyboard.press('ArrowDown')
  await step().getByRole('heading', { name: 'set place of C10 to 수자' }).waitFor()
  await expect.poll(() => step().getByRole('table').innerText()).toMatch(/place\s+Sudzha\s+수자/)
  await step().getByRole('button', { name: 'Give a reason…' }).click()
  await page.keyboard.type('The Korean form')
  await page.keyboard.press('Control+Enter')
  await step().getByText('The Korean form').waitFor()
  await picture(page, 'history-activity')
  expect(await findings(page)).toEqual([])
})

it('undoes a step by itself, and asks where later ones build on it', async () => {
  await choose('set place of C10 to Sudzha')
  await step().getByRole('button', { name: 'Undo this step' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('set place of C10 to 수자').waitFor()
  await picture(page, 'history-later')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Undo both' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await goTo(app, 'Claims')
  await expect.poll(() => cell(page, 'C10', 'place').innerText()).toBe('Kursk region')
  await expect.poll(() => cell(page, 'C11', 'place').innerText()).toBe('Суджа')
  await page.locator('.ag-row').first().click()
  for (const _ of [1, 2]) await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => cell(page, 'C10', 'place').innerText()).toBe('수자')
})

it('shows the versions of a record beside it and brings one back', async () => {
  await cell(page, 'C10', 'ref').click()
  await page
    .locator('[data-detail]')
    .getByText(/^C10 · /)
    .waitFor()
  const section = page.locator('[data-detail]').getByRole('region', { name: 'History' })
  await section.getByRole('button', { name: 'Show the history' }).click()
  const version = section.getByRole('listitem').filter({ hasText: 'import partnership-claims.csv' })
  await version.scrollIntoViewIfNeeded()
  await picture(page, 'history-versions')
  expect(await findings(page)).toEqual([])
  await version.getByRole('button', { name: 'Bring back' }).click()
  await expect.poll(() => cell(page, 'C10', 'place').innerText()).toBe('Kursk region')
  await page.keyboard.press('Escape')
})

it('leads from an import in the list to its own undo, which says what was edited since', async () => {
  await goTo(app, 'History')
  await choose('import partnership-claims.csv: 17 claims')
  await step()
    .getByText(/An import is taken back by itself/)
    .waitFor()
  await expect.poll(() => step().getByRole('button', { name: 'Undo this step' }).count()).toBe(0)
  await picture(page, 'history-import')
  expect(await findings(page)).toEqual([])
  await step().getByRole('button', { name: 'Undo this import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo the import of partnership-claims.csv' })
  await dialog.getByRole('listitem').filter({ hasText: 'C11' }).waitFor()
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await page.getByText(/was taken back; \d+ records that were changed since stayed/).waitFor()
  await page
    .getByText(/^import partnership-claims/)
    .first()
    .click()
  await step()
    .getByText(/taken back/)
    .waitFor()
  await expect.poll(() => step().getByRole('button', { name: 'Undo this import…' }).count()).toBe(0)
  await page.keyboard.press('Control+Z')
  await goTo(app, 'Claims')
  await expect.poll(() => cell(page, 'C17', 'ref').count()).toBe(1)
})

it('names the step in the menu as it reads, also where it has an ampersand', async () => {
  await setPlace('C12', 'R&D')
  const labels = await app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items.map(({ label }) => label) ?? []),
  )
  expect(labels).toContain('Undo: set place of C12 to R&&D')
})

it('has the history of a judgement and of a report beside them, in words, and brings versions back', async () => {
  await resize(app.electron, { width: 1440, height: 900 })
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().click()
  await writeBlock(app, 'Bottom line', 'They fought.')
  await addJudgement(app, {
    statement: 'Soldiers are in Kursk',
    term: 'likely',
    confidence: 'low',
    reasons: 'One origin',
    supports: ['C08'],
  })
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /the history of the judgement$/ }) })
    .last()
  await row.getByRole('button', { name: 'Soldiers are in Kursk' }).click()
  const form = page.getByRole('form', { name: 'Judgement' })
  await form.getByRole('radio', { name: 'moderate' }).check()
  await form.getByRole('button', { name: /^Save judgement/ }).click()
  await form.waitFor({ state: 'hidden' })
  await row.getByRole('button', { name: 'Show the history of the judgement' }).click()
  const versions = page.getByRole('region', { name: 'History of the judgement' })
  await versions.getByText(/C08 supports it, graded B2 then/).waitFor()
  const made = versions.getByRole('listitem').filter({ hasText: 'add judgement' })
  await made.getByRole('button', { name: 'Give a reason…' }).click()
  await page.keyboard.type('Asked for by the desk')
  await page.keyboard.press('Control+Enter')
  await made.getByText('Asked for by the desk').waitFor()
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(page, theme)
    await picture(page, `history-judgement-${theme}`)
    expect(await findings(page)).toEqual([])
  }
  await made.getByRole('button', { name: 'Bring back' }).click()
  await row.getByText('low confidence').waitFor()
  await row.getByRole('button', { name: 'Hide the history of the judgement' }).click()

  const history = page.getByRole('region', { name: 'History', exact: true })
  await history.getByRole('button', { name: 'Show the history' }).click()
  const written = history.getByRole('listitem').filter({ hasText: 'edit the bottom line of report' })
  await expect.poll(() => written.getByRole('table').innerText()).toMatch(/bottom line\s+empty\s+They fought\./)
  await written.scrollIntoViewIfNeeded()
  await picture(page, 'history-report')
  expect(await findings(page)).toEqual([])
  await history
    .getByRole('listitem')
    .filter({ hasText: /add report/ })
    .getByRole('button', { name: 'Bring back' })
    .click()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Bottom line', exact: true }).first().innerText())
    .not.toContain('They fought.')
})

it('brings back from the trash, and purges only after it was said twice', async () => {
  const deleted = async (ref: string): Promise<void> => {
    await cell(page, ref, 'ref').click()
    await page.keyboard.press('Delete')
    await page
      .getByText(/moved to the trash|Deleted|deleted/i)
      .first()
      .waitFor()
  }
  await goTo(app, 'Claims')
  for (const ref of ['C16', 'C17']) await deleted(ref)
  await goTo(app, 'History')
  await page.getByRole('tab', { name: /^Trash/ }).click()
  await page.getByRole('row').filter({ hasText: 'C16' }).getByRole('checkbox').press('Space')
  await picture(page, 'history-trash')
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Restore 1' }).click()
  await page.getByRole('row').filter({ hasText: 'C16' }).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Empty the trash…' }).click()
  const purge = page.getByRole('button', { name: 'Purge for good' })
  await expect.poll(() => purge.isDisabled()).toBe(true)
  await page.getByText('I know that this cannot be undone').click()
  await picture(page, 'history-empty')
  await purge.click()
  await page.getByText('The trash is empty').waitFor()
  await goTo(app, 'Claims')
  await cell(page, 'C16', 'ref').waitFor()
  await expect.poll(() => cell(page, 'C17', 'ref').count()).toBe(0)
  expect(app.complaints).toEqual([])
})
