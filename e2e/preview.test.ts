import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, picture, setTheme, temporaryFolder, type App } from './app.ts'
import { addAllToReport, exportReport, goTo, importCsv, makeCase, sampleCsv, writeBlock } from './steps.ts'

// The preview while one writes: it shows each word before it is stored, stays where it was scrolled to, and is what is exported.

const folder = temporaryFolder()
let app: App
let page: Page
const preview = () => page.frameLocator('iframe[aria-hidden=false]')

/** The page in the frame as text, as far as the report has a hand in it. */
const shown = (): Promise<string> =>
  page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.innerHTML ?? '')

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(folder, 'Preview.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().click()
  await writeBlock(app, 'Bottom line', 'They differ.')
  await goTo(app, 'Claims')
  await addAllToReport(app)
  await goTo(app, 'Report')
  await preview().getByText('They differ.').waitFor()
  await preview().locator('table.claims').waitFor()
})
afterAll(() => app.close())

it('shows what is typed without moving, and replaces nothing else', async () => {
  await page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentWindow
    inner?.scrollTo(0, 300)
    inner?.document.querySelector('table.claims')?.setAttribute('data-kept', 'yes')
  })
  await page.locator('.cm-content').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' 북한군 <img src=x onerror=alert(1)>')
  await preview().getByText('They differ. 북한군 <img src=x onerror=alert(1)>').waitFor()
  expect(await preview().locator('table.claims[data-kept=yes]').count()).toBe(1)
  expect(await preview().locator('img, script').count()).toBe(0)
  expect(await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollY)).toBe(300)
})

it('can run nothing, whoever fills it', async () => {
  const ran = await page.evaluate(async () => {
    const inner = document.querySelector('iframe')?.contentDocument
    if (!inner) throw new Error('There is no preview')
    const script = inner.createElement('script')
    script.textContent = 'top.ranInPreview = true'
    inner.body.append(script)
    const image = inner.createElement('div')
    image.innerHTML = '<img src="data:," onerror="top.ranInPreview = true">'
    inner.body.append(image)
    await new Promise((done) => setTimeout(done, 300))
    script.remove()
    image.remove()
    return 'ranInPreview' in window
  })
  expect(ran).toBe(false)
})

it('is the page that is exported', async () => {
  const path = join(folder, 'preview.html')
  await exportReport(app, 'html', path)
  await page.getByRole('cell', { name: 'preview.html' }).waitFor()
  const exported = readFileSync(path, 'utf8')
  const body = exported.slice(exported.indexOf('<body>') + 6, exported.indexOf('<script type="application/json"'))
  const parsed = await page.evaluate((html) => {
    const other = document.querySelector('iframe')?.contentDocument?.createElement('template')
    if (!other) throw new Error('There is no preview')
    other.innerHTML = html
    return other.innerHTML
  }, body)
  await expect.poll(async () => (await shown()).replace(' data-kept="yes"', '') === parsed).toBe(true)
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme)
    await picture(page, `preview-${theme}`)
  }
})
