import fc from 'fast-check'
import { expect, it } from 'vitest'
import { acts, runAgainstModel } from '../../electron/core/history/random-commands.ts'
import { note } from './figures.ts'

const seed = 20_261_127
const [sequences, length] = [400, 30]

it('random commands with undo and redo leave the case as the model says, also after a restart', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(acts(length), async (sequence) => {
      done += await runAgainstModel(sequence)
    }),
    { numRuns: sequences, seed, endOnFailure: true },
  )
  expect(done).toBe(sequences * length)
  note({
    what: 'random commands, undo, redo and restarts against a model',
    count: done,
    outcome: 'all as the model says',
  })
})
