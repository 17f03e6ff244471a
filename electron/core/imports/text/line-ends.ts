/** How often each kind of line end occurs. */
export interface LineEnds {
  readonly crlf: number
  readonly lf: number
  readonly cr: number
}

export type Newline = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none'

/** The one kind of line end, or that there are several or none. */
export function newlineOf({ crlf, lf, cr }: LineEnds): Newline {
  const kinds = (['crlf', 'lf', 'cr'] as const).filter((kind) => ({ crlf, lf, cr })[kind] > 0)
  return kinds.length > 1 ? 'mixed' : (kinds[0] ?? 'none')
}

/** Counts the line ends of a text that comes in parts, as bytes or as characters. */
export class LineEndCounter {
  #crs = 0
  #lfs = 0
  #pairs = 0
  #endsInCr = false

  addBytes(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#add(bytes, 0x0a, 0x0d, bytes[0] === 0x0a, (at) => bytes[at] === 0x0d, bytes.length)
  }

  addText(text: string): void {
    if (text !== '') this.#add(text, '\n', '\r', text.startsWith('\n'), (at) => text[at] === '\r', text.length)
  }

  get counts(): LineEnds {
    return { crlf: this.#pairs, lf: this.#lfs - this.#pairs, cr: this.#crs - this.#pairs }
  }

  /** Lines ended so far; a CR at the very end counts, although an LF may yet come. */
  get lines(): number {
    return this.#lfs + this.#crs - this.#pairs
  }

  // indexOf is several times faster than a loop over the bytes: it looks at many at once.
  #add<Unit>(
    part: { indexOf(unit: Unit, from?: number): number },
    lf: Unit,
    cr: Unit,
    beginsWithLf: boolean,
    isCr: (at: number) => boolean,
    length: number,
  ): void {
    if (beginsWithLf && this.#endsInCr) this.#pairs++
    for (let at = part.indexOf(lf); at >= 0; at = part.indexOf(lf, at + 1)) {
      this.#lfs++
      if (at > 0 && isCr(at - 1)) this.#pairs++
    }
    for (let at = part.indexOf(cr); at >= 0; at = part.indexOf(cr, at + 1)) this.#crs++
    this.#endsInCr = isCr(length - 1)
  }
}
