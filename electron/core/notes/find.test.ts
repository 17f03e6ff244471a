import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const labels = async (query: string, more: Partial<Input<'records.find'>> = {}): Promise<string[]> =>
  (await file.call('records.find', { query, ...more })).map((link) => link.label)
const claim = async (statement: string, more: object = {}): Promise<string> =>
  (await file.call('claims.create', { patch: { statement, ...more } })).ids[0] ?? ''

describe('finding records', () => {
  it('answers those whose name starts with the words first, then those that hold them all', async () => {
    await claim('Troops were seen in the Kursk region')
    await claim('Nobody was seen')
    await file.call('events.create', { patch: { title: 'Deployment', place: 'Kursk region' } })
    await file.call('actors.create', { patch: { name: 'Kursk garrison' } })
    await file.call('notes.create', { patch: { title: 'Kursk', body: 'region' } })
    expect(await labels('kursk')).toEqual(['Kursk garrison', 'Kursk', 'C01', 'E01'])
    expect(await labels('region KURSK')).toEqual(['C01', 'E01', 'Kursk'])
    expect(await labels('"kursk region"')).toEqual(['C01', 'E01'])
    expect(await labels('c0')).toEqual(['C01', 'C02'])
    expect(await labels('nothing like it')).toEqual([])
  })

  it('folds case, accents and ё, and finds Korean', async () => {
    await claim('Эшелон прибыл', { claimant: 'Пётр Ильин' })
    await file.call('actors.create', { patch: { name: '국가정보원', aliases: ['NIS', 'NIS of Korea'] } })
    expect(await labels('ПЕТР')).toEqual(['Пётр Ильин', 'C01'])
    // By a part of a name: whose name it is goes before what names it.
    expect(await labels('ильин')).toEqual(['Пётр Ильин', 'C01'])
    expect(await labels('эшелон')).toEqual(['C01'])
    expect(await labels('국가')).toEqual(['국가정보원'])
    expect(await labels('nis')).toEqual(['국가정보원'])
  })

  it('keeps to the kinds and the number asked for, and lets no kind crowd out another', async () => {
    for (let n = 0; n < 5; n += 1) await claim('Kursk')
    await file.call('events.create', { patch: { title: 'At Kursk' } })
    await file.call('outlets.create', { patch: { name: 'Radio Kursk' } })
    expect(await labels('kursk', { limit: 4 })).toEqual(['C01', 'C02', 'E01', 'Radio Kursk'])
    expect(await labels('kursk', { limit: 2, kinds: ['claim'] })).toEqual(['C01', 'C02'])
    expect(await labels('kursk', { kinds: ['event', 'outlet'] })).toEqual(['E01', 'Radio Kursk'])
    expect(await labels('kursk', { kinds: [] })).toEqual([])
    await expect(labels('kursk', { limit: 0 })).rejects.toThrow(/limit/)
  })

  it('leaves out what is in the trash', async () => {
    const id = await claim('Kursk')
    await file.call('claims.trash', { selection: { ids: [id] } })
    for (const query of ['kursk', 'C01', '']) expect(await labels(query), query).toEqual([])
  })

  it('answers what changed last when nothing is asked for', async () => {
    const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
    const first = await claim('one')
    await later()
    await claim('two')
    await later()
    await file.call('notes.create', { patch: { title: 'N' } })
    await later()
    await file.call('claims.update', { selection: { ids: [first] }, patch: { topic: 'x' } })
    expect(await labels(' ')).toEqual(['C01', 'N', 'C02'])
    expect(await labels('', { limit: 1, kinds: ['note'] })).toEqual(['N'])
    expect(await labels('""', { kinds: [] })).toEqual([])
  })
})
