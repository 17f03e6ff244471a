import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, temporaryFolder, type App } from './app.ts'
import { goTo, importCsv, makeCase, pictures, sampleCsv, showRecord } from './steps.ts'

let app: App
let page: Page
const detail = (): Locator => page.locator('[data-detail]')
const origins = (): Locator => detail().getByRole('region', { name: 'Origins' })
/** What others do meanwhile: relations that another part of the window makes. */
const relate = (from: string, type: string, to: string): Promise<unknown> =>
  page.evaluate(
    async ([subject, kind, object]) => {
      const call = window.parallax.call as (
        name: string,
        input: unknown,
      ) => Promise<{ value: { rows: { ref: string; id: string }[] } }>
      const { rows } = (await call('claims.page', {})).value
      const end = (ref: string) => ({ kind: 'claim', id: rows.find((row) => row.ref === ref)?.id })
      return call('relations.add', { from: end(subject), to: end(object), type: kind })
    },
    [from, type, to] as const,
  )

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, join(temporaryFolder(), 'Origins.parallax'))
  await importCsv(app, sampleCsv('events'), 'events')
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

it('says that hearsay of nobody has no origin', async () => {
  await showRecord(page, 'C06')
  await origins().getByText('1 document, 1 outlet, 0 independent origins, 1 unresolved').waitFor()
  await origins().getByText('C06 is hearsay: nobody answers for it.').waitFor()
})

it('counts two claims of one claimant as one origin, and apart where that is switched off', async () => {
  await relate('C08', 'supports', 'C07')
  await relate('C11', 'supports', 'C07')
  await relate('C06', 'repeats', 'C11')
  await showRecord(page, 'C07')
  await origins().getByText('1 document, 1 outlet, 2 independent origins').waitFor()
  await origins().getByText('C07 and C08 both come from Antony Blinken: one origin.').waitFor()
  await pictures(page, 'origins')
  await origins().getByText('same claimant').click()
  await origins().getByText('1 document, 1 outlet, 3 independent origins').waitFor()
  await origins().getByText('same claimant').click()
})

it('draws the chain, and opens a record of it by the keyboard', async () => {
  await origins().getByRole('button', { name: 'Show the chain' }).click()
  const chain = page.getByRole('dialog').getByRole('group', { name: /^Where C07 comes from/ })
  await chain.waitFor()
  await pictures(page, 'origins-chain')
  await chain.getByRole('button', { name: /^claim, C11/ }).focus()
  await page.keyboard.press('Enter')
  await detail()
    .getByText(/^C11 · /)
    .waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})

it('saves the chain as it is shown as a file, and puts it into a report', async () => {
  const file = join(temporaryFolder(), 'chain.svg')
  await showRecord(page, 'C07')
  await origins().getByText('same claimant').click()
  await origins().getByText('3 independent origins').waitFor()
  await origins().getByRole('button', { name: 'Show the chain' }).click()
  await answerDialog(app.electron, file)
  await page.getByRole('button', { name: 'Save as SVG' }).click()
  await page.getByText('Saved as chain.svg.').waitFor()
  expect(readFileSync(file, 'utf8')).toMatch(/Where C07 comes from[^]*3 independent origins[^]*C08/)
  await page.getByRole('button', { name: 'Add to report' }).click()
  await page.getByRole('button', { name: 'Open the report' }).click()
  const preview = page.frameLocator('iframe[aria-hidden=false]')
  await expect.poll(() => preview.locator('figure svg title').first().textContent()).toBe('Where C07 comes from')
  await preview.locator('figure svg text').getByText('3 independent origins').waitFor()
  await goTo(app, 'Claims')
})

it('offers credibility 1 on one origin only with a reason', async () => {
  await showRecord(page, 'C10')
  const grade = detail().getByRole('region', { name: 'Grade' })
  await grade.getByRole('button', { name: 'Change' }).last().click()
  await grade
    .getByText(/1 is for what two independent origins confirm\. This claim has one independent origin/)
    .waitFor()
  await grade.getByLabel('credibility').selectOption('1')
  await expect.poll(() => grade.getByRole('button', { name: 'Save grade' }).isDisabled()).toBe(true)
  await pictures(page, 'origins-grade')
  await grade.getByLabel('Reason').fill('Seen on film by two of us')
  await grade.getByRole('button', { name: 'Save grade' }).click()
  await grade.getByText(/confirmed by other sources.*Seen on film/).waitFor()
})
