import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, temporaryFolder, type App } from './app.ts'
import { cell, goTo, importCsv, makeCase, pictures, rowTexts, sampleCsv, showRecord } from './steps.ts'

// Grades are a person's: dated, with a reason and a history; none given is neither F nor 6.

let app: App
let page: Page
const detail = (): Locator => page.locator('[data-detail]')
const reliability = (): Locator => detail().getByRole('region', { name: 'Reliability' })
const grade = (): Locator => detail().getByRole('region', { name: 'Grade', exact: true })
const tile = (within: Locator, words: string): Locator => within.getByRole('img', { name: words })

/** Chooses a ready filter in the palette, by the keyboard. */
async function choose(words: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).waitFor()
  await page.keyboard.press('Enter')
}

/** Shows an actor or an outlet beside its list. */
async function showSource(name: string): Promise<void> {
  await cell(page, name, 'name').click()
  await detail()
    .getByRole('button', { name: `Name: ${name}. Edit` })
    .waitFor()
}

interface Given {
  readonly topic?: string
  readonly value: string
  readonly reason: string
}

async function rateSource({ topic = '', value, reason }: Given): Promise<void> {
  await reliability().getByRole('button', { name: 'Grade', exact: true }).click()
  await reliability().getByLabel('Topic').fill(topic)
  await reliability().getByRole('combobox', { name: 'reliability' }).selectOption(value)
  await reliability().getByLabel('Reason').fill(reason)
  await page.keyboard.press('Enter')
  await reliability().getByText(reason).first().waitFor()
}

