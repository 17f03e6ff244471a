import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FigureOptions } from '../../../shared/figures/data.ts'
import type { ClaimId, EventId, ReportId } from '../../../shared/ids.ts'
import { mappingOf } from '../../../shared/mapping.ts'
import type { ShownChange } from '../../../shared/report-methods.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
let claim: ClaimId
beforeEach(async () => {
  file = makeTestCase()
  claim = await make('C01')
})
afterEach(() => file.remove())

const make = async (ref: string): Promise<ClaimId> =>
  (await file.call('claims.create', { patch: { ref, statement: `Statement of ${ref}`, place: 'Kursk' } }))
    .ids[0] as ClaimId
const edit = (patch: object): Promise<unknown> =>
  file.call('claims.update', { selection: { ids: [claim] }, patch } as never)
const table = (claimIds: ClaimId[]): BlockContent => ({ kind: 'claims', claimIds })

/** What is told of each block, by its place: "C01: place Kursk → Orel". */
async function told(id: ReportId): Promise<Record<number, string[]>> {
  const { blocks } = await file.call('reports.get', { id })
  const changes = await file.call('reports.changes', { id })
  return Object.fromEntries(
    changes.map(({ block, records }) => [blocks.findIndex((one) => one.id === block), records.map(inWords)]),
  )
}
const inWords = ({ called, isNew, fields }: ShownChange): string =>
  isNew
    ? `${called} is new`
    : `${called}: ${fields.map(({ field, before, after }) => `${field} ${before ?? '–'} → ${after ?? '–'}`).join(', ')}`

const exported = async (id: ReportId): Promise<void> => {
  // Steps within two seconds of one another may be one.
  file.pass(3000)
  await file.call('reports.recordExport', { id, format: 'md', fileName: 'a.md', sha256: 'a'.repeat(64) })
  file.pass(3000)
}

it('tells what changed of the records of a block since the report went out, and nothing once it is undone', async () => {
  const other = await make('C02')
  const id = await makeReport(file.call, [table([claim, other]), table([other])])
  await edit({ place: 'Rason' })
  await exported(id)
  expect(await told(id)).toEqual({})
  await edit({ place: 'Orel' })
  file.pass(3000)
  await edit({ place: 'Sudzha' })
  await edit({ reliability: 'B' })
  expect(await told(id)).toEqual({ 0: ['C01: place Rason → Sudzha, reliability – → B'] })
  const [change] = await file.call('reports.changes', { id })
  expect(change?.since.what).toBe('export')
  await file.call('history.undo')
  expect(await told(id)).toEqual({ 0: ['C01: place Rason → Sudzha'] })
  await edit({ place: 'Rason' })
  expect(await told(id)).toEqual({})
  await exported(id)
  await file.call('claims.trash', { selection: { ids: [other] } })
  expect(await told(id)).toEqual({ 0: ['C02: in the trash – → yes'], 1: ['C02: in the trash – → yes'] })
})

it('counts from when a block was last written in a report that never went out', async () => {
  await edit({ place: 'Rason' })
  const id = await makeReport(file.call, [table([claim])])
  file.pass(3000)
  expect(await told(id)).toEqual({})
  await edit({ place: 'Orel' })
  expect(await told(id)).toEqual({ 0: ['C01: place Rason → Orel'] })
  expect((await file.call('reports.changes', { id }))[0]?.since.what).toBe('writing')
  const [block] = (await file.call('reports.get', { id })).blocks
  file.pass(3000)
  await file.call('blocks.update', {
    id: block?.id ?? ('' as never),
    content: { kind: 'claims', claimIds: [claim], columns: ['statement'] },
  })
  expect(await told(id)).toEqual({})
})

it('knows what a filter shows now, what a picture draws, what a text links to, events and judgements', async () => {
  const judgement = await makeJudgement(file.call, { statement: 'They fight there', likelihood: 'likely' })
  const event = (await file.call('events.create', { patch: { ref: 'E01', title: 'A battle', when: '2024-10-24' } }))
    .ids[0] as EventId
  const view = { filter: { place: { in: ['Kursk'] } }, search: '', sort: [], trashed: false }
  const id = await makeReport(file.call, [
    { kind: 'claims', claimIds: [], from: { view } },
    { kind: 'figure', request: { figure: 'timeline', claims: { view } }, options: FigureOptions.parse({}) },
    { kind: 'text', markdown: 'As [[C01]] has it.' },
    { kind: 'events', eventIds: [event] },
    { kind: 'key-judgements', judgementIds: [judgement] },
    { kind: 'sources' },
  ])
  await edit({ said: '2024-10-23' })
  await exported(id)
  await edit({ topic: 'Troops' })
  await make('C02')
  await file.call('events.update', { selection: { ids: [event] }, patch: { place: 'Sudzha' } })
  await file.call('judgements.update', { id: judgement, patch: { confidence: 'low' } })
  const changed = 'C01: topic – → Troops'
  expect(await told(id)).toEqual({
    0: [changed, 'C02 is new'],
    1: [changed, 'C02 is new'],
    2: [changed],
    3: ['E01: place – → Sudzha'],
    4: ['“They fight there”: confidence – → low'],
  })
})

it('tells what an import changed and made', async () => {
  const view = { filter: {}, search: '', sort: [], trashed: false }
  const id = await makeReport(file.call, [{ kind: 'claims', claimIds: [], from: { view } }])
  await exported(id)
  const path = `${file.folder}/more.csv`
  writeFileSync(path, 'ref,statement,topic\nC01,Statement of C01,Troops\nC09,Another,Troops\n')
  await file.call('imports.run', { path, job: 'j', kind: 'claims', mapping: mappingOf(['ref', 'statement', 'topic']) })
  expect(await told(id)).toEqual({ 0: ['C01: topic – → Troops', 'C09 is new'] })
})
