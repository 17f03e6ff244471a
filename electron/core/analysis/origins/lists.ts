import { reaching } from '../typed-numbers.ts'

/** Pairs of a key and an item as they are met, both whole numbers of 31 bits. */
export class Pairs {
  keys = new Int32Array(1024)
  items = new Int32Array(1024)
  count = 0
  /** The number after the greatest key. */
  end = 0

  push(key: number, item: number): void {
    this.keys = reaching(this.keys, this.count)
    this.items = reaching(this.items, this.count)
    this.keys[this.count] = key
    this.items[this.count] = item
    this.count += 1
    this.end = Math.max(this.end, key + 1)
  }
}

/** For each key its items in the order in which they were met, all in one array: 4 bytes an item and 4 a key. */
export class Lists {
  /** Where the list of each key starts, and the next one with it. */
  readonly #starts: Int32Array
  readonly #items: Int32Array

  constructor({ keys, items, count, end }: Pairs) {
    this.#starts = startsOf(keys.subarray(0, count), end)
    this.#items = new Int32Array(count)
    const next = this.#starts.slice()
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] ?? 0
      const place = next[key] ?? 0
      this.#items[place] = items[at] ?? 0
      next[key] = place + 1
    }
  }

  of(key: number): Int32Array {
    const [start, end] = [this.#starts[key], this.#starts[key + 1]]
    return start === undefined || end === undefined ? nothing : this.#items.subarray(start, end)
  }
}

const nothing = new Int32Array(0)

function startsOf(keys: Int32Array, end: number): Int32Array {
  const starts = new Int32Array(end + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let key = 1; key <= end; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0)
  return starts
}

/** The least of numbers, of which there is one at least: a call takes no hundred thousand arguments. */
export function least(nums: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const num of nums) if (num < found) found = num
  return found
}
