import { validate, version } from 'uuid'
import { expect, it } from 'vitest'
import { uuidv7 } from './uuid.ts'

it('makes UUIDv7 that sort in the order in which they were made, none twice', () => {
  const started = Date.now()
  const ids = Array.from({ length: 200_000 }, uuidv7)
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  const time = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)
  expect(time).toBeGreaterThanOrEqual(started)
  expect(time).toBeLessThanOrEqual(Date.now())
})
