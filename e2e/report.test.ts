import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerDialog, findings, launch, picture, temporaryFolder, type App } from './app.ts'
import {
  addAllToReport,
  addJudgement,
  cell,
  exportReport,
  goTo,
  importCsv,
  makeCase,
  sampleCsv,
  textInOffice,
  writeBlock,
} from './steps.ts'

// From the records to an assessment: judgements, claims chosen in the grid, four formats read back by other programs, and the case opened again.

const exec = promisify(execFile)
const folder = temporaryFolder()
const casePath = join(folder, 'Assessment.parallax')
const file = (format: string): string => join(folder, `assessment.${format}`)
const korean = '국정원은 북한군 1만여 명이 러시아에 있다고 말했다'
const russian = 'В Курской области находятся около 11 тысяч солдат'

let app: App
let page: Page
const preview = () => page.frameLocator('iframe[aria-hidden=false]')

beforeAll(async () => {
  app = await launch({ size: { width: 1440, height: 900 } })
  page = app.page
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('claims'), 'claims')
  await importCsv(app, sampleCsv('events'), 'events')
  const csv = join(folder, 'more.csv')
  writeFileSync(
    csv,
    `ref,statement,claimant,outlet,document\nK1,${korean},국가정보원,연합뉴스,국정원 브리핑\nR1,${russian},Владимир Зеленский,ТАСС,Сообщение\n`,
  )
  await importCsv(app, csv, 'claims')
})
afterAll(() => app.close())

it('writes a bottom line and a judgement with a term of the scale and a confidence, which refuse to mix', async () => {
  await goTo(app, 'Report')
  await page.getByRole('button', { name: 'New report' }).first().click()
  await writeBlock(
    app,
    'Bottom line',
    'Officials agree that soldiers are in Russia and differ on how many: see [[C08]] and [[C10]].',
  )
  await page.getByRole('button', { name: 'New judgement' }).click()
  const form = page.getByRole('form', { name: 'Judgement' })
  await form.getByRole('textbox').first().fill('It is likely, with high confidence, that soldiers are in Kursk')
  await form
    .getByRole('list', { name: 'Wording' })
    .getByText(/never stand in one sentence/)
    .waitFor()
  await picture(page, 'report-judgement-form')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await addJudgement(app, {
    statement: 'North Korean soldiers are present in the Kursk region in the thousands',
    term: 'very likely',
    confidence: 'moderate',
    reasons: 'Three governments give figures; none shows its evidence.',
    supports: ['C08', 'C10'],
    contrary: ['C06'],
  })
  await preview().getByText('North Korean soldiers are present in the Kursk region in the thousands').waitFor()
  await preview().getByText('80–95').first().waitFor()
  await page.getByText('2 for, 1 against').waitFor()
})

it('takes the claims and events that are chosen in the grids, and shows at once what is changed in them', async () => {
  for (const screen of ['Claims', 'Events'] as const) {
    await goTo(app, screen)
    await addAllToReport(app)
  }
  await goTo(app, 'Claims')
  await page.keyboard.press('Escape')
  await cell(page, 'C16', 'statement').click()
  await page.keyboard.press('Enter')
  await page.locator('.ag-popup-editor textarea').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('The cooperation worries two regions')
  await page.keyboard.press('Enter')
  await goTo(app, 'Report')
  for (const words of [korean, russian, 'The cooperation worries two regions', 'Washington press conference']) {
    await preview().getByText(words).first().waitFor()
  }
  await picture(page, 'report-preview')
  expect(app.complaints).toEqual([])
})

it('asks before its marking is lowered, and not before it is raised', async () => {
  const marking = page.getByRole('combobox', { name: 'TLP marking of the report' })
  await marking.selectOption('AMBER')
  await preview().getByText('TLP:AMBER').first().waitFor()
  await marking.selectOption('CLEAR')
  const asked = page.getByRole('dialog', { name: 'Lower the marking to TLP:CLEAR?' })
  await asked.waitFor()
  await picture(page, 'report-lower-marking')
  // The keyboard stands where nothing is lowered.
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'hidden' })
  expect(await marking.inputValue()).toBe('AMBER')
  await marking.selectOption('CLEAR')
  await asked.getByRole('button', { name: 'Lower to TLP:CLEAR' }).click()
  await preview().getByText('TLP:CLEAR').first().waitFor()
  expect(await findings(page)).toEqual([])
})

it('exports all four formats, each with its Korean and Cyrillic text, and keeps what was exported', async () => {
  for (const format of ['html', 'pdf', 'docx', 'md']) {
    await exportReport(app, format, file(format))
    await page.getByRole('cell', { name: `assessment.${format}` }).waitFor({ timeout: 60_000 })
    expect(statSync(file(format)).size).toBeGreaterThan(1000)
  }
  const hash = createHash('sha256')
    .update(readFileSync(file('pdf')))
    .digest('hex')
  await page.getByRole('cell', { name: `${hash.slice(0, 8)}…` }).waitFor()
  await page.getByRole('table').last().scrollIntoViewIfNeeded()
  await picture(page, 'report-exported')
  expect(await findings(page)).toEqual([])
})

