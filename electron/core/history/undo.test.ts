import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { acts, runAgainstModel } from './random-commands.ts'

it('leaves the case as a model says, whatever is done, undone and redone in whatever order, also after restarts', async () => {
  await fc.assert(
    fc.asyncProperty(acts(25), async (sequence) => {
      expect(await runAgainstModel(sequence)).toBe(25)
    }),
    { numRuns: 20 },
  )
}, 180_000)

const repeat = async (file: TestCase, name: 'history.undo' | 'history.redo'): Promise<number> => {
  for (let count = 0; ; count++) {
    const { undo, redo } = await file.call('history.state')
    if ((name === 'history.undo' ? undo : redo) === null) return count
    await file.call(name)
  }
}

it('drops what could be redone when something new is done', async () => {
  const file = makeTestCase()
  await file.call('claims.create', { patch: { statement: 'a' } })
  await file.call('history.undo')
  await file.call('claims.create', { patch: { statement: 'b' } })
  await expect(file.call('history.redo')).rejects.toMatchObject({ code: 'nothing-to-do' })
  file.remove()
})

it('brings back what was undone last, not what was dropped before', async () => {
  const file = makeTestCase()
  for (const statement of ['a', 'dropped']) await file.call('claims.create', { patch: { statement } })
  await file.call('history.undo')
  await file.call('claims.create', { patch: { statement: 'c' } })
  await repeat(file, 'history.undo')
  expect(await repeat(file, 'history.redo')).toBe(2)
  const { rows } = await file.call('claims.page', {})
  expect(rows.map(({ statement }) => statement)).toEqual(['a', 'c'])
  file.remove()
})
