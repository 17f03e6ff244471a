import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeSet } from '../../../shared/history.ts'
import { connect } from '../../store/connection.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const claim = async (statement: string, more = {}): Promise<string> =>
  (await file.call('claims.create', { patch: { statement, ...more } })).ids[0] ?? ''
const set = (id: string, patch: object, reason?: string): Promise<unknown> =>
  file.call('claims.update', { selection: { ids: [id] }, patch, reason })
const topicOf = async (id: string): Promise<string | null> => (await file.call('claims.get', { id })).topic
const steps = (filter = {}): Promise<ChangeSet[]> => file.call('history.list', { limit: 100, ...filter })
const stepCalled = async (label: string): Promise<number> => {
  const step = (await steps()).find((other) => other.label === label)
  if (!step) throw new Error(`No step “${label}” in ${JSON.stringify(await steps())}`)
  return step.id
}

describe('edits of one field', () => {
  it('within two seconds are one step, which undo takes back whole', async () => {
    const id = await claim('a', { topic: 'treaty' })
    await set(id, { topic: 't' })
    await set(id, { topic: 'tr' })
    await set(id, { topic: 'troops' })
    expect((await steps()).map(({ label }) => label)).toEqual(['set topic of C01 to troops', 'add claim C01'])
    await file.call('history.undo')
    expect(await topicOf(id)).toBe('treaty')
    await file.call('history.redo')
    expect(await topicOf(id)).toBe('troops')
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('that lead back to where it began are no step', async () => {
    const id = await claim('a', { topic: 'treaty' })
    await set(id, { topic: 't' })
    await set(id, { topic: 'treaty' })
    expect((await steps()).map(({ label }) => label)).toEqual(['add claim C01'])
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('stay steps of their own when time passes, the reason differs, another field or another record is meant', async () => {
    const [one, two] = [await claim('a'), await claim('b')]
    await set(one, { topic: 'x' })
    file.pass(2001)
    await set(one, { topic: 'y' })
    await set(one, { topic: 'z' }, 'because')
    await set(one, { place: 'Kursk' })
    await set(two, { place: 'Kursk' })
    expect(await steps()).toHaveLength(7)
  })
})

describe('a step that is undone by itself', () => {
  it('leaves later steps as they are', async () => {
    const id = await claim('a')
    await set(id, { topic: 'treaty' })
    await set(id, { place: 'Kursk' })
    await file.call('history.undo', { step: await stepCalled('set topic of C01 to treaty') })
    expect(await file.call('claims.get', { id })).toMatchObject({ topic: null, place: 'Kursk' })
    expect((await file.call('history.state')).undo).toBe('set place of C01 to Kursk')
    await file.call('history.redo')
    expect(await topicOf(id)).toBe('treaty')
  })

  it('is refused where others build on it, by name, and taken back with them on request', async () => {
    const id = await claim('a', { claimant: 'Blinken' })
    await set(id, { topic: 'treaty' })
    file.pass(3000)
    await set(id, { topic: 'troops' })
    const other = await claim('b', { claimant: 'Blinken' })
    const first = await stepCalled('set topic of C01 to treaty')
    await expect(file.call('history.undo', { step: first })).rejects.toThrow(
      /“set topic of C01 to treaty” cannot be undone by itself: “set topic of C01 to troops” builds on it. Undo both, or leave it./,
    )
    expect((await file.call('history.later', { step: first })).map(({ label }) => label)).toEqual([
      'set topic of C01 to troops',
    ])
    expect(await topicOf(id)).toBe('troops')
    await file.call('history.undo', { step: first, withLater: true })
    expect(await topicOf(id)).toBeNull()

    // The second claim's claimant was made with the first claim.
    const making = await stepCalled('add claim C01')
    expect((await file.call('history.later', { step: making })).map(({ label }) => label)).toEqual(['add claim C02'])
    await file.call('history.undo', { step: making, withLater: true })
    await expect(file.call('claims.get', { id: other })).rejects.toMatchObject({ code: 'not-found' })
    expect((await file.call('actors.page', {})).total).toBe(0)
    for (; (await file.call('history.state')).redo !== null;) await file.call('history.redo')
    expect(await topicOf(id)).toBe('troops')
    expect((await file.call('claims.get', { id: other })).claimant).toBe('Blinken')
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('is none of its own when it is an undo, or was taken back already', async () => {
    const id = await claim('a')
    await set(id, { topic: 'treaty' })
    await file.call('history.undo')
    await expect(
      file.call('history.undo', { step: await stepCalled('undo: set topic of C01 to treaty') }),
    ).rejects.toThrow(/no step of its own/)
    await expect(file.call('history.undo', { step: await stepCalled('set topic of C01 to treaty') })).rejects.toThrow(
      /taken back already/,
    )
    await expect(file.call('history.undo', { step: 99 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the versions of a record', () => {
  it('tell who changed what, old and new, with its parts and relations, in words', async () => {
    const id = await claim('8,000 soldiers', { claimant: 'Blinken', quantity: '8,000', category: 'present' })
    await set(id, { claimant: 'Zelenskyy' }, 'It was he who said it')
    await set(id, { credibility: '2' })
    const other = await claim('b')
    await file.call('relations.add', {
      from: { kind: 'claim', id: other },
      to: { kind: 'claim', id },
      type: 'contradicts',
    })
    const found = await file.call('history.versions', { record: { kind: 'claim', id } })
    expect(found.map(({ label }) => label)).toEqual([
      'add relation: C02 contradicts C01',
      'set credibility of C01 to 2',
      'set claimant of C01 to Zelenskyy',
      'add claim C01',
    ])
    expect(found[2]).toMatchObject({
      by: 'Ana',
      reason: 'It was he who said it',
      fields: [{ entity: 'claim', field: 'claimant', before: 'Blinken', after: 'Zelenskyy' }],
    })
    expect(found[1]?.fields).toContainEqual(
      expect.objectContaining({ entity: 'rating', field: 'credibility', before: null, after: '2' }),
    )
    expect(found[3]?.fields).toContainEqual(
      expect.objectContaining({ entity: 'measure', field: 'number: verbatim', before: null, after: '8,000' }),
    )
  })

  it('can be brought back, parts and all, as a new change that undo takes back', async () => {
    const id = await claim('a', { topic: 'treaty', quantity: '8,000', tags: ['x'] })
    const version = await stepCalled('add claim C01')
    const before = await file.call('claims.get', { id })
    await set(id, { topic: 'troops', quantity: '11,000', tags: [] })
    await file.call('carriages.add', { claimId: id, carriage: { document: 'D', outlet: 'TASS' } })
    await set(id, { statement: 'b', quantity: null })
    await file.call('claims.trash', { selection: { ids: [id] } })
    const after = await file.call('claims.get', { id })
    const { label } = await file.call('history.bringBack', {
      record: { kind: 'claim', id },
      step: version,
      reason: 'wrong',
    })
    expect(label).toMatch(/^bring back C01 as of \d+ \w+ \d{4}, \d\d:\d\d UTC$/)
    expect({ ...(await file.call('claims.get', { id })), changed: '' }).toEqual({ ...before, changed: '' })
    await file.call('history.undo')
    expect({ ...(await file.call('claims.get', { id })), changed: '' }).toEqual({ ...after, changed: '' })
    await expect(
      file.call('history.bringBack', { record: { kind: 'claim', id }, step: await stepCalled('delete C01') }),
    ).rejects.toThrow(/as it was then/)
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('are not brought back out of another record that a part went to by a merge, until that is taken back', async () => {
    const [kept, gone] = [await claim('a'), await claim('b', { quantity: '8,000' })]
    const version = await stepCalled('add claim C02')
    await set(gone, { credibility: '3' })
    await file.call('merges.run', { kind: 'claim', keep: kept, drop: gone, fields: {} })
    const before = await file.call('claims.get', { id: kept })
    const back = { record: { kind: 'claim', id: gone }, step: version } as const
    await expect(file.call('history.bringBack', back)).rejects.toThrow(
      'What C02 had belongs to C01 since the two were merged. Take the merge back first.',
    )
    expect(await file.call('claims.get', { id: kept })).toEqual(before)
    await file.call('history.undo')
    await file.call('history.bringBack', back)
    expect(await file.call('claims.get', { id: gone })).toMatchObject({ credibility: null, trashed: null })
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('begin where the record does', async () => {
    await claim('a')
    const id = await claim('b')
    await expect(
      file.call('history.bringBack', { record: { kind: 'claim', id }, step: await stepCalled('add claim C01') }),
    ).rejects.toThrow(/made after that/)
  })
})

describe('the activity of a case', () => {
  it('is filtered by person, kind and time, and comes in pages', async () => {
    const id = await claim('a')
    await file.call('notes.create', { patch: { title: 'N', body: '' } })
    await set(id, { credibility: '2' })
    expect((await steps({ kind: 'claim' })).map(({ label }) => label)).toEqual([
      'set credibility of C01 to 2',
      'add claim C01',
    ])
    expect((await steps({ kind: 'note' })).map(({ label }) => label)).toEqual(['add note “N”'])
    expect(await steps({ by: 'Boris' })).toEqual([])
    expect(await file.call('history.people')).toEqual(['Ana'])
    const day = new Date().toISOString().slice(0, 10)
    expect(await steps({ from: day, to: day })).toHaveLength(3)
    expect(await steps({ to: '2020' })).toEqual([])
    const [newest] = await steps({ limit: 1 })
    expect(await steps({ before: newest?.id })).toHaveLength(2)
  })

  it('takes a reason later, the newest of which counts', async () => {
    await claim('a')
    const [step] = await steps()
    for (const reason of ['first', 'second']) await file.call('history.explain', { step: step?.id ?? 0, reason })
    expect((await steps()).map(({ label, reason }) => [label, reason])).toEqual([['add claim C01', 'second']])
    expect((await file.call('history.state')).undo).toBe('add claim C01')
    expect((await file.call('case.check', { deep: true })).problems).toEqual([])
  })

  it('shows what a step changed', async () => {
    const id = await claim('a')
    await set(id, { topic: 'treaty' })
    expect(await file.call('history.changes', { step: await stepCalled('set topic of C01 to treaty') })).toEqual([
      { entity: 'claim', id, field: 'topic', before: null, after: 'treaty' },
    ])
  })
})

describe('the chain of the log', () => {
  const tampered = async (statement: string): Promise<string[]> => {
    for (const text of ['a', 'b', 'c']) await claim(text)
    const db = connect(file.path, { readOnly: false })
    db.exec(statement)
    db.close()
    return (await file.call('case.check', {})).problems.map(({ message }) => message)
  }

  it.each([
    ['UPDATE change SET after = replace(after, \'"b"\', \'"B"\')', 'add claim C02'],
    ["UPDATE change_set SET by = 'Boris' WHERE num = 2", 'add claim C02'],
    ["UPDATE change_set SET label = 'nothing' WHERE num = 1", 'nothing'],
    ['DELETE FROM change WHERE change_set = 3', 'add claim C03'],
    ['DELETE FROM change WHERE change_set = 2; DELETE FROM change_set WHERE num = 2', 'add claim C03'],
    ['UPDATE change_set SET hash = NULL WHERE num = 1', 'add claim C01'],
  ])('shows the first entry that is not as it was written: %s', async (statement, label) => {
    expect(await tampered(statement)).toEqual([expect.stringContaining(`“${label}”`)])
  })
})
