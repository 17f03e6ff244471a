import { reaching } from '../typed-numbers.ts'

/** The entries that have a key, both numbers: a hash table with chains in typed arrays, some 16 bytes an entry. */
export class ChainTable {
  /** By entry. */
  #keys: Uint32Array
  #next: Int32Array
  #heads = new Int32Array(1024).fill(none)
  #size = 0

  /** `expected`: the number after the last entry, as far as it is known. */
  constructor(expected = 64) {
    this.#keys = new Uint32Array(expected)
    this.#next = new Int32Array(expected)
  }

  /** Puts an entry that is not in here under a key of 32 bits. */
  add(entry: number, key: number): void {
    this.#keys = reaching(this.#keys, entry)
    this.#next = reaching(this.#next, entry)
    this.#keys[entry] = key
    this.#size += 1
    if (this.#size > this.#heads.length * mostInChain) this.#rehash()
    this.#link(entry)
  }

  remove(entry: number): void {
    this.#size -= 1
    const slot = this.#slot(this.key(entry))
    const after = this.#next[entry] ?? none
    if (this.#heads[slot] === entry) {
      this.#heads[slot] = after
      return
    }
    let at = this.#heads[slot] ?? none
    while (at >= 0 && this.#next[at] !== entry) at = this.#next[at] ?? none
    if (at >= 0) this.#next[at] = after
  }

  /** The first entry under a key; negative: there is none. */
  first(key: number): number {
    return this.#alike(this.#heads[this.#slot(key)] ?? none, key)
  }

  /** The next entry under the same key; negative: that was the last. */
  following(entry: number): number {
    return this.#alike(this.#next[entry] ?? none, this.key(entry))
  }

  key(entry: number): number {
    return this.#keys[entry] ?? 0
  }

  /** The keys of entries that stand one after the other. */
  keys(from: number, to: number): Uint32Array {
    return this.#keys.subarray(from, to)
  }

  get bytes(): number {
    return this.#keys.byteLength + this.#next.byteLength + this.#heads.byteLength
  }

  #alike(entry: number, key: number): number {
    let at = entry
    while (at >= 0 && this.#keys[at] !== key) at = this.#next[at] ?? none
    return at
  }

  #slot(key: number): number {
    return key & (this.#heads.length - 1)
  }

  #link(entry: number): void {
    const slot = this.#slot(this.key(entry))
    this.#next[entry] = this.#heads[slot] ?? none
    this.#heads[slot] = entry
  }

  /** The entries that hang in the table now, in one of twice its size. */
  #rehash(): void {
    const heads = this.#heads
    this.#heads = new Int32Array(heads.length * 2).fill(none)
    for (const head of heads) {
      for (let at = head; at >= 0;) {
        const next = this.#next[at] ?? none
        this.#link(at)
        at = next
      }
    }
  }
}

const none = -1
/** Entries to a slot before there are more slots. */
const mostInChain = 1
