import { expect, test } from 'vitest'
import { statements } from '../../../../bench/near-duplicates.ts'
import { DuplicateIndex, nearThreshold } from './duplicate-index.ts'
import { NameTable } from './names.ts'
import { shinglesOf, similarity } from './shingles.ts'
import { tokensOf } from './tokens.ts'

const names = new NameTable()
const texts = [...statements(1500, 3)].map(({ text }) => text)

/** All pairs by comparing everything with everything. */
function bruteForce(): Map<string, number> {
  const all = texts.map((text) => tokensOf(text, names))
  const shingles = all.map(shinglesOf)
  const found = new Map<string, number>()
  for (const [left, tokens] of all.entries())
    for (let right = left + 1; right < all.length; right += 1) {
      if (tokens.numbers.join('|') !== all[right]?.numbers.join('|')) continue
      const share = similarity(shingles[left] ?? new Uint32Array(), shingles[right] ?? new Uint32Array())
      if (share >= nearThreshold) found.set(`${left} ${right}`, share)
    }
  return found
}

const indexOf = (order: readonly number[]): DuplicateIndex => {
  const index = new DuplicateIndex(names)
  for (const at of order) index.add(at, texts[at] ?? '')
  return index
}
const pairsIn = (index: DuplicateIndex): string[] =>
  [...index.pairs()].map(({ left, right, similarity: share }) => `${left} ${right} ${share}`).sort()
const inOrder = texts.map((_, at) => at)

test('finds nearly all pairs that brute force finds, and no other', () => {
  const expected = bruteForce()
  const found = [...indexOf(inOrder).pairs()]
  for (const { left, right, similarity: share } of found) expect(expected.get(`${left} ${right}`)).toBe(share)
  expect(expected.size).toBeGreaterThan(100)
  expect(found.length / expected.size).toBeGreaterThan(0.95)
})

test('what is found does not depend on the order, nor on what came and went', () => {
  const straight = pairsIn(indexOf(inOrder))
  expect(pairsIn(indexOf([...inOrder].reverse()))).toEqual(straight)
  const worn = indexOf([...inOrder, ...inOrder])
  for (const at of inOrder) worn.add(at + 10_000, `${texts[at]} and more`)
  for (const at of inOrder) worn.remove(at + 10_000)
  for (const at of inOrder.filter((nth) => nth % 3 === 0)) worn.add(at, texts[at] ?? '')
  expect(pairsIn(worn)).toEqual(straight)
})

test('a text that is not in it is held against those that are', () => {
  const index = indexOf(inOrder.slice(0, 200))
  expect(index.similarTo(texts[7] ?? '')).toContainEqual({ key: 7, similarity: 1 })
  expect(index.similarTo(7).map(({ key }) => key)).not.toContain(7)
  index.remove(7)
  expect(index.similarTo(texts[7] ?? '').map(({ key }) => key)).not.toContain(7)
  expect(index.similarTo(7)).toEqual([])
  expect(index.similarTo('')).toEqual([])
})
