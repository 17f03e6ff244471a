import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, resize, setTheme, tabTo, temporaryFolder, type App } from './app.ts'
import { addJudgement, goTo, importCsv, makeCase, sampleCsv, showRecord } from './steps.ts'

// A judgement goes stale when its evidence is regraded, is reviewed with a reason, is worded well with a key, and the report
// is held against the tradecraft standards before it goes out.

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

let app: App
let page: Page
const statement = 'North Korean soldiers are in the Kursk region in the thousands'
const row = (): Locator => page.getByRole('listitem').filter({ hasText: statement }).first()
const stale = (): Locator => page.getByRole('region', { name: 'What changed of the evidence' })
const form = (): Locator => page.getByRole('form', { name: 'Judgement' })
const pane = (): Locator => page.getByRole('region', { name: 'Before it goes out' })
const standard = (title: string): Locator =>
  pane()
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })

beforeAll(async () => {
  app = await launch({ size: sizes[0] })
  page = app.page
  await makeCase(app, join(temporaryFolder(), 'Checklist.parallax'))
  await importCsv(app, sampleCsv('claims'), 'claims')
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().click()
  await addJudgement(app, {
    statement,
    term: 'very likely',
    confidence: 'moderate',
    reasons: 'Three governments give figures; none shows its evidence.',
    supports: ['C08', 'C10'],
    contrary: ['C06'],
  })
  await page.getByText('2 for, 1 against').waitFor()
})
afterAll(() => app.close())

