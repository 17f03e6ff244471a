import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, findings, launch, picture, temporaryFolder, type App } from './app.ts'
import { count, done, fileMaker, importNow, lineOf, openList, toldOf } from './import-steps.ts'
import { makeCase, rowTexts } from './steps.ts'

// What becomes of each row: seen before it comes in, mended where it cannot, chosen where there is a choice.

let app: App
const write = fileMaker()
const folder = temporaryFolder()
const header = 'ref;statement;claimant;said;place\n'

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  await makeCase(app, join(folder, 'Verdicts.parallax'))
})
afterAll(() => app.close())

it('reads a Korean list in CP949 and a Russian one in windows-1251 as they were written', async () => {
  const korean = `${header}K01;쿠르스크에 북한군 1만 명이 있다;국방부;2024년 11월;쿠르스크\nK02;국정원은 파병을 확인했다;국가정보원;2024년 10월 18일;평양\n`
  const first = await openList(app, write('korean.csv', iconv.encode(korean, 'cp949')))
  await first.getByRole('cell', { name: '국정원은 파병을 확인했다' }).waitFor()
  // The date is stored as it is read, with its own words beneath.
  await expect.poll(() => lineOf(first, 3).innerText()).toMatch(/2024-10-18\s+2024년 10월 18일/)
  await picture(app.page, 'import-korean')
  expect(await importNow(app).then((result) => result.innerText())).toMatch(/2\s*of 2 rows came in/)
  await done(app)

  const russian = `${header}R01;В Курской области находятся военные КНДР;Министерство обороны;ноябрь 2024 г.;Курская область\nR02;Договор вступил в силу;МИД России;4 декабря 2024 г.;Москва\n`
  const second = await openList(app, write('russian.csv', iconv.encode(russian, 'windows-1251')))
  await second.getByRole('cell', { name: 'Договор вступил в силу' }).waitFor()
  await expect.poll(() => lineOf(second, 3).innerText()).toMatch(/2024-12-04\s+4 декабря 2024 г\./)
  expect(await importNow(app).then((result) => result.innerText())).toMatch(/2\s*of 2 rows came in/)
  await done(app)
  await expect
    .poll(() => rowTexts(app.page, 'statement'))
    .toEqual(expect.arrayContaining(['국정원은 파병을 확인했다', 'Договор вступил в силу']))
})

