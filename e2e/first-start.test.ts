import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerDialog, launch, picture, temporaryFolder } from './app.ts'
import { goTo, makeCase, rowTexts, sampleCsv } from './steps.ts'

const dataFolder = temporaryFolder()
const cases = join(dataFolder, 'cases')

it('opens on a copy of the sample case that can be edited', async () => {
  const app = await launch({ dataFolder })
  const { page } = app
  await expect.poll(() => page.getByText('17 claims', { exact: true }).count()).toBe(1)
  await expect
    .poll(() => rowTexts(page, 'ref'))
    .toEqual(Array.from({ length: 17 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`))
  await page.getByRole('heading', { level: 1, name: 'Russia–DPRK partnership' }).click()
  await page
    .getByText('What does the partnership commit each side to, and how many North Korean soldiers are where?')
    .waitFor()
  await picture(page, 'first-start-settings')
  await page.keyboard.press('Escape')
  await goTo(app, 'Events')
  await expect.poll(() => page.getByText('5 events').count()).toBe(1)
  await expect.poll(() => rowTexts(page, 'ref')).toEqual(['E01', 'E02', 'E03', 'E04', 'E05'])
  expect(app.complaints).toEqual([])
  await app.close()
  // At rest a case is one file; its backups lie beside it.
  expect(readdirSync(cases).sort()).toEqual([
    'Russia-DPRK partnership.parallax',
    'Russia-DPRK partnership.parallax-backups',
  ])
})

it('opens what was open last, as it was, and makes the sample only once', async () => {
  const path = join(temporaryFolder(), 'Mine.parallax')
  const first = await launch({ dataFolder })
  await makeCase(first, path)
  await first.close()

  const app = await launch({ dataFolder })
  const { page } = app
  await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor()
  await page.keyboard.press('Control+W')
  const recent = page.getByRole('region', { name: 'Recent' })
  await recent.waitFor()
  // What the grid still asked of the case when it was closed is no failure to tell.
  expect(await page.getByText(/No case is open|was closed meanwhile|thread stopped/).count()).toBe(0)
  await picture(page, 'start-screen')
  await expect.poll(() => recent.getByRole('listitem').count()).toBe(2)
  await recent.getByRole('button', { name: /^Russia–DPRK partnership/ }).click()
  await expect.poll(() => page.getByText('17 claims', { exact: true }).count()).toBe(1)
  await app.close()
  expect(readdirSync(cases).filter((name) => name.endsWith('.parallax'))).toHaveLength(1)
})

it('says what is wrong with a file that it cannot open, changes nothing, and stays where it was', async () => {
  const folder = temporaryFolder()
  const noCase = join(folder, 'list.parallax')
  copyFileSync(sampleCsv('claims'), noCase)
  const damaged = join(folder, 'damaged.parallax')
  const bytes = readFileSync(join(cases, 'Russia-DPRK partnership.parallax'))
  // So much that nothing of it can be mended or shown.
  bytes.fill(0xab, 4096)
  writeFileSync(damaged, bytes)

  const app = await launch({ dataFolder })
  for (const [path, words] of [
    [noCase, /is not a Parallax case.*Nothing was changed/],
    [damaged, /is damaged.*Nothing was changed/],
    [join(folder, 'gone.parallax'), /gone\.parallax/],
  ] as const) {
    const before = existsSync(path) ? readFileSync(path) : null
    await answerDialog(app.electron, path)
    await app.page.keyboard.press('Control+O')
    await app.page.getByText(words).waitFor()
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before)
    await app.page.getByRole('button', { name: 'Close', exact: true }).first().click()
  }
  await app.page.getByRole('heading', { level: 1, name: 'Russia–DPRK partnership' }).waitFor()
  await expect.poll(() => rowTexts(app.page, 'ref')).toHaveLength(17)
  expect(readdirSync(folder).sort()).toEqual(['damaged.parallax', 'list.parallax'])
  await app.close()
})

it('opens a case that another window has to read only, and says who has it', async () => {
  const path = join(cases, 'Russia-DPRK partnership.parallax')
  const holder = await launch({ dataFolder })
  const app = await launch({ casePath: path })
  await app.page.getByText(/It is open in another window: .+ since/).waitFor()
  await expect.poll(() => app.page.getByRole('button', { name: 'Add claim' }).count()).toBe(0)
  await expect.poll(() => rowTexts(app.page, 'ref')).toHaveLength(17)
  await picture(app.page, 'read-only')
  await app.close()
  await holder.close()
})
