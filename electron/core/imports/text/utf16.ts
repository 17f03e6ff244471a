import type { Decoder } from './decode.ts'

const sampleSize = 2 ** 16

/**
 * UTF-16 without a mark, told by where its zero bytes stand: in every table there is ASCII (commas, digits, line ends), half
 * of which is zero, always on the same side. Stray zeros stand on both sides, in pairs, or between ASCII.
 */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(head.length, sampleSize) / 2)
  let [first, second, both, ascii, none] = [0, 0, 0, 0, 0]
  for (let at = 0; at < pairs * 2; at += 2) {
    const [left = 0, right = 0] = [head[at], head[at + 1]]
    if (left === 0 && right === 0) both++
    else if (left === 0) first++
    else if (right === 0) second++
    else {
      none++
      if (isPrintable(left) && isPrintable(right)) ascii++
    }
  }
  const zeros = Math.max(first, second)
  const other = Math.min(first, second)
  // U+AC00 and its like have their zero on the other side.
  if (zeros < pairs / 20 || zeros === 0 || other > zeros / 2 || both > zeros / 10 || ascii > none * 0.6) return null
  return second > first ? 'utf-16le' : 'utf-16be'
}

const isPrintable = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d

/** UTF-16 in parts. Half a pair, and a byte left over, becomes U+FFFD. */
export class Utf16Decoder implements Decoder {
  readonly #isBig: boolean
  #rest: Buffer = Buffer.alloc(0)
  isSuspect = false

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#isBig = encoding === 'utf-16be'
  }

  write(bytes: Buffer): string {
    const joined = Buffer.concat([this.#rest, bytes])
    const even = joined.length & ~1
    const cut = even >= 2 && isHighSurrogate(this.#unit(joined, even - 2)) ? even - 2 : even
    this.#rest = joined.subarray(cut)
    return this.#decode(joined.subarray(0, cut))
  }

  end(): string {
    const even = this.#rest.length & ~1
    const text = this.#decode(this.#rest.subarray(0, even))
    const isOver = even < this.#rest.length
    this.#rest = Buffer.alloc(0)
    this.isSuspect ||= isOver
    return isOver ? `${text}\uFFFD` : text
  }

  #unit(bytes: Buffer, at: number): number {
    return this.#isBig ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at)
  }

  #decode(bytes: Buffer): string {
    // The bytes are our own copy, so they can be turned around where they are.
    const text = (this.#isBig ? bytes.swap16() : bytes).toString('utf16le')
    if (text.isWellFormed()) return text
    this.isSuspect = true
    return text.toWellFormed()
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
