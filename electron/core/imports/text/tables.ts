import iconv from 'iconv-lite'
import type { Encoding } from '../../../../shared/encodings.ts'
import { familyOf } from './encodings.ts'

/** What one byte, and what a pair of bytes, stands for: a code unit, or one of the two below. */
export interface Tables {
  readonly single: Int32Array
  readonly pair: Int32Array
  /** How many bytes the longest characters take. */
  readonly longest: number
}

/** Bytes that are no character, nor the beginning of one. */
export const nothing = -1
/** Bytes that more follow, or that stand for several code units: `decodeWhole` knows. */
export const longer = -2

const keepMark = { stripBOM: false } as const

const iconvName = (encoding: Encoding): iconv.Encoding => (encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding)

const made = new Map<Encoding, Tables>()

/** The tables of an encoding, made once of what iconv-lite says. */
export function tablesOf(encoding: Encoding): Tables {
  const known = made.get(encoding)
  if (known) return known
  const isMulti = familyOf(encoding) === 'multi'
  const single = codes(encoding, 0x100, (byte) => [byte])
  // Where pairs are, a byte that is nothing by itself may begin one.
  if (isMulti) single.forEach((code, byte) => (single[byte] = code === 0xfffd ? longer : code))
  const pair = isMulti ? codes(encoding, 0x10000, (both) => [both >> 8, both & 0xff]) : new Int32Array(0)
  const tables = { single, pair, longest: isMulti ? longestOf(encoding) : 1 }
  made.set(encoding, tables)
  if (isMulti) forgetCodecs()
  return tables
}

const longestOf = (encoding: Encoding): number => (encoding === 'gb18030' ? 4 : encoding === 'euc-jp' ? 3 : 2)

/** What iconv-lite makes of each of these, asked at once, with line ends between them: no character holds one. */
function codes(encoding: Encoding, count: number, bytesOf: (index: number) => readonly number[]): Int32Array {
  const asked = Array.from({ length: count }, (_, index) => bytesOf(index))
  const bytes = Buffer.from(asked.flatMap((parts) => [...parts, lineEnd]))
  const texts = iconv.decode(bytes, iconvName(encoding), keepMark).split('\n')
  const table = new Int32Array(count).fill(longer)
  let at = 0
  asked.forEach((parts, index) => {
    const text = texts[at] ?? ''
    // Bytes that are line ends themselves make more texts.
    at += 1 + parts.filter((byte) => byte === lineEnd).length
    if (parts.includes(lineEnd)) table[index] = parts.length === 1 ? lineEnd : nothing
    else if (text.length === 1) table[index] = text.charCodeAt(0)
    else if (text.startsWith('\uFFFD') && !mayGoOn(encoding, parts)) table[index] = nothing
  })
  return table
}

/** The encodings that have characters of three or four bytes, and what those begin with. */
function mayGoOn(encoding: Encoding, [lead = 0, trail = 0]: readonly number[]): boolean {
  if (encoding === 'euc-jp') return lead === 0x8f
  return encoding === 'gb18030' && lead > 0x80 && trail >= 0x30 && trail <= 0x39
}

const lineEnd = 0x0a

/** The text of bytes that should be one character, or null where they are none. */
export function decodeWhole(encoding: Encoding, bytes: Buffer): string | null {
  const text = iconv.decode(bytes, iconvName(encoding), keepMark)
  if (encoding !== 'gb18030') return text.includes('\uFFFD') ? null : text
  const [, , third = 0, fourth = 0] = bytes
  return third > 0x80 && third < 0xff && fourth >= 0x30 && fourth <= 0x39 ? text : null
}

/** A codec of iconv-lite takes 30 MB, and of most all that is needed is in a table. */
export function forgetCodecs(): void {
  iconv._codecDataCache = {}
}
