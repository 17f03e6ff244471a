import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, picture, resize, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, pictures, rowTexts } from './steps.ts'

// Facets beside the grid, and views of it kept by name.

const claimants = [
  'Antony Blinken',
  '국정원',
  'Volodymyr Zelenskyy',
  'Мария Захарова',
  'The spokesperson of the Ministry of Unification',
]
const topics = ['deployment', 'treaty', 'trade', '']
const grades = ['A', 'B', 'F', '']

/** 40 claims; by their numbers one knows who said what of which topic. */
const list = [
  'ref,statement,claimant,topic,place,reliability,tags',
  ...Array.from({ length: 40 }, (_, at) => {
    const tags = [at % 2 === 0 ? 'even' : '', at % 5 === 0 ? 'fifth' : ''].filter(Boolean).join(';')
    const said = `C${String(at).padStart(2, '0')},Statement number ${at},${claimants[at % 5]}`
    return `${said},${topics[at % 4]},Place ${at % 20},${grades[at % 4]},${tags}`
  }),
].join('\n')

let app: App
let page: Page
const folder = temporaryFolder()
const small = { width: 1280, height: 800 }
const large = { width: 1920, height: 1080 }
const file = join(folder, 'views.json')

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const panel = (): Locator => page.getByRole('complementary', { name: 'Facets of the claims' })
const facet = (name: string): Locator => panel().getByRole('region', { name, exact: true })
const value = (name: string, words: string): Locator => facet(name).getByRole('option', { name: words })
const options = (name: string): Promise<string[]> =>
  facet(name)
    .getByRole('option')
    .evaluateAll((found) => found.map((one) => one.ariaLabel ?? ''))
const total = (): Promise<string> => page.getByRole('contentinfo').locator('[aria-live]').innerText()
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.ariaLabel ?? '')
const refs = (): Promise<string[]> => rowTexts(page, 'ref')
const viewsButton = (name: string | RegExp = 'Views'): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true })
const pick = async (item: string | RegExp, button: string | RegExp = 'Views'): Promise<void> => {
  await viewsButton(button).click()
  await page.getByRole('menuitem', { name: item }).click()
}
const hasSaid = (): Promise<boolean> => page.getByRole('columnheader', { name: 'Said' }).isVisible()
const toggleSaid = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitem', { name: 'Said' }).click()
  await press('Escape')
  await page.getByRole('menuitem', { name: 'Said' }).waitFor({ state: 'hidden' })
}
const bothSizes = async (name: string): Promise<void> => {
  for (const size of [large, small]) {
    await resize(app.electron, size)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width)
    await pictures(page, `${name}-${size.width}`)
  }
}

beforeAll(async () => {
  const csv = join(folder, 'list.csv')
  writeFileSync(csv, list)
  app = await launch({ size: small })
  page = app.page
  await makeCase(app, join(folder, 'Views.parallax'))
  await importCsv(app, csv, 'claims')
})
afterAll(() => app.close())

it('counts the values of each field and filters by those that are ticked with the mouse', async () => {
  await page.getByRole('button', { name: 'Facets' }).click()
  await value('Topic', 'treaty: 10 claims').click()
  await expect.poll(total).toBe('10 claims')
  await value('Topic', 'not set: 10 claims').click()
  await expect.poll(total).toBe('20 claims')
  // The other facets follow, the own one keeps its counts.
  await expect.poll(() => options('Reliability')).toEqual(['B, usually reliable: 10 claims', 'not set: 10 claims'])
  expect(await options('Topic')).toEqual([
    'deployment: 10 claims',
    'trade: 10 claims',
    'treaty: 10 claims',
    'not set: 10 claims',
  ])
  await page.getByRole('button', { name: /^Topic treaty, not set/ }).waitFor()
  await bothSizes('facets')
  // The editor of the filter knows the same values.
  await page.getByRole('button', { name: /^Topic treaty, not set/ }).click()
  const editor = page.getByRole('form', { name: 'Filter by Topic' })
  await editor.getByText('not set', { exact: true }).click()
  await expect.poll(total).toBe('10 claims')
  await press('Escape')
  await facet('Topic').getByRole('button', { name: 'Clear Topic' }).click()
  await expect.poll(total).toBe('40 claims')
})

