import { expect, it } from 'vitest'
import type { Checklist } from '../../shared/checklist.ts'
import type { JudgementId } from '../../shared/ids.ts'
import { quietIo, cli, eachInFolder, ok } from './test-cli.ts'
import { withWritableCase } from './open-case.ts'

const { path } = eachInFolder()

const judge = (statement: string, title?: string): Promise<void> =>
  withWritableCase(quietIo, path, async ({ ask }) => {
    const { ids } = await ask('judgements.create', { patch: { statement, likelihood: 'likely', confidence: 'low' } })
    if (title === undefined) return
    await ask('reports.create', { title })
    const [report] = await ask('reports.list', undefined)
    const { blocks } = await ask('reports.get', { id: report?.id as never })
    const block = blocks.find(({ content }) => content.kind === 'key-judgements')
    const judgementIds = ids.map((id) => id as JudgementId)
    await ask('blocks.update', { id: block?.id as never, content: { kind: 'key-judgements', judgementIds } })
  })

it('tells the nine standards with what is found, and ends with 1 where one is not met', async () => {
  await judge('They may fight', 'Weekly')
  const { code, out } = await cli(['lint', path])
  expect(code).toBe(1)
  expect(out).toMatch(/^Weekly: 4 not met, .*2 for you to judge\.\n1\. Quality and credibility of sources: not met\n/)
  expect(out).toContain('   - not met: judgement “They may fight”: No claim supports it: a judgement is cited.\n')
  expect(out).toContain('   - to look at: judgement “They may fight”: “may” leaves open')
  expect(out.split('\n').filter((line) => /^\d\. /.test(line))).toHaveLength(9)
})

it('prints the same as JSON, of the report that is named', async () => {
  await judge('They fight', 'Weekly')
  await judge('They left', 'Daily')
  const json = JSON.parse((await cli(['lint', path, '--report', 'weekly', '--json'])).out) as Checklist
  expect(json.report?.title).toBe('Weekly')
  const labels = json.rows.flatMap(({ findings }) => findings.map(({ place }) => place?.label))
  expect(labels).toContain('“They fight”')
  expect(labels).not.toContain('“They left”')
  const { code, err } = await cli(['lint', path, '--report', 'Monthly'])
  expect([code, err]).toEqual([2, expect.stringContaining('There is no report “Monthly” in this case.')])
})

it('looks at all judgements of a case without a report, and changes nothing', async () => {
  await judge('They fight')
  const before = await ok('history', path, '--json')
  const { code, out } = await cli(['lint', path])
  expect([code, out]).toEqual([1, expect.stringMatching(/^All judgements of the case: /)])
  expect(await ok('history', path, '--json')).toBe(before)
})
