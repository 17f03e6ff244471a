import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClaimDetail, ClaimPatch } from '../../../../../shared/claim.ts'
import type { MergeKind, MergeRequest, MergeSide } from '../../../../../shared/merge.ts'
import { contents } from '../../../history/random-commands.ts'
import { makeTestCase, type TestCase } from '../../../test-case.ts'

let file: TestCase
beforeEach(() => void (file = makeTestCase()))
afterEach(() => file.remove())

const idOf = ({ ids }: { ids: string[] }): string => ids[0] ?? ''
const claim = async (patch: ClaimPatch & { statement: string }): Promise<string> =>
  idOf(await file.call('claims.create', { patch }))
const claimOf = (id: string): Promise<ClaimDetail> => file.call('claims.get', { id: id as ClaimDetail['id'] })
const carry = (id: string, document: string, outlet: string): Promise<unknown> =>
  file.call('carriages.add', { claimId: id as ClaimDetail['id'], carriage: { document, outlet } })
const merge = (kind: MergeKind, keep: string, drop: string, more: Partial<MergeRequest> = {}): Promise<unknown> =>
  file.call('merges.run', { kind, keep, drop, ...more })

describe('claims', () => {
  const one = {
    statement: 'About 11,000 are there',
    claimant: 'Blinken',
    topic: 'troops',
    tags: ['a'],
    quantity: '11,000',
  }
  const other = {
    statement: 'About 11 000 are there',
    claimant: 'Kim',
    place: 'Kursk',
    tags: ['b', 'a'],
    quantity: '11,000',
  }

  test('the kept one has the chosen values, and the others where it had none', async () => {
    const [keep, drop] = [await claim(one), await claim({ ...other, reliability: 'B', credibility: '2' })]
    await merge('claim', keep, drop, { fields: { claimant: 'drop' } })
    expect(await claimOf(keep)).toMatchObject({
      statement: one.statement,
      claimant: 'Kim',
      topic: 'troops',
      place: 'Kursk',
      tags: ['a', 'b'],
      reliability: 'B',
      credibility: '2',
    })
    expect((await claimOf(drop)).trashed).not.toBeNull()
  })

  test('a grade of its own stays though the other was graded later, and is chosen where that is said', async () => {
    const [keep, drop] = [await claim({ ...one, credibility: '3' }), await claim(other)]
    file.pass(3000)
    await file.call('claims.update', { selection: { ids: [drop] }, patch: { credibility: '5' } })
    file.pass(3000)
    await merge('claim', keep, drop)
    expect(await claimOf(keep)).toMatchObject({ credibility: '3' })
    expect((await claimOf(keep)).ratings).toHaveLength(3)
    await file.call('history.undo')
    await merge('claim', keep, drop, { fields: { credibility: 'drop' } })
    expect(await claimOf(keep)).toMatchObject({ credibility: '5' })
  })

  test('carriers, relations, pins and evidence move without doubles', async () => {
    const [keep, drop, third] = [await claim(one), await claim(other), await claim({ statement: 'Third' })]
    await carry(keep, 'D1', 'TASS')
    await carry(drop, 'D1', 'TASS')
    await carry(drop, 'D2', 'KCNA')
    const relate = (from: string, to: string): Promise<unknown> =>
      file.call('relations.add', { from: { kind: 'claim', id: from }, to: { kind: 'claim', id: to }, type: 'supports' })
    await relate(keep, third)
    await relate(drop, third)
    await relate(third, drop)
    await relate(drop, keep)
    await file.call('notes.create', { patch: { title: 'N', body: '', pins: [{ kind: 'claim', id: drop }] } })
    const evidence = [{ claimId: drop as ClaimDetail['id'], side: 'supports' as const }]
    await file.call('judgements.create', { patch: { statement: 'J', evidence } })
    const report = idOf(await file.call('reports.create', {}))
    await file.call('reports.include', { reportId: report as never, claims: { ids: [drop, third] } })
    await merge('claim', keep, drop, { reason: 'the same sentence' })

    const merged = await claimOf(keep)
    expect(merged.carriages.map(({ document }) => document)).toEqual(['D1', 'D2'])
    expect(merged.pinned).toHaveLength(1)
    const relations = merged.relations.map(({ direction, type, state, other: { id } }) => [direction, type, state, id])
    expect(relations).toEqual([
      ['out', 'supports', 'confirmed', third],
      ['in', 'supports', 'confirmed', third],
      ['in', 'supports', 'confirmed', drop],
      ['in', 'same as', 'confirmed', drop],
    ])
    const [judgement] = await file.call('judgements.list')
    expect(judgement?.evidence.map(({ claimId }) => claimId)).toEqual([keep])
    const { blocks } = await file.call('reports.get', { id: report as never })
    expect(blocks.flatMap(({ content }) => (content.kind === 'claims' ? content.claimIds : []))).toEqual([keep, third])
  })

  test.each([
    ['both', ['8,000', 'about 9,000']],
    ['keep', ['8,000']],
    ['drop', ['about 9,000']],
  ] as const)('numbers: %s', async (side, expected) => {
    const keep = await claim({ statement: 's', quantity: '8,000' })
    const drop = await claim({ statement: 's', quantity: 'about 9,000' })
    await merge('claim', keep, drop, { fields: { measures: side } })
    const words = (await claimOf(keep)).measures.map(({ verbatim }) => verbatim)
    expect(words).toEqual(expected)
  })

  test('the same number is had once', async () => {
    const [keep, drop] = [await claim(one), await claim(other)]
    await merge('claim', keep, drop)
    expect((await claimOf(keep)).measures).toHaveLength(1)
  })

  test('a suggestion that they are the same is what remembers the merge', async () => {
    const [keep, drop] = [await claim(one), await claim(other)]
    const from = { kind: 'claim', id: keep } as const
    await file.call('relations.add', { from, to: { kind: 'claim', id: drop }, type: 'same as' })
    await merge('claim', keep, drop)
    expect((await claimOf(keep)).relations.map(({ type }) => type)).toEqual(['same as'])
  })
})

