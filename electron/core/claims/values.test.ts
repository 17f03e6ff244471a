import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const claim = async (patch: Record<string, unknown>): Promise<string> =>
  (await file.call('claims.create', { patch: { statement: 'said', ...patch } })).ids[0] ?? ''
const values = (field: 'claimant' | 'topic' | 'tags', search = ''): Promise<string[]> =>
  file.call('claims.values', { field, search })

describe('the values that a field has so far', () => {
  it('come most used first, those used as often in the order of the alphabet', async () => {
    for (const topic of ['treaty', 'Ёж', 'arms', 'treaty', 'еда', 'Arms']) await claim({ topic })
    expect(await values('topic')).toEqual(['treaty', 'Arms', 'arms', 'еда', 'Ёж'])
    expect(await values('topic', 'ЕЖ')).toEqual(['Ёж'])
  })

  it('are fifty at most, the first of those used as often', async () => {
    const called = (at: number): string => `Official ${at}`
    // Ten are used twice, the rest once; they are made in no order.
    for (let at = 0; at < 90; at += 1) await claim({ claimant: called((at * 37) % 90) })
    for (let at = 80; at < 90; at += 1) await claim({ claimant: called(at) })
    expect(await values('claimant')).toEqual([
      ...Array.from({ length: 10 }, (_, at) => called(80 + at)),
      ...Array.from({ length: 40 }, (_, at) => called(at)),
    ])
    expect(await values('claimant', 'official 8')).toEqual([
      ...Array.from({ length: 10 }, (_, at) => called(80 + at)),
      'Official 8',
    ])
  })

  it('have what no claim has yet after them, and nothing that is in the trash', async () => {
    await claim({ claimant: 'Zoya' })
    const gone = await claim({ claimant: 'Gone' })
    await file.call('actors.create', { patch: { name: 'Anna' } })
    const { ids } = await file.call('actors.ids', { search: 'gone' })
    await file.call('actors.trash', { selection: { ids } })
    expect(await values('claimant')).toEqual(['Zoya', 'Anna'])
    // The name of one that is there is offered, whoever else bore it.
    await file.call('actors.create', { patch: { name: 'Gone' } })
    expect(await values('claimant')).toEqual(['Gone', 'Zoya', 'Anna'])
    await file.call('claims.trash', { selection: { ids: [gone] } })
    expect(await values('claimant')).toEqual(['Zoya', 'Anna', 'Gone'])
  })

  it('count each of several in one claim', async () => {
    await claim({ tags: ['b', 'a'] })
    await claim({ tags: ['b'] })
    expect(await values('tags')).toEqual(['b', 'a'])
  })
})
