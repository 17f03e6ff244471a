import type { Nums } from '../view-cache.ts'
import type { Column, Value } from './column.ts'

/** The values of some rows, with how many of them have each; null is “not set”. */
export function countsOf(column: Column, nums: Nums): [value: Value | null, count: number][] {
  const counts = new Uint32Array(column.values.length)
  const { codes } = column
  for (let at = 0; at < nums.length; at += 1) (counts[codes[nums[at] as number] as number] as number) += 1
  const found: [Value | null, number][] = []
  counts.forEach((count, code) => count > 0 && found.push([column.values[code] ?? null, count]))
  return found
}
