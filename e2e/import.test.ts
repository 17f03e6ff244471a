import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { goTo, importCsv, makeCase, rowTexts, sampleCsv } from './steps.ts'

// From a CSV file to claims: the sample by the dialog, a list with mistakes by dropping it, a long one in the background.

let app: App
let page: Page
const folder = temporaryFolder()
const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const count = async (): Promise<number> =>
  Number((await page.getByRole('tab', { name: /^All/ }).innerText()).replace(/\D/g, ''))

const chosen = (select: Locator): Promise<string> => select.locator('option:checked').innerText()

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(folder, 'Import.parallax'))
})
afterAll(() => app.close())

it('maps the sample by itself, shows it before it comes in, and takes all of it', async () => {
  await answerDialog(app.electron, sampleCsv('claims'))
  await page.keyboard.press('Control+I')
  const dialog = page.getByRole('dialog', { name: 'Import partnership-claims.csv' })
  await dialog.getByText('22 of 22 columns come in.').waitFor()
  await expect.poll(() => dialog.getByLabel('Field for the column claimant_basis').inputValue()).toBe('claimant_basis')
  await dialog.getByRole('cell', { name: 'About 11,000 North Korean soldiers are in the Kursk region' }).waitFor()
  expect(
    await dialog.getByRole('button', { name: 'Import claims' }).evaluate((button) => button === document.activeElement),
  ).toBe(true)
  await picture(page, 'import-mapping')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => count()).toBe(0)

  expect(await importCsv(app, sampleCsv('claims'), 'claims')).toMatch(/17\s*of 17 rows came in/)
  expect(await importCsv(app, sampleCsv('events'), 'events')).toMatch(/5\s*of 5 rows came in/)
  await goTo(app, 'Claims')
  await expect.poll(() => rowTexts(page, 'quantity')).toContain('about 11,000')
  expect(app.complaints).toEqual([])
})

it('takes a file that is dropped on the window, and says of each row that did not come in why', async () => {
  const path = write(
    'mistakes.csv',
    `ref;statement;claimant;said;reliability
D01;A row as it should be;국방부;2024-11;B
C10;A reference that the case has;Someone;2024-11;B
D03;;Someone;2024-11;B
D04;A date that is none;Someone;soon;H
D05;A row with a cell too many;Someone;2024;B;more
`,
  )
  await dropFile(path)
  const dialog = page.getByRole('dialog', { name: 'Import mistakes.csv' })
  await dialog.waitFor()
  await expect.poll(() => chosen(dialog.getByLabel('Separated by'))).toBe('semicolon')
  await dialog.getByRole('button', { name: 'Import claims' }).click()
  const result = page.getByRole('dialog', { name: 'Imported: mistakes.csv' })
  await result.waitFor()
  await picture(page, 'import-verdicts')
  expect(await findings(page)).toEqual([])
  const words = await result.innerText()
  expect(words).toMatch(/2\s*of 5 rows came in/)
  for (const reason of [
    /C10 says something else altogether/,
    /no statement/,
    /“soon”/,
    /“H”/,
    /6 cells where the table has 5/,
  ]) {
    expect(words).toMatch(reason)
  }
  // The row as it stood in the file is there to be mended.
  expect(words).toContain('D05 | A row with a cell too many | Someone | 2024 | B | more')
  await page.keyboard.press('Escape')
  await expect.poll(() => count()).toBe(19)
  await page.locator('.ag-row').first().click()
  await page.keyboard.press('Control+Z')
  await expect.poll(count).toBe(17)
})

it('says what is wrong with a file that is no table, and imports nothing', async () => {
  const path = write('picture.csv', '')
  writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))
  await answerDialog(app.electron, path)
  await page.keyboard.press('Control+I')
  const dialog = page.getByRole('dialog', { name: 'Import picture.csv' })
  await dialog.getByText(/Nothing was imported/).waitFor()
  await picture(page, 'import-refused')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect.poll(() => count()).toBe(17)
})

it('imports in the background while one works, and leaves the case as it was when cancelled', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `L${index},Statement ${index},2024-11`)
  await answerDialog(app.electron, write('long.csv', `ref,statement,said\n${rows.join('\n')}\n`))
  await page.keyboard.press('Control+I')
  await page.getByRole('button', { name: 'Import claims' }).click()
  const progress = page.getByRole('progressbar', { name: 'Import long.csv' })
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0.02)
  // The window goes on: another screen, a search, and a row's detail, all while rows come in.
  const started = Date.now()
  await goTo(app, 'Events')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('combat')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['E04'])
  expect(Date.now() - started).toBeLessThan(3000)
  await picture(page, 'import-running')
  await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled. The case is as it was.').waitFor()
  await page.keyboard.press('Escape')
  await goTo(app, 'Claims')
  await expect.poll(() => count()).toBe(17)
})

it('reads a Korean list as it is, asks where the encoding cannot be told, and shows at once what is chosen', async () => {
  const korean = 'ref;statement;claimant;said\nK01;쿠르스크에 북한군 1만 명이 있다;국방부;2024년 11월\n'
  await dropFile(write('korean.csv', iconv.encode(korean, 'cp949')))
  const first = page.getByRole('dialog', { name: 'Import korean.csv' })
  await first.getByRole('cell', { name: '쿠르스크에 북한군 1만 명이 있다' }).waitFor()
  await expect.poll(() => chosen(first.getByLabel('Encoding'))).toBe('cp949')
  await first.getByRole('button', { name: 'Import claims' }).click()
  await page.getByRole('dialog', { name: 'Imported: korean.csv' }).waitFor()
  await page.keyboard.press('Escape')

  await dropFile(write('short.csv', iconv.encode('ref;statement\nR01;Да\n', 'windows-1251')))
  const dialog = page.getByRole('dialog', { name: 'Import short.csv' })
  await dialog.getByText(/may be in windows-1251 or/).waitFor()
  await picture(page, 'import-encoding')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Read as cp949' }).click()
  await dialog.getByRole('cell', { name: '콧', exact: true }).waitFor()
  await dialog.getByLabel('Encoding').selectOption('windows-1251')
  await dialog.getByRole('cell', { name: 'Да', exact: true }).waitFor()
  await dialog.getByLabel('Separated by').selectOption('tab')
  await dialog.getByRole('columnheader', { name: 'ref;statement' }).waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: 'Import claims' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Separated by').selectOption('semicolon')
  await dialog.getByText('2 of 2 columns come in.').waitFor()
  await dialog.getByRole('button', { name: 'Import claims' }).click()
  await page.getByRole('dialog', { name: 'Imported: short.csv' }).waitFor()
  await page.keyboard.press('Escape')
  await expect
    .poll(() => rowTexts(page, 'statement'))
    .toEqual(expect.arrayContaining(['쿠르스크에 북한군 1만 명이 있다', 'Да']))
})

/** Drops a file of the disk on the window, as the system does. */
async function dropFile(path: string): Promise<void> {
  expect(readFileSync(path).length).toBeGreaterThan(0)
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'dropped'
    document.body.append(input)
  })
  // A file that a person chose carries its path like one that is dropped; a page cannot make such a file itself.
  await page.locator('#dropped').setInputFiles(path)
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const file = input?.files?.[0]
    if (!input || !file) throw new Error('No file was chosen')
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(file)
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    input.remove()
  })
}
