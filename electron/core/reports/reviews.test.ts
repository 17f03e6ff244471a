import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import type { ClaimId } from '../../../shared/ids.ts'
import type { Judgement } from '../../../shared/report.ts'
import { connect } from '../../store/connection.ts'
import { settle } from '../analysis/engine/test-settle.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { makeJudgement, makeReport } from './test-sample.ts'

let file: TestCase
beforeEach(() => void (file = makeTestCase()))
afterEach(() => file.remove())

const only = async (): Promise<Judgement> => {
  const [judgement] = await file.call('judgements.list')
  if (!judgement) throw new Error('There is no judgement')
  return judgement
}
const told = async (): Promise<string[]> => (await only()).changes.map(({ sentence }) => sentence)

async function claim(patch: object): Promise<ClaimId> {
  const { ids } = await file.call('claims.create', { patch: { statement: 'S', ...patch } })
  return (ids[0] ?? '') as ClaimId
}

const soldiers = (ref: string, count: number, claimant: string): Promise<ClaimId> =>
  claim({
    ...{ ref, statement: `About ${count} soldiers are in Kursk`, claimant, said: '2024-11-04', place: 'Kursk region' },
    ...{ subject: 'soldiers', category: 'present', quantity: `${count}`, unit: 'soldiers' },
  })

const supports = (...claims: readonly ClaimId[]) => claims.map((claimId) => ({ claimId, side: 'supports' as const }))

describe('a stale judgement', () => {
  it('says what was regraded, retracted and contradicted since, and is fresh again when that is undone', async () => {
    const one = await soldiers('C01', 8000, 'Kyiv')
    await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
    await settle(file.session)
    expect(await told()).toEqual([])
    await soldiers('C02', 11_000, 'Seoul')
    await settle(file.session)
    expect(await told()).toEqual(['C01 is newly contradicted by C02.'])
    await file.call('claims.rate', { id: one, rating: { axis: 'reliability', value: 'D' } })
    await file.call('claims.update', { selection: { ids: [one] }, patch: { status: 'retracted' } })
    expect(await told()).toEqual([
      'C01 is retracted now, and was open.',
      'C01 was regraded: reliability unset then, D now.',
      'C01 is newly contradicted by C02.',
    ])
    for (let steps = 0; steps < 3; steps++) await file.call('history.undo')
    await settle(file.session)
    expect(await told()).toEqual([])
  })

  it('takes a rejected suggestion for no contradiction, and one related by hand for one', async () => {
    const [one, two, three] = [
      await soldiers('C01', 8000, 'Kyiv'),
      await soldiers('C02', 11_000, 'Seoul'),
      await claim({ ref: 'C03' }),
    ]
    await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
    await settle(file.session)
    const [found] = (await file.call('analysis.findings', { types: ['contradicts'] })).rows
    await file.call('analysis.decide', { keys: [found?.key ?? ''], state: 'rejected' })
    expect(await told()).toEqual([])
    await file.call('history.undo')
    expect(await told()).toEqual(['C01 is newly contradicted by C02.'])
    const [from, to] = [three, one].map((id) => ({ kind: 'claim' as const, id }))
    if (from && to) await file.call('relations.add', { from, to, type: 'denies' })
    expect(await told()).toEqual(['C01 is newly contradicted by C02 and C03.'])
    await file.call('claims.trash', { selection: { ids: [two] } })
    expect(await told()).toEqual(['C01 is newly contradicted by C03.'])
  })

  it('is reviewed by a person with a reason: kept as its history, and undone as one step', async () => {
    const one = await claim({ ref: 'C01', reliability: 'B' })
    const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
    await file.call('claims.rate', { id: one, rating: { axis: 'reliability', value: 'E' } })
    const seen = (await only()).changesKey
    await expect(file.call('judgements.review', { id, reason: ' ', seen })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    file.pass(5000)
    await file.call('judgements.review', { id, reason: 'It stands on C02 alone', seen })
    const { changes, reviews, evidence } = await only()
    expect(changes).toEqual([])
    expect(reviews).toMatchObject([
      { by: 'Ana', reason: 'It stands on C02 alone', seen: ['C01 was regraded: reliability B then, E now.'] },
    ])
    expect(evidence[0]?.weighed).toBe(reviews[0]?.at)
    const versions = await file.call('history.versions', { record: { kind: 'judgement', id } })
    expect(JSON.stringify(versions)).toContain('stands – It stands on C02 alone')
    expect((await file.call('history.undo')).label).toBe('review judgement “J”')
    expect(await told()).toEqual(['C01 was regraded: reliability B then, E now.'])
    expect((await only()).reviews).toEqual([])
    await file.call('history.redo')
    expect(await told()).toEqual([])
  })

  it('keeps its reviews when an earlier version of it is brought back, on the evidence as it was weighed then', async () => {
    const one = await claim({ ref: 'C01', reliability: 'B' })
    const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
    const record = { kind: 'judgement' as const, id }
    const [made] = await file.call('history.versions', { record })
    await file.call('claims.rate', { id: one, rating: { axis: 'reliability', value: 'E' } })
    await file.call('judgements.review', { id, reason: 'It stands', seen: (await only()).changesKey })
    await file.call('judgements.update', { id, patch: { statement: 'K' } })
    await file.call('history.bringBack', { record, step: made?.id ?? 0 })
    expect(await only()).toMatchObject({ statement: 'J', reviews: [{ reason: 'It stands' }] })
    expect(await told()).toEqual(['C01 was regraded: reliability B then, E now.'])
  })

  it('is not reviewed when the evidence changed after it was looked at', async () => {
    const one = await claim({ ref: 'C01', reliability: 'B' })
    const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
    const { changesKey: seen } = await only()
    await file.call('claims.rate', { id: one, rating: { axis: 'reliability', value: 'E' } })
    await expect(file.call('judgements.review', { id, reason: 'It stands', seen })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await only()).reviews).toEqual([])
  })

  it('freezes only what is added when its evidence is edited; sides and weights are no new look', async () => {
    const [one, two] = [await claim({ ref: 'C01', reliability: 'B' }), await claim({ ref: 'C02', reliability: 'B' })]
    const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
    for (const claimId of [one, two])
      await file.call('claims.rate', { id: claimId, rating: { axis: 'reliability', value: 'C' } })
    const evidence = [
      { claimId: two, side: 'supports' as const, weight: 'high' as const },
      { claimId: one, side: 'contrary' as const },
    ]
    await file.call('judgements.update', { id, patch: { evidence } })
    expect(await told()).toEqual(['C01 was regraded: reliability B then, C now.'])
    expect((await only()).evidence.map(({ ref, weight }) => [ref, weight])).toEqual([
      ['C02', 'high'],
      ['C01', null],
    ])
  })
})

