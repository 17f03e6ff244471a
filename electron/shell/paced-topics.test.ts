import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Topic } from '../../shared/contract.ts'
import { PacedTopics } from './paced-topics.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function paced(): { readonly told: (readonly Topic[])[]; readonly tell: (...topics: Topic[]) => void } {
  const told: (readonly Topic[])[] = []
  const topics = new PacedTopics((now) => void told.push(now))
  return { told, tell: (...now) => topics.tell(now) }
}

it('tells of the analysis at once, then once a second as long as it goes on', () => {
  const { told, tell } = paced()
  for (let at = 0; at < 25; at += 1) {
    tell('analysis')
    vi.advanceTimersByTime(100)
  }
  expect(told).toEqual([['analysis'], ['analysis'], ['analysis']])
  vi.advanceTimersByTime(5000)
  expect(told).toHaveLength(4)
})

it('tells of anything else at once, with what waits, so that the end comes with the last of it', () => {
  const { told, tell } = paced()
  tell('claims', 'history')
  tell('analysis')
  tell('claims')
  tell('analysis')
  tell('analysing')
  vi.advanceTimersByTime(5000)
  expect(told).toEqual([['claims', 'history'], ['analysis'], ['claims'], ['analysing', 'analysis']])
})