it('is worked with the keyboard alone, and finds a value among many', async () => {
  await page.getByRole('button', { name: 'Facets' }).click()
  await panel().waitFor({ state: 'hidden' })
  await press('Control+Shift+F')
  await expect.poll(focused).toBe('deployment: 10 claims')
  await press('ArrowDown', 'Space', 'ArrowDown', 'Space')
  await expect.poll(total).toBe('20 claims')
  await press('End')
  await expect.poll(focused).toBe('not set: 10 claims')
  await press('Home')
  await expect.poll(focused).toBe('deployment: 10 claims')
  await page.getByRole('button', { name: /^Topic trade, treaty/ }).waitFor()
  await press('Tab')
  await expect.poll(focused).toMatch(/: 4 claims$/)
  await picture(page, 'facets-keyboard')
  await facet('Topic').getByRole('button', { name: 'Clear Topic' }).click()
  await expect.poll(total).toBe('40 claims')
  const box = facet('Place').getByRole('searchbox')
  await box.fill('CE 13')
  await expect.poll(() => options('Place')).toEqual(['Place 13: 2 claims'])
  await press('Escape')
  await expect.poll(async () => (await options('Place')).length).toBe(6)
  await facet('Place')
    .getByRole('button', { name: /^Show \d+ more/ })
    .click()
  await expect.poll(async () => (await options('Place')).length).toBe(20)
  await press('F6')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.ag-row') !== null)).toBe(true)
  await press('Control+Shift+F')
  await panel().waitFor({ state: 'hidden' })
})

it('follows what is searched for and what changes in the case', async () => {
  await press('Control+Shift+F')
  await expect.poll(() => options('Topic')).toContain('treaty: 10 claims')
  await page.evaluate(() =>
    window.parallax.call('claims.create', { patch: { statement: 'A later one', topic: 'treaty' } }),
  )
  await expect.poll(() => options('Topic')).toContain('treaty: 11 claims')
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('later')
  await expect.poll(() => options('Topic')).toEqual(['treaty: 1 claim'])
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('')
  await expect.poll(() => options('Topic')).toContain('treaty: 11 claims')
})

