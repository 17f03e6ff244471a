import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import type { ClaimId, JudgementId } from '../../../shared/ids.ts'
import type { Judgement } from '../../../shared/report.ts'
import { all, sql } from '../../store/db.ts'
import { configure, connect } from '../../store/connection.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { makeJudgement } from './test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

type Patch = Input<'judgements.create'>['patch']
const judge = (patch: Patch): Promise<JudgementId> => makeJudgement(file.call, patch)
const only = async (): Promise<Judgement | undefined> => (await file.call('judgements.list'))[0]
async function claim(patch: object): Promise<ClaimId> {
  const { ids } = await file.call('claims.create', { patch: { statement: 'S', ...patch } })
  return (ids[0] ?? '') as ClaimId
}

/** The grades that a judgement's evidence is frozen with, in its order. */
function frozenGrades(): { ref: string; frozen: Record<string, unknown> }[] {
  const db = connect(file.path, { readOnly: true })
  configure(db, true)
  const rows = all<{ ref: string; frozen: string }>(
    db,
    sql`SELECT c.ref, jc.frozen FROM judgement_claim jc JOIN claim c ON c.num = jc.claim ORDER BY jc.position`,
  )
  db.close()
  return rows.map(({ ref, frozen }) => ({ ref, frozen: JSON.parse(frozen) as Record<string, unknown> }))
}

