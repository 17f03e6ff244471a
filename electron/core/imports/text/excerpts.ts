import { isAscii } from 'node:buffer'

const budget = 2 ** 18
const longestLine = 2 ** 12
const longestRare = 2 ** 9
/** A part this small is looked through byte by byte; a larger one first as a whole. */
const block = 2 ** 10
/** How many lines of a later chunk are taken: the first may fill half of the budget, so that a short file is taken whole. */
const linesPerChunk = 16

/** Collects, from all over a file, some of the lines that hold bytes other than ASCII: they alone tell an encoding. */
export class Excerpts {
  #taken: Buffer[] = []
  readonly #rare: Buffer[] = []
  #size = 0
  #chunks = 0
  /** Of the chunks that come, every how manieth is looked at: grows with the file. */
  #stride = 1

  /** Those that were taken for a byte of their own come first. */
  get taken(): readonly Buffer[] {
    const seen = new Set(this.#taken.slice(0, 1000).map((line) => line.toString('latin1')))
    return [...this.#rare.filter((line) => !seen.has(line.toString('latin1'))), ...this.#taken]
  }

  /** Takes the line around a byte that no line before it has. */
  addRare(chunk: Buffer, at: number): void {
    const { start, end } = lineAround(chunk, at, this.#chunks <= 1, longestRare)
    this.#rare.push(Buffer.from(chunk.subarray(start, end)))
  }

  add(chunk: Buffer): void {
    const isFirst = this.#chunks === 0
    if (this.#chunks++ % this.#stride !== 0) return
    const step = isFirst ? 0 : Math.floor(chunk.length / linesPerChunk)
    const limit = this.#size + budget / 2
    for (let at = nextHigh(chunk, 0); at >= 0 && this.#size < limit;) {
      const { start, end } = lineAround(chunk, at, isFirst, longestLine)
      this.#taken.push(Buffer.from(chunk.subarray(start, end)))
      this.#size += end - start
      at = nextHigh(chunk, Math.max(end, at + Math.max(step, 1)))
    }
    if (this.#size > budget) this.#thin()
  }

  #thin(): void {
    this.#taken = this.#taken.filter((_, index) => index % 2 === 0)
    this.#size = this.#taken.reduce((sum, { length }) => sum + length, 0)
    this.#stride *= 2
  }
}

/** Where the next byte that is not ASCII stands, or -1. */
function nextHigh(chunk: Buffer, from: number): number {
  for (let start = from; start < chunk.length; start += block) {
    const end = Math.min(start + block, chunk.length)
    if (isAscii(chunk.subarray(start, end))) continue
    for (let at = start; at < end; at++) if ((chunk[at] ?? 0) > 0x7f) return at
  }
  return -1
}

/**
 * The line around a byte. Where only a part of it is here, because it is very long or the chunk ends, the part is cut where
 * no character can be cut: a byte below 0x30 is half of none in any encoding.
 */
function lineAround(chunk: Buffer, at: number, isFirst: boolean, longest: number): { start: number; end: number } {
  let start = at
  const earliest = Math.max(0, at - longest / 2)
  while (start > earliest && !isBreak(chunk[start - 1])) start--
  if (start === earliest && !(start === 0 && isFirst)) while (start < at && (chunk[start - 1] ?? 0xff) >= 0x30) start++
  let end = at
  const latest = Math.min(chunk.length, at + longest)
  while (end < latest && !isBreak(chunk[end])) end++
  const isCut = end === at + longest || (end === chunk.length && chunk.length >= smallestFull)
  if (!isCut) return { start, end }
  let cut = end
  while (cut > at && (chunk[cut - 1] ?? 0) >= 0x30) cut--
  return { start, end: cut > at ? cut : end }
}

/** A chunk shorter than this is the last one: its end is the end of the file. */
const smallestFull = 2 ** 16

const isBreak = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d