it('keeps a view by name, tells when something else is shown, and applies it after a restart', async () => {
  await value('Claimant', '국정원: 8 claims').click()
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('statement')
  await page.getByRole('columnheader', { name: 'Ref' }).getByText('Ref').click()
  await page.getByRole('columnheader', { name: 'Ref' }).getByText('Ref').click()
  const wanted = ['C36', 'C31', 'C26', 'C21', 'C16', 'C11', 'C06', 'C01']
  await expect.poll(refs).toEqual(wanted)
  await toggleSaid()
  await expect.poll(hasSaid).toBe(false)
  await pick('Save view…')
  const dialog = page.getByRole('dialog', { name: 'Save view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The service')
  await dialog.getByText('Filters: claimant 국정원').waitFor()
  await pictures(page, 'view-save')
  await press('Enter')
  await viewsButton('The service').waitFor()

  await toggleSaid()
  await viewsButton('The service changed').waitFor()
  await page.getByRole('button', { name: 'Clear the filter by Claimant' }).click()
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('')
  await expect.poll(total).toBe('41 claims')
  await viewsButton('The service changed').waitFor()
  await viewsButton('The service changed').click()
  await page.getByRole('menuitem', { name: /^The service/ }).waitFor()
  await bothSizes('view-menu')
  await press('Escape')

  await app.close()
  app = await launch({ size: small, dataFolder: app.dataFolder })
  page = app.page
  await viewsButton('The service changed').waitFor()
  await press('Control+K')
  await page.getByRole('combobox').fill('The service')
  await page.getByRole('option', { name: /View “The service” of claims/ }).click()
  await expect.poll(refs).toEqual(wanted)
  await viewsButton('The service').waitFor()
  await expect.poll(hasSaid).toBe(false)
  expect(await page.getByRole('searchbox', { name: 'Search claims' }).inputValue()).toBe('statement')
})

it('keeps a search as it is, renames and replaces views, and takes a removal back', async () => {
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('number 1')
  await page.getByRole('button', { name: 'Save this search' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save search' })
  await expect.poll(() => dialog.getByRole('checkbox', { checked: true }).count()).toBe(1)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await viewsButton('number 1 changed').waitFor()
  await pick(/^number 1/, 'number 1 changed')
  // The filter of before goes, order and columns stay.
  await viewsButton('number 1').waitFor()
  await expect.poll(total).toBe('22 claims')

  await viewsButton('number 1').click()
  await page.getByRole('menuitem', { name: /^number 1/ }).focus()
  await press('F2')
  await page.getByRole('dialog', { name: 'Rename view' }).getByRole('textbox').fill('Ones')
  await press('Enter')
  await viewsButton('Ones').waitFor()
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('number 2')
  await viewsButton('Ones changed').click()
  await page.getByRole('menuitem', { name: /^Ones/ }).focus()
  await press('Shift+Enter')
  await viewsButton('Ones').waitFor()

  await viewsButton('Ones').click()
  await page.getByRole('menuitem', { name: /^Ones/ }).focus()
  await press('Delete')
  await viewsButton().waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await viewsButton('Ones').waitFor()
})

it('takes views to another case as a file, which asks before one takes the place of another', async () => {
  await answerDialog(app.electron, file)
  await pick('Export views…', 'Ones')
  await page.getByText('exported as views.json').waitFor()
  const exported = JSON.parse(readFileSync(file, 'utf8')) as { views: { name: string; filter: object }[] }
  expect(exported.views.map(({ name }) => name)).toEqual(['Ones', 'The service'])

  await makeCase(app, join(folder, 'Other.parallax'))
  await answerDialog(app.electron, file)
  await pick('Import views…')
  const dialog = page.getByRole('dialog', { name: 'Views in views.json' })
  await dialog.getByRole('button', { name: 'Import 2 views' }).click()
  await page.getByText('2 views imported').waitFor()

  const [first, second] = exported.views
  const edited = [first, { ...second, filter: { weather: 'rain' } }]
  writeFileSync(file, JSON.stringify({ ...exported, views: edited }))
  await pick('Import views…')
  await dialog.getByText('Ones · claims · already in the case').waitFor()
  await dialog.getByText('The service · claims · replaces the view of this name').click()
  await pictures(page, 'view-import')
  await dialog.getByRole('button', { name: 'Import 1 view' }).click()
  await dialog.waitFor({ state: 'hidden' })
  // A field that is not there is told; the rest of the view is shown.
  await pick(/^The service/)
  await page.getByText('goes by weather, which claims do not have').waitFor()
  expect(await page.getByRole('searchbox', { name: 'Search claims' }).inputValue()).toBe('statement')
  expect(app.complaints).toEqual([])
})

it('sums up in the status line what is shown, and what is ticked', async () => {
  const line = page.getByRole('contentinfo')
  await press('Control+K')
  await page.getByRole('combobox').fill('Open the sample case')
  await page.getByRole('option', { name: 'Open the sample case' }).click()
  await line.getByText('4 numbers 8,000–11,000, median 10,000 · said 2024-10-31 – 2024-11-30').waitFor()
  await cell(page, 'C10', 'ref').click()
  await press('Space')
  await line.getByText('number 11,000 · said').waitFor()
  await bothSizes('summary')
  await press('Escape')
})

it('is there in the other lists too', async () => {
  for (const [screen, entity, field, words, count] of [
    ['Events', 'events', 'Kind', 'treaty: 1 event', '1 event'],
    ['Sources', 'actors', 'Kind', 'not set: 13 actors', '13 actors'],
  ] as const) {
    await goTo(app, screen)
    await page.getByRole('button', { name: 'Facets' }).click()
    const facets = page.getByRole('complementary', { name: `Facets of the ${entity}` })
    await facets.getByRole('region', { name: field }).getByRole('option', { name: words }).click()
    await expect.poll(total).toBe(count)
    await pictures(page, `facets-${entity}`)
  }
  expect(app.complaints).toEqual([])
})
