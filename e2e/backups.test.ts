import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, setTheme, temporaryFolder, type App } from './app.ts'
import { cell, importCsv, makeCase, rowTexts, sampleCsv } from './steps.ts'

// The dialog of backups as a person uses it, by the keyboard where that is the point, in both themes.

const folder = temporaryFolder()
const path = join(folder, 'Korea.parallax')
let app: App

beforeAll(async () => {
  app = await launch({ theme: 'light' })
  await makeCase(app, path)
  await importCsv(app, sampleCsv('claims'), 'claims')
})
afterAll(() => app.close())

const dialog = (name = 'Backups') => app.page.getByRole('dialog', { name })
const button = (name: string) => app.page.getByRole('dialog').getByRole('button', { name })
const files = (): string[] =>
  existsSync(join(folder, 'Korea.parallax-backups')) ? readdirSync(join(folder, 'Korea.parallax-backups')) : []

/** By the command palette, as whoever has no mouse. */
async function openDialog(): Promise<void> {
  await app.page.keyboard.press('Control+K')
  await app.page.keyboard.type('Backups')
  await app.page.keyboard.press('Enter')
  await dialog().waitFor()
}

/** The dialog shows its last list until the new one has come. */
const reads = (words: string | RegExp) => expect.poll(() => dialog().innerText()).toMatch(words)

async function setPlace(place: string): Promise<void> {
  await cell(app.page, 'About 11,000', 'place').click()
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.press('Control+A')
  await app.page.keyboard.type(place)
  await app.page.keyboard.press('Enter')
  await expect.poll(() => cell(app.page, 'About 11,000', 'place').innerText()).toBe(place)
}

it('makes a backup now and shows when, why and how large it is', async () => {
  await openDialog()
  await reads('There is no backup yet')
  await button('Back up now').press('Enter')
  await dialog().getByRole('radio').waitFor()
  await reads(/20\d\d, \d\d:\d\d:\d\d\s+by hand\s+[\d.]+ (kB|MB)/)
  await reads(/One backup takes [\d.]+ (kB|MB) of at most [\d.]+ GB\.\s+The newest one has all that is in the case\./)
  expect(files()).toEqual([expect.stringMatching(/\.manual\.parallax$/)])
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app.page, theme)
    await picture(app.page, `backups-${theme}`)
    expect(await findings(app.page)).toEqual([])
  }
  await app.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
})

it('opens a backup to compare, read-only, and goes back to the case', async () => {
  await setPlace('as it became')
  await openDialog()
  await reads('The case was changed since the newest one.')
  await button('Open to compare').press('Enter')
  await app.page.getByText(/This is the backup of .* made by hand\./).waitFor()
  await expect.poll(() => cell(app.page, 'About 11,000', 'place').innerText()).toBe('Kursk region')
  await app.page.waitForTimeout(300)
  await picture(app.page, 'backups-compare')
  await app.page.getByRole('button', { name: 'Back to the case' }).click()
  await app.page.getByText(/This is the backup of/).waitFor({ state: 'hidden' })
  await expect.poll(() => cell(app.page, 'About 11,000', 'place').innerText()).toBe('as it became')
})

it('restores a backup after asking, with the present file set aside', async () => {
  await openDialog()
  // What was changed was backed up when the case was left for the backup.
  await expect.poll(() => dialog().getByRole('radio').count()).toBe(2)
  await app.page.keyboard.press('ArrowDown')
  await expect.poll(() => dialog().getByRole('radio').nth(1).isChecked()).toBe(true)
  await button('Restore…').press('Enter')
  const asked = dialog('Restore this backup?')
  await asked.waitFor()
  await expect
    .poll(() => asked.innerText())
    .toMatch(/made by hand.*takes the place of Korea\.parallax.*not overwritten.*Korea\.set-aside-/s)
  await app.page.waitForTimeout(300)
  await picture(app.page, 'backups-restore')
  expect(await findings(app.page)).toEqual([])
  await button('Restore').last().press('Enter')
  await app.page.getByText(/Korea\.parallax is as it was on .* kept as Korea\.set-aside-.*\.parallax/).waitFor()
  await expect.poll(() => cell(app.page, 'About 11,000', 'place').innerText()).toBe('Kursk region')
  expect((await rowTexts(app.page, 'place')).includes('as it became')).toBe(false)
  const aside = readdirSync(folder).filter((name) => /^Korea\.set-aside-\d{8}-\d{6}\.parallax$/.test(name))
  expect(aside).toHaveLength(1)
  await setPlace('and goes on')
})

