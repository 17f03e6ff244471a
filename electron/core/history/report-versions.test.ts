import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HistoryKind, Version } from '../../../shared/history.ts'
import type { ClaimId, JudgementId, ReportId } from '../../../shared/ids.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const versions = (kind: HistoryKind, id: string): Promise<Version[]> =>
  file.call('history.versions', { record: { kind, id } })
/** The fields of the newest version as "field: before → after". */
const newest = async (kind: HistoryKind, id: string): Promise<string[]> =>
  ((await versions(kind, id))[0]?.fields ?? []).map(
    ({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`,
  )
const claim = async (statement: string): Promise<ClaimId> =>
  (await file.call('claims.create', { patch: { statement, reliability: 'B', credibility: '2' } })).ids[0] as ClaimId

it('tells a judgement with its evidence in words, and brings a version of it back', async () => {
  const [one, two] = [await claim('a'), await claim('b')]
  const supports = { claimId: one, side: 'supports' } as const
  const patch = { statement: 'They fought.', likelihood: 'likely', confidence: 'low', evidence: [supports] } as const
  const id = (await file.call('judgements.create', { patch: { ...patch, evidence: [supports] } })).ids[0] as JudgementId
  expect(await newest('judgement', id)).toContain('evidence: – → C01 supports it, graded B2 then')
  const [made] = await versions('judgement', id)
  const before = (await file.call('judgements.list'))[0]
  await file.call('judgements.update', {
    id,
    patch: { confidence: 'high', confidenceReasons: 'Two origins', evidence: [{ claimId: two, side: 'contrary' }] },
  })
  expect(await newest('judgement', id)).toEqual([
    'confidence: low → high',
    'confidence reasons: – → Two origins',
    'evidence: C01 supports it, graded B2 then → –',
    'evidence: – → C02 speaks against it, graded B2 then',
  ])
  await file.call('judgements.update', { id, patch: { evidence: [{ claimId: two, side: 'supports' }] } })
  expect(await newest('judgement', id)).toEqual([
    'evidence: C02 speaks against it, graded B2 then → C02 supports it, graded B2 then',
  ])
  await file.call('history.bringBack', { record: { kind: 'judgement', id }, step: made?.id ?? 0 })
  const after = (await file.call('judgements.list'))[0]
  expect({ ...after, changed: '' }).toEqual({ ...before, changed: '' })
})

it('tells the blocks of a report as they read, and brings a version of it back; an export stays', async () => {
  const reportId = (await file.call('reports.create', { title: 'Korea' })).ids[0] as ReportId
  const report = () => file.call('reports.get', { id: reportId })
  const block = async (kind: string) =>
    (await report()).blocks.find(({ content }) => content.kind === kind)?.id ?? ('' as never)
  await file.call('blocks.update', {
    id: await block('bottom-line'),
    content: { kind: 'bottom-line', markdown: 'They **fought**.' },
  })
  expect(await newest('report', reportId)).toEqual(['bottom line: empty → They **fought**.'])
  await file.call('blocks.update', {
    id: await block('claims'),
    content: { kind: 'claims', claimIds: [await claim('a'), await claim('b')] },
  })
  expect(await newest('report', reportId)).toEqual(['claims table: empty → C01, C02'])
  const view = { filter: { place: { contains: 'Kursk' } }, search: '', sort: [], trashed: false }
  await file.call('blocks.update', {
    id: await block('claims'),
    content: { kind: 'claims', claimIds: [], from: { view }, columns: ['statement', 'grade'] },
  })
  expect(await newest('report', reportId)).toEqual([
    'claims table: empty → claims with place contains “Kursk”; columns: Statement, Grades',
  ])
  const judgement = (await file.call('judgements.create', { patch: { statement: 'They fought.' } }))
    .ids[0] as JudgementId
  await file.call('blocks.update', {
    id: await block('key-judgements'),
    content: { kind: 'key-judgements', judgementIds: [judgement] },
  })
  expect(await newest('report', reportId)).toEqual(['key judgements: empty → “They fought.”'])
  const [whole] = await versions('report', reportId)
  const before = await report()
  await file.call('blocks.move', { id: await block('bottom-line'), before: null })
  await file.call('blocks.remove', { id: await block('sources') })
  expect(await newest('report', reportId)).toEqual(['source list: made from the data → –'])
  await file.call('reports.update', { id: reportId, patch: { title: 'Other' } })
  const record = { id: reportId, format: 'md', fileName: 'korea.md', sha256: 'a'.repeat(64) } as const
  await file.call('reports.recordExport', record)
  expect(await newest('report', reportId)).toEqual(['export: – → korea.md, TLP:CLEAR'])
  await file.call('history.bringBack', { record: { kind: 'report', id: reportId }, step: whole?.id ?? 0 })
  const { exports, ...after } = await report()
  expect({ ...after, exports: [], changed: '' }).toEqual({ ...before, changed: '' })
  expect(exports.map(({ fileName }) => fileName)).toEqual(['korea.md'])
})