it('goes for good with its reviews, when the trash is emptied; so does a report with what was judged of it', async () => {
  const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(await claim({ ref: 'C01' })) })
  await file.call('judgements.review', { id, reason: 'A secret reason', seen: (await only()).changesKey })
  const report = await makeReport(file.call, [])
  await file.call('reports.judgeStandard', { id: report, standard: 'logic', judged: true, note: 'A secret note' })
  await file.call('judgements.trash', { id })
  await file.call('reports.trash', { id: report })
  expect((await file.call('trash.empty')).records).toBe(2)
  expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  expect(readFileSync(file.path).includes('A secret')).toBe(false)
})

it('keeps nothing of a claim that was purged, though it was evidence', async () => {
  const one = await claim({ ref: 'C01', statement: 'A secret word' })
  const two = await claim({ ref: 'C02' })
  const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(one, two) })
  await file.call('claims.update', { selection: { ids: [one] }, patch: { statement: 'A secret sentence' } })
  await file.call('judgements.review', { id, reason: 'It stands', seen: (await only()).changesKey })
  await file.call('claims.trash', { selection: { ids: [one] } })
  await file.call('judgements.review', { id, reason: 'It stands on C02', seen: (await only()).changesKey })
  await file.call('trash.empty')
  expect(readFileSync(file.path).includes('secret')).toBe(false)
  expect((await only()).evidence.map(({ ref }) => ref)).toEqual(['C02'])
  expect((await file.call('case.check', { deep: true })).problems).toEqual([])
})

