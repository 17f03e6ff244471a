import { isAscii } from 'node:buffer'
import type { Decoder } from './decode.ts'
import type { Encoding } from '../../../../shared/encodings.ts'
import { decodeWhole, longer, nothing, tablesOf, type Tables } from './tables.ts'

/**
 * An encoding of one or more bytes a character, by looking up what iconv-lite says of each byte and pair. Its own decoder is
 * several times slower, and in parts it loses characters: its output has no room for what stands for bytes kept from before.
 */
export class TableDecoder implements Decoder {
  readonly #tables: Tables
  readonly #encoding: Encoding
  /** A character begun, which the next chunk completes. */
  #rest: Buffer = Buffer.alloc(0)
  /** Room for the code units of a chunk, used again and again. */
  #units = new Uint16Array(0)
  isSuspect = false

  constructor(encoding: Encoding) {
    this.#encoding = encoding
    this.#tables = tablesOf(encoding)
  }

  write(bytes: Buffer): string {
    if (this.#rest.length === 0 && isAscii(bytes)) return bytes.toString('latin1')
    return this.#lookUp(this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]), false)
  }

  end(): string {
    return this.#lookUp(this.#rest, true)
  }

  #lookUp(bytes: Buffer, isEnd: boolean): string {
    const { single, pair, longest } = this.#tables
    if (this.#units.length < bytes.length) this.#units = new Uint16Array(bytes.length)
    const units = this.#units
    if (longest === 1) return this.#lookUpBytes(bytes, single)
    let [at, length] = [0, 0]
    while (at < bytes.length) {
      let code = single[bytes[at] ?? 0] ?? nothing
      let taken = 1
      if (code < 0) {
        if (at + 1 === bytes.length && !isEnd) break
        code = pair[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] ?? nothing
        if (code >= 0) taken = 2
      }
      if (code === longer) {
        if (at + longest > bytes.length && !isEnd) break
        const text = at + longest > bytes.length ? null : decodeWhole(this.#encoding, bytes.subarray(at, at + longest))
        if (text !== null) taken = longest
        for (const unit of unitsOf(text)) units[length++] = unit
      } else units[length++] = code < 0 ? replacement : code
      at += taken
    }
    this.#rest = Buffer.from(bytes.subarray(at))
    return this.#checked(Buffer.from(units.buffer, 0, length * 2).toString('utf16le'))
  }

  /** Where each byte is a character there is nothing to decide, and the loop is several times faster. */
  #lookUpBytes(bytes: Buffer, single: Int32Array): string {
    const units = this.#units
    for (let at = 0; at < bytes.length; at++) units[at] = single[bytes[at] ?? 0] ?? replacement
    return this.#checked(Buffer.from(units.buffer, 0, bytes.length * 2).toString('utf16le'))
  }

  #checked(text: string): string {
    if (text.includes('\uFFFD')) this.isSuspect = true
    if (text.isWellFormed()) return text
    // GB18030 has codes for which there is no character; iconv-lite makes half surrogate pairs of some.
    this.isSuspect = true
    return text.toWellFormed()
  }
}

const replacement = 0xfffd

const unitsOf = (text: string | null): readonly number[] =>
  text === null ? [replacement] : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
