import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Finding } from '../../../../shared/analysis.ts'
import { connect } from '../../../store/connection.ts'
import { makeTestCase, type TestCase } from '../../test-case.ts'
import { importSample } from './test-sample.ts'
import { settle } from './test-settle.ts'

let file: TestCase
beforeEach(async () => {
  file = makeTestCase()
  await importSample(file)
  await settle(file.session)
})
afterEach(() => file.remove())

const pairOf = ({ left, right }: Pick<Finding, 'left' | 'right'>): string => [left.ref, right.ref].sort().join(' ')

it('C08 and C10 contradict each other, and nothing else does', async () => {
  const { rows } = await file.call('analysis.findings', { types: ['contradicts', 'denies'] })
  expect(rows.map(pairOf)).toEqual(['C08 C10'])
  expect(rows[0]).toMatchObject({ rule: 'figures apart', state: 'suggested' })
  expect(rows[0]?.reason).toBe(
    '8,000 and about 11,000 soldiers present in Kursk region at the same time: intervals 8,000 and 9,900–12,100 do not meet',
  )
})

it('C07 and C11 do not compare, and say why', async () => {
  const { rows } = await file.call('analysis.notComparable', {})
  const pair = rows.find((row) => pairOf(row) === 'C07 C11')
  expect(pair).toMatchObject({ obstacle: 'category' })
  expect(pair?.reason).toMatch(/present and sent/)
})

it('C08 is part of C07', async () => {
  const { rows } = await file.call('claims.page', { filter: { ref: { in: ['C08'] } } })
  const compared = await file.call('analysis.compare', { claim: rows[0]?.id as never })
  const parts = compared.rows.filter(({ obstacle }) => obstacle === null)
  expect(parts.map(({ left, right }) => [left.ref, right.ref])).toContainEqual(['C08', 'C07'])
})

it('C06 counts no origin and one that is unresolved; who is named counts as one', async () => {
  const { rows } = await file.call('claims.page', { sort: [{ field: 'ref' }] })
  const told = rows.map(({ ref, origins, unresolved }) => [ref, origins, unresolved])
  expect(told).toContainEqual(['C06', 0, 1])
  for (const ref of ['C07', 'C08', 'C10', 'C11']) expect(told).toContainEqual([ref, 1, 0])
})

it('the same subject under other names is compared: by those of the subject, and by an actor’s aliases', async () => {
  const patch = { category: 'present', place: 'Kursk region', said: '2024-11-02', unit: 'soldiers' } as const
  const [mine] = (
    await file.call('claims.create', {
      patch: { ...patch, statement: 'Twenty thousand', subject: 'Солдаты КНДР', quantity: '20,000' },
    })
  ).ids
  const [other] = (
    await file.call('claims.create', {
      patch: { ...patch, statement: 'Thirty', subject: 'Storm Corps soldiers', quantity: '30' },
    })
  ).ids
  const against = async (id: string | undefined): Promise<number> => {
    await settle(file.session)
    return (await file.call('analysis.findings', { of: { kind: 'claim', id: id ?? '' }, types: ['contradicts'] })).total
  }
  expect([await against(mine), await against(other)]).toEqual([3, 0])
  const [actor] = (await file.call('actors.create', { patch: { name: 'Storm Corps', aliases: ['DPRK'] } })).ids
  expect([await against(mine), await against(other)]).toEqual([4, 3])
  await file.call('actors.update', { selection: { ids: [actor ?? ''] }, patch: { aliases: [] } })
  expect([await against(mine), await against(other)]).toEqual([3, 0])
})

it('the lists sort and filter by what was found', async () => {
  const refs = async (filter: object): Promise<(string | null)[]> =>
    (await file.call('claims.page', { filter: filter as never, sort: [{ field: 'ref' }] })).rows.map(({ ref }) => ref)
  expect(await refs({ unreviewed: { min: 1 } })).toEqual(['C08', 'C10'])
  expect(await refs({ origins: { max: 0 } })).toContain('C06')
})

it('is computed however much is due: a list of relations touches hundreds of thousands of claims', async () => {
  const before = await file.call('analysis.findings', {})
  const db = connect(file.path, { readOnly: false })
  db.exec(`WITH RECURSIVE n (num) AS (SELECT 1000 UNION ALL SELECT num + 1 FROM n WHERE num < 200000)
    INSERT INTO analysis_todo (kind, num, stamp) SELECT 'claim', num, 1 FROM n`)
  db.close()
  await settle(file.session)
  expect(await file.call('analysis.status')).toEqual({ isBehind: false })
  expect(await file.call('analysis.findings', {})).toEqual(before)
})
