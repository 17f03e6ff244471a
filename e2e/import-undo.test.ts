import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { count, done, fileMaker, importNow, openImportOf, openList } from './import-steps.ts'
import { cell, goTo, makeCase, rowTexts } from './steps.ts'

// An import is taken back long after, with what was written by hand since kept or moved away; and that is undone.

let app: App
const write = fileMaker()
const dataFolder = temporaryFolder()
const size = { width: 1100, height: 700 }
const fileName = 'first list.csv'

const trashed = async (): Promise<number> =>
  Number((await app.page.getByRole('tab', { name: /^Trash/ }).innerText()).replace(/\D/g, ''))

beforeAll(async () => {
  app = await launch({ size, dataFolder })
  await makeCase(app, join(dataFolder, 'Undo.parallax'))
  const list = `ref,statement,claimant,said,place
U01,The treaty was ratified,Ministry,2024-11,Moscow
U02,Soldiers are in the region,Ministry of defence,2024-11,Kursk
U03,The count is not known,Someone,2024-11,
U04,Letters were exchanged,Ministry,2024-12-04,Moscow
`
  await openList(app, write(fileName, list))
  await importNow(app)
  await done(app)
})
afterAll(() => app.close())

it('lists and keeps what was edited by hand, also after a restart', async () => {
  await cell(app.page, 'U02', 'place').click()
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.press('End')
  await app.page.keyboard.type(' region')
  await app.page.keyboard.press('Enter')
  await expect.poll(() => rowTexts(app.page, 'place')).toContain('Kursk region')
  await app.close()

  app = await launch({ size, dataFolder })
  await expect.poll(() => rowTexts(app.page, 'ref')).toEqual(['U01', 'U02', 'U03', 'U04'])
  const result = await openImportOf(app, fileName)
  await result.getByText('The file and its mapping').click()
  await expect
    .poll(() => result.innerText())
    .toMatch(/SHA-256\s+[0-9a-f]{64}[^]+utf-8, separated by “,”[^]+claimant → Claimant/)
  await picture(app.page, 'import-facts')
  expect(await findings(app.page)).toEqual([])
  await result.getByRole('button', { name: 'Undo import…' }).click()
  const dialog = app.page.getByRole('dialog', { name: `Undo the import of ${fileName}` })
  await dialog.getByText('1 record was changed since').waitFor()
  await expect
    .poll(() => dialog.getByRole('listitem').allInnerTexts())
    .toEqual([expect.stringMatching(/^U02 – this claim/)])
  await expect.poll(() => dialog.getByRole('radio', { name: /^keep it/ }).isChecked()).toBe(true)
  await picture(app.page, 'import-undo')
  expect(await findings(app.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await app.page.getByText(`The import of ${fileName} was taken back`).waitFor()
  await expect.poll(() => rowTexts(app.page, 'ref')).toEqual(['U02'])
  await expect.poll(() => rowTexts(app.page, 'place')).toEqual(['Kursk region'])
  // What it needs stays with it; the other claimants went.
  await goTo(app, 'Sources')
  await expect.poll(() => rowTexts(app.page, 'name')).toEqual(['Ministry of defence'])
  await goTo(app, 'Claims')

  const taken = await openImportOf(app, fileName)
  await taken.getByText('This import was taken back.').waitFor()
  await expect.poll(() => taken.getByRole('button', { name: 'Undo import…' }).count()).toBe(0)
  await done(app)
})

it('brings everything back, and moves the edited row to the trash where that is chosen', async () => {
  await app.page.getByRole('button', { name: /^Undo: take back the import/ }).click()
  await expect.poll(() => count(app)).toBe(4)
  await expect.poll(() => rowTexts(app.page, 'place')).toContain('Kursk region')

  const result = await openImportOf(app, fileName)
  await result.getByRole('button', { name: 'Undo import…' }).click()
  const dialog = app.page.getByRole('dialog', { name: `Undo the import of ${fileName}` })
  await dialog.getByRole('radio', { name: /to the trash/ }).check()
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await app.page.getByText('went to the trash').waitFor()
  await expect.poll(() => count(app)).toBe(0)
  await expect.poll(() => trashed()).toBe(1)

  await app.page.getByRole('button', { name: 'Bring it back' }).last().click()
  await expect.poll(() => count(app)).toBe(4)
  await expect.poll(() => trashed()).toBe(0)
  expect(app.complaints).toEqual([])
})

it('says of the record that is shown that it is gone, and undoes a single import by its step', async () => {
  const more = 'ref,statement\nU05,One more\n'
  await openList(app, write('second list.csv', more))
  await importNow(app)
  await done(app)
  await cell(app.page, 'U05', 'ref').click()
  const detail = app.page.getByRole('complementary', { name: 'Detail' })
  await detail.getByText(/^U05 · /).waitFor()
  const result = await openImportOf(app, 'second list.csv')
  await result.getByRole('button', { name: 'Undo import…' }).click()
  await app.page.getByText('1 record that came with it is removed.').waitFor()
  await app.page.getByRole('button', { name: 'Undo import' }).click()
  await expect.poll(() => count(app)).toBe(4)
  await expect.poll(() => detail.innerText()).not.toContain('U05')
  await app.page.getByRole('button', { name: /^Undo: take back the import/ }).click()
  await expect.poll(() => count(app)).toBe(5)
  await app.page.getByRole('button', { name: /^Undo: import second list/ }).click()
  await expect.poll(() => count(app)).toBe(4)
})
