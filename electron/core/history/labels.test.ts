import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CarriageId, ClaimId, JudgementId, MeasureId, RelationId, ReportId } from '../../../shared/ids.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

// What undo and redo say that they take back or do again, for each kind of step: "Undo: …".

let file: TestCase
let claims: ClaimId[]
let event: string
let note: string
let report: ReportId
const selection = (...ids: string[]) => ({ ids })
const madeBy = async (made: Promise<{ ids: string[] }>): Promise<string> => (await made).ids[0] ?? ''

beforeAll(async () => {
  file = makeTestCase()
  const add = async (statement: string): Promise<ClaimId> =>
    (await madeBy(file.call('claims.create', { patch: { statement, quantity: 'about 11,000' } }))) as ClaimId
  claims = [await add('a'), await add('b'), await add('c')]
  event = await madeBy(file.call('events.create', { patch: { title: 'Treaty signed' } }))
  note = await madeBy(file.call('notes.create', { patch: { title: 'Open questions', body: '' } }))
  report = (await madeBy(file.call('reports.create', { title: 'Korea' }))) as ReportId
})
afterAll(() => file.remove())

const one = (): ClaimId => claims[0] as ClaimId
const judged = async (): Promise<JudgementId> =>
  (await madeBy(file.call('judgements.create', { patch: { statement: 'They fought.' } }))) as JudgementId
const related = async (): Promise<RelationId> =>
  (await madeBy(
    file.call('relations.add', {
      from: { kind: 'claim', id: one() },
      to: { kind: 'event', id: event },
      type: 'about',
    }),
  )) as RelationId
const measured = async (): Promise<MeasureId> =>
  (await file.call('claims.get', { id: one() })).measures[0]?.id as MeasureId
const carried = async (): Promise<CarriageId> =>
  (await madeBy(
    file.call('carriages.add', { claimId: one(), carriage: { document: 'D', outlet: 'TASS' } }),
  )) as CarriageId
const blocks = async () => (await file.call('reports.get', { id: report })).blocks
const blockOf = async (kind: string) =>
  (await blocks()).find(({ content }) => content.kind === kind)?.id ?? ('' as never)
const imported = async (name: string): Promise<unknown> => {
  const path = join(file.folder, name)
  writeFileSync(path, 'ref,statement\nX1,one\nX2,two\n')
  const { mappings } = await file.call('imports.inspectFile', { path })
  return file.call('imports.run', { path, kind: 'claims', mapping: mappings.claims, job: name })
}

