import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, pictures, rowTexts } from './steps.ts'

// Work in the claims grid, by mouse and by keyboard, on a case with text in four languages.

const list = `ref,statement,claimant,said,topic,place,measure_best,measure_qualifier,reliability,credibility,tags
C01,About 10000 soldiers are in Russia,Antony Blinken,2024-10-31~,deployment,Russia,10000,about,B,2,figures
C02,국정원은 북한군 1만여 명이 러시아에 있다고 말했다,국정원,2024-11,deployment,Russia,10000,exact,B,3,figures;Kursk
C03,Трансформаторов не поставляли: её слова,Мария Захарова,2024-11-05,trade,Moscow,,,C,4,
C04,Українські військові бачили їх на Курщині,Volodymyr Zelenskyy,2024-11-04,combat,Kursk region,,,,,combat
C05,Около 11 тысяч солдат в Курской области,Volodymyr Zelenskyy,2024-11~,deployment,Kursk region,11000,about,B,2,
C06,${'A statement that goes on for three hundred characters and must not push the row out of shape. '.repeat(4).slice(0, 300)},Unnamed outlet,,assessment,,,,,6,
`

let app: App
let page: Page
const folder = temporaryFolder()
const casePath = join(folder, 'Grid.parallax')
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const claimCell = (ref: string, column: string) => cell(page, ref, column)
/** Text on its way to the clipboard and from it, as the system would carry it. */
const clipboard = {
  read: (): Promise<string> => app.electron.evaluate(({ clipboard: board }) => board.readText()),
  write: (text: string): Promise<void> =>
    app.electron.evaluate(({ clipboard: board }, given) => board.writeText(given), text),
}
const refs = (): Promise<string[]> => rowTexts(page, 'ref')

beforeAll(async () => {
  const csv = join(folder, 'four-languages.csv')
  writeFileSync(csv, list)
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, casePath)
  await importCsv(app, csv, 'claims')
})
afterAll(() => app.close())

it('sorts by one column, and with Shift by a second', async () => {
  await page.getByRole('columnheader', { name: 'Claimant' }).getByText('Claimant').click()
  await expect.poll(refs).toEqual(['C01', 'C06', 'C04', 'C05', 'C03', 'C02'])
  await page
    .getByRole('columnheader', { name: 'Said' })
    .getByText('Said')
    .click({ modifiers: ['Shift'] })
  await page
    .getByRole('columnheader', { name: 'Said' })
    .getByText('Said')
    .click({ modifiers: ['Shift'] })
  await expect.poll(refs).toEqual(['C01', 'C06', 'C04', 'C05', 'C03', 'C02'])
  await picture(page, 'grid-sorted')
  await page.getByRole('columnheader', { name: 'Ref' }).getByText('Ref').click()
  await expect.poll(refs).toEqual(['C01', 'C02', 'C03', 'C04', 'C05', 'C06'])
})

it('searches inside words in every language, ё as е, case aside, and says when nothing matches', async () => {
  for (const [words, found] of [
    ['국정원', ['C02']],
    ['북한', ['C02']],
    ['трансформатор', ['C03']],
    ['ее слова', ['C03']],
    ['КУРЩИН', ['C04']],
    ['zelenskyy', ['C04', 'C05']],
    ['"in russia"', ['C01']],
  ] as const) {
    await press('Control+F')
    await page.keyboard.type(words)
    await expect.poll(refs, { message: words }).toEqual(found)
  }
  await press('Control+F')
  await page.keyboard.type('nowhere to be found')
  await page.getByText('No claims match').waitFor()
  await picture(page, 'grid-no-match')
  await press('Escape')
  await expect.poll(refs).toHaveLength(6)
})

it('takes exclusion and fields in the search, and marks what it found', async () => {
  await press('Control+F')
  await page.keyboard.type('claimant:zelenskyy -курщин')
  await expect.poll(refs).toEqual(['C05'])
  await press('Control+F')
  await page.keyboard.type('"in russia"')
  await expect.poll(refs).toEqual(['C01'])
  const marked = (): Promise<string[]> =>
    page.evaluate(() => [...(CSS.highlights.get('hit') ?? [])].map((range) => range.toString()))
  await expect.poll(marked).toContain('in Russia')
  await pictures(page, 'grid-search')
  await press('Escape')
  await expect.poll(refs).toHaveLength(6)
  await expect.poll(marked).toEqual([])
})

it('filters by a picked value, a text and a span of time, each shown and taken away by itself', async () => {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Reliability' }).click()
  await page.getByRole('form', { name: 'Filter by Reliability' }).getByText('B · usually reliable').click()
  await expect.poll(refs).toEqual(['C01', 'C02', 'C05'])
  await press('Enter')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Said' }).click()
  await page.getByRole('form', { name: 'Filter by Said' }).getByLabel('From').fill('2024-11-01')
  await press('Enter')
  await expect.poll(refs).toEqual(['C02', 'C05'])
  await picture(page, 'grid-filtered')
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Clear the filter by Reliability' }).click()
  await expect.poll(refs).toEqual(['C02', 'C03', 'C04', 'C05'])
  await page.getByRole('button', { name: 'Clear the filter by Said' }).click()
  await expect.poll(refs).toHaveLength(6)
})

