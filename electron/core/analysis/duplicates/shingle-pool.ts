/** Sets of shingles in one typed array, each under a small number; room that is given up is taken up again. */
export class ShinglePool {
  #cells = new Uint32Array(1024)
  #starts = new Float64Array(64)
  #lengths = new Int32Array(64)
  #end = 0
  #wasted = 0

  set(at: number, shingles: Uint32Array): void {
    if (at >= this.#lengths.length) {
      this.#starts = grown(this.#starts, new Float64Array(at * 2))
      this.#lengths = grown(this.#lengths, new Int32Array(at * 2))
    }
    if (this.#end + shingles.length > this.#cells.length) this.#makeRoom(shingles.length)
    this.#cells.set(shingles, this.#end)
    this.#starts[at] = this.#end
    this.#lengths[at] = shingles.length
    this.#end += shingles.length
  }

  get(at: number): Uint32Array {
    const start = this.#starts[at] ?? 0
    return this.#cells.subarray(start, start + (this.#lengths[at] ?? 0))
  }

  drop(at: number): void {
    this.#wasted += this.#lengths[at] ?? 0
    this.#lengths[at] = 0
  }

  get bytes(): number {
    return this.#cells.byteLength + this.#starts.byteLength + this.#lengths.byteLength
  }

  #makeRoom(more: number): void {
    const used = this.#end - this.#wasted
    const cells = new Uint32Array(Math.max(Math.ceil((used + more) * 1.5), 1024))
    let end = 0
    for (let at = 0; at < this.#lengths.length; at += 1) {
      const shingles = this.get(at)
      if (shingles.length === 0) continue
      cells.set(shingles, end)
      this.#starts[at] = end
      end += shingles.length
    }
    this.#cells = cells
    this.#end = end
    this.#wasted = 0
  }
}

/** The numbers of a typed array in a larger one. */
export function grown<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