/** Pictures in both themes and at both sizes, in which axe finds nothing and nothing is cut off. */
async function shown(name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(page, theme)
    for (const size of [...sizes].reverse()) {
      await resize(app.electron, size)
      await page.waitForTimeout(400)
      await picture(page, `${name}-${theme}-${size.width}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    }
    expect(await findings(page), `${name}, ${theme}`).toEqual([])
  }
}

it('shows that a judgement is stale when its evidence is regraded, what changed, and the way there', async () => {
  expect(await stale().count()).toBe(0)
  await goTo(app, 'Claims')
  await showRecord(page, 'C08')
  const grade = page.locator('[data-detail]').getByRole('region', { name: 'Grade', exact: true })
  await grade.getByRole('button', { name: 'Change' }).first().click()
  await grade.getByRole('combobox', { name: 'reliability' }).selectOption('E')
  await grade.getByRole('button', { name: 'Save grade' }).click()
  await goTo(app, 'Report')
  await stale()
    .getByText(/was regraded: reliability . then, E now\./)
    .waitFor()
  await page
    .frameLocator('iframe[aria-hidden=false]')
    .getByText(/was not reviewed since: C08\./)
    .waitFor()
  await shown('judgement-stale')
  await stale().getByRole('button', { name: 'C08' }).click()
  await page
    .locator('[data-detail]')
    .getByText(/^C08 · /)
    .waitFor()
  await goTo(app, 'Report')
})

it('is reviewed only with a reason, which stays with it, and is stale again when that is undone', async () => {
  const review = stale().getByRole('button', { name: 'Reviewed, stands' })
  expect(await review.isDisabled()).toBe(true)
  await stale().getByRole('textbox', { name: 'Why the judgement stands' }).fill('C10 alone carries it')
  await review.click()
  await stale().waitFor({ state: 'hidden' })
  await row()
    .getByText(/^reviewed .* by /)
    .waitFor()
  await page.keyboard.press('Control+Z')
  await stale().waitFor()
  await page.keyboard.press('Control+Shift+Z')
  await stale().waitFor({ state: 'hidden' })
})

it('takes exception to a wording as it is typed, and takes a fix by the keyboard', async () => {
  await row().getByTitle('Edit this judgement').click()
  await form().getByText('C10 alone carries it').waitFor()
  const text = form().getByRole('textbox', { name: /^Judgement/ })
  const notes = form().getByRole('list', { name: 'Wording' })
  expect(await notes.count()).toBe(0)
  await text.fill('The brigade may stay in Kursk, with high confidence, and it is probable that it fights')
  await notes.getByText(/“may” leaves open/).waitFor()
  await notes.getByText('the other row of ICD 203').waitFor()
  await notes.getByText('never stand in one sentence').waitFor()
  await shown('judgement-wording')
  await text.focus()
  await page.keyboard.press('Alt+Enter')
  await expect.poll(() => text.inputValue()).toContain('The brigade will stay')
  await notes.getByText(/“may” leaves open/).waitFor({ state: 'hidden' })
  await page.keyboard.press('Alt+Enter')
  await expect.poll(() => text.inputValue()).toBe('The brigade will stay in Kursk and it is probable that it fights')
  expect(await form().getByRole('radio', { name: 'high', exact: true }).isChecked()).toBe(true)
  // A fix is an edit like another: it is taken back by the same key.
  await page.keyboard.press('Control+Z')
  await expect.poll(() => text.inputValue()).toContain('with high confidence')
  await text.fill('The brigade will stay in Kursk and it is probable that it fights')
  await tabTo(page, 'Write “likely”')
  await page.keyboard.press('Enter')
  await expect.poll(() => text.inputValue()).toContain('it is likely that')
  await notes.getByText('“very likely” is chosen for it').waitFor()
  await text.fill(statement)
  await notes.waitFor({ state: 'hidden' })
})

it('weighs evidence, and keeps by when it resolves', async () => {
  await form().getByRole('combobox', { name: 'Weight of C10' }).selectOption('high')
  await form()
    .getByRole('textbox', { name: /^Resolves by/ })
    .fill('2024-12')
  await form().getByText('December 2024').waitFor()
  await form()
    .getByRole('button', { name: /^Save judgement/ })
    .click()
  await row().getByText('resolves by December 2024').waitFor()
  const preview = page.frameLocator('iframe[aria-hidden=false]')
  await preview.getByText('(high weight)').waitFor()
  await preview.getByText('Resolves by').waitFor()
})

it('is held against the nine standards, each finding with the way to its place', async () => {
  await page.getByRole('button', { name: /^Before it goes out/ }).click()
  expect(await pane().getByRole('heading', { level: 3 }).count()).toBe(9)
  await standard('Alternatives').getByText('not met', { exact: true }).waitFor()
  await standard('Change or consistency of judgements')
    .getByText(/was to resolve by December 2024/)
    .waitFor()
  await shown('checklist')
  await standard('Alternatives')
    .getByRole('button', { name: /^“North Korean/ })
    .first()
    .click()
  await form()
    .getByRole('textbox', { name: /^Alternatives/ })
    .fill('Workers, taken for soldiers')
  await form()
    .getByRole('textbox', { name: /^Judgement/ })
    .focus()
  await page.keyboard.press('Control+Enter')
  await standard('Alternatives').getByText('It names no alternatives.').waitFor({ state: 'hidden' })
  await standard('Quality and credibility of sources').getByRole('button', { name: /^“/ }).first().waitFor()
})

it('lets a person judge what no data can show, with a note that stays', async () => {
  const relevance = standard('Relevance')
  await page.getByRole('button', { name: 'Close the checklist' }).click()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('before it goes out')
  await page.keyboard.press('Enter')
  await pane().waitFor()
  await standard('Accuracy').getByText('I have judged it: met').click()
  await standard('Accuracy').getByText('met', { exact: true }).waitFor()
  await standard('Accuracy').getByRole('textbox').fill('Checked against the documents')
  await standard('Accuracy').getByRole('textbox').press('Tab')
  await relevance.getByText('The case has no question').waitFor()
  await page.keyboard.press('Control+E')
  await page.getByRole('menuitem', { name: /^Before it goes out: \d not met/ }).waitFor()
  await picture(page, 'checklist-export')
  await page.keyboard.press('Escape')
  await page.reload()
  await goTo(app, 'Report')
  await page.getByRole('button', { name: /^Before it goes out/ }).click()
  expect(await standard('Accuracy').getByRole('textbox').inputValue()).toBe('Checked against the documents')
  expect(app.complaints).toEqual([])
})

it('asks which term is meant by a figure in a gap of the scale', async () => {
  await page.evaluate(() => window.parallax.call('case.update', { patch: { scale: 'phia' } }))
  await page.getByRole('button', { name: 'New judgement' }).click()
  await form().getByRole('textbox').first().fill('They will be relieved before the summer')
  await form().getByRole('textbox', { name: 'Likelihood in per cent' }).fill('37')
  await form()
    .getByText(/37.% has no term in PHIA/)
    .first()
    .waitFor()
  expect(
    await form()
      .getByRole('button', { name: /^Save judgement/ })
      .isDisabled(),
  ).toBe(true)
  await picture(page, 'judgement-gap')
  await tabTo(page, '“realistic possibility”, without the figure')
  await page.keyboard.press('Enter')
  expect(
    await form()
      .getByRole('radio', { name: /^realistic possibility/ })
      .isChecked(),
  ).toBe(true)
  expect(await form().getByRole('textbox', { name: 'Likelihood in per cent' }).inputValue()).toBe('')
  expect(
    await form()
      .getByRole('button', { name: /^Save judgement/ })
      .isEnabled(),
  ).toBe(true)
  await form().getByRole('button', { name: 'Cancel' }).click()
})
