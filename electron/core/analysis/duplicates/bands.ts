import { finished, joined } from './shingles.ts'
import { grown } from './shingle-pool.ts'

/**
 * How many MinHash values a text has, and how many of them a band joins. Of edited copies among 20,000 statements 16 bands
 * of 5 find 99.2 %; 30 of 5 find 99.9 % in three times the time, 24 of 4 the same in eight times.
 */
export interface Banding {
  readonly bands: number
  readonly rows: number
}
export const usualBanding: Banding = { bands: 16, rows: 5 }

/**
 * Finds sets that are probably alike (A. Broder, "On the resemblance and containment of documents", 1997; banding as in
 * Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4): those that share a band of MinHash values. The seeds are
 * fixed, so that what is found depends on the sets alone.
 */
export class Bands {
  readonly #banding: Banding
  readonly #factors: Uint32Array
  readonly #addends: Uint32Array
  readonly #minima: Uint32Array
  /** The band keys of each set, and the next set in the same chain of the table, by set × bands + band. */
  #keys: Uint32Array
  #next: Int32Array
  #heads = new Int32Array(1024).fill(-1)
  #entries = 0

  constructor(banding: Banding = usualBanding) {
    this.#banding = banding
    const count = banding.bands * banding.rows
    this.#factors = Uint32Array.from({ length: count }, (_, at) => finished(at * 2 + 1) | 1)
    this.#addends = Uint32Array.from({ length: count }, (_, at) => finished(0x51ed270b + at))
    this.#minima = new Uint32Array(count)
    this.#keys = new Uint32Array(64 * banding.bands)
    this.#next = new Int32Array(64 * banding.bands)
  }

  /** The band keys of a set; sets of another `kind` share none. */
  keysOf(shingles: Uint32Array, kind: number): Uint32Array {
    const { bands, rows } = this.#banding
    const minima = this.#minima.fill(0xffffffff)
    for (const shingle of shingles) {
      for (let at = 0; at < minima.length; at += 1) {
        let hash = Math.imul(shingle ^ (this.#addends[at] ?? 0), this.#factors[at] ?? 1)
        hash = (hash ^ (hash >>> 15)) >>> 0
        if (hash < (minima[at] ?? 0)) minima[at] = hash
      }
    }
    return Uint32Array.from({ length: bands }, (_, band) => {
      let key = joined(kind, band)
      for (let row = 0; row < rows; row += 1) key = joined(key, minima[band * rows + row] ?? 0)
      return key
    })
  }

  add(set: number, keys: Uint32Array): void {
    const { bands } = this.#banding
    if ((set + 1) * bands > this.#keys.length) {
      const size = (set + 1) * bands * 1.5
      this.#keys = grown(this.#keys, new Uint32Array(size))
      this.#next = grown(this.#next, new Int32Array(size))
    }
    this.#keys.set(keys, set * bands)
    this.#entries += bands
    if (this.#entries > this.#heads.length) this.#rehash()
    for (let band = 0; band < bands; band += 1) this.#link(set * bands + band)
  }

  remove(set: number): void {
    const { bands } = this.#banding
    for (let band = 0; band < bands; band += 1) this.#unlink(set * bands + band)
    this.#entries -= bands
  }

  /** The sets that share a band with these keys, each once; of a set that is in here, its own keys. */
  *alike(keys: Uint32Array): Generator<number> {
    const { bands } = this.#banding
    const found = new Set<number>()
    for (const key of keys) {
      for (let entry = this.#heads[this.#slot(key)] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
        if (this.#keys[entry] !== key) continue
        const set = Math.floor(entry / bands)
        if (found.has(set)) continue
        found.add(set)
        yield set
      }
    }
  }

  keys(set: number): Uint32Array {
    const { bands } = this.#banding
    return this.#keys.subarray(set * bands, (set + 1) * bands)
  }

  get bytes(): number {
    return this.#keys.byteLength + this.#next.byteLength + this.#heads.byteLength
  }

  #slot(key: number): number {
    return key & (this.#heads.length - 1)
  }

  #link(entry: number): void {
    const slot = this.#slot(this.#keys[entry] ?? 0)
    this.#next[entry] = this.#heads[slot] ?? -1
    this.#heads[slot] = entry
  }

  #unlink(entry: number): void {
    const slot = this.#slot(this.#keys[entry] ?? 0)
    const after = this.#next[entry] ?? -1
    if (this.#heads[slot] === entry) {
      this.#heads[slot] = after
      return
    }
    let at = this.#heads[slot] ?? -1
    while (at >= 0 && this.#next[at] !== entry) at = this.#next[at] ?? -1
    if (at >= 0) this.#next[at] = after
  }

  /** The entries that hang in the table now, in one of four times its size. */
  #rehash(): void {
    const heads = this.#heads
    const entries: number[] = []
    for (const head of heads) for (let at = head; at >= 0; at = this.#next[at] ?? -1) entries.push(at)
    this.#heads = new Int32Array(heads.length * 4).fill(-1)
    for (const entry of entries) this.#link(entry)
  }
}
