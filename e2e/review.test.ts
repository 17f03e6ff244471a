import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, sampleCsv } from './steps.ts'

// What rules suggest is gone through one key each, with both sides and the reasoning; what a person says to it is kept.

let app: App
let page: Page
const dataFolder = temporaryFolder()
const casePath = join(temporaryFolder(), 'Review.parallax')
const pair = (): Locator => page.getByRole('region', { name: 'Pair', exact: true })
const pairs = (): Locator => page.getByRole('listbox', { name: 'Pairs' })

beforeAll(async () => {
  app = await launch({ dataFolder, size: { width: 1280, height: 800 } })
  page = app.page
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('events'), 'events')
  await goTo(app, 'Claims')
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('shows the pair with both sides and the reasoning in one sentence', async () => {
  await page.keyboard.press('Control+7')
  await pair()
    .getByRole('heading', { name: /^8,000 and about 11,000 soldiers present in Kursk region/ })
    .waitFor()
  await expect.poll(() => pair().getByRole('article', { name: 'C08' }).innerText()).toContain('Antony Blinken')
  await expect.poll(() => pair().getByRole('article', { name: 'C10' }).innerText()).toContain('Volodymyr Zelenskyy')
  await picture(page, 'review-light-1280')
  expect(await findings(page)).toEqual([])
})

it('a key rejects, another undoes, another confirms: the relation stands at both claims', async () => {
  await pairs().focus()
  const reason = await pair().getByRole('heading').innerText()
  await page.keyboard.press('r')
  await pair().getByText(reason).waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+z')
  await pair().getByText(reason).waitFor()
  await pairs().focus()
  await page.keyboard.press('Shift+C')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Both name the same days')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Confirmed' }).click()
  await pair()
    .getByText(/Confirmed by .*: Both name the same days/)
    .waitFor()
  await picture(page, 'review-confirmed')
  await goTo(app, 'Claims')
  await cell(page, 'C10', 'ref').click()
  const relations = page.locator('[data-detail]').getByRole('region', { name: 'Relations' })
  await relations.getByText('contradicts').first().waitFor()
  await relations.getByRole('button', { name: 'C08', exact: true }).waitFor()
})

it('lists what looks alike and does not compare, with the reason', async () => {
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Not comparable' }).click()
  const row = page.getByRole('row').filter({ hasText: 'C07' }).filter({ hasText: 'C11' })
  await row.getByText(/present and sent/).waitFor()
  await picture(page, 'review-not-comparable')
  expect(await findings(page)).toEqual([])
})

it('the claims say how many they contradict and where they come from, and are filtered by it', async () => {
  await goTo(app, 'Claims')
  await cell(page, 'C08', 'ref').click()
  await page
    .locator('[data-detail]')
    .getByText(/^C08 · /)
    .waitFor()
  const compared = page.locator('[data-detail]').getByRole('region', { name: 'Held against others' })
  await compared.getByText(/is part of about 10,000/).waitFor()
  await compared.scrollIntoViewIfNeeded()
  await picture(page, 'review-compared')
  expect(await findings(page)).toEqual([])
})

it('a rejected pair stays away after a restart, and comes back when what it was about changes', async () => {
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: 'Confirmed' }).click()
  await pairs().focus()
  await page.keyboard.press('r')
  await page.getByRole('tab', { name: 'Rejected' }).click()
  await pair().waitFor()
  await app.close()
  app = await launch({ dataFolder, size: { width: 1280, height: 800 } })
  page = app.page
  await page.keyboard.press('Control+7')
  await page.getByText('Nothing to review').or(pairs()).first().waitFor()
  await expect.poll(() => page.getByText(/intervals 8,000 and 9,900/).count()).toBe(0)
  await goTo(app, 'Claims')
  await cell(page, 'C10', 'quantity').click()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('about 12,000')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+7')
  await page
    .getByText(/8,000 and about 12,000 soldiers present/)
    .first()
    .waitFor()
})
