import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerDialog, findings, launch, picture, projectFolder, resize, temporaryFolder, type App } from './app.ts'
import { exportReport, goTo, importCsv, makeCase, rowTexts } from './steps.ts'

const tabs = ['Numbers', 'Timeline', 'Map', 'Agreement', 'Origins'] as const
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

const shown = '#picture svg[role=group]'

async function show(app: App, tab: (typeof tabs)[number]): Promise<void> {
  await goTo(app, 'Pictures')
  await app.page.getByRole('tab', { name: tab }).click()
}

/** Where nothing is drawn, nothing can be saved, put into a report or zoomed, and no filter that is not set is spoken of. */
async function expectNothingToDo({ page }: App): Promise<void> {
  const buttons = ['Table', 'Save', 'Add to report', 'Zoom in (+)', 'Show all (0)', 'Filter to what is shown']
  const enabled = buttons.map((name) => page.getByRole('button', { name, exact: true, disabled: false }).count())
  expect(await Promise.all(enabled)).toEqual(buttons.map(() => 0))
  await page.getByText(/^No (claims|events|claims or events) yet$/).waitFor()
  expect(await page.locator('#picture').innerText()).not.toMatch(/filter|Enter opens/)
}

/** Names of 300 characters, Korean and Russian names, awkward dates, places at both sides of the date line. */
const long = `Министерство обороны ${'и ещё одно очень длинное название '.repeat(9)}`.slice(0, 300)
const claims = `ref,statement,claimant,said,place,topic,measure_subject,measure_category,measure_low,measure_high,measure_best,measure_qualifier,measure_unit
L01,${long},${long},2024-10-31T14:30,${long},${long},${long},present,,,8000,exact,солдаты
L02,북한군 1만 천 명이 쿠르스크에 있다,대한민국 국방부,2024-11~,쿠르스크,파병,북한군,present,,,11000,about,명
L03,Войска отправлены,Минобороны России,2024-10~/..,Курская область,развёртывание,북한군,present,1500,,,at least,명
L04,At most,대한민국 국방부,../2024-12,쿠르스크,파병,북한군,present,,12000,,up to,명
L05,A range,Минобороны России,2024?,Курская область,развёртывание,북한군,killed,2,300000,,between,명
L06,Dozens,Минобороны России,2024-11-03,Курская область,развёртывание,북한군,killed,,,,dozens,명
`
const events = `ref,title,when,place,latitude,longitude,place_precision
F01,${long},1950~,${long},66.5,179.9,region
F02,북한군 파병,2024-10-01T06:00/2024-10-01T09:30,함흥,39.9,127.5,exact
F03,Учения,2024-11,Уэлен,66.1,-169.8,vicinity
`

describe.each(['light', 'dark'] as const)('the pictures in the %s theme', (theme) => {
  let app: App
  beforeAll(async () => void (app = await launch({ theme })))
  afterAll(() => app.close())

  const cases = [
    { name: 'sample', isEmpty: false, open: () => Promise.resolve() },
    {
      name: 'awkward',
      isEmpty: false,
      open: async () => {
        const folder = temporaryFolder()
        await makeCase(app, join(folder, 'Awkward.parallax'))
        for (const [kind, text] of Object.entries({ claims, events })) {
          const path = join(folder, `${kind}.csv`)
          writeFileSync(path, text)
          await importCsv(app, path, kind as 'claims' | 'events')
        }
      },
    },
    { name: 'empty', isEmpty: true, open: () => makeCase(app, join(temporaryFolder(), 'Empty.parallax')) },
  ]

  it.each(cases)(
    'are whole, legible to axe and without a complaint: the $name case',
    async ({ name, isEmpty, open }) => {
      await open()
      for (const tab of tabs) {
        await show(app, tab)
        await app.page.locator(isEmpty ? '#picture h2' : shown).waitFor()
        if (isEmpty) await expectNothingToDo(app)
        for (const size of sizes) {
          await resize(app.electron, size)
          await app.page.waitForTimeout(300)
          await picture(app.page, `picture-${tab.toLowerCase()}-${name}-${theme}-${size.width}`)
          const width = await app.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect({ tab, size, tooWide: width }).toEqual({ tab, size, tooWide: 0 })
        }
        expect({ tab, findings: await findings(app.page) }).toEqual({ tab, findings: [] })
      }
      expect(app.complaints).toEqual([])
    },
  )
})

