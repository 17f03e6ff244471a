import { execFile } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, launch, projectFolder, resize, temporaryFolder, type App } from './app.ts'
import { cell, pictures, rowTexts } from './steps.ts'

// A colleague works on a copy of the case and sends a report; it is read back here.

const exec = promisify(execFile)
const folder = temporaryFolder()
const at = (name: string): string => join(folder, name)
const [mine, theirs] = [at('mine.parallax'), at('theirs.parallax')]

/** Runs the command line, which is built already. */
const parallax = async (...args: string[]): Promise<string> => {
  const { stdout } = await exec(process.execPath, [join(projectFolder, 'out/main/cli.js'), ...args], {
    cwd: projectFolder,
  })
  return stdout
}
/** Gives claims of the sample other places. */
const move = async (path: string, places: Readonly<Record<string, string>>, more = ''): Promise<void> => {
  const { rows } = JSON.parse(await parallax('list', path, 'claims', '--json')) as {
    rows: { ref: string; statement: string }[]
  }
  const lines = Object.entries(places).map(([ref, place]) => {
    const { statement = '' } = rows.find((row) => row.ref === ref) ?? {}
    return `${ref},"${statement.replaceAll('"', '""')}",,${place}\n`
  })
  writeFileSync(at('rows.csv'), `ref,statement,claimant,place\n${lines.join('')}${more}`)
  await parallax('import', path, at('rows.csv'), '--on-duplicate', 'update')
}

let app: App
let page: Page

beforeAll(async () => {
  await parallax('new', mine, '--title', 'Mine')
  await parallax('import', mine, join(projectFolder, 'resources/sample/partnership-claims.csv'))
  copyFileSync(mine, theirs)
  await move(mine, { C08: 'Moscow', C10: 'Belgorod' })
  await move(
    theirs,
    { C08: 'Rostov', C07: 'Vostochny' },
    'N01,"북한군 병사 두 명이 쿠르스크에서 생포됐다",국정원,Kursk region\n',
  )
  await parallax('report', theirs, '--format', 'html', '--out', at('colleague.html'))
  app = await launch({ casePath: mine, size: { width: 1440, height: 900 } })
  page = app.page
}, 120_000)
afterAll(() => app?.close())

const dialog = (): Locator => page.getByRole('dialog', { name: /^Read / })
const placeOf = async (ref: string): Promise<string | undefined> => {
  const [refs, places] = [await rowTexts(page, 'ref'), await rowTexts(page, 'place')]
  return places[refs.indexOf(ref)]
}
const read = async (path: string): Promise<void> => {
  await answerDialog(app.electron, path)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Find any record or command' }).getByRole('combobox').fill('read a report')
  await page.keyboard.press('Enter')
  await dialog().waitFor()
}

it('shows who made a report, and what of it is new, changed and in conflict, with both sides', async () => {
  await cell(page, 'C08', 'ref').waitFor()
  await read(at('colleague.html'))
  await expect
    .poll(() =>
      dialog()
        .getByText(/changed on both sides ·/)
        .innerText(),
    )
    .toMatch(/^1 changed on both sides · 1 changed by the sender · 2 new · \d+ the same$/)
  await expect.poll(() => dialog().innerText()).toContain('It is as it was made.')
  const conflict = dialog().getByRole('region', { name: 'Changed on both sides' })
  await expect.poll(() => conflict.innerText()).toMatch(/C08[^]*place[^]*Moscow[^]*Rostov/)
  await expect.poll(() => conflict.getByRole('radio', { name: 'place, yours: Moscow' }).isChecked()).toBe(true)
  await pictures(page, 'evidence')
  await resize(app.electron, { width: 960, height: 600 })
  await pictures(page, 'evidence-small')
  await resize(app.electron, { width: 1440, height: 900 })
})

it('brings in what is chosen as one step: theirs in a conflict by the keyboard, and undo takes it all back', async () => {
  await dialog().getByRole('radio', { name: 'place, yours: Moscow' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => dialog().getByRole('radio', { name: 'place, theirs: Rostov' }).isChecked()).toBe(true)
  await dialog().getByRole('button', { name: 'Bring in 4 records' }).click()
  await dialog().waitFor({ state: 'hidden' })
  await expect.poll(() => placeOf('C08')).toBe('Rostov')
  await expect.poll(() => placeOf('C07')).toBe('Vostochny')
  expect(await placeOf('C10')).toBe('Belgorod')
  await expect.poll(() => rowTexts(page, 'ref')).toContain('N01')
  await page.getByText('4 records came in from colleague.html.').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => placeOf('C08')).toBe('Moscow')
  await expect.poll(() => rowTexts(page, 'ref')).not.toContain('N01')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => placeOf('C08')).toBe('Rostov')
})

it('finds nothing to take where the case has it all', async () => {
  await read(at('colleague.html'))
  await dialog().getByText('The case has all of it already.').waitFor()
  expect(
    await dialog()
      .getByRole('button', { name: /^Bring in/ })
      .isDisabled(),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
})

it('says why a file cannot be read', async () => {
  writeFileSync(at('plain.html'), '<p>Nothing</p>')
  await read(at('plain.html'))
  await dialog()
    .getByText(/carries no evidence/)
    .waitFor()
  await page.keyboard.press('Escape')
  writeFileSync(at('broken.pdf'), '%PDF-1.7\nnothing')
  await read(at('broken.pdf'))
  await dialog()
    .getByText(/cannot be read as a PDF file/)
    .waitFor()
  await page.keyboard.press('Escape')
  expect(app.complaints).toEqual([])
})
