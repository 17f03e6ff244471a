import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { done, fileMaker, importNow, openList } from './import-steps.ts'
import { cell, goTo, makeCase, rowTexts } from './steps.ts'

// Every kind of list comes in by the same dialog and is found where it belongs.

let app: App
const write = fileMaker()

interface Expected {
  readonly kind: string
  readonly list: string
  readonly rows: number
  /** The button that leads to them, and what is seen there. */
  readonly show: string
  readonly column: string
  readonly seen: readonly string[]
}

const lists: readonly Expected[] = [
  {
    kind: 'actors',
    list: 'name,kind,aliases,affiliation\n국방부,organisation,MND;Ministry of National Defense,South Korea\nSouth Korea,state,ROK,\n',
    rows: 2,
    show: 'Show the actors',
    column: 'name',
    seen: ['국방부', 'South Korea'],
  },
  {
    kind: 'outlets',
    list: 'name,kind,owner,state_controlled,country,language\n연합뉴스,agency,,no,KR,ko\nТАСС,agency,Russia,yes,RU,ru\n',
    rows: 2,
    show: 'Show the outlets',
    column: 'name',
    seen: ['ТАСС', '연합뉴스'],
  },
  {
    kind: 'documents',
    list: 'title,outlet,author,url,published,read_by_me\nПресс-релиз,ТАСС,,https://example.org/a,2024-11-04,yes\n',
    rows: 1,
    show: 'Show the documents',
    column: 'title',
    seen: ['Пресс-релиз'],
  },
  {
    kind: 'events',
    list: 'ref,title,when,place,participants,status\nE90,Letters were exchanged,2024-12-04,Moscow,국방부,confirmed\n',
    rows: 1,
    show: 'Show the events',
    column: 'title',
    seen: ['Letters were exchanged'],
  },
  {
    kind: 'claims',
    list: 'ref,statement,claimant,said\nL01,Ten thousand are there,국방부,2024-11\nL02,Eleven thousand are there,국방부,2024-11\n',
    rows: 2,
    show: 'Show the claims',
    column: 'statement',
    seen: ['Ten thousand are there', 'Eleven thousand are there'],
  },
  {
    kind: 'relations',
    list: 'from,to,type,basis\nL02,L01,contradicts,two figures for one place\nE90,L01,about,\n',
    rows: 2,
    show: 'Show the claims',
    column: 'ref',
    seen: ['L01', 'L02'],
  },
]

beforeAll(async () => {
  app = await launch({ size: { width: 1100, height: 700 } })
  await makeCase(app, join(temporaryFolder(), 'Lists.parallax'))
})
afterAll(() => app.close())

it.each(lists)('knows a list of $kind by its columns, takes it, and shows where it is', async (expected) => {
  const { kind, list, rows, show, column, seen } = expected
  // From another place than that to which the result leads.
  await goTo(app, kind === 'claims' || kind === 'relations' ? 'Events' : 'Claims')
  const dialog = await openList(app, write(`${kind}.csv`, list))
  await expect.poll(() => dialog.getByLabel('A list of').inputValue()).toBe(kind)
  expect(await findings(app.page)).toEqual([])
  const result = await importNow(app, kind)
  await expect.poll(() => result.innerText()).toMatch(new RegExp(`${rows}\\s*of ${rows} rows? came in`))
  await result.getByRole('button', { name: show }).click()
  await result.waitFor({ state: 'hidden' })
  await expect.poll(() => rowTexts(app.page, column)).toEqual(expect.arrayContaining([...seen]))

  const again = await openList(app, write(`${kind}.csv`, list))
  await again.getByText('Nothing will change in the case.').waitFor()
  await done(app)
})

it('shows the relations with their records', async () => {
  await goTo(app, 'Claims')
  await cell(app.page, 'L01', 'ref').click()
  const detail = app.page.getByRole('complementary', { name: 'Detail' })
  await detail.getByText('two figures for one place').waitFor()
  await picture(app.page, 'import-relations')
  expect(app.complaints).toEqual([])
})