it('is listed whatever its evidence was frozen with, and weighed by a review', async () => {
  const one = await claim({ ref: 'C01' })
  const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(one) })
  const db = connect(file.path, { readOnly: false })
  db.prepare('UPDATE judgement_claim SET frozen = \'{"against": 5, "status": "retracted"}\'').run()
  db.close()
  expect(await only()).toMatchObject({ changes: [], evidence: [{ ref: 'C01' }] })
  await file.call('judgements.review', { id, reason: 'Weighed anew', seen: (await only()).changesKey })
  await file.call('claims.update', { selection: { ids: [one] }, patch: { status: 'disputed' } })
  expect(await told()).toEqual(['C01 is disputed now, and was open.'])
})

it('resolves by a date or by words', async () => {
  const id = await makeJudgement(file.call, { statement: 'J', resolvesBy: '2027-03' })
  expect(await only()).toMatchObject({ resolvesBy: '2027-03', resolvesByText: '2027-03' })
  await file.call('judgements.update', { id, patch: { resolvesBy: 'the end of the next session' } })
  expect(await only()).toMatchObject({ resolvesBy: null, resolvesByText: 'the end of the next session' })
  await file.call('judgements.update', { id, patch: { statement: 'K' } })
  expect(await only()).toMatchObject({ resolvesByText: 'the end of the next session' })
  await file.call('judgements.update', { id, patch: { resolvesBy: null } })
  expect(await only()).toMatchObject({ resolvesBy: null, resolvesByText: null })
})

interface Edit {
  readonly at: number
  readonly what: 'trash' | 'relate' | Input<'claims.update'>['patch']
}

/** Edits that a person may make to the evidence; each is at most one step. */
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(2),
  what: fc.oneof(
    fc.record({ reliability: fc.constantFrom('A' as const, 'B' as const, 'F' as const, null) }),
    fc.record({ credibility: fc.constantFrom('2' as const, '6' as const, null) }),
    fc.record({ status: fc.constantFrom('open' as const, 'disputed' as const, 'retracted' as const) }),
    fc.record({ statement: fc.constantFrom('S', 'Other words') }),
    fc.record({ topic: fc.constantFrom('deployment', 'treaty') }),
    fc.constant('trash' as const),
    fc.constant('relate' as const),
  ),
})

it('is fresh when it is frozen, when all that changed is undone, and when it was reviewed', async () => {
  const claims = [
    await claim({ ref: 'C01', reliability: 'B' }),
    await claim({ ref: 'C02' }),
    await claim({ ref: 'C03' }),
  ]
  const loose = await claim({ ref: 'C04' })
  const id = await makeJudgement(file.call, { statement: 'J', evidence: supports(...claims) })
  expect(await told()).toEqual([])
  const change = ({ at, what }: Edit): Promise<unknown> => {
    const claimId = claims[at] as ClaimId
    const selection = { ids: [claimId] }
    // Edits of one field within two seconds are one step.
    file.pass(5000)
    if (what === 'trash') return file.call('claims.trash', { selection })
    if (what !== 'relate') return file.call('claims.update', { selection, patch: what })
    const [from, to] = [loose, claimId].map((known) => ({ kind: 'claim' as const, id: known }))
    return file.call('relations.add', { from, to, type: 'contradicts' } as Input<'relations.add'>)
  }
  const newest = async (): Promise<string> => JSON.stringify((await file.call('history.state')).undo)
  let stale = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 6 }), fc.boolean(), async (edits, isReviewed) => {
      const start = await newest()
      for (const one of edits) await change(one)
      const after = await only()
      stale += after.changes.length > 0 ? 1 : 0
      if (isReviewed) {
        await file.call('judgements.review', { id, reason: 'It stands', seen: after.changesKey })
        expect(await told()).toEqual([])
        await file.call('history.undo')
        expect(await only()).toMatchObject({ changes: after.changes, changesKey: after.changesKey })
      }
      while ((await newest()) !== start) await file.call('history.undo')
      expect(await told()).toEqual([])
    }),
    { seed: 7, numRuns: 60 },
  )
  expect(stale).toBeGreaterThan(20)
})
