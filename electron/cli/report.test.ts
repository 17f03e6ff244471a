import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ReportId } from '../../shared/ids.ts'
import { templateNames } from '../../shared/report-templates.ts'
import { withCase, withWritableCase, type OpenCase } from './open-case.ts'
import { cli, eachInFolder, ok, quietIo } from './test-cli.ts'

const secret = 'A source in the ministry says so'
const { path, files } = eachInFolder(async (made) => {
  await ok('new', made, '--title', 'Korea')
  await ok('import', made, 'resources/sample/partnership-claims.csv')
  await ok('import', made, 'resources/sample/partnership-events.csv', '--kind', 'events')
  await ok('import', made, files.write('more.csv', `ref,statement,tlp\nS1,${secret},AMBER\n`))
})

const out = files.at('report.md')
const report = (...args: string[]): ReturnType<typeof cli> =>
  cli(['report', path, '--format', 'md', '--out', out, ...args])
async function written(...args: string[]): Promise<string> {
  expect(await report(...args)).toMatchObject({ code: 0, out: '' })
  return readFileSync(out, 'utf8')
}
const asked = <T>(question: (file: OpenCase) => Promise<T>): Promise<T> => withCase(quietIo, path, question)

async function makeAmber(): Promise<ReportId> {
  let id = '' as ReportId
  await withWritableCase(quietIo, path, async ({ ask }) => {
    id = (await ask('reports.create', { template: 'claims-review', title: 'Weekly' })).ids[0] as ReportId
    await ask('reports.update', { id, patch: { tlp: 'AMBER' } })
  })
  return id
}

it('writes a new report by each template, and leaves the case as it is', async () => {
  const before = readFileSync(path)
  const titles = ['Assessment', 'Situation note', 'Claims review', 'Source audit', 'Report']
  for (const [at, template] of templateNames.entries()) {
    const text = await written('--template', template)
    expect(text).toContain(`# ${titles[at]}: Korea\n`)
    expect(text.includes('11,000 North Korean soldiers')).toBe(template !== 'blank')
  }
  expect(readFileSync(path).length).toBe(before.length)
  expect(await asked(({ ask }) => ask('reports.list', {}))).toEqual([])
})

it('makes it anew where the case has reports, under the title that is given', async () => {
  await makeAmber()
  expect(await written()).toContain('# Weekly\n')
  expect(await written('--template', 'source-audit', '--report', 'Audit of May')).toContain('# Audit of May\n')
  const reports = await asked(({ ask }) => ask('reports.list', {}))
  expect(reports.map(({ title }) => title)).toEqual(['Weekly'])
  expect(await report('--template', 'essay')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/no template “essay”\. There are: assessment,/) as string,
  })
})

it('takes a template that was saved in the case', async () => {
  await withWritableCase(quietIo, path, ({ ask }) =>
    ask('templates.save', { template: { name: 'Short', blocks: [{ kind: 'events', eventIds: [] }] } }),
  )
  const text = await written('--template', 'short')
  expect(text).toContain('# Short: Korea\n')
  expect(text).toMatch(/^## Events$/m)
  expect(text).not.toMatch(/^## Claims$/m)
})

it('writes under another label for this file only, says where that is below, and keeps it in the entry', async () => {
  const id = await makeAmber()
  expect(await written()).toContain(secret)
  const { code, err } = await report('--tlp', 'green')
  expect(code).toBe(0)
  expect(err).toMatch(/marked TLP:GREEN, below the report’s TLP:AMBER: claims above TLP:GREEN are left out/)
  const text = readFileSync(out, 'utf8')
  expect(text).toMatch(/^\*\*TLP:GREEN\*\*/)
  expect(text).not.toContain(secret)
  expect(text).toContain('S1')
  expect((await report('--tlp', 'red')).err).not.toMatch(/below/)
  await asked(async ({ ask }) => {
    const { tlp, exports } = await ask('reports.get', { id })
    expect([tlp, exports.map((made) => made.tlp)]).toEqual(['AMBER', ['RED', 'GREEN', 'AMBER']])
    const labels = (await ask('history.list', {})).map(({ label }) => label)
    expect(labels).toContain('export report “Weekly” under TLP:GREEN, below its TLP:AMBER')
  })
})

it('carries no evidence above the label of the file', async () => {
  await makeAmber()
  const page = files.at('report.html')
  await ok('report', path, '--format', 'html', '--out', page, '--tlp', 'clear')
  expect(readFileSync(page, 'utf8')).not.toContain(secret)
  await ok('report', path, '--format', 'html', '--out', page)
  expect(readFileSync(page, 'utf8')).toContain(secret)
})

it('never writes over the case', async () => {
  const before = readFileSync(path)
  expect((await cli(['report', path, '--format', 'md', '--out', path])).err).toMatch(/would be written over/)
  expect(readFileSync(path).equals(before)).toBe(true)
})
