import { ChainTable } from './chain-table.ts'
import { finished, joined } from './shingles.ts'

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
  /** Its entries are bands of sets, by set × bands + band. */
  readonly #table: ChainTable

  /** `expected`: how many sets there will be, as far as it is known. */
  constructor(banding: Banding = usualBanding, expected = 64) {
    this.#banding = banding
    const count = banding.bands * banding.rows
    this.#factors = Uint32Array.from({ length: count }, (_, at) => finished(at * 2 + 1) | 1)
    this.#addends = Uint32Array.from({ length: count }, (_, at) => finished(0x51ed270b + at))
    this.#minima = new Uint32Array(count)
    this.#table = new ChainTable(expected * banding.bands)
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
    keys.forEach((key, band) => this.#table.add(set * this.#banding.bands + band, key))
  }

  remove(set: number): void {
    const { bands } = this.#banding
    for (let band = 0; band < bands; band += 1) this.#table.remove(set * bands + band)
  }

  /** The sets that share a band with these keys, each once; of a set that is in here, its own keys. */
  alike(keys: Uint32Array): Set<number> {
    const { bands } = this.#banding
    const found = new Set<number>()
    for (const key of keys)
      for (let entry = this.#table.first(key); entry >= 0; entry = this.#table.following(entry))
        found.add(Math.floor(entry / bands))
    return found
  }

  keys(set: number): Uint32Array {
    const { bands } = this.#banding
    return this.#table.keys(set * bands, (set + 1) * bands)
  }

  get bytes(): number {
    return this.#table.bytes
  }
}
