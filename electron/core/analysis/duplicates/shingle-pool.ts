import { reaching } from '../typed-numbers.ts'

/** Sets of shingles, each under a small number, in blocks of one size: a pool that grows copies nothing. */
export class ShinglePool {
  #blocks: Uint32Array[] = []
  /** Where the last block is filled to. */
  #end = blockSize
  /** By set: its block, its start in the block, and its length. */
  #block = new Int32Array(64)
  #starts = new Int32Array(64)
  #lengths = new Int32Array(64)
  #used = 0
  #wasted = 0

  set(at: number, shingles: Uint32Array): void {
    this.#block = reaching(this.#block, at)
    this.#starts = reaching(this.#starts, at)
    this.#lengths = reaching(this.#lengths, at)
    if (this.#wasted > this.#used + blockSize) this.#tidy()
    this.#put(at, shingles)
    this.#used += shingles.length
  }

  get(at: number): Uint32Array {
    const start = this.#starts[at] ?? 0
    return this.#blocks[this.#block[at] ?? 0]?.subarray(start, start + (this.#lengths[at] ?? 0)) ?? nothing
  }

  drop(at: number): void {
    const length = this.#lengths[at] ?? 0
    this.#used -= length
    this.#wasted += length
    this.#lengths[at] = 0
  }

  get bytes(): number {
    const blocks = this.#blocks.reduce((sum, block) => sum + block.byteLength, 0)
    return blocks + this.#block.byteLength + this.#starts.byteLength + this.#lengths.byteLength
  }

  #put(at: number, shingles: Uint32Array): void {
    if (this.#end + shingles.length > (this.#blocks.at(-1)?.length ?? 0)) {
      this.#blocks.push(new Uint32Array(Math.max(blockSize, shingles.length)))
      this.#end = 0
    }
    this.#blocks.at(-1)?.set(shingles, this.#end)
    this.#block[at] = this.#blocks.length - 1
    this.#starts[at] = this.#end
    this.#lengths[at] = shingles.length
    this.#end += shingles.length
  }

  /** Takes up again the room that was given up. */
  #tidy(): void {
    const blocks = this.#blocks
    this.#blocks = []
    this.#wasted = 0
    for (let at = 0; at < this.#lengths.length; at += 1) {
      const [start, length] = [this.#starts[at] ?? 0, this.#lengths[at] ?? 0]
      if (length > 0) this.#put(at, blocks[this.#block[at] ?? 0]?.subarray(start, start + length) ?? nothing)
    }
  }
}

/** In shingles: 1 MiB. */
const blockSize = 2 ** 18
const nothing = new Uint32Array(0)
