import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { count, done, fileMaker, importNow, openImportOf, openList, toldOf } from './import-steps.ts'
import { makeCase } from './steps.ts'

// The import dialog in the smallest window: nothing is lost that is typed, nothing moves or hides, every why is said.

let app: App
const write = fileMaker()
const folder = temporaryFolder()
const casePath = join(folder, 'Dialog.parallax')

const longText = `A cell of three hundred characters: ${'one outlet after the other carried the figure, '.repeat(6)}`
const wide = (rows: number): string => {
  const more = Array.from({ length: 36 }, (_, at) => `column_${at + 5}_with_a_long_heading`)
  const header = ['ref', 'statement', 'said', 'reliability', ...more].join(',')
  const row = (at: number): string =>
    [
      `W${at}`,
      at % 4 === 1 ? '' : `"${at === 0 ? longText : `Statement ${at}`}"`,
      at % 4 === 2 ? 'soon' : '2024-11',
      'B',
    ]
      .concat(more.map((_, column) => `cell-${at}.${column}`))
      .join(',')
  return `${header}\n${Array.from({ length: rows }, (_, at) => row(at)).join('\n')}\n`
}
const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement)

beforeAll(async () => {
  app = await launch({ size: { width: 960, height: 600 }, theme: 'dark' })
  await makeCase(app, casePath)
})
afterAll(() => app.close())

it('keeps what is typed, the focus, and the columns where they are', async () => {
  const { page } = app
  const dialog = await openList(app, write('wide.csv', wide(8)))
  await picture(page, 'import-small-dark')
  expect(await findings(page)).toEqual([])
  const long = dialog.getByRole('cell', { name: longText.trim() })
  const cut = await long.boundingBox()
  await dialog.getByText('Whole texts').click()
  await expect.poll(async () => (await long.boundingBox())?.height).toBeGreaterThan((cut?.height ?? 0) * 3)
  await picture(page, 'import-small-whole')
  await dialog.getByText('Whole texts').click()
  const head = dialog.getByRole('columnheader', { name: /^said/ })
  const before = await head.boundingBox()

  const add = dialog.getByLabel('Add a value for every row')
  await add.selectOption('claimant')
  const typed = '국방부 (Ministry of National Defence)'
  await page.keyboard.type(typed)
  const claimant = dialog.getByLabel('Claimant of every row')
  await expect.poll(() => claimant.inputValue()).toBe(typed)
  // Enter goes on to the next value; it does not import.
  await page.keyboard.press('Enter')
  expect(await isFocused(add)).toBe(true)
  await dialog.getByRole('button', { name: 'No Claimant for every row' }).click()
  expect(await isFocused(add)).toBe(true)

  await dialog.getByLabel('Field for the column said').selectOption('note')
  await dialog.getByLabel('Field for the column column_5_with_a_long_heading').selectOption('tags')
  await dialog.getByText('5 of 40 columns come in.').waitFor()
  expect((await head.boundingBox())?.x).toBe(before?.x)
  expect((await head.boundingBox())?.width).toBe(before?.width)

  const more = dialog.getByRole('button', { name: 'More about the column column_5_with_a_long_heading' })
  await more.focus()
  await page.keyboard.press('Enter')
  const separator = page.getByLabel('Values are separated by')
  await expect.poll(() => isFocused(separator)).toBe(true)
  await page.keyboard.press('Backspace')
  await page.keyboard.type('.')
  await expect.poll(() => separator.inputValue()).toBe('.')
  await page.keyboard.press('Escape')
  await separator.waitFor({ state: 'hidden' })
  expect(await isFocused(more)).toBe(true)
  await expect.poll(() => dialog.getByText('cell-0; 0', { exact: true }).count()).toBe(1)
  await expect.poll(() => count(app)).toBe(0)
  await done(app)
})

it('keeps the reasons in sight beside cells that are scrolled, and shows every row that is worth a look', async () => {
  const { page } = app
  const dialog = await openList(app, write('wide problems.csv', wide(3000)))
  await dialog.getByText(/Of the first [\d,]+ rows/).waitFor()
  await dialog.getByRole('button', { name: 'Look at all' }).click()
  await dialog.getByText('2,250 claims will be added.').waitFor()
  await dialog.getByText('3,000 rows: 2,250 new, 750 rejected; 750 flagged.').waitFor()
  await dialog.getByRole('tab', { name: 'Worth a look 1,500' }).click()
  const rows = dialog.getByRole('region', { name: 'The rows that are worth a look' })
  await rows.evaluate((element) => (element.scrollLeft = element.scrollWidth))
  const why = toldOf(dialog, 3).getByText('The row has no statement, without which there is no claim.')
  const [place, text] = [await rows.boundingBox(), await why.boundingBox()]
  expect(text?.x).toBeGreaterThan(place?.x ?? 0)
  expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThan((place?.x ?? 0) + (place?.width ?? 0))
  await picture(page, 'import-small-wide')
  await dialog.getByRole('button', { name: 'Show 100 more of 1,400' }).click()
  await dialog.getByRole('button', { name: 'Show 100 more of 1,300' }).waitFor()
  await done(app)
})

it('says why a list cannot be imported, and imports nothing meanwhile', async () => {
  const { page } = app
  const dialog = await openList(app, write('mapping.csv', 'ref,statement,said\nA1,One statement,2024-11\n'))
  const button = dialog.getByRole('button', { name: 'Import claims' })
  await dialog.getByLabel('Field for the column statement').selectOption('')
  await dialog.getByText('No column fills “Statement”, without which there is no claim.').waitFor()
  await expect.poll(() => button.isDisabled()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await picture(page, 'import-no-statement')
  expect(await findings(page)).toEqual([])

  await dialog.getByLabel('Field for the column statement').selectOption('statement')
  await dialog.getByText('1 claim will be added.').waitFor()
  await dialog.getByRole('button', { name: 'More about the column said' }).click()
  await page.getByRole('button', { name: 'Split into several fields' }).click()
  await page.getByLabel('Parts are separated by').fill('')
  await page.keyboard.press('Escape')
  await dialog.getByText(/nothing says what parts them/).waitFor()
  await expect.poll(() => button.isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Profiles' }).click()
  await page.getByRole('menuitem', { name: 'As the file was found' }).click()
  await dialog.getByText('1 claim will be added.').waitFor()
  await expect.poll(() => count(app)).toBe(0)
  await dialog.getByLabel('What becomes of line 2').selectOption('skip')
  await dialog.getByText('Nothing will change in the case.').waitFor()
  await dialog.getByLabel('What becomes of line 2').selectOption('add')
  await dialog.getByText('1 claim will be added.').waitFor()
  await importNow(app)
  await done(app)
  await expect.poll(() => count(app)).toBe(1)
  expect(app.complaints).toEqual([])
})

it('shows the imports of a case that can only be read, and changes nothing in it', async () => {
  const other = await launch({ size: { width: 960, height: 600 }, casePath })
  await other.page.getByText('Read-only.').waitFor()
  await answerDialog(other.electron, write('mapping.csv', 'ref,statement\nA2,Another\n'))
  await other.page.keyboard.press('Control+I')
  const result = await openImportOf(other, 'mapping.csv')
  expect(await result.getByRole('button', { name: 'Show the claims' }).isVisible()).toBe(true)
  await expect.poll(() => result.getByRole('button', { name: 'Undo import…' }).count()).toBe(0)
  await picture(other.page, 'import-read-only')
  expect(await findings(other.page)).toEqual([])
  await done(other)
  await expect.poll(() => count(other)).toBe(1)
  await other.close()
})
