import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, sampleCsv } from './steps.ts'

// Two records that stand for one thing become one, field by field, and two again.

let app: App
const casePath = join(temporaryFolder(), 'Merge.parallax')
const dialog = (): Locator => app.page.getByRole('dialog')
const bar = (): Locator => app.page.getByRole('toolbar', { name: 'What is selected' })

async function tick(column: string, ...words: readonly string[]): Promise<void> {
  for (const each of words) {
    await cell(app.page, each, column).click()
    await app.page.keyboard.press('Space')
  }
}

async function start(): Promise<void> {
  app = await launch({ size: { width: 1280, height: 800 }, casePath })
}

beforeAll(async () => {
  app = await launch({ size: { width: 1280, height: 800 } })
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('offers to merge exactly two, and shows them side by side in both themes', async () => {
  const { page } = app
  await tick('ref', 'C08')
  await expect.poll(() => bar().getByRole('button', { name: 'Merge…' }).count()).toBe(0)
  await tick('ref', 'C10')
  await bar().getByRole('button', { name: 'Merge…' }).click()
  await dialog().getByRole('columnheader', { name: 'C08 stays' }).waitFor()
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.parallax.call('preferences.set', { theme }), theme)
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
    await picture(page, `merge-${theme}`)
    expect(await findings(page)).toEqual([])
  }
  await page.evaluate(() => window.parallax.call('preferences.set', { theme: 'light' }))
  await dialog().getByRole('button', { name: 'Keep C10 instead' }).click()
  await dialog().getByRole('columnheader', { name: 'C10 stays' }).waitFor()
})

it('merges by the keyboard what was chosen, after a backup, and the message takes it back', async () => {
  const { page } = app
  const claimant = dialog().getByRole('radio', { name: /^Claimant/ })
  await claimant.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => claimant.nth(1).isChecked()).toBe(true)
  await dialog().getByLabel('Reason').fill('One sentence, entered twice')
  await page.keyboard.press('Control+Enter')
  await dialog().waitFor({ state: 'hidden' })
  await cell(page, 'C08', 'ref').waitFor({ state: 'hidden' })
  await expect.poll(() => cell(page, 'C10', 'claimant').innerText()).toBe('Antony Blinken')
  const { ok, value } = (await page.evaluate(() => window.parallax.call('backups.list', { of: null }))) as {
    ok: boolean
    value: { backups: { reason: string }[] }
  }
  expect(ok && value.backups.map(({ reason }) => reason)).toContain('merge')
  await page.getByText('C08 was merged into C10.').waitFor()
  await picture(page, 'merge-done')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await cell(page, 'C08', 'ref').waitFor()
  await expect.poll(() => cell(page, 'C10', 'claimant').innerText()).toBe('Volodymyr Zelenskyy')
})

it('takes a merge back in the history after a restart', async () => {
  await tick('ref', 'C10', 'C11')
  await bar().getByRole('button', { name: 'Merge…' }).click()
  await dialog().getByRole('button', { name: 'Merge', exact: true }).click()
  await cell(app.page, 'C11', 'ref').waitFor({ state: 'hidden' })
  await app.close()
  await start()
  await goTo(app, 'History')
  const { page } = app
  const activity = page.getByRole('region', { name: 'Activity' })
  await activity.getByRole('button', { name: 'merge C11 into C10', exact: true }).click()
  await page.getByRole('complementary', { name: 'Step' }).getByRole('button', { name: 'Undo this step' }).click()
  await page.getByText('Undone: merge C11 into C10').waitFor()
  await goTo(app, 'Claims')
  await cell(page, 'C11', 'ref').waitFor()
})

it('merges two actors from the palette: claims name the kept one, and the other name is an alias', async () => {
  const { page } = app
  await goTo(app, 'Sources')
  await tick('name', 'Russian state media', 'Treaty text')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('merge the two')
  await page.keyboard.press('Enter')
  await dialog().getByRole('columnheader', { name: 'Russian state media stays' }).waitFor()
  await picture(page, 'merge-actors')
  expect(await findings(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Merge', exact: true }).click()
  await dialog().waitFor({ state: 'hidden' })
  await expect.poll(() => cell(page, 'Russian state media', 'aliases').innerText()).toContain('Treaty text')
  await goTo(app, 'Claims')
  await expect.poll(() => cell(page, 'C03', 'claimant').innerText()).toBe('Russian state media')
  expect(app.complaints).toEqual([])
})