it('saves the rows that did not come in as they stood, takes them once they are mended, and changes nothing after that', async () => {
  const before = await count(app)
  const list = `${header}M01;Стороны обменялись грамотами;МИД России;4 декабря 2024 г.;Москва
M02;;МИД КНДР;4 декабря 2024 г.;Пхеньян
M03;Первые бои в Курской области;Генштаб;ноябрь 2024 г.;Курская область
M04;Лишняя ячейка в строке;Генштаб;ноябрь 2024 г.;Курск;лишнее
M01;Другое утверждение под тем же номером;Генштаб;ноябрь 2024 г.;Курск
`
  const path = write('bad rows.csv', iconv.encode(list, 'windows-1251'))
  const dialog = await openList(app, path)
  await dialog.getByText('2 claims will be added.').waitFor()
  await dialog.getByText('5 rows: 2 new, 1 in conflict, 2 rejected').waitFor()
  await dialog.getByRole('tab', { name: 'Worth a look 3' }).click()
  await expect.poll(() => toldOf(dialog, 3).innerText()).toMatch(/statement: The row has no statement/)
  await expect.poll(() => toldOf(dialog, 5).innerText()).toMatch(/6 cells where the table has 5/)
  await expect.poll(() => toldOf(dialog, 6).innerText()).toMatch(/The reference M01 is that of line 2 already/)
  await picture(app.page, 'import-three-bad-rows')
  expect(await findings(app.page)).toEqual([])

  await dialog.getByText('Keep the file in the case').click()
  const result = await importNow(app)
  await expect.poll(() => result.innerText()).toMatch(/2\s*of 5 rows came in/)
  await result.getByText('The file and its mapping').click()
  const kept = join(folder, 'kept.csv')
  await answerDialog(app.electron, kept)
  await result.getByRole('button', { name: 'Save the imported file…' }).click()
  await app.page.getByText('kept.csv was saved, byte for byte').waitFor()
  expect(readFileSync(kept).equals(readFileSync(path))).toBe(true)
  await expect.poll(() => count(app)).toBe(before + 2)
  const saved = join(folder, 'to mend.csv')
  await answerDialog(app.electron, saved)
  await result.getByRole('button', { name: 'Save the rows that did not come in…' }).click()
  await app.page.getByText('to mend.csv holds them').waitFor()
  await done(app)

  const rejects = iconv.decode(readFileSync(saved), 'windows-1251')
  const lines = rejects.split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toBe('ref;statement;claimant;said;place;why not imported')
  expect(lines[1]).toMatch(/^M02;;МИД КНДР;4 декабря 2024 г\.;Пхеньян;.*no statement/)
  const mended = rejects
    .replace('M02;;', 'M02;Пхеньян подтвердил обмен грамотами;')
    .replace(';лишнее', '')
    .replace('M01;', 'M05;')
  writeFileSync(saved, iconv.encode(mended, 'windows-1251'))

  const again = await openList(app, saved)
  await again.getByText('3 claims will be added.').waitFor()
  expect(await importNow(app).then((one) => one.innerText())).toMatch(/3\s*of 3 rows came in/)
  await done(app)
  await expect
    .poll(() => rowTexts(app.page, 'ref'))
    .toEqual(expect.arrayContaining(['M01', 'M02', 'M03', 'M04', 'M05']))
  await expect.poll(() => count(app)).toBe(before + 5)

  const third = await openList(app, saved)
  await third.getByText('Nothing will change in the case.').waitFor()
  await third.getByText('3 rows: 3 the same').waitFor()
  const same = await importNow(app)
  await expect.poll(() => same.innerText()).toMatch(/0\s*of 3 rows came in\s*3\s*the same as in the case/)
  await picture(app.page, 'import-same')
  await done(app)
  await expect.poll(() => count(app)).toBe(before + 5)
  await expect.poll(() => app.page.getByRole('contentinfo').innerText()).toContain('Undo: import to mend.csv: 3 claims')
})

it('shows what a row changes, old and new, and leaves out by the keyboard what a person does not want', async () => {
  const { page } = app
  const before = await count(app)
  const list = `${header}K01;쿠르스크에 북한군 1만 2천 명이 있다;국방부;2024년 11월;쿠르스크
K02;국정원은 파병을 확인했다;국가정보원;2024년 10월 18일;원산
K03;새로운 주장;국방부;2024년 11월;서울
`
  const dialog = await openList(app, write('korean.csv', list))
  await dialog.getByText('1 claim will be added and 2 updated.').waitFor()
  await dialog.getByText('3 rows: 1 new, 2 changed').waitFor()
  await expect
    .poll(() => toldOf(dialog, 2).innerText())
    .toMatch(/K01\s+Statement: 쿠르스크에 북한군 1만 명이 있다 → 쿠르스크에 북한군 1만 2천 명이 있다/)
  await expect.poll(() => toldOf(dialog, 3).innerText()).toMatch(/K02\s+Place: 평양 → 원산/)

  // From the button that imports back into the table, to the choice of the last line but one.
  const label = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
  for (let step = 0; step < 10 && (await label()) !== 'What becomes of line 3'; step++)
    await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('l')
  await dialog.getByText('1 claim will be added and 1 updated.').waitFor()
  await expect.poll(() => toldOf(dialog, 3).innerText()).toMatch(/K02 stays as it is/)
  await picture(page, 'import-decision')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  const result = page.getByRole('dialog', { name: 'Imported: korean.csv' })
  await result.waitFor()
  await expect.poll(() => result.innerText()).toMatch(/2\s*of 3 rows came in\s*1\s*of these updated a record/)
  await expect.poll(() => result.innerText()).toMatch(/K02 stays as it is/)
  await done(app)
  await expect
    .poll(() => rowTexts(page, 'statement'))
    .toEqual(expect.arrayContaining(['쿠르스크에 북한군 1만 2천 명이 있다', '새로운 주장']))
  await expect.poll(() => rowTexts(page, 'place')).toContain('평양')
  await expect.poll(() => count(app)).toBe(before + 1)
  expect(app.complaints).toEqual([])
})
