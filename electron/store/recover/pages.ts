import { readSync } from 'node:fs'
import type { SealHead } from './seal-format.ts'

interface Page {
  readonly number: number
  /** Only until the next page is asked for. */
  readonly bytes: Buffer
}

/** The pages of a database one after the other, read in portions. */
export function* eachPage(file: number, { pageSize, pages }: SealHead): Iterable<Page> {
  const perRead = Math.max(1, Math.floor(portion / pageSize))
  const buffer = Buffer.alloc(perRead * pageSize)
  for (let first = 0; first < pages; first += perRead) {
    const count = Math.min(perRead, pages - first)
    const read = readSync(file, buffer, 0, count * pageSize, first * pageSize)
    // What a file lacks at its end reads as nothing but zeros.
    buffer.fill(0, read)
    for (let at = 0; at < count; at++)
      yield { number: first + at + 1, bytes: buffer.subarray(at * pageSize, (at + 1) * pageSize) }
  }
}

const portion = 4 * 2 ** 20

/** Adds the bits of a page to another; both start at a multiple of 4 bytes and are as long as a page. */
export function xorInto(target: Buffer, page: Buffer): void {
  const into = words(target)
  const from = words(page)
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) ^ (from[at] ?? 0)
}

/** Small buffers share a pool, and may start anywhere in it. */
function words(bytes: Buffer): Int32Array {
  const whole = bytes.byteOffset % 4 === 0
  if (!whole) throw new Error('A page must start at a multiple of 4 bytes')
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