describe('judgements', () => {
  it('take the term of their percentage on the scale of the case, and are undone whole', async () => {
    await judge({ statement: 'They fought.', percent: 85, confidence: 'low', assumptions: ' \n ' })
    expect(await only()).toMatchObject({
      statement: 'They fought.',
      likelihood: 'very likely',
      percent: 85,
      scale: 'icd203',
      confidence: 'low',
      assumptions: null,
    })
    expect((await file.call('history.undo')).label).toBe('add judgement “They fought.”')
    expect(await only()).toBeUndefined()
  })

  it('give a percentage on a bound to the upper term, and none outside 1 to 99 (ICD 203)', async () => {
    for (const [percent, likelihood] of [
      [5, 'very unlikely'],
      [20, 'unlikely'],
      [80, 'very likely'],
      [99, 'almost certain'],
    ] as const) {
      const id = await judge({ statement: 'S', percent })
      const found = (await file.call('judgements.list')).find((judgement) => judgement.id === id)
      expect(found?.likelihood, String(percent)).toBe(likelihood)
    }
    await expect(judge({ statement: 'S', percent: 0.5 })).rejects.toThrow(/0\.5\u00a0% has no term in ICD 203/)
  })

  it('refuse a percentage in a gap of the PHIA yardstick, and say what lies beside it', async () => {
    await file.call('case.update', { patch: { scale: 'phia' } })
    await expect(judge({ statement: 'S', percent: 37 })).rejects.toThrow(
      /37\u00a0% has no term in PHIA.*between “unlikely” \(≈25–≈35\u00a0%\) and “realistic possibility” \(≈40–<50\u00a0%\)/,
    )
    await expect(judge({ statement: 'S', percent: 50 })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await only()).toBeUndefined()
    await judge({ statement: 'S', percent: 45 })
    expect(await only()).toMatchObject({ likelihood: 'realistic possibility', scale: 'phia' })
  })

  it('refuse a term that is not of the scale, or does not fit its percentage', async () => {
    await expect(judge({ statement: 'S', likelihood: 'probable' })).rejects.toThrow(
      /no term of this case’s scale.*likely/,
    )
    await expect(judge({ statement: 'S', likelihood: 'highly likely' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(judge({ statement: 'S', likelihood: 'likely', percent: 85 })).rejects.toThrow(
      /85\u00a0% is not “likely” \(55–80\u00a0%\) but “very likely”/,
    )
    await judge({ statement: 'S', likelihood: 'Roughly even chance' })
    expect(await only()).toMatchObject({ likelihood: 'roughly even chance', percent: null })
  })

  it('need a statement', async () => {
    await expect(judge({ percent: 60 })).rejects.toThrow(/needs a statement/)
    await expect(judge({ statement: '  ' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('change field by field, checked against what stands, and change back', async () => {
    const id = await judge({ statement: 'A', percent: 60 })
    await expect(file.call('judgements.update', { id, patch: { likelihood: 'unlikely' } })).rejects.toThrow(
      /60\u00a0% is not “unlikely”/,
    )
    await file.call('judgements.update', { id, patch: { likelihood: 'unlikely', percent: null } })
    await file.call('judgements.update', { id, patch: { statement: 'B', indicators: 'Orders' } })
    expect(await only()).toMatchObject({ statement: 'B', likelihood: 'unlikely', percent: null, indicators: 'Orders' })
    expect((await file.call('history.undo')).label).toBe('edit judgement “B”')
    await file.call('history.undo')
    expect(await only()).toMatchObject({ statement: 'A', likelihood: 'likely', percent: 60, indicators: null })
    expect(await file.call('judgements.update', { id, patch: { statement: 'A' } })).toEqual({ count: 0, ids: [] })
  })

  it('are deleted and come back by undo', async () => {
    const id = await judge({ statement: 'A' })
    await file.call('judgements.trash', { id })
    expect(await only()).toBeUndefined()
    expect((await file.call('history.undo')).label).toBe('delete judgement “A”')
    expect(await only()).toMatchObject({ id, statement: 'A' })
  })
})

describe('the evidence of a judgement', () => {
  it('keeps its order and sides, and the grades that it had when it was taken', async () => {
    const [one, two, three] = [
      await claim({ ref: 'C01', reliability: 'B', credibility: '2' }),
      await claim({ ref: 'C02', status: 'disputed' }),
      await claim({ ref: 'C03' }),
    ]
    const id = await judge({
      statement: 'J',
      evidence: [
        { claimId: two, side: 'contrary' },
        { claimId: one, side: 'supports' },
      ],
    })
    await file.call('claims.update', { selection: { ids: [one] }, patch: { reliability: 'E' } })
    await file.call('judgements.update', {
      id,
      patch: {
        evidence: [
          { claimId: one, side: 'contrary' },
          { claimId: three, side: 'supports' },
        ],
      },
    })
    expect((await only())?.evidence.map(({ ref, side }) => [ref, side])).toEqual([
      ['C01', 'contrary'],
      ['C03', 'supports'],
    ])
    expect(frozenGrades()).toMatchObject([
      { ref: 'C01', frozen: { reliability: 'B', credibility: '2', status: 'open' } },
      { ref: 'C03', frozen: { reliability: null, credibility: null } },
    ])
    await file.call('history.undo')
    expect((await only())?.evidence.map(({ ref, side }) => [ref, side])).toEqual([
      ['C02', 'contrary'],
      ['C01', 'supports'],
    ])
    expect(frozenGrades()[0]).toMatchObject({ ref: 'C02', frozen: { status: 'disputed' } })
  })

  it('changes its order', async () => {
    const [one, two] = [await claim({ ref: 'C01' }), await claim({ ref: 'C02' })]
    const evidence = [one, two].map((claimId) => ({ claimId, side: 'supports' as const }))
    const id = await judge({ statement: 'J', evidence })
    await file.call('judgements.update', { id, patch: { evidence: evidence.toReversed() } })
    expect((await only())?.evidence.map(({ ref }) => ref)).toEqual(['C02', 'C01'])
  })

  it('takes a claim once, for the side it was given last, and only one that is there', async () => {
    const one = await claim({ ref: 'C01' })
    await judge({
      statement: 'J',
      evidence: [
        { claimId: one, side: 'supports' },
        { claimId: one, side: 'contrary' },
      ],
    })
    expect((await only())?.evidence).toMatchObject([{ ref: 'C01', side: 'contrary' }])
    const nobody = '01890000-0000-7000-8000-000000000000' as ClaimId
    await expect(judge({ statement: 'K', evidence: [{ claimId: nobody, side: 'supports' }] })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await file.call('judgements.list')).toHaveLength(1)
  })
})
