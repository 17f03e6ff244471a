import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, rowTexts, sampleCsv } from './steps.ts'

// An analyst and places: what Parallax knows of them, what it does not, and what the analyst sees differently.

let app: App
let page: Page
const detail = (): Locator => page.locator('[data-detail]')
const dialog = (): Locator => page.getByRole('dialog')
const openPlaces = async (): Promise<void> => {
  await goTo(app, 'Sources')
  await page.getByRole('tab', { name: /^Places/ }).click()
  await page.getByRole('button', { name: 'Look up a place' }).waitFor()
}
const pictures = async (name: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.parallax.call('preferences.set', { theme }), theme)
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
    await picture(page, `${name}-${theme}`)
    expect(await findings(page)).toEqual([])
  }
}

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(temporaryFolder(), 'Places.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
  await importCsv(app, sampleCsv('events'), 'events')
})
afterAll(() => app.close())

it('says under a claim’s place what it lies in', async () => {
  await cell(page, 'C08', 'ref').click()
  await detail().getByText('Kursk region ⊂ European Russia ⊂ Russia').waitFor()
  await pictures('places-claim')
})

it('has the outlines that maps draw at hand', async () => {
  const outlines = await page.evaluate(() => window.parallax.call('map.outlines'))
  expect(outlines).toMatchObject({ ok: true, value: { name: expect.stringContaining('Natural Earth') } })
})

it('says where an event was, too', async () => {
  await goTo(app, 'Events')
  await cell(page, 'E03', 'ref').click()
  await detail().getByText('Washington ⊂ United States').waitFor()
})

it('looks places up in any script, with where they are and whose they are', async () => {
  await openPlaces()
  await pictures('places-empty')
  await page.getByRole('button', { name: 'Look up a place' }).click()
  await dialog().getByRole('textbox').fill('Курской области')
  await dialog()
    .getByRole('region', { name: 'Kursk region' })
    .getByText('51.7° N, 36.2° E, about 98 km around')
    .waitFor()
  await dialog().getByRole('textbox').fill('크림반도')
  await dialog().getByText('held by Russia since 2014').waitFor()
  await dialog().getByRole('textbox').fill('kursk')
  await dialog().getByRole('button', { name: 'Kursk Nuclear Power Plant' }).waitFor()
  await pictures('places-look-up')
  await page.keyboard.press('Escape')
})

it('leads from a place that is not known to one’s own, by the keyboard', async () => {
  await goTo(app, 'Claims')
  await cell(page, 'C12', 'ref').click()
  const add = detail().getByRole('button', { name: 'add it under Places' })
  await detail().getByText('“Front line” is not known').waitFor()
  await add.focus()
  await page.keyboard.press('Enter')
  const fields = dialog().getByRole('combobox')
  await expect.poll(() => fields.first().inputValue()).toBe('Front line')
  await dialog().getByRole('combobox', { name: 'Lies in' }).fill('Kursk region; Belgorod region')
  await dialog().getByRole('combobox', { name: 'Precision' }).fill('region')
  await pictures('places-new')
  await dialog().getByRole('button', { name: 'Add place' }).click()
  await expect.poll(() => rowTexts(page, 'name')).toEqual(['Front line'])
  await detail().getByText('Kursk region ⊂ European Russia ⊂ Russia').waitFor()
  await detail()
    .getByRole('region', { name: /^Claims there/ })
    .getByRole('button', { name: 'C12' })
    .waitFor()
  await pictures('places-own')
  await detail().getByRole('button', { name: 'C12' }).click()
  await detail().getByText('Front line ⊂ Kursk region ⊂ European Russia ⊂ Russia').waitFor()
})

it('lets one’s own go before the gazetteer, and takes that back', async () => {
  await openPlaces()
  await page.getByRole('button', { name: 'Look up a place' }).click()
  await dialog().getByRole('textbox').fill('Kursk')
  await dialog()
    .getByRole('region', { name: 'Kursk', exact: true })
    .getByRole('button', { name: 'Make it your own…' })
    .click()
  await dialog().getByText('What you leave open stays as the gazetteer has it.').waitFor()
  await dialog().getByRole('textbox', { name: 'Also called' }).fill('Kursk area')
  await dialog().getByRole('button', { name: 'Add place' }).click()
  await detail().getByText('As in the gazetteer', { exact: false }).first().waitFor()
  await expect.poll(() => rowTexts(page, 'name')).toEqual(['Front line', 'Kursk'])
  await page.keyboard.press('Control+Z')
  await expect.poll(() => rowTexts(page, 'name')).toEqual(['Front line'])
})

it('refuses a place that would lie in itself', async () => {
  await cell(page, 'Front line', 'within').click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Front line')
  await page.keyboard.press('Enter')
  await page.getByText('“Front line” would lie in itself').waitFor()
  await expect.poll(() => rowTexts(page, 'within')).toEqual(['Kursk region; Belgorod region'])
})

it('completes the place of a claim from the gazetteer', async () => {
  await goTo(app, 'Claims')
  await cell(page, 'C11', 'place').click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Примор')
  await page.getByRole('option', { name: 'Приморский край', exact: true }).click()
  await expect.poll(() => cell(page, 'C11', 'place').innerText()).toBe('Приморский край')
})

it('finds one’s own places in the palette, and keeps what is deleted', async () => {
  await page.keyboard.press('Control+K')
  await page.keyboard.type('front line')
  await page.getByRole('option', { name: /place.*Front line/ }).click()
  await expect.poll(() => rowTexts(page, 'name')).toEqual(['Front line'])
  await page.locator('.ag-row [col-id="name"]').click()
  await page.keyboard.press('Delete')
  await page.getByText('No places of your own yet').waitFor()
  await goTo(app, 'History')
  await page.getByRole('tab', { name: /^Trash/ }).click()
  await page.getByText('Front line').first().waitFor()
  await pictures('places-trash')
  expect(app.complaints).toEqual([])
})
