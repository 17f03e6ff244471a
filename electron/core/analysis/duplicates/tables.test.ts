import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainTable } from './chain-table.ts'
import { ShinglePool } from './shingle-pool.ts'

const steps = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(0, 1, 2, 1024, 2048, 0xffffffff)), { maxLength: 300 })

describe('a table of entries by key', () => {
  it('has what was put in and not taken out, whatever falls together', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const table = new ChainTable()
        const model = new Map<number, number>()
        for (const [entry, key] of list) {
          if (model.delete(entry)) table.remove(entry)
          else {
            table.add(entry, key)
            model.set(entry, key)
          }
        }
        for (const [, key] of list) {
          const found: number[] = []
          for (let at = table.first(key); at >= 0; at = table.following(at)) found.push(at)
          expect(found.sort()).toEqual([...model].flatMap(([entry, its]) => (its === key ? [entry] : [])).sort())
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('grows', () => {
    const table = new ChainTable()
    for (let entry = 0; entry < 5000; entry += 1) table.add(entry, entry * 7)
    const first = Array.from({ length: 5000 }, (_, entry) => table.first(entry * 7))
    expect(first).toEqual(Array.from({ length: 5000 }, (_, entry) => entry))
  })
})

describe('a pool of shingles', () => {
  it('keeps each set, through what is dropped and put elsewhere', () => {
    const pool = new ShinglePool()
    const set = (at: number, round: number): Uint32Array =>
      Uint32Array.from({ length: 5000 + at }, (_, place) => at * 1000 + round + place)
    let most = 0
    for (let round = 0; round < 12; round += 1) {
      for (let at = 0; at < 60; at += 1) {
        if (round > 0) pool.drop(at)
        pool.set(at, set(at, round))
      }
      for (let at = 0; at < 60; at += 1) expect(pool.get(at)).toEqual(set(at, round))
      most = Math.max(most, pool.bytes)
    }
    // Room that was given up is taken up again: a round takes 1.2 MB.
    expect(most).toBeLessThan(8e6)
  })
})
