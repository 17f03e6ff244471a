import { readSync } from 'node:fs'
import { crc32 } from 'node:zlib'

// A seal stands behind the pages of a case at rest, where SQLite does not look: it knows each page by its sum, so that any
// byte that changes by itself is seen, which SQLite's own checks cannot do. It goes while the case is open for writing.
//
//   head · sums · sums once more · parity pages · head once more

const magic = 'PRLXSEAL'
export const headSize = 128
export const databaseHeader = 100

/** The layout of a seal; everything else follows from it. */
export interface SealHead {
  readonly pageSize: number
  readonly pages: number
  /** Page n is in group n modulo this: one lost page of each can be computed from the others. */
  readonly groups: number
  /** The first 100 bytes of the file as they were sealed. */
  readonly header: Buffer
}

/** Parity pages: an eighth of a small case, 3 % of a larger one, and never more than 8 MB, which are held in memory. */
export const groupsOf = (pages: number): number =>
  Math.min(Math.max(Math.ceil(pages / 32), Math.min(Math.ceil(pages / 8), 128)), 2048)

export const sumsAt = (head: SealHead): number => head.pages * head.pageSize + headSize
export const parityAt = (head: SealHead): number => sumsAt(head) + 8 * head.pages
export const sealedSize = (head: SealHead): number => parityAt(head) + head.groups * head.pageSize + headSize

export function headBytes({ pageSize, pages, groups, header }: SealHead): Buffer {
  const bytes = Buffer.alloc(headSize)
  bytes.write(magic, 'latin1')
  bytes.writeUInt32BE(pageSize, 8)
  bytes.writeUInt32BE(pages, 12)
  bytes.writeUInt32BE(groups, 16)
  header.copy(bytes, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, headSize - 4)), headSize - 4)
  return bytes
}

/** Reads a head at a place of an open file; undefined where none stands whole. */
export function readHead(file: number, at: number): SealHead | undefined {
  const bytes = Buffer.alloc(headSize)
  if (at < 0 || readSync(file, bytes, 0, headSize, at) < headSize) return undefined
  if (bytes.toString('latin1', 0, 8) !== magic) return undefined
  if (bytes.readUInt32BE(headSize - 4) !== crc32(bytes.subarray(0, headSize - 4))) return undefined
  return {
    pageSize: bytes.readUInt32BE(8),
    pages: bytes.readUInt32BE(12),
    groups: bytes.readUInt32BE(16),
    header: Buffer.from(bytes.subarray(20, 20 + databaseHeader)),
  }
}

/** The size of a database's pages and how many it says it has. */
export function sizesIn(header: Buffer): { readonly pageSize: number; readonly pages: number } {
  const pageSize = header.readUInt16BE(16)
  return { pageSize: pageSize === 1 ? 65_536 : pageSize, pages: header.readUInt32BE(28) }
}
