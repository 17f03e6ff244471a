/** Texts one after the other, and how long each is: one long text passes to another thread many times as fast as many short ones. */
export interface PackedTexts {
  readonly text: string
  readonly lengths: Uint32Array<ArrayBuffer>
}

export const packTexts = (texts: readonly string[]): PackedTexts => ({
  text: texts.join(''),
  lengths: Uint32Array.from(texts, ({ length }) => length),
})

/** Reads packed texts from the first to the last. */
export class TextReader {
  readonly #packed: PackedTexts
  #next = 0
  #from = 0

  constructor(packed: PackedTexts) {
    this.#packed = packed
  }

  next(): string {
    const end = this.#from + (this.#packed.lengths[this.#next++] ?? 0)
    const text = this.#packed.text.slice(this.#from, end)
    this.#from = end
    return text
  }
}

export function textsIn(packed: PackedTexts): string[] {
  const reader = new TextReader(packed)
  return Array.from(packed.lengths, () => reader.next())
}
