import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../test-case.ts'

let file: TestCase
beforeEach(() => void (file = makeTestCase()))
afterEach(() => file.remove())

async function outletNamed(name: string): Promise<{ kind: 'outlet'; id: never }> {
  const { ids } = await file.call('outlets.create', { patch: { name } })
  return { kind: 'outlet', id: ids[0] as never }
}

it('keeps each grade of a source with topic, rater, time and reason, and unset apart from F', async () => {
  const source = await outletNamed('Kyodo')
  await file.call('ratings.rateSource', { source, topic: null, value: 'F', reason: 'nothing known yet' })
  file.pass(5000)
  await file.call('ratings.rateSource', { source, topic: 'deployment', value: 'B', reason: 'right before' })
  file.pass(5000)
  await file.call('ratings.rateSource', { source, topic: null, value: null })
  const ratings = await file.call('ratings.ofSource', { source })
  expect(ratings.map(({ topic, value, reason, rater }) => [topic, value, reason, rater])).toEqual([
    [null, null, null, 'Ana'],
    ['deployment', 'B', 'right before', 'Ana'],
    [null, 'F', 'nothing known yet', 'Ana'],
  ])
  await file.call('history.undo')
  await file.call('history.undo')
  expect((await file.call('ratings.ofSource', { source })).map(({ value }) => value)).toEqual(['F'])
})

it('counts how it went with the claims of a source, and grades nothing by it', async () => {
  const claim = async (statement: string, credibility?: '1' | '5'): Promise<string> => {
    const patch = { statement, claimant: 'Ministry', ...(credibility && { credibility }) }
    const { ids } = await file.call('claims.create', { patch })
    return ids[0] ?? ''
  }
  const later = await claim('About 12,000 soldiers')
  const earlier = await claim('About 8,000 soldiers')
  await claim('They left', '5')
  const from = { kind: 'claim', id: later } as const
  await file.call('relations.add', { from, to: { kind: 'claim', id: earlier }, type: 'revises' })
  const { rows } = await file.call('actors.page', {})
  const source = { kind: 'actor', id: rows[0]?.id as never } as const
  expect(await file.call('ratings.trackRecord', { source })).toEqual({
    ...{ claims: 3, confirmed: 0, refuted: 1, revised: 1, contradicted: 0 },
  })
  expect(await file.call('ratings.ofSource', { source })).toEqual([])
})