it('edits cells in place with the right editor, checks a date as it is typed, and undoes each', async () => {
  await claimCell('C04', 'reliability').dblclick()
  await page.keyboard.type('C')
  await press('Enter')
  await expect.poll(() => claimCell('C04', 'reliability').textContent()).toBe('C')

  await claimCell('C04', 'said').click()
  await press('Enter', 'Control+A')
  await page.keyboard.type('2024-13')
  await page.getByText(/2024-13.*not an EDTF date/).waitFor()
  await picture(page, 'grid-date-refused')
  await press('Control+A')
  await page.keyboard.type('2024-11-04~')
  await press('Enter')
  await expect.poll(() => claimCell('C04', 'said').textContent()).toContain('2024-11-04~')

  await claimCell('C06', 'statement').click()
  await press('F2')
  const editor = page.locator('.ag-popup-editor textarea')
  await editor.waitFor()
  await page.keyboard.type(' And it ends.')
  await expect.poll(() => editor.inputValue()).toMatch(/^A statement that.* And it ends\.$/)
  await picture(page, 'grid-long-editor')
  await press('Control+A')
  await page.keyboard.type('A shorter statement')
  await press('Enter')
  await expect.poll(() => claimCell('C06', 'statement').textContent()).toBe('A shorter statement')

  await claimCell('C06', 'quantity').click()
  await page.keyboard.type('at least 1,500')
  await press('Enter')
  await expect.poll(() => claimCell('C06', 'quantity').textContent()).toBe('at least 1,500')

  await claimCell('C01', 'ref').click()
  for (let step = 0; step < 4; step++) await press('Control+Z')
  await expect.poll(() => claimCell('C04', 'reliability').textContent()).toBe('–')
  await expect.poll(() => claimCell('C04', 'said').textContent()).toBe('2024-11-04')
  await expect.poll(() => claimCell('C06', 'statement').textContent()).toMatch(/^A statement that goes on/)
  await press('Control+Shift+Z')
  await expect.poll(() => claimCell('C04', 'reliability').textContent()).toBe('C')
  await press('Control+Z')
})

it('widens a narrow cell while it is edited, its list below it, whichever row that is', async () => {
  for (const [ref, column] of [
    ['C05', 'place'],
    ['C04', 'credibility'],
  ] as const) {
    await claimCell(ref, column).dblclick()
    await page.getByRole('listbox').filter({ visible: true }).waitFor()
    await picture(page, `grid-list-${column}`)
    const [edited, list] = await Promise.all([
      claimCell(ref, column).boundingBox(),
      page.getByRole('listbox').filter({ visible: true }).boundingBox(),
    ])
    if (!edited || !list) throw new Error('The editor or its list has no place')
    expect(edited.width).toBeGreaterThanOrEqual(220)
    const below = list.y - (edited.y + edited.height)
    expect(below).toBeGreaterThanOrEqual(-2)
    expect(below).toBeLessThan(8)
    expect(Math.abs(list.x - edited.x)).toBeLessThan(4)
    await press('Escape')
    await expect.poll(async () => (await claimCell(ref, column).boundingBox())?.width).toBeLessThan(220)
  }
})

it('keeps the row that the pane shows marked under the mouse', async () => {
  const colour = (): Promise<string[]> =>
    claimCell('C03', 'statement').evaluate((element) => {
      const cells = element.parentElement
      return cells
        ? [
            getComputedStyle(cells, '::before').backgroundColor,
            getComputedStyle(cells.closest('.ag-row') ?? cells).backgroundColor,
          ]
        : []
    })
  await claimCell('C03', 'statement').click()
  await page.locator('.ag-row.is-current').filter({ hasText: 'C03' }).waitFor()
  await claimCell('C03', 'statement').hover()
  await page.locator('.ag-row-hover').filter({ hasText: 'C03' }).waitFor()
  const [under, row] = await colour()
  expect(under).toBe(row)
  await picture(page, 'grid-current-hovered')
})

it('changes a field of many rows as one step, with a reason', async () => {
  await claimCell('C03', 'ref').click()
  await press('Space', 'ArrowDown', 'Shift+Space')
  const bar = page.getByRole('toolbar', { name: 'What is selected' })
  await bar.getByText('2 selected').waitFor()
  await bar.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change 2 claims' })
  await dialog.getByLabel('Field').selectOption({ label: 'Credibility' })
  await dialog.getByRole('combobox', { name: 'Credibility' }).fill('5')
  await dialog.getByLabel('Reason').fill('no second source')
  await picture(page, 'grid-bulk-change')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Change 2 claims' }).click()
  await expect.poll(() => rowTexts(page, 'credibility')).toEqual(['2', '3', '5', '5', '2', '6'])
  await claimCell('C03', 'ref').click()
  await page.getByText('no second source').first().waitFor()
  await press('Escape', 'Control+Z')
  await expect.poll(() => rowTexts(page, 'credibility')).toEqual(['2', '3', '4', '–', '2', '6'])
})

