import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, pictures, sampleCsv, showRecord } from './steps.ts'

// Relations by hand: from either side, by keyboard or by dragging; both sides show them, and they are taken back and brought back.

let app: App
let page: Page
const casePath = join(temporaryFolder(), 'Relations.parallax')
const detail = (): Locator => page.locator('[data-detail]')
const relations = (): Locator => detail().getByRole('region', { name: 'Relations' })
/** How the shown record stands to another, as "supports" or "supported by". */
const relationTo = (label: string): Locator => relations().getByRole('button', { name: label, exact: true })

beforeAll(async () => {
  app = await launch({ size: { width: 1280, height: 800 } })
  page = app.page
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('events'), 'events')
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('are made from a claim’s pane by the keyboard alone, and both sides show them', async () => {
  await goTo(app, 'Claims')
  await showRecord(page, 'C08')
  await page.keyboard.press('Control+L')
  const type = relations().getByRole('combobox', { name: 'Relation' })
  await expect.poll(() => type.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('supports')
  await page.keyboard.press('Tab')
  await page.keyboard.type('C07')
  await relations().getByRole('option', { name: 'C07' }).waitFor()
  await pictures(page, 'relations-form')
  await page.keyboard.press('Enter')
  await relations().getByText('supports', { exact: true }).waitFor()
  await relationTo('C07').waitFor()
  await showRecord(page, 'C07')
  await relations().getByText('supported by').waitFor()
  await relationTo('C08').waitFor()
})

it('are made from the other side, to an event and to a document, whose panes show them', async () => {
  await showRecord(page, 'C09')
  for (const [other, type, option] of [
    ['Seed article', 'cites', /^document Seed article Unnamed/],
    ['First reported combat', 'about', /First reported combat/],
  ] as const) {
    await relations().getByRole('button', { name: 'Add a relation' }).click()
    await relations()
      .getByRole('combobox', { name: 'Which one' })
      .selectOption(type === 'cites' ? 'in' : 'out')
    await relations().getByRole('combobox', { name: 'Relation' }).selectOption(type)
    await relations().getByRole('combobox', { name: 'The other record' }).fill(other)
    await relations().getByRole('option', { name: option }).click()
  }
  await relations().getByText('cited by').waitFor()
  await relationTo('Seed article').click()
  await detail()
    .getByText(/^document · /)
    .waitFor()
  await relations().getByText('cites').waitFor()
  await relationTo('C09').scrollIntoViewIfNeeded()
  await pictures(page, 'relations-document')
  await relationTo('C09').click()
  await detail()
    .getByText(/^C09 · /)
    .waitFor()
  await relations()
    .getByRole('button', { name: /^E\d\d$/ })
    .click()
  await detail()
    .getByText(/ · event · /)
    .waitFor()
  await relations().getByText('subject of').waitFor()
  await relationTo('C09').waitFor()
})

it('join two ticked claims by the keyboard, the other way round, with a reason', async () => {
  await goTo(app, 'Claims')
  for (const ref of ['C16', 'C17']) {
    await cell(page, ref, 'ref').click()
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Control+Shift+L')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^C16 /).waitFor()
  await dialog.getByRole('combobox', { name: 'Relation' }).selectOption('explains away')
  await dialog.getByRole('button', { name: 'Swap' }).click()
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('핵 문제가 우려의 이유다 – ядерная программа и есть причина')
  await pictures(page, 'relations-dialog')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await showRecord(page, 'C17')
  await relations().getByText('explains away').waitFor()
  await relations()
    .getByText(/^핵 문제가/)
    .waitFor()
  await showRecord(page, 'C16')
  await relations().getByText('explained away by').waitFor()
  await relationTo('C17').scrollIntoViewIfNeeded()
  await pictures(page, 'relations-shown')
})

it('are taken back and brought back, and the list of another side follows', async () => {
  await page.keyboard.press('Control+Z')
  await relationTo('C17').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Shift+Z')
  await relationTo('C17').waitFor()
  await relations().getByRole('button', { name: 'Remove the relation to C17' }).click()
  await relationTo('C17').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Z')
  await relationTo('C17').waitFor()
})

it('are made by dragging a reference onto the relations of another record', async () => {
  await showRecord(page, 'C01')
  await cell(page, 'C02', 'ref').locator('[draggable]').dragTo(relations())
  await detail()
    .getByText(/^C01 · /)
    .waitFor()
  await relations().getByRole('combobox', { name: 'Relation' }).selectOption('same as')
  await relations().getByRole('button', { name: 'Relate to C02' }).waitFor()
  await pictures(page, 'relations-dragged')
  await relations().getByRole('button', { name: 'Relate to C02' }).click()
  await relations().getByText('same as', { exact: true }).waitFor()
  // The row that was dragged has the focus; from there the pane follows the keys again.
  await cell(page, 'C02', 'statement').focus()
  await page.keyboard.press('ArrowDown')
  await detail()
    .getByText(/^C03 · /)
    .waitFor()
  await showRecord(page, 'C02')
  await relationTo('C01').waitFor()
  await goTo(app, 'Events')
  await showRecord(page, 'E01')
  await cell(page, 'E02', 'ref').locator('[draggable]').dragTo(relations())
  await relations().getByRole('button', { name: 'Relate to E02' }).click()
  await relations().getByText('contradicts', { exact: true }).waitFor()
})

it('are made with a document by dragging its name from the carriers of a claim', async () => {
  await goTo(app, 'Claims')
  await showRecord(page, 'C12')
  const carrier = detail()
    .getByRole('region', { name: 'Carried by' })
    .getByRole('button', { name: 'Seed article', exact: true })
  await carrier.hover()
  await page.mouse.down()
  // The drag has begun before the pane is scrolled to its relations.
  await page.mouse.move(1000, 400, { steps: 4 })
  await relations().scrollIntoViewIfNeeded()
  await relations().hover()
  await page.mouse.up()
  await relations().getByRole('combobox', { name: 'Relation' }).selectOption('cites')
  await relations().getByRole('button', { name: 'Relate to Seed article' }).click()
  await relations().getByText('cites', { exact: true }).waitFor()
  await page.keyboard.press('Control+Z')
  await relations().getByText('cites', { exact: true }).waitFor({ state: 'hidden' })
})

it('that rules suggested are rejected with a reason, which both sides keep', async () => {
  await page.keyboard.press('Control+7')
  const pair = page.getByRole('region', { name: 'Pair', exact: true })
  await pair.getByRole('article', { name: 'C10' }).waitFor()
  await page.getByRole('listbox', { name: 'Pairs' }).focus()
  await page.keyboard.press('Shift+R')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/intervals 8,000 and 9,900–12,100 do not meet/).waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: 'Reject' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Said two weeks apart: both can hold')
  await pictures(page, 'relations-reject')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Rejected' }).click()
  await pair.getByText(/Rejected by .*: Said two weeks apart/).waitFor()
  await goTo(app, 'Claims')
  for (const ref of ['C08', 'C10']) {
    await showRecord(page, ref)
    await relations()
      .getByText(/Said two weeks apart/)
      .waitFor()
    await relations().getByText('rejected', { exact: true }).waitFor()
  }
  await relations().getByText('rejected', { exact: true }).scrollIntoViewIfNeeded()
  await pictures(page, 'relations-rejected')
  await page.keyboard.press('Control+Z')
  await relations().getByText('rejected', { exact: true }).waitFor({ state: 'hidden' })
  expect(app.complaints).toEqual([])
})
