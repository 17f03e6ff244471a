import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, picture, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, pictures, sampleCsv, showRecord } from './steps.ts'

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
  await pictures(page, 'review-pair')
})

it('says on the rail how many wait', async () => {
  const count = await page.getByRole('tab', { name: /^To review/ }).innerText()
  const waiting = /\d+/.exec(count)?.[0] ?? ''
  await page.getByRole('button', { name: `Review, ${waiting} waiting` }).waitFor()
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
  await pictures(page, 'review-not-comparable')
})

it('the claims say how many they contradict and where they come from, and are filtered by it', async () => {
  await goTo(app, 'Claims')
  await showRecord(page, 'C08')
  const compared = page.locator('[data-detail]').getByRole('region', { name: 'Held against others' })
  await compared.getByText(/is part of about 10,000/).waitFor()
  await compared.scrollIntoViewIfNeeded()
  await pictures(page, 'review-compared')
})

it('a key leads from a pair of the same words to a merge, and undoing it brings both back', async () => {
  const list = join(temporaryFolder(), 'again.csv')
  const twice = 'About 11,000 North Korean soldiers are in the Kursk region'
  writeFileSync(list, `ref,statement,claimant,said\nD01,"${twice}",대한민국 국방부,2024-11-20\n`)
  await goTo(app, 'Claims')
  await importCsv(app, list, 'claims')
  await page.keyboard.press('Control+7')
  const option = pairs().getByRole('option').filter({ hasText: /D01/ }).first()
  await option.click()
  await pair().getByRole('article', { name: 'D01' }).waitFor()
  await pairs().focus()
  await pictures(page, 'review-same')
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('columnheader', { name: 'C10 stays' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  await option.waitFor({ state: 'hidden' })
  await goTo(app, 'Claims')
  await cell(page, 'C10', 'ref').waitFor()
  await cell(page, 'D01', 'ref').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Z')
  for (const ref of ['C10', 'D01']) await cell(page, ref, 'ref').waitFor()
  await page.keyboard.press('Control+7')
  await option.waitFor()
})

it('an event says what it was held against too', async () => {
  await goTo(app, 'Events')
  await showRecord(page, 'E04')
  await page.keyboard.press('Control+L')
  const relations = page.locator('[data-detail]').getByRole('region', { name: 'Relations' })
  await relations.getByRole('combobox', { name: 'Relation' }).selectOption('same as')
  await relations.getByRole('combobox', { name: 'The other record' }).fill('Full-scale war')
  await relations.getByRole('option', { name: /Full-scale war/ }).click()
  const compared = page.locator('[data-detail]').getByRole('region', { name: 'Held against others' })
  await compared
    .getByText(/are held to be one event, but/)
    .first()
    .waitFor()
  await compared.scrollIntoViewIfNeeded()
  await pictures(page, 'review-compared-event')
  await page.keyboard.press('Control+Z')
  await compared
    .getByText(/are held to be one event, but/)
    .first()
    .waitFor({ state: 'hidden' })
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