it('copies and pastes cells as tab-separated text, and says which it did not take', async () => {
  await claimCell('C01', 'claimant').click()
  await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+C')
  await expect.poll(clipboard.read).toBe('Antony Blinken\t2024-10-31~\n국정원\t2024-11')
  await clipboard.write('Kim Yong-hyun\t2024-10-30\r\nCho Tae-yul\tnot a date\r\n')
  await press('Escape')
  await claimCell('C03', 'claimant').click()
  await press('Control+V')
  await page.getByText(/3 cells pasted/).waitFor()
  await page
    .getByText(/not an EDTF date/)
    .first()
    .waitFor()
  await expect
    .poll(() => rowTexts(page, 'claimant'))
    .toEqual(['Antony Blinken', '국정원', 'Kim Yong-hyun', 'Cho Tae-yul', 'Volodymyr Zelenskyy', 'Unnamed outlet'])
  await expect.poll(() => claimCell('C04', 'said').textContent()).toBe('2024-11-04')
  await press('Control+Z')
  await expect.poll(async () => (await rowTexts(page, 'claimant'))[2]).toBe('Мария Захарова')
})

it('deletes to the trash, brings back, and undoes', async () => {
  await claimCell('C06', 'ref').click()
  await press('Delete')
  await expect.poll(refs).toEqual(['C01', 'C02', 'C03', 'C04', 'C05'])
  await page.getByRole('tab', { name: /Trash/ }).click()
  await expect.poll(refs).toEqual(['C06'])
  await claimCell('C06', 'ref').click()
  await press('Space')
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByText('The trash is empty').waitFor()
  await page.getByRole('tab', { name: /All claims/ }).click()
  await expect.poll(refs).toHaveLength(6)
})

it('adds a claim by keyboard alone and shows it beside the grid', async () => {
  await press('Control+N')
  const dialog = page.getByRole('dialog', { name: 'New claim' })
  await dialog.getByLabel('Statement').waitFor()
  await picture(page, 'new-claim')
  expect(await findings(page)).toEqual([])
  await page.keyboard.type('A new claim')
  await press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(refs).toContain('C07')
  await page.locator('[data-detail]').getByText('A new claim').waitFor()
  await press('Control+Z')
})

it('keeps columns, order and filter with the case', async () => {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitem', { name: 'Tags' }).click()
  await page.getByRole('menuitem', { name: 'Place' }).click()
  await page.getByRole('menuitem', { name: 'Claimant' }).focus()
  await press('Alt+ArrowUp')
  await picture(page, 'grid-columns')
  await press('Escape')
  await page.getByRole('columnheader', { name: 'Said' }).getByText('Said').click()
  const heads = (): Promise<string[]> =>
    page
      .locator('.ag-header-cell')
      .evaluateAll((cells) =>
        cells
          .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
          .map((head) => head.getAttribute('col-id') ?? ''),
      )
  const before = await heads()
  expect(before).toContain('tags')
  expect(before).not.toContain('place')
  expect(before.indexOf('claimant')).toBeLessThan(before.indexOf('statement'))
  const order = ['C01', 'C02', 'C05', 'C04', 'C03', 'C06']
  await expect.poll(refs).toEqual(order)
  await app.close()

  app = await launch({ casePath, size: { width: 1440, height: 900 } })
  page = app.page
  await expect.poll(refs).toEqual(order)
  expect(await heads()).toEqual(before)
  await picture(page, 'grid-reopened')
})

it('shows 100,000 claims from the first to the last without waiting, and edits the last', async () => {
  const csv = join(folder, 'many.csv')
  const rows = Array.from({ length: 100_000 }, (_, index) => `Claim number ${index},Claimant ${index % 40},2024-11~`)
  writeFileSync(csv, `statement,claimant,said\n${rows.join('\n')}\n`)
  await makeCase(app, join(folder, 'Many.parallax'))
  await importCsv(app, csv, 'claims')
  await goTo(app, 'Claims')
  await expect.poll(() => page.getByText('100,000 claims', { exact: true }).count()).toBe(1)
  await page.locator('.ag-row').first().locator('[col-id="ref"]').click()
  await press('Control+End')
  await expect.poll(async () => (await refs()).at(-1)).toBe('C100000')
  await picture(page, 'grid-100000')
  await cell(page, 'C100000', 'statement').click()
  await press('Enter')
  await page.locator('.ag-popup-editor textarea').waitFor()
  await press('Control+A')
  await page.keyboard.type('The last of them')
  await press('Enter')
  await expect.poll(() => cell(page, 'C100000', 'statement').innerText()).toContain('The last of them')
  const stored = await page.evaluate(() => window.parallax.call('claims.page', { start: 99_999, end: 100_000 }))
  expect(stored).toMatchObject({ ok: true, value: { rows: [{ ref: 'C100000', statement: 'The last of them' }] } })
}, 180_000)
