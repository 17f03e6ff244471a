import { expect, it } from 'vitest'
import { hash64 } from './hash64.ts'

it('gives texts that differ little hashes that meet no oftener than by chance', () => {
  const count = 200_000
  const [highs, lows, both] = [new Set<number>(), new Set<number>(), new Set<string>()]
  for (let at = 0; at < count; at += 1) {
    const [high, low] = hash64(`ref r${at}`)
    highs.add(high)
    lows.add(low)
    both.add(`${high} ${low}`)
  }
  // Of n values of 32 bits about n²/2³³ pairs meet: here 4.7, and more than 20 once in ten million tries.
  expect([count - highs.size < 20, count - lows.size < 20, both.size]).toEqual([true, true, count])
})

it('changes half of its bits with one bit of a text', () => {
  const tries = 5000
  let flipped = 0
  for (let at = 0; at < tries; at += 1) {
    const text = `statement ${at} of many`
    const other = `${text.slice(0, at % 10)}${String.fromCharCode(text.charCodeAt(at % 10) ^ 1)}${text.slice((at % 10) + 1)}`
    const [one, two] = [hash64(text), hash64(other)]
    for (const lane of [0, 1] as const)
      for (let bits = (one[lane] ^ two[lane]) >>> 0; bits > 0; bits >>>= 1) flipped += bits & 1
  }
  expect(flipped / tries).toBeGreaterThan(31)
  expect(flipped / tries).toBeLessThan(33)
})