it('deletes a backup after asking', async () => {
  const before = files().length
  await openDialog()
  await reads(
    /One earlier file that was replaced is kept beside the case \([\d.]+ (kB|MB)\)\. It stays until you delete it\./,
  )
  await picture(app.page, 'backups-replaced')
  await button('Delete…').press('Enter')
  await dialog('Delete this backup?').waitFor()
  await button('Delete').last().press('Enter')
  await expect.poll(() => files().length).toBe(before - 1)
  await dialog().waitFor()
  await expect.poll(() => dialog().getByRole('radio').count()).toBe(before - 1)
  await app.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
})

it('says when a backup cannot be made, and closes the case all the same', async () => {
  const other = join(folder, 'Other.parallax')
  writeFileSync(join(folder, 'Other.parallax-backups'), 'a file where the folder should be')
  await makeCase(app, other)
  await importCsv(app, sampleCsv('claims'), 'claims')
  await app.page.keyboard.press('Control+W')
  await app.page.getByRole('region', { name: 'Recent' }).waitFor()
  await app.page
    .getByText(/No backup was made of .*Other\.parallax; the earlier ones stay\..*cannot be written/)
    .waitFor()
  await app.page.waitForTimeout(300)
  await picture(app.page, 'backups-notice')
  await app.page
    .getByRole('region', { name: 'Recent' })
    .getByRole('button', { name: /^Korea/ })
    .click()
  await cell(app.page, 'About 11,000', 'place').waitFor()
})

it('backs up a case that has something before a large import', async () => {
  const rows = Array.from({ length: 4000 }, (_, at) => `L${at},Statement number ${at} ${'of many '.repeat(20)}`)
  const list = join(folder, 'large.csv')
  const many = join(folder, 'many.csv')
  writeFileSync(many, `ref,statement\n${rows.slice(0, 200).join('\n')}\n`)
  writeFileSync(list, `ref,statement\n${rows.slice(200).join('\n')}\n`)
  await importCsv(app, many, 'claims')
  expect(files().some((name) => name.includes('.import.'))).toBe(false)
  await importCsv(app, list, 'claims')
  expect(files().filter((name) => name.includes('.import.'))).toHaveLength(1)
  await app.page.keyboard.press('Control+Z')
  await app.page.getByText(/^Undone: import large\.csv/).waitFor()
})

it('leaves a backup when the program ends', async () => {
  await app.close()
  expect(files().some((name) => name.includes('.close.'))).toBe(true)
  expect(files().filter((name) => name.includes('.part'))).toEqual([])
  app = await launch({ casePath: path })
  await expect.poll(() => cell(app.page, 'About 11,000', 'place').innerText()).toBe('and goes on')
  expect(app.complaints).toEqual([])
})

it('tells at the next opening, once, that no backup could be made when the program ended', async () => {
  const kept = join(folder, 'Korea.parallax-backups')
  const { dataFolder } = app
  await setPlace('without a backup')
  renameSync(kept, `${kept}-elsewhere`)
  writeFileSync(kept, 'a file where the folder should be')
  await app.close()
  app = await launch({ casePath: path, dataFolder })
  const told = () =>
    app.page.getByText(
      /When Korea\.parallax was last closed: No backup was made of .*; the earlier ones stay\..*cannot be written/,
    )
  await told().waitFor()
  await app.page.waitForTimeout(300)
  await picture(app.page, 'backups-told-later')
  rmSync(kept)
  renameSync(`${kept}-elsewhere`, kept)
  await app.close()
  app = await launch({ casePath: path, dataFolder })
  await expect.poll(() => cell(app.page, 'About 11,000', 'place').innerText()).toBe('without a backup')
  await expect.poll(() => told().count()).toBe(0)
})