const statements = [
  korean,
  russian,
  'About 11,000 North Korean soldiers are in the Kursk region',
  'Very likely',
  'TLP:CLEAR',
]
/** Without white space: programs break lines where they like. */
const run = (text: string): string => text.replaceAll(/\s+/g, '')

it('makes a PDF with selectable text, page numbers, bookmarks and links', async () => {
  const { stdout: text } = await exec('pdftotext', ['-raw', file('pdf'), '-'])
  for (const words of statements) expect(run(text)).toContain(run(words))
  const { stdout: info } = await exec('pdfinfo', [file('pdf')])
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
  expect(pages).toBeGreaterThan(1)
  expect(info).toMatch(/Tagged:\s+yes/)
  const { stdout: tags } = await exec('pdfinfo', ['-struct-text', file('pdf')])
  // Each line is in quotes, below what it stands in.
  for (const words of statements) expect(run(tags.replaceAll('"', ''))).toContain(run(words))
  expect(tags).toMatch(/^\s+TD\b/m)
  const { stdout: attached } = await exec('pdfdetach', ['-list', file('pdf')])
  expect(attached).toMatch(/1: parallax-evidence\.json/)
  expect(info).toMatch(/Creator:\s+Parallax\n/)
  const { stdout: checked } = await exec('qpdf', ['--check', file('pdf')])
  expect(checked).toMatch(/No syntax or stream encoding errors found/)
  for (let number = 1; number <= pages; number++) {
    const { stdout } = await exec('pdftotext', ['-f', String(number), '-l', String(number), file('pdf'), '-'])
    expect(stdout).toMatch(new RegExp(`Page ${number} of ${pages}`))
    expect(stdout).toContain('TLP:CLEAR')
  }
  const bytes = readFileSync(file('pdf'), 'latin1')
  expect(bytes).toMatch(/\/Outlines\b/)
  expect(bytes).toMatch(/\/Subtype\s*\/Link\b/)
  const { stdout: fonts } = await exec('pdffonts', [file('pdf')])
  const rows = fonts.trim().split('\n').slice(2)
  expect(rows.length).toBeGreaterThan(1)
  // Every font is embedded: the columns emb, sub and uni come before the object's number.
  for (const row of rows) expect(row).toMatch(/\byes\s+(yes|no)\s+yes\s+\d+\s+\d+$/)
})

it('makes a Word document with real headings, tables and footnotes', async () => {
  const read = async (part: string): Promise<string> =>
    (
      await exec(
        'python3',
        [
          '-c',
          'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))',
          file('docx'),
          part,
        ],
        { maxBuffer: 2 ** 26 },
      )
    ).stdout
  const body = await read('word/document.xml')
  for (const style of ['Title', 'Heading1']) expect(body).toContain(`w:val="${style}"`)
  expect(body).toContain('<w:tblHeader')
  expect(body.match(/<w:footnoteReference /g)?.length).toBeGreaterThan(1)
  expect(await read('word/footnotes.xml')).toContain('국정원 브리핑')
  const text = run(body.replaceAll(/<[^>]+>/g, ''))
  for (const words of statements.slice(0, 4)) expect(text).toContain(run(words))
  // Another word processor opens it and shows the same.
  const shown = await textInOffice(file('docx'))
  for (const words of statements) expect(run(shown)).toContain(run(words))
}, 180_000)

it('makes a web page that is whole in itself, and plain Markdown', () => {
  const html = readFileSync(file('html'), 'utf8')
  expect(html).not.toMatch(/<script(?! type="application\/json")|<link|src="(?!data:)|url\((?!data:)/)
  const markdown = readFileSync(file('md'), 'utf8')
  expect(markdown).toMatch(/^#{1,2} Key judgements$/m)
  expect(markdown).toMatch(/^\[\^1\]:/m)
  for (const words of statements.slice(0, 4)) {
    expect(run(html.replaceAll(/<[^>]+>/g, ''))).toContain(run(words))
    expect(run(markdown)).toContain(run(words))
  }
})

it('finds everything again when the case is opened anew', async () => {
  await app.close()
  app = await launch({ casePath, size: { width: 1440, height: 900 } })
  page = app.page
  await goTo(app, 'Report')
  await preview().getByText('North Korean soldiers are present in the Kursk region in the thousands').waitFor()
  await page.getByRole('cell', { name: 'assessment.pdf' }).waitFor()
  await preview().getByText('The cooperation worries two regions').waitFor()
  await goTo(app, 'Claims')
  await expect.poll(() => page.getByText('19 claims').count()).toBe(1)
  const copy = join(folder, 'Copy.parallax')
  await answerDialog(app.electron, copy)
  await page.keyboard.press('Control+Shift+S')
  await page.getByText('A verified copy was saved as Copy.parallax.').waitFor()
  expect(statSync(copy).size).toBeGreaterThan(10_000)
})
