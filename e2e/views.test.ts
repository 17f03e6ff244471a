import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, picture, resize, temporaryFolder, type App } from './app.ts'
import { importCsv, makeCase, pictures, rowTexts } from './steps.ts'

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
    return `C${String(at).padStart(2, '0')},Statement number ${at},${claimants[at % 5]},${topics[at % 4]},Place ${at % 20},${grades[at % 4]},${tags}`
  }),
].join('\n')

let app: App
let page: Page
const folder = temporaryFolder()
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

beforeAll(async () => {
  const csv = join(folder, 'list.csv')
  writeFileSync(csv, list)
  app = await launch({ size: { width: 1280, height: 800 } })
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
  await pictures(page, 'facets-1280')
  await resize(app.electron, { width: 1920, height: 1080 })
  await pictures(page, 'facets-1920')
  await resize(app.electron, { width: 1280, height: 800 })
  // The editor of the filter knows the same values.
  await page.getByRole('button', { name: /^Topic treaty, not set/ }).click()
  const editor = page.getByRole('form', { name: 'Filter by Topic' })
  await picture(page, 'facets-editor')
  await editor.getByRole('checkbox', { name: 'not set' }).uncheck()
  await expect.poll(total).toBe('10 claims')
  await press('Escape')
  await facet('Topic').getByRole('button', { name: 'Clear Topic' }).click()
  await expect.poll(total).toBe('40 claims')
})
