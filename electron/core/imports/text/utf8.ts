import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Decoder } from './decode.ts'

/** Where the last character that is whole ends: up to three bytes of one begun stay for the next chunk. */
export function cutUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2)

/** UTF-8 in parts. What is no UTF-8 becomes U+FFFD. */
export class Utf8Decoder implements Decoder {
  #rest: Buffer = Buffer.alloc(0)
  isSuspect = false

  write(bytes: Buffer): string {
    const joined = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const cut = cutUtf8(joined)
    this.#rest = Buffer.from(joined.subarray(cut))
    return this.#decode(joined.subarray(0, cut))
  }

  end(): string {
    const text = this.#decode(this.#rest)
    this.#rest = Buffer.alloc(0)
    return text
  }

  /** The quickest way that the runtime has for these bytes: its own UTF-8 reading is slow where not all is ASCII. */
  #decode(bytes: Buffer): string {
    if (isAscii(bytes)) return bytes.toString('latin1')
    if (isUtf8(bytes)) return transcode(bytes, 'utf8', 'ucs2').toString('ucs2')
    this.isSuspect = true
    return bytes.toString('utf8')
  }
}
