import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, sampleCsv } from './steps.ts'

// Somebody types and never pauses; then the window's process or the whole program is killed. All is there again but what
// was typed in the last two seconds.

const text = 'Eleven thousand soldiers were seen on the road, as the desk heard twice from there'
const mostLost = 2000

interface Place {
  readonly name: string
  /** Goes to where it is typed and puts the cursor there. */
  readonly open: (app: App) => Promise<void>
  /** Goes there again; answers the field. */
  readonly again: (app: App) => Promise<Locator>
}

const detail = (page: Page): Locator => page.locator('[data-detail]')
const notice = (page: Page): Locator => page.getByRole('status').filter({ hasText: /A draft was kept:/ })
const byNotice = ({ page }: App): Promise<void> => notice(page).getByRole('button').first().click()
const noteText = (page: Page): Locator => page.locator('[data-editor="Text of the note"] .cm-content')

async function openClaim(app: App): Promise<void> {
  await goTo(app, 'Claims')
  await cell(app.page, 'C10', 'ref').click()
  await detail(app.page).getByText('About 11,000 North Korean soldiers').first().waitFor()
}

const places: readonly Place[] = [
  {
    name: 'a note',
    open: async (app) => {
      await goTo(app, 'Notes')
      await app.page.keyboard.press('Control+N')
      await expect
        .poll(() => app.page.getByRole('textbox', { name: 'Title of the note' }).inputValue())
        .toBe('Untitled note')
      await noteText(app.page).click()
    },
    again: async (app) => {
      await goTo(app, 'Notes')
      await app.page.getByRole('option', { name: /Untitled note/ }).click()
      return noteText(app.page)
    },
  },
  {
    name: 'the form of a new claim',
    open: async (app) => {
      await goTo(app, 'Claims')
      await app.page.keyboard.press('Control+N')
      await app.page
        .getByRole('dialog')
        .getByRole('textbox', { name: /^Statement/ })
        .click()
    },
    again: async (app) => {
      await byNotice(app)
      return app.page.getByRole('dialog').getByRole('textbox', { name: /^Statement/ })
    },
  },
  {
    name: 'the form of a number',
    open: async (app) => {
      await openClaim(app)
      await detail(app.page).getByRole('button', { name: 'Add a number' }).click()
      await detail(app.page).getByRole('combobox', { name: 'Subject' }).click()
    },
    again: async (app) => {
      await byNotice(app)
      return detail(app.page).getByRole('combobox', { name: 'Subject' })
    },
  },
  {
    name: 'the form of a judgement',
    open: async (app) => {
      await goTo(app, 'Report')
      await app.page.getByRole('button', { name: 'New report' }).first().click()
      await app.page.getByRole('button', { name: 'New judgement' }).click()
      await app.page.getByRole('form', { name: 'Judgement' }).getByRole('textbox').first().click()
    },
    again: async (app) => {
      await byNotice(app)
      return app.page.getByRole('form', { name: 'Judgement' }).getByRole('textbox').first()
    },
  },
  {
    name: 'a cell',
    open: async ({ page }) => {
      await cell(page, 'C10', 'place').dblclick()
      await page.keyboard.press('Control+A')
    },
    again: async ({ page }) => {
      await cell(page, 'C10', 'place').dblclick()
      const line = page.getByRole('status').filter({ hasText: /Restored what you typed at/ })
      await line.waitFor()
      const field = cell(page, 'C10', 'place').getByRole('combobox')
      const [above, edited] = await Promise.all([line.boundingBox(), field.boundingBox()])
      if (!above || !edited) throw new Error('The editor or the line above it has no place')
      expect(edited.y - (above.y + above.height)).toBeGreaterThanOrEqual(-2)
      expect(edited.y - (above.y + above.height)).toBeLessThan(12)
      return field
    },
  },
]

/** Types without a pause; answers when each letter was there. */
async function typeOn(page: Page): Promise<number[]> {
  const at: number[] = []
  for (const letter of text) {
    await page.keyboard.type(letter)
    at.push(Date.now())
    await pause(40)
  }
  return at
}

const valueOf = (field: Locator): Promise<string> =>
  field.evaluate((element) => ('value' in element ? String(element.value) : (element.textContent ?? '')))

/** What was typed until two seconds before the end is there, and nothing but what was typed. */
async function expectKept(field: Locator, typed: readonly number[], end: number): Promise<void> {
  const least = typed.filter((at) => at < end - mostLost).length
  expect(least).toBeGreaterThan(10)
  const kept = await valueOf(field)
  expect(text.startsWith(kept)).toBe(true)
  expect(kept.length).toBeGreaterThanOrEqual(least)
}

const root = temporaryFolder()
let app: App
let casePath: string
beforeEach(async () => {
  const folder = mkdtempSync(join(root, 'drafts-'))
  casePath = join(folder, 'Drafts.parallax')
  app = await launch({ dataFolder: join(folder, 'data'), size: { width: 1440, height: 900 } })
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterEach(() => app.close())

const startAgain = async (): Promise<void> => {
  app = await launch({ dataFolder: app.dataFolder, casePath, size: { width: 1440, height: 900 } })
  await cell(app.page, 'C10', 'ref').waitFor()
}

describe('the program is killed', () => {
  it.each(places)('while somebody types into $name', async ({ open, again, name }) => {
    await open(app)
    const typed = await typeOn(app.page)
    const end = Date.now()
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
    app.electron.process().kill('SIGKILL')
    await ended
    await startAgain()
    if (name === 'the form of a new claim') {
      await picture(app.page, 'drafts-notice')
      expect(await findings(app.page)).toEqual([])
    }
    await expectKept(await again(app), typed, end)
    await picture(app.page, `drafts-${name.replaceAll(' ', '-')}`)
    expect(await findings(app.page)).toEqual([])
  })
})

/** What the window says, asked of the main process; nothing while it has no page. */
const wordsOfWindow = (): Promise<string> =>
  app.electron.evaluate(async ({ BrowserWindow }): Promise<string> => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents || contents.isCrashed() || contents.isLoading()) return ''
    // A page that stops just then never answers.
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), 2000))
    return Promise.race([late, contents.executeJavaScript('document.body.innerText') as Promise<string>])
  })

describe("the window's process is killed", () => {
  it.each(places)('while somebody types into $name', async ({ open, again, name }) => {
    await open(app)
    const typed = await typeOn(app.page)
    const end = Date.now()
    const pid = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    )
    if (!pid) throw new Error('The window has no process')
    process.kill(pid, 'SIGKILL')
    await expect.poll(wordsOfWindow, { timeout: 15_000 }).toContain('The window had stopped and was loaded anew.')
    if (name !== 'a note') expect(await wordsOfWindow()).toContain('A draft was kept:')
    // The driver of the tests has lost the page with its process: another start shows what is there.
    await app.close()
    await startAgain()
    await expectKept(await again(app), typed, end)
  })
})
