import { hash64 } from './hash64.ts'

/** What a row is known by and what it says: 64 bits each, as numbers of 32. */
export type Marks = readonly [keyHigh: number, keyLow: number, contentHigh: number, contentLow: number]

export function marksOf(key: string, content: string): Marks {
  const [keyHigh, keyLow] = hash64(key)
  const [contentHigh, contentLow] = hash64(content)
  return [keyHigh, keyLow, contentHigh, contentLow]
}

/** An earlier row of the file that had the same key. */
export interface Earlier {
  readonly line: number
  /** Whether it said the same in every field. */
  readonly isSame: boolean
}

const fewest = 2 ** 12
const most = 2 ** 22
const fields = 5

/**
 * The rows of a file by their keys, in memory that does not depend on how long these are: 20 bytes a row, at most three
 * quarters filled. Keys and contents are hashes of 64 bits: in a million rows two of them meet by chance once in 40 million files.
 */
export class RowIndex {
  #slots: Uint32Array
  #count = 0

  /** `expected`: about how many rows there will be, so that there is room for them from the start. */
  constructor(expected = 0) {
    this.#slots = new Uint32Array(Math.ceil(Math.min(Math.max(expected * 1.35, fewest), most)) * fields)
  }

  /** Notes a row; the first one that had its key before is answered, and stays. Lines count from 1. */
  note([keyHigh, keyLow, high, low]: Marks, line: number): Earlier | null {
    if ((this.#count + 1) * fields > this.#slots.length * 0.75) this.#grow()
    const at = find(this.#slots, keyHigh, keyLow)
    const known = this.#slots[at + 4] ?? 0
    if (known !== 0) return { line: known, isSame: this.#slots[at + 2] === high && this.#slots[at + 3] === low }
    this.#slots.set([keyHigh, keyLow, high, low, line], at)
    this.#count += 1
    return null
  }

  #grow(): void {
    const old = this.#slots
    const slots = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += fields) {
      if (old[at + 4] === 0) continue
      slots.set(old.subarray(at, at + fields), find(slots, old[at] ?? 0, old[at + 1] ?? 0))
    }
    this.#slots = slots
  }
}

/** Where a key stands, or the free place where it would. */
function find(slots: Uint32Array, keyHigh: number, keyLow: number): number {
  const count = slots.length / fields
  let at = keyLow % count
  while (slots[at * fields + 4] !== 0 && (slots[at * fields] !== keyHigh || slots[at * fields + 1] !== keyLow))
    at = at + 1 === count ? 0 : at + 1
  return at * fields
}
