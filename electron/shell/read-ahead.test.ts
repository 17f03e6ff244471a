import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { readAhead } from './read-ahead.ts'

/** Counts to a number, one at a time, and tells how far it was asked. */
function counter(end: number): { readonly next: (isFirst: boolean) => Promise<number | null>; asked: number } {
  const state = {
    asked: 0,
    next: async (isFirst: boolean): Promise<number | null> => {
      expect(isFirst).toBe(state.asked === 0)
      state.asked += 1
      const now = state.asked
      await setImmediate()
      return now > end ? null : now
    },
  }
  return state
}

it('answers all in order, and asks no further than the end', async () => {
  const count = counter(10)
  const found: number[] = []
  for await (const item of readAhead(count.next, 3)) found.push(item)
  expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(count.asked).toBe(11)
})

it('is ahead by no more than it may, and stops when nobody takes any more', async () => {
  const count = counter(100)
  for await (const item of readAhead(count.next, 3)) {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    expect(count.asked).toBeLessThanOrEqual(item + 3)
    if (item === 5) break
  }
  const asked = count.asked
  for (let turn = 0; turn < 20; turn += 1) await setImmediate()
  expect(count.asked).toBe(asked)
})

it('fails where the failure is met', async () => {
  let asked = 0
  const taken: number[] = []
  const all = async (): Promise<void> => {
    const items = readAhead(async () => {
      asked += 1
      if (asked === 2) throw new Error('no')
      return asked
    }, 3)
    for await (const item of items) taken.push(item)
  }
  await expect(all()).rejects.toThrow('no')
  expect(taken).toEqual([1])
})