describe('with the pictures of the sample an analyst', () => {
  let app: App
  beforeEach(async () => void (app = await launch({ size: sizes[0] })))
  afterEach(() => app.close())

  it('goes through the numbers by keyboard and opens the claim of one', async () => {
    const { page } = app
    await page.keyboard.press('Control+8')
    const marks = page.locator(`${shown} [role=button]`)
    await expect.poll(() => marks.count()).toBe(4)
    await marks.first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(label).toContain('South Korean Ministry of National Defense, 10,000 soldiers, sent, Russia')
    await page.keyboard.press('Enter')
    await page
      .locator('[data-detail]')
      .getByText('10,000 North Korean troops have been sent to Russia')
      .first()
      .waitFor()
  })

  it('draws what the list of claims shows, and of that what is ticked', async () => {
    const { page } = app
    await goTo(app, 'Claims')
    await page.getByRole('searchbox').fill('kursk')
    await show(app, 'Numbers')
    await page.getByText('with “kursk”').waitFor()
    await expect.poll(() => page.locator(`${shown} [role=button]`).count()).toBe(3)
    await goTo(app, 'Claims')
    await page.getByRole('row').filter({ hasText: 'C08' }).getByRole('checkbox').check()
    await show(app, 'Numbers')
    await expect.poll(() => page.locator(`${shown} [role=button]`).count()).toBe(1)
    await page.getByRole('checkbox', { name: 'Only the 1 ticked' }).uncheck({ force: true })
    await expect.poll(() => page.locator(`${shown} [role=button]`).count()).toBe(3)
  })

  it('zooms the timeline by keys, wheel and buttons, and brushes over it to filter both lists', async () => {
    const { page } = app
    await show(app, 'Timeline')
    const svg = page.locator(shown)
    const label = (): Promise<string | null> => svg.getAttribute('aria-label')
    await svg.locator('[role=button]').first().focus()
    const whole = await label()
    await page.keyboard.press('+')
    await expect.poll(label).not.toBe(whole)
    const near = await label()
    await page.keyboard.press('ArrowRight')
    await expect.poll(label).not.toBe(near)
    await page.keyboard.press('0')
    await expect.poll(label).toBe(whole)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(label).not.toBe(whole)
    await page.getByRole('button', { name: 'Show all' }).click()
    const box = await svg.boundingBox()
    if (!box) throw new Error('The timeline has no place')
    // The last eighth of the plot, from above its first lane to below its last.
    await page.mouse.move(box.x + box.width * 0.85, box.y + 40)
    await page.mouse.wheel(0, -300)
    await expect.poll(label).not.toBe(whole)
    await page.mouse.wheel(0, 300)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(label).toBe(whole)
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height - 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 20, box.y + box.height - 58, { steps: 4 })
    await page.mouse.up()
    await page.getByText(/^Claims and events are filtered to 2024-\d\d-\d\d – 2025/).waitFor()
    await page.getByText('Showing 12 of 22 claims and events').waitFor()
    await picture(page, 'picture-timeline-brushed')
    await goTo(app, 'Events')
    await expect.poll(() => rowTexts(page, 'ref')).toEqual(['E02', 'E03', 'E04', 'E05'])
  })

  it('filters the events to the part of the map that is shown, by keyboard', async () => {
    const { page } = app
    await show(app, 'Map')
    const marks = page.locator(`${shown} [role=button]`)
    await expect.poll(() => marks.count()).toBe(4)
    await marks.first().focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', '+']) await page.keyboard.press(key)
    await expect.poll(() => marks.count()).toBe(3)
    await page.getByRole('button', { name: 'Filter to what is shown' }).press('Enter')
    await page.getByText('Showing 4 of 5 events').waitFor()
    await picture(page, 'picture-map-filtered')
  })

  it('reads the same data as a table, and opens a record from it', async () => {
    const { page } = app
    await show(app, 'Agreement')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await page.getByRole('region', { name: 'What each claimant says' }).waitFor()
    const rows = await page.locator('#picture tbody tr').allInnerTexts()
    expect(rows.map((row) => row.replaceAll('\t', ' | '))).toContain(
      'Volodymyr Zelenskyy | DPRK soldiers, present, Kursk region | about 11,000 · C10 | Antony Blinken',
    )
    await picture(page, 'picture-agreement-table')
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Volodymyr Zelenskyy' }).click()
    await page.locator('[data-detail]').getByText('About 11,000 North Korean soldiers').first().waitFor()
  })

  it('saves a picture as SVG and PNG, with its fonts in it', async () => {
    const { page } = app
    const folder = temporaryFolder()
    await show(app, 'Numbers')
    await page.locator(shown).waitFor()
    for (const format of ['svg', 'png']) {
      const path = join(folder, `numbers.${format}`)
      await answerDialog(app.electron, path)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('menuitem', { name: `Save as ${format.toUpperCase()}…` }).click()
      await page.getByText(`Saved as numbers.${format}.`).waitFor()
      expect(existsSync(path)).toBe(true)
    }
    const svg = readFileSync(join(folder, 'numbers.svg'), 'utf8')
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toContain('@font-face{font-family:&quot;Report Sans&quot;')
    const png = readFileSync(join(folder, 'numbers.png'))
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    const width = Number(/ width="(\d+)"/.exec(svg)?.[1])
    expect(png.readUInt32BE(16)).toBe(width * 2)
    writeFileSync(join(projectFolder, 'test-results/screens/picture-saved.png'), png)
    expect(app.complaints).toEqual([])
  })

  it('puts a picture into the report, where it is drawn as vectors', async () => {
    const { page } = app
    await show(app, 'Timeline')
    await page.locator(shown).waitFor()
    await page.getByRole('button', { name: 'Add to report' }).click()
    await page.getByRole('button', { name: 'Open the report' }).click()
    await page.getByRole('heading', { name: 'Picture' }).waitFor()
    const preview = page.frameLocator('iframe')
    await preview.locator('figure svg').waitFor()
    await expect.poll(() => preview.locator('figure svg title').first().textContent()).toBe('Timeline')
    await preview.locator('figure').scrollIntoViewIfNeeded()
    await picture(page, 'picture-in-report')
    const folder = temporaryFolder()
    await exportReport(app, 'md', join(folder, 'Lage 1.md'))
    await page.getByText('its pictures beside it in Lage 1-pictures').waitFor()
    await picture(page, 'picture-beside-markdown')
    const [, url = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readFileSync(join(folder, 'Lage 1.md'), 'utf8')) ?? []
    expect(readFileSync(join(folder, decodeURIComponent(url)), 'utf8')).toContain('>Timeline</title>')
    expect(app.complaints).toEqual([])
  })
})
