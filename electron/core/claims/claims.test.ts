import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const make = async (patch: Parameters<typeof create>[0]): Promise<string> => create(patch)
async function create(patch: { statement: string; [field: string]: unknown }): Promise<string> {
  const { ids } = await file.call('claims.create', { patch })
  return ids[0] ?? ''
}

describe('claims', () => {
  it('makes a claim with its claimant, event, number and grades, and undoes it whole', async () => {
    const id = await make({
      statement: 'About 11,000 North Korean soldiers are in the Kursk region',
      claimant: 'Volodymyr Zelenskyy',
      event: 'Deployment',
      said: '2024-11~',
      quantity: 'about 11,000',
      category: 'present',
      unit: 'soldiers',
      credibility: '2',
      tags: ['Kursk', 'figures'],
    })
    const { rows, total } = await file.call('claims.page', {})
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      id,
      ref: 'C01',
      claimant: 'Volodymyr Zelenskyy',
      event: 'Deployment',
      said: '2024-11~',
      reliability: null,
      credibility: '2',
      tags: ['Kursk', 'figures'],
      measures: [{ best: 11000, low: null, high: null, qualifier: 'about', category: 'present', kind: 'stock' }],
    })
    expect((await file.call('history.undo')).label).toBe('add claim C01')
    expect((await file.call('claims.page', {})).total).toBe(0)
    await file.call('history.redo')
    expect((await file.call('claims.page', {})).rows[0]).toEqual({ ...rows[0], changed: expect.any(String) as string })
  })

  it('finds words of the statement, the claimant and Korean and Russian text, folded', async () => {
    await make({ statement: 'Эшелон с трансформаторами прибыл', claimant: 'Пётр Ильин' })
    await make({ statement: '국정원은 파병을 확인했다' })
    for (const search of ['ТРАН', 'петр', '국정원', '파병', 'эшелон прибыл']) {
      expect((await file.call('claims.page', { search })).total, search).toBe(1)
    }
    expect((await file.call('claims.page', { search: 'nothing like it' })).total).toBe(0)
  })

  it('changes a field of every claim that a view shows in one step', async () => {
    for (const topic of ['treaty', 'treaty', 'deployment']) await make({ statement: 'S', topic })
    const view = { filter: { topic: 'treaty' } }
    expect((await file.call('claims.update', { selection: { view }, patch: { reliability: 'B' } })).count).toBe(2)
    expect((await file.call('history.state')).undo).toBe('set reliability of 2 claims to B')
    expect((await file.call('claims.page', { filter: { reliability: ['B'] } })).total).toBe(2)
    await file.call('history.undo')
    expect((await file.call('claims.page', { filter: { reliability: null } })).total).toBe(3)
  })

  it('keeps the history of a grade and goes back to the one before when undone', async () => {
    const id = await make({ statement: 'S', credibility: '3' })
    await file.call('claims.rate', { id, rating: { axis: 'credibility', value: '2' }, reason: 'a second report' })
    const detail = await file.call('claims.get', { id })
    expect(detail.credibility).toBe('2')
    expect(detail.ratings.map(({ value, reason, rater }) => [value, reason, rater])).toEqual([
      ['2', 'a second report', 'Ana'],
      ['3', null, 'Ana'],
    ])
    await file.call('history.undo')
    expect((await file.call('claims.get', { id })).credibility).toBe('3')
  })

  it('refuses a date that is none and changes nothing', async () => {
    const id = await make({ statement: 'S', said: '2024-11' })
    await expect(
      file.call('claims.update', { selection: { ids: [id] }, patch: { said: '11/10/2024', topic: 'x' } }),
    ).rejects.toThrow(/“11\/10\/2024” is not an EDTF date/)
    expect((await file.call('claims.get', { id })).topic).toBeNull()
  })

  it('sorts by several fields, what is not set last either way', async () => {
    await make({ statement: 'a', topic: 'x', said: '2024-11' })
    await make({ statement: 'b', said: '2024-10' })
    await make({ statement: 'c', topic: 'x', said: '2024-09' })
    const order = async (sort: { field: string; desc?: boolean }[]): Promise<string> =>
      (await file.call('claims.page', { sort })).rows.map((row) => row.statement).join('')
    expect(await order([{ field: 'topic' }, { field: 'said' }])).toBe('cab')
    expect(
      await order([
        { field: 'topic', desc: true },
        { field: 'said', desc: true },
      ]),
    ).toBe('acb')
  })

  it('filters dates by overlap, numbers by bounds, tags by any', async () => {
    await make({ statement: 'a', said: '2024-10~/..', quantity: '8,000', tags: ['x', 'y'] })
    await make({ statement: 'b', said: '2024-09-01', quantity: 'about 11,000', tags: ['z'] })
    const total = async (filter: Record<string, object>): Promise<number> =>
      (await file.call('claims.page', { filter })).total
    expect(await total({ said: { min: '2024-11', max: '2024-12' } })).toBe(1)
    expect(await total({ quantity: { min: 9000 } })).toBe(1)
    expect(await total({ tags: { in: ['y', 'z'] } })).toBe(2)
    expect(await total({ tags: { notIn: ['z'] } })).toBe(1)
    await expect(total({ nonsense: { set: true } })).rejects.toThrow(/no field “nonsense”/)
  })

  it('trashes and restores, and survives closing and opening', async () => {
    const id = await make({ statement: 'S' })
    await file.call('claims.trash', { selection: { ids: [id] } })
    file = file.reopen()
    expect((await file.call('claims.page', {})).total).toBe(0)
    expect((await file.call('claims.page', { trashed: true })).total).toBe(1)
    expect((await file.call('history.state')).undo).toBe('delete C01')
    await file.call('history.undo')
    expect((await file.call('claims.page', {})).total).toBe(1)
  })

  it('adds carriers by name, shows the first as document and outlet, and finds them again', async () => {
    const id = await make({ statement: 'S' })
    for (const role of ['origin', 'carries'] as const) {
      await file.call('carriages.add', {
        claimId: id,
        carriage: { document: `The ${role}`, outlet: 'An agency', role, linkRead: role === 'origin' },
      })
    }
    const detail = await file.call('claims.get', { id })
    expect(detail).toMatchObject({ document: 'The origin', outlet: 'An agency', carriers: 2 })
    expect(detail.carriages.map((carriage) => carriage.linkRead)).toEqual([true, false])
    expect((await file.call('claims.page', { search: 'agency' })).total).toBe(1)
  })

  it('relates two claims and shows it from both sides', async () => {
    const [from, to] = [await make({ statement: 'left' }), await make({ statement: 'right' })]
    await file.call('relations.add', {
      from: { kind: 'claim', id: from },
      to: { kind: 'claim', id: to },
      type: 'contradicts',
    })
    expect((await file.call('claims.get', { id: to })).relations[0]).toMatchObject({
      direction: 'in',
      type: 'contradicts',
      other: { label: 'C01' },
    })
    await expect(
      file.call('relations.add', {
        from: { kind: 'claim', id: from },
        to: { kind: 'claim', id: from },
        type: 'repeats',
      }),
    ).rejects.toThrow(/itself/)
  })

  it('numbers a claim without a reference, and only by references of that form', async () => {
    for (const ref of ['C2024-11', 'C07', null]) await file.call('claims.create', { patch: { statement: 'S', ref } })
    const { rows } = await file.call('claims.page', {})
    expect(rows.map((row) => row.ref)).toEqual(['C2024-11', 'C07', 'C08'])
  })

  it('takes two pasted rows of one claim as one change that can be undone', async () => {
    const id = await make({ statement: 'S' })
    await file.call('claims.paste', { rows: ['treaty', 'combat'].map((topic) => ({ id, patch: { topic } })) })
    expect((await file.call('claims.get', { id })).topic).toBe('combat')
    await file.call('history.undo')
    expect((await file.call('claims.get', { id })).topic).toBeNull()
  })

  it('finds dates by what was written and an open start by its bounds', async () => {
    await make({ statement: 'a', said: '../2024-10' })
    await make({ statement: 'b', said: '2024-11' })
    const found = async (said: string | object): Promise<string[]> =>
      (await file.call('claims.page', { filter: { said } as never })).rows.map((row) => row.statement)
    expect(await found('2024-11')).toEqual(['b'])
    expect(await found({ max: '2000' })).toEqual(['a'])
    expect(await found({ set: true })).toEqual(['a', 'b'])
  })

  it('counts a claim as changed when its number is', async () => {
    const id = await make({ statement: 'S', quantity: '8,000' })
    const before = await file.call('claims.get', { id })
    await new Promise((resolve) => setTimeout(resolve, 5))
    await file.call('claims.update', { selection: { ids: [id] }, patch: { quantity: 'about 9,000' } })
    const after = await file.call('claims.get', { id })
    expect(after.changed > before.changed).toBe(true)
  })
})