describe('what is refused', () => {
  test('a record with itself, one in the trash, a field that there is not, two values of one', async () => {
    const [keep, drop] = [await claim({ statement: 'a' }), await claim({ statement: 'b' })]
    await expect(merge('claim', keep, keep)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(merge('claim', keep, drop, { fields: { colour: 'drop' } })).rejects.toThrow('has no field “colour”')
    await expect(merge('claim', keep, drop, { fields: { statement: 'both' } })).rejects.toThrow('has one value')
    await file.call('claims.trash', { selection: { ids: [drop] } })
    await expect(merge('claim', keep, drop)).rejects.toThrow('is in the trash')
    await expect(file.call('merges.split', { kind: 'claim', id: drop })).rejects.toThrow('was not merged')
  })
})

test('an actor entered twice: all that names it names the kept one, and its name becomes an alias', async () => {
  const first = await claim({ statement: 'a', claimant: 'Blinken' })
  const second = await claim({ statement: 'b', claimant: 'Антони Блинкен' })
  const [a, b] = [(await claimOf(first)).claimantId ?? '', (await claimOf(second)).claimantId ?? '']
  await file.call('actors.update', { selection: { ids: [b] }, patch: { affiliation: 'Blinken', kind: 'person' } })
  await merge('actor', a, b)
  expect((await claimOf(second)).claimantId).toBe(a)
  const actor = await file.call('actors.get', { id: a as never })
  expect(actor).toMatchObject({ kind: 'person', aliases: ['Антони Блинкен'], affiliation: null })
  const third = await claim({ statement: 'c', claimant: 'антони блинкен' })
  expect((await claimOf(third)).claimantId).toBe(a)
})

test('an outlet entered twice: its documents and their claims are the kept one’s', async () => {
  const id = await claim({ statement: 'a' })
  await carry(id, 'D', 'TASS agency')
  await carry(await claim({ statement: 'b' }), 'E', 'TASS')
  const { rows } = await file.call('outlets.page', { start: 0, end: 10 })
  const [drop, keep] = ['TASS agency', 'TASS'].map((name) => rows.find((row) => row.name === name)?.id ?? '')
  await merge('outlet', keep ?? '', drop ?? '')
  expect((await claimOf(id)).outlet).toBe('TASS')
})

test('a merge is taken back after a restart, and with what builds on it only where that is said', async () => {
  const [keep, drop] = [await claim({ statement: 'a' }), await claim({ statement: 'b', topic: 'treaty' })]
  const before = JSON.stringify(contents(file.path))
  await merge('claim', keep, drop)
  file = file.reopen()
  file.pass(3000)
  await file.call('claims.update', { selection: { ids: [keep] }, patch: { topic: 'other' } })
  await expect(file.call('merges.split', { kind: 'claim', id: drop })).rejects.toThrow(/build.? on it/)
  const { label } = await file.call('merges.split', { kind: 'claim', id: drop, withLater: true })
  expect(label).toContain('merge')
  expect(JSON.stringify(contents(file.path))).toBe(before)
})

const sides = fc.constantFrom<MergeSide>('keep', 'drop')
const patch: fc.Arbitrary<ClaimPatch> = fc.record<ClaimPatch>(
  {
    claimant: fc.constantFrom('A', 'B', null),
    said: fc.constantFrom('2024', '2024-11~', null),
    tags: fc.subarray(['x', 'y']),
    quantity: fc.constantFrom('8,000', '9,000', null),
    credibility: fc.constantFrom('2' as const, '3' as const, null),
    event: fc.constantFrom('E', 'F', null),
  },
  { requiredKeys: [] },
)

test('merging and taking it back leaves the case as it was, whatever the claims and the choices', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(patch, patch),
      fc.array(fc.tuple(fc.nat(2), fc.constantFrom('D1', 'D2')), { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 4 }),
      fc.record({
        statement: sides,
        claimant: sides,
        said: sides,
        measures: fc.constantFrom<MergeSide>('keep', 'drop', 'both'),
        credibility: sides,
      }),
      async ([left, right], carried, related, fields) => {
        file.remove()
        file = makeTestCase()
        const ids = [
          await claim({ statement: 'left', ...left }),
          await claim({ statement: 'right', ...right }),
          await claim({ statement: 'third' }),
        ]
        const at = (nth: number): string => ids[nth] ?? ''
        for (const [nth, document] of carried) await carry(at(nth), document, 'TASS')
        for (const [from, to] of related.filter(([from, to]) => from !== to))
          await file.call('relations.add', {
            from: { kind: 'claim', id: at(from) },
            to: { kind: 'claim', id: at(to) },
            type: 'repeats',
          })
        const before = JSON.stringify(contents(file.path))
        await merge('claim', at(0), at(1), { fields })
        const merged = JSON.stringify(contents(file.path))
        const { problems } = await file.call('case.check', { deep: true })
        expect(problems).toEqual([])
        await file.call('merges.split', { kind: 'claim', id: at(1) })
        expect(JSON.stringify(contents(file.path))).toBe(before)
        await file.call('history.redo')
        expect(JSON.stringify(contents(file.path))).toBe(merged)
      },
    ),
    { numRuns: 25, seed: 11 },
  )
}, 120_000)

test('the grades of both are right though nothing else of the kept one changes, and again when it is taken back', async () => {
  const drop = await claim({ statement: 's', credibility: '2' })
  const keep = await claim({ statement: 's' })
  await merge('claim', keep, drop)
  expect(await claimOf(keep)).toMatchObject({ credibility: '2' })
  expect(await claimOf(drop)).toMatchObject({ credibility: null })
  await file.call('history.undo')
  expect(await claimOf(keep)).toMatchObject({ credibility: null })
  expect(await claimOf(drop)).toMatchObject({ credibility: '2' })
})
