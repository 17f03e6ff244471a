import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, rowTexts, sampleCsv } from './steps.ts'

// What a demanding analyst trips over: edits that must reach their own record, focus that must not get lost.

let app: App
let page: Page
const folder = temporaryFolder()
const casePath = join(folder, 'Details.parallax')
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const detail = (): Locator => page.locator('[data-detail]')
const undoLine = (): Promise<string> => page.getByRole('contentinfo').innerText()
const refs = (): Promise<string[]> => rowTexts(page, 'ref')
const heading = (name: string): Locator => page.getByRole('columnheader', { name }).getByText(name)
const chooseRow = async (ref: string): Promise<void> => {
  await cell(page, ref, 'ref').click()
  await detail()
    .getByText(new RegExp(`^${ref} · `))
    .waitFor()
}
/** A step that comes from elsewhere: an import that runs, another part of the window. */
const callFromElsewhere = (name: string, input: unknown): Promise<unknown> =>
  page.evaluate(([method, given]) => window.parallax.call(method as string, given), [name, input] as const)
const pickInMenu = (item: string): Promise<void> =>
  app.electron.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find((known) => known.label.startsWith(label))?.click()
  }, item)
const focusedName = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null)
const focusedColumn = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('col-id') ?? null)

beforeAll(async () => {
  app = await launch({ size: { width: 1280, height: 800 } })
  page = app.page
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('keeps the order and the widths when another row is chosen', async () => {
  await heading('Ref').click()
  await heading('Ref').click()
  await expect.poll(async () => (await refs())[0]).toBe('C17')
  const head = page.getByRole('columnheader', { name: 'Claimant' })
  const before = await head.boundingBox()
  if (!before) throw new Error('There is no column head')
  const edge = { x: before.x + before.width - 1, y: before.y + before.height / 2 }
  await page.mouse.move(edge.x, edge.y)
  await page.mouse.down()
  await page.mouse.move(edge.x + 60, edge.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await head.boundingBox())?.width).toBeGreaterThan(before.width + 40)
  for (const ref of ['C11', 'C09']) await chooseRow(ref)
  expect((await refs())[0]).toBe('C17')
  expect((await head.boundingBox())?.width).toBeGreaterThan(before.width + 40)
})

it('keeps an edit with the record on which it began, though rows come in above it', async () => {
  for (const [column, opens] of [
    ['place', 'Enter'],
    ['statement', 'F2'],
  ] as const) {
    await chooseRow('C10')
    await cell(page, 'C10', column).click()
    await press(opens, 'End')
    await page.keyboard.type(` ${column} typed`)
    await callFromElsewhere('claims.create', { patch: { ref: `X-${column}`, statement: 'Comes in meanwhile' } })
    await expect.poll(undoLine).toContain(`add claim X-${column}`)
    await press('Enter')
    await expect.poll(undoLine).toContain(`set ${column} of C10`)
    await expect.poll(async () => (await refs())[0]).toBe(`X-${column}`)
    await press('Control+Z')
    await expect.poll(undoLine).toContain(`add claim X-${column}`)
    await press('Control+Z')
    await expect.poll(async () => (await refs())[0]).toBe('C17')
  }
})

it('keeps a number with the claim it was typed for, once, and on Esc as a draft', async () => {
  await chooseRow('C02')
  const add = detail().getByRole('button', { name: 'Add a number' })
  await add.click()
  await page.keyboard.type('500')
  await chooseRow('C03')
  await expect.poll(undoLine).toContain('add a number to C02')
  await expect.poll(() => detail().getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)

  await add.click()
  await page.keyboard.type('700')
  await detail().getByRole('button', { name: 'Save', exact: true }).dblclick()
  await expect.poll(undoLine).toContain('add a number to C03')
  await expect.poll(() => detail().getByRole('button', { name: 'Edit this number' }).count()).toBe(1)

  await add.click()
  await page.keyboard.type('many, many')
  await chooseRow('C04')
  await page.getByText('Number: what you typed is kept.').waitFor()
  await add.click()
  await page.keyboard.type('5')
  await press('Escape')
  await expect.poll(focusedName).toBe('Add a number')
  await expect.poll(() => undoLine()).toContain('add a number to C03')
  await add.click()
  await detail()
    .getByText(/Restored what you typed at/)
    .waitFor()
  await expect.poll(() => detail().getByRole('textbox', { name: 'Number' }).inputValue()).toBe('5')
  await detail().getByRole('button', { name: 'Cancel' }).click()
  await add.click()
  await expect.poll(() => detail().getByRole('textbox', { name: 'Number' }).inputValue()).toBe('')
  await press('Escape')
})

it('keeps what is being typed when one goes to another screen', async () => {
  await chooseRow('C12')
  await detail()
    .getByRole('button', { name: /^Place:/ })
    .click()
  await press('Control+A')
  await page.keyboard.type('In the pane')
  await press('Control+2')
  await expect.poll(undoLine).toContain('set place of C12 to In the pane')
  await press('Control+1')
  await cell(page, 'C12', 'claimant').dblclick()
  await press('Control+A')
  await page.keyboard.type('In the cell')
  await press('Control+2')
  await expect.poll(undoLine).toContain('set claimant of C12 to In the cell')
  await press('Control+1')
  // Back on the screen, the keyboard is where it was.
  await expect.poll(focusedColumn).not.toBeNull()
  expect(app.complaints).toEqual([])
})

it('makes no first choice of an emptied one', async () => {
  await chooseRow('C07')
  const basis = detail().getByRole('button', { name: /^Basis:/ })
  await expect.poll(() => basis.innerText()).toBe('official')
  await basis.click()
  await press('Control+A', 'Delete', 'Enter')
  await basis.waitFor()
  await expect.poll(() => basis.innerText()).toBe('official')
})

it('filters by keyboard, and “all” of a filtered list is not all of the whole list', async () => {
  await chooseRow('C07')
  await cell(page, 'C07', 'claimant').click()
  await press('Alt+ArrowDown')
  await expect.poll(focusedName).toBe('Claimant')
  await page.keyboard.type('Blinken')
  await expect.poll(refs).toEqual(['C08', 'C07'])
  await press('Enter')
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await press('Enter')
  await expect.poll(focusedName).toContain('Ref')
  for (let step = 0; step < 4; step += 1) await press('ArrowDown')
  await expect.poll(focusedName).toContain('Place')
  await press('Enter')
  await expect.poll(focusedName).toBe('Place')
  await page.keyboard.type('Russia')
  await expect.poll(refs).toEqual(['C07'])
  await press('Escape')
  await page.getByRole('checkbox', { name: /all/i }).first().check()
  await expect.poll(undoLine).toContain('1 selected')
  await picture(page, 'details-filtered')
  await page.getByRole('button', { name: 'Clear the filter by Place' }).click()
  await expect.poll(refs).toEqual(['C08', 'C07'])
  await expect.poll(undoLine).not.toContain('selected')
  await page.getByRole('button', { name: 'Clear the filter by Claimant' }).click()
  await expect.poll(refs).toHaveLength(17)
  await expect.poll(focusedColumn).not.toBeNull()
})

it('lets nothing happen behind a dialog, and the Enter that closes it presses no button', async () => {
  await chooseRow('C05')
  await press('Control+N')
  const dialog = page.getByRole('dialog', { name: 'New claim' })
  await dialog.getByRole('textbox', { name: 'Statement' }).fill('Typed into a dialog')
  await dialog.getByRole('combobox', { name: 'Claimant' }).fill('Zelen')
  await dialog.getByRole('option', { name: 'Volodymyr Zelenskyy' }).waitFor()
  await press('Escape', 'Control+2')
  await page.mouse.click(100, 720)
  // A click beside the dialog takes the focus for a moment; the dialog takes it back.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.bp6-portal') !== null)).toBe(true)
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Statement' }).inputValue()).toBe('Typed into a dialog')
  await press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(focusedColumn).toBe('ref')

  await press(' ')
  await page.getByRole('button', { name: 'Change…' }).focus()
  await press('Enter')
  const bulk = page.getByRole('dialog', { name: 'Change 1 claim' })
  await bulk.getByRole('combobox', { name: 'Field' }).selectOption('topic')
  await bulk.getByRole('combobox', { name: 'Topic' }).fill('Set for all')
  await bulk.getByLabel('Reason').focus()
  await page.keyboard.down('Enter')
  await bulk.waitFor({ state: 'hidden' })
  await expect.poll(focusedName).toBe('Change…')
  await page.keyboard.up('Enter')
  await expect.poll(undoLine).toContain('Set for all')
  await expect.poll(() => bulk.count()).toBe(0)
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
})

it('stays at the end of the list while rows are deleted there', async () => {
  await chooseRow('C16')
  await press('Control+End')
  await detail()
    .getByText(/^C01 · /)
    .waitFor()
  await press('Delete')
  await detail()
    .getByText(/^C02 · /)
    .waitFor()
  await expect.poll(focusedColumn).toBe('ref')
  await press('Control+Z')
  await expect.poll(refs).toHaveLength(17)
})

it('keeps the mapping of a file while one looks at the other kind of list', async () => {
  const path = join(folder, 'mixed.csv')
  writeFileSync(path, 'ref,xq,when\nM1,Something said,2024\n')
  await answerDialog(app.electron, path)
  await press('Control+I')
  const dialog = page.getByRole('dialog', { name: 'Import mixed.csv' })
  const column = dialog.getByLabel('Field for the column xq')
  const kind = dialog.getByLabel('A list of')
  await kind.selectOption('claims')
  await column.selectOption('statement')
  await kind.selectOption('events')
  expect(await column.inputValue()).not.toBe('statement')
  await kind.selectOption('claims')
  await expect.poll(() => column.inputValue()).toBe('statement')
  await press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

it('takes back the step that a message speaks of, and no other', async () => {
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().dblclick()
  await page.getByRole('textbox', { name: 'Title of the report' }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: '1 report' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Remove Heading from the report' }).click()
  const offer = page.locator('.bp6-toast').filter({ hasText: 'Heading removed' }).getByRole('button', { name: 'Undo' })
  await offer.waitFor()
  await page.getByRole('textbox', { name: 'Bottom line' }).click()
  await page.keyboard.type('Written since.')
  await expect.poll(undoLine).toContain('edit the bottom line')
  await offer.click()
  await page.getByText('Something else was changed since.').waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: 'Bottom line' }).innerText()).toBe('Written since.')

  await page.getByRole('button', { name: 'New judgement' }).click()
  await page.keyboard.type('Left in the middle of the form')
  await press('Control+1')
  await expect.poll(undoLine).toContain('key judgements')
  await press('Control+5')
  await page.getByRole('button', { name: /Left in the middle of the form/ }).waitFor()
})

it('undoes in the text from the native menu as by the keyboard', async () => {
  await goTo(app, 'Notes')
  await page.getByRole('button', { name: 'New note' }).first().dblclick()
  const text = page.locator('[data-editor="Text of the note"] .cm-content')
  await text.click()
  await page.keyboard.type('First.')
  await expect.poll(undoLine).toContain('First.')
  // What is typed within half a second is one step of the editor.
  await page.waitForTimeout(600)
  await page.keyboard.type(' Second.')
  await pickInMenu('Undo')
  await expect.poll(() => text.innerText()).toBe('First.')
  await pickInMenu('Redo')
  await expect.poll(() => text.innerText()).toBe('First. Second.')
  await expect.poll(() => page.getByRole('option', { name: /Untitled note/ }).count()).toBe(1)
})

it('shows nothing of one case in the next, and keeps what was being typed when a case is left', async () => {
  await page.keyboard.type(' Third.')
  await makeCase(app, join(folder, 'Next.parallax'))
  await goTo(app, 'Notes')
  await page.getByText('No notes yet').waitFor()
  await answerDialog(app.electron, casePath)
  await press('Control+O')
  await expect.poll(() => page.getByRole('heading', { name: 'Details' }).count()).toBe(1)
  await cell(page, 'C06', 'place').dblclick()
  await press('Control+A')
  await page.keyboard.type('Typed before closing')
  await pickInMenu('Close Case')
  await page.getByRole('button', { name: /^Details/ }).click()
  await expect.poll(() => cell(page, 'C06', 'place').textContent()).toBe('Typed before closing')
  await goTo(app, 'Notes')
  await page.getByRole('option', { name: /First\. Second\. Third\./ }).click()
})

it('offers nothing in a read-only case that would do nothing', async () => {
  const other = await launch({ casePath })
  await other.page.getByText('It is open in another window').waitFor()
  await other.page.getByText('17 claims', { exact: true }).waitFor()
  expect(await other.page.getByRole('contentinfo').innerText()).not.toContain('Undo')
  await other.close()
})

it('saves what was typed last when the program quits', async () => {
  await page.locator('[data-editor="Text of the note"] .cm-content').click()
  await press('Control+End')
  await page.keyboard.type(' Before quitting.')
  const closed = app.electron.waitForEvent('close')
  await app.electron.evaluate(({ app: program }) => program.quit()).catch(() => undefined)
  await closed
  app = await launch({ dataFolder: app.dataFolder, size: { width: 1280, height: 800 } })
  page = app.page
  await goTo(app, 'Notes')
  await page.getByRole('option', { name: /Before quitting/ }).waitFor()
})
