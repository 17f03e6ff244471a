import type { Nums } from '../view-cache.ts'
import type { Ranks } from './select.ts'

/** The numbers in the order of their ranks, those of one rank as they stand; what has none (0) comes last, whichever way. */
export function sortedBy(nums: Nums, rankOf: Ranks, desc: boolean): Nums {
  let most = 0
  const ranks = new Uint32Array(nums.length)
  for (let at = 0; at < nums.length; at += 1) most = Math.max(most, (ranks[at] = rankOf(nums[at] as number)))
  const placeOf = (rank: number): number => (rank === 0 ? most + 1 : desc ? most + 1 - rank : rank)
  for (let at = 0; at < ranks.length; at += 1) ranks[at] = placeOf(ranks[at] as number)
  // Few rows among many values are put in order one against another.
  return most > 8 * nums.length + 1000 ? byComparing(nums, ranks) : byCounting(nums, ranks, most + 1)
}

function byCounting(nums: Nums, ranks: Uint32Array, most: number): Nums {
  const starts = new Uint32Array(most + 2)
  for (const rank of ranks) (starts[rank + 1] as number) += 1
  for (let rank = 1; rank < starts.length; rank += 1) (starts[rank] as number) += starts[rank - 1] as number
  const sorted = new Uint32Array(nums.length)
  for (let at = 0; at < nums.length; at += 1) {
    const rank = ranks[at] as number
    sorted[starts[rank] as number] = nums[at] as number
    starts[rank] = (starts[rank] as number) + 1
  }
  return sorted
}

function byComparing(nums: Nums, ranks: Uint32Array): Nums {
  const order = Array.from(nums, (_, at) => at)
  order.sort((one, other) => (ranks[one] as number) - (ranks[other] as number) || one - other)
  return Uint32Array.from(order, (at) => nums[at] as number)
}