beforeAll(async () => {
  app = await launch({ size: { width: 1280, height: 800 } })
  page = app.page
  await makeCase(app, join(temporaryFolder(), 'Ratings.parallax'))
  await importCsv(app, sampleCsv('events'), 'events')
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('give an actor a reliability in general and by topic, with a checklist and a history', async () => {
  await goTo(app, 'Sources')
  await showSource('Volodymyr Zelenskyy')
  await reliability().getByText('Not graded.').waitFor()
  await reliability()
    .getByText(/^2 claims: 0 confirmed, 0 refuted/)
    .waitFor()
  await reliability().getByRole('button', { name: 'Grade', exact: true }).click()
  await reliability().getByLabel('Topic').fill('deployment')
  await reliability().getByRole('combobox', { name: 'reliability' }).selectOption('C')
  await reliability().getByRole('button', { name: 'Help to choose' }).click()
  await reliability().getByLabel('It was in a position to know').check({ force: true })
  await reliability().getByLabel('Reason').fill('당사자이며 이해관계가 있다. Сторона конфликта')
  await pictures(page, 'ratings-form')
  await reliability().getByLabel('Reason').press('Enter')
  await reliability()
    .getByText(/Сторона конфликта\. It was in a position to know/)
    .waitFor()
  await rateSource({ value: 'B', reason: 'Speaks with care' })
  await rateSource({ topic: 'deployment', value: 'F', reason: 'No way to tell' })
  await tile(reliability(), 'reliability B: usually reliable').waitFor()
  await tile(reliability(), 'reliability F: reliability cannot be judged').waitFor()
  await reliability().getByRole('button', { name: 'History · 3' }).click()
  await tile(reliability(), 'reliability C: fairly reliable').waitFor()
  await reliability().scrollIntoViewIfNeeded()
  await pictures(page, 'ratings-history')
})

it('take a reliability back to unset, which is not F, and undo brings it again', async () => {
  await reliability().getByRole('button', { name: 'Hide history' }).click()
  await rateSource({ topic: 'deployment', value: '', reason: 'To be graded anew' })
  await tile(reliability(), 'reliability not graded').waitFor()
  await expect.poll(() => tile(reliability(), 'reliability F: reliability cannot be judged').count()).toBe(0)
  await page.keyboard.press('Control+Z')
  await tile(reliability(), 'reliability F: reliability cannot be judged').waitFor()
})

it('grade an outlet too', async () => {
  await page.getByRole('tab', { name: /^Outlets/ }).click()
  await showSource('Unnamed outlet')
  await reliability().getByText('Not graded.').waitFor()
  await rateSource({ value: 'D', reason: 'Names nobody' })
  await tile(reliability(), 'reliability D: not usually reliable').waitFor()
})

it('tell an unset credibility from 6, in the pane and in the list', async () => {
  await goTo(app, 'Claims')
  await showRecord(page, 'C12')
  for (const [value, words] of [
    ['6', 'credibility 6: truth cannot be judged'],
    ['', 'credibility not graded'],
  ] as const) {
    await grade().getByRole('button', { name: 'Change' }).last().click()
    await grade().getByRole('combobox', { name: 'credibility' }).selectOption(value)
    await grade().getByRole('button', { name: 'Save grade' }).click()
    await tile(grade(), words).waitFor()
    await tile(cell(page, 'C12', 'credibility'), words).waitFor()
  }
  await grade()
    .getByRole('button', { name: /^History/ })
    .click()
  await tile(grade(), 'credibility 6: truth cannot be judged').waitFor()
  await grade().scrollIntoViewIfNeeded()
  await pictures(page, 'ratings-unset')
})

it('take credibility 1 without two origins only with a reason, and flag the claim', async () => {
  await showRecord(page, 'C10')
  await grade().getByRole('button', { name: 'Change' }).last().click()
  await grade()
    .getByText(/1 is for what two independent origins confirm/)
    .waitFor()
  await grade().getByRole('combobox', { name: 'credibility' }).selectOption('1')
  const save = grade().getByRole('button', { name: 'Save grade' })
  await expect.poll(() => save.isDisabled()).toBe(true)
  await grade().getByRole('button', { name: 'Help to choose' }).click()
  await grade().getByLabel('Reason').fill('Filmed by two of us')
  await expect.poll(() => save.isEnabled()).toBe(true)
  await grade().scrollIntoViewIfNeeded()
  await pictures(page, 'ratings-credibility')
  await grade().getByLabel('Reason').press('Enter')
  await tile(grade(), 'credibility 1: confirmed by other sources').waitFor()
  await grade()
    .getByText(/: Filmed by two of us/)
    .waitFor()
  // What a list grades 1 came without a reason of anybody's.
  const list = join(temporaryFolder(), 'graded.csv')
  writeFileSync(
    list,
    'ref,statement,claimant,credibility\nC18,Российские и северокорейские войска 북한군 действуют вместе,Минобороны России,1\n',
  )
  await importCsv(app, list, 'claims')
  await choose('graded 1 without two origins')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['C18'])
  await showRecord(page, 'C18')
  const origins = detail().getByRole('region', { name: 'Origins' })
  await origins.getByText(/Graded 1, confirmed by other sources/).waitFor()
  await pictures(page, 'ratings-flagged')
})

it('are found with the ready filters of the palette: contradicted, from one origin', async () => {
  await choose('contradicted and not reviewed')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['C08', 'C10'])
  await pictures(page, 'ratings-contradicted')
  await choose('single origin')
  await page.getByText('No claims match').waitFor()
  // Two documents, and one of them has it from the other.
  await page.keyboard.press('Control+K')
  await page.keyboard.type('C13')
  await page.getByRole('option', { name: /^claim C13/ }).click()
  await page.keyboard.press('Control+L')
  const relations = detail().getByRole('region', { name: 'Relations' })
  await relations.getByRole('combobox', { name: 'Relation' }).selectOption('repeats')
  await relations.getByRole('combobox', { name: 'The other record' }).fill('C01')
  await relations.getByRole('option', { name: /C01/ }).click()
  await choose('single origin')
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['C01', 'C13'])
  await pictures(page, 'ratings-single-origin')
  expect(app.complaints).toEqual([])
})