const table: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  ['a cell', 'set place of C01 to Kursk & Sudzha', () => update({ place: 'Kursk & Sudzha' })],
  ['a cell emptied', 'set place of C01 to unset', () => update({ place: null })],
  ['a date', 'set date of C01 to 2024-11', () => update({ said: '2024-11' })],
  ['a long text', 'set quote of C01', () => update({ quote: 'word '.repeat(20) })],
  ['a mark', 'set TLP of C01 to AMBER', () => update({ tlp: 'AMBER' })],
  ['tags', 'set tags of C01 to treaty; troops', () => update({ tags: ['treaty', 'troops'] })],
  ['several fields', 'edit C01', () => update({ place: 'Moscow', topic: 'treaty' })],
  ['many records', 'set reliability of 3 claims to B', () => update({ reliability: 'B' }, ...claims)],
  [
    'cells pasted',
    'paste into 2 claims',
    () =>
      file.call('claims.paste', {
        rows: claims.slice(0, 2).map((id, at) => ({ id, patch: { topic: `pasted ${at}` } })),
      }),
  ],
  ['a rating', 'set credibility of C01 to 2', () => rate('2')],
  ['a rating taken back', 'set credibility of C01 to unset', () => rate(null)],
  ['a record', 'add claim C04', () => file.call('claims.create', { patch: { statement: 'd' } })],
  ['a deletion', 'delete C02', () => file.call('claims.trash', { selection: selection(claims[1] ?? '') })],
  [
    'a return from the trash',
    'restore C02 from the trash',
    () => file.call('claims.restore', { selection: selection(claims[1] ?? '') }),
  ],
  ['several deleted', 'delete 2 claims', () => file.call('claims.trash', { selection: selection(...claims.slice(1)) })],
  [
    'several kinds from the trash',
    'restore 2 records from the trash',
    () => file.call('trash.restore', { records: claims.slice(1).map((id) => ({ kind: 'claim', id })) }),
  ],
  ['a number', 'edit a number of C01', async () => file.call('measures.update', await number())],
  [
    'a number taken away',
    'remove a number from C01',
    async () => file.call('measures.remove', { id: await measured() }),
  ],
  ['a number added', 'add a number to C01', () => file.call('measures.add', { claimId: one(), measure: someNumber })],
  ['a carrier', 'add a carrier to C01', carried],
  [
    'a carrier taken away',
    'remove a carrier from C01',
    async () => file.call('carriages.remove', { id: await carried() }),
  ],
  ['a relation', 'add relation: C01 is about E01', related],
  [
    'a relation taken away',
    'remove relation: C01 is about E01',
    async () => file.call('relations.remove', { id: await related() }),
  ],
  ['an event', 'set date of E01 to 2024-06-19', () => updateEvent({ when: '2024-06-19' })],
  ['a note', 'add note “What is said”', () => file.call('notes.create', { patch: { title: 'What is said' } })],
  ['the text of a note', 'set text of “Open questions”', () => updateNote({ body: 'Two\nlines' })],
  ['pins of a note', 'set pins of “Open questions”', () => updateNote({ pins: [{ kind: 'claim', id: one() }] })],
  ['a judgement', 'add judgement “They fought.”', judged],
  [
    'a judgement changed',
    'edit judgement “They fought.”',
    async () => file.call('judgements.update', { id: await judged(), patch: { confidence: 'low' } }),
  ],
  [
    'a judgement deleted',
    'delete judgement “They fought.”',
    async () => file.call('judgements.trash', { id: await judged() }),
  ],
  ['a report', 'add report “Second”', () => file.call('reports.create', { title: 'Second' })],
  [
    'a block',
    'add a heading to report “Korea”',
    () => file.call('blocks.add', { reportId: report, content: { kind: 'heading', text: 'Numbers' } }),
  ],
  [
    'a block changed',
    'edit the bottom line of report “Korea”',
    async () =>
      file.call('blocks.update', {
        id: await blockOf('bottom-line'),
        content: { kind: 'bottom-line', markdown: 'They did.' },
      }),
  ],
  [
    'a block moved',
    'move the bottom line in report “Korea”',
    async () => file.call('blocks.move', { id: await blockOf('bottom-line'), before: null }),
  ],
  [
    'a block taken out',
    'remove a heading from report “Korea”',
    async () => file.call('blocks.remove', { id: await blockOf('heading') }),
  ],
  [
    'records taken into a report',
    'add 3 claims to report “Korea”',
    () => file.call('reports.include', { reportId: report, claims: selection(...claims) as { ids: ClaimId[] } }),
  ],
  [
    'a report marked',
    'set TLP of report “Korea” to GREEN',
    () => file.call('reports.update', { id: report, patch: { tlp: 'GREEN' } }),
  ],
  ['a report deleted', 'delete report “Korea”', () => file.call('reports.trash', { id: report })],
  ['the case', 'set title and cut-off date of the case', () => setCase({ title: 'Korea', cutoff: '2024-12' })],
  ['an import', 'import R&D list.csv: 2 claims', () => imported('R&D list.csv')],
  [
    'an import taken back',
    'take back the import of R&D list.csv',
    async () => {
      const [batch] = await file.call('imports.list')
      return batch && file.call('imports.takeBack', { batch: batch.id, edited: 'keep', job: 'back' })
    },
  ],
]

const someNumber = { subject: 'soldiers', best: 8000, qualifier: 'about' } as const
const number = async () => ({ id: await measured(), measure: someNumber })
const update = (patch: object, ...ids: string[]): Promise<unknown> =>
  file.call('claims.update', { selection: selection(...(ids.length === 0 ? [one()] : ids)), patch })
const updateEvent = (patch: object): Promise<unknown> =>
  file.call('events.update', { selection: selection(event), patch })
const updateNote = (patch: object): Promise<unknown> => file.call('notes.update', { id: note as never, patch })
const setCase = (patch: object): Promise<unknown> => file.call('case.update', { patch })
const rate = (value: '2' | null): Promise<unknown> =>
  file.call('claims.rate', { id: one(), rating: { axis: 'credibility', value } })

it.each(table)('names %s: “%s”', async (_what, label, act) => {
  file.pass(5000)
  await act()
  expect((await file.call('history.state')).undo).toBe(label)
  expect(await file.call('history.undo')).toEqual({ label })
  expect((await file.call('history.state')).redo).toBe(label)
  expect(await file.call('history.redo')).toEqual({ label })
})
