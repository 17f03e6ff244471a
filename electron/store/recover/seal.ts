import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { crc32 } from 'node:zlib'
import { writeFailure } from '../disk.ts'
import { eachPage, xorInto } from './pages.ts'
import {
  databaseHeader,
  groupsOf,
  headBytes,
  headSize,
  parityAt,
  readHead,
  sealedSize,
  sizesIn,
  sumsAt,
  type SealHead,
} from './seal-format.ts'

/** Asked again and again while a seal is made: true gives it up. */
export type IsLate = () => boolean

const inTime: IsLate = () => false

/**
 * Seals a case at rest. A case that is still in use, a disk that takes no more, or one that is too slow (`isLate`) leaves it
 * without: it is checked in full then when it is next opened.
 */
export function sealFile(path: string, isLate = inTime): void {
  if (existsSync(`${path}-wal`) || existsSync(`${path}-journal`)) return
  const file = openSync(path, 'r+')
  try {
    const header = readHeader(file)
    const { pageSize, pages } = sizesIn(header)
    const isAtRest = header.readUInt8(18) === 1 && pages > 0 && fstatSync(file).size >= pages * pageSize
    if (isAtRest) write(file, { pageSize, pages, groups: groupsOf(pages), header }, isLate)
  } finally {
    closeSync(file)
  }
}

/** The heads come last, when the rest is on the disk: what was given up or killed before that is no seal. */
function write(file: number, head: SealHead, isLate: IsLate): void {
  const end = head.pages * head.pageSize
  try {
    ftruncateSync(file, end)
    const sums = Buffer.alloc(4 * head.pages)
    const parity = Buffer.alloc(head.groups * head.pageSize)
    for (const { number, bytes } of eachPage(file, head)) {
      if (number % pagesBetween === 0) expectTime(isLate)
      sums.writeUInt32BE(crc32(bytes), 4 * (number - 1))
      xorInto(groupIn(parity, head, number), bytes)
    }
    let at = end + headSize
    for (const part of [sums, sums, parity]) {
      expectTime(isLate)
      at += writeAll(file, part, at)
    }
    expectTime(isLate)
    fsyncSync(file)
    expectTime(isLate)
    for (const place of [at, end]) writeAll(file, headBytes(head), place)
    fsyncSync(file)
  } catch (error) {
    ftruncateSync(file, end)
    if (error === givenUp) return
    const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EFBIG')
    if (!isFull) throw error
  }
}

/** 1 MB of the usual pages. */
const pagesBetween = 256
const givenUp = new Error('The seal was given up.')

function expectTime(isLate: IsLate): void {
  if (isLate()) throw givenUp
}

const groupIn = (parity: Buffer, { groups, pageSize }: SealHead, page: number): Buffer =>
  parity.subarray((page % groups) * pageSize, ((page % groups) + 1) * pageSize)

function writeAll(file: number, bytes: Buffer, at: number): number {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done)
  return bytes.length
}

/** The seal of a file; undefined where it has none, or one from before it was last written. */
export function readSeal(path: string): SealHead | undefined {
  const file = openSync(path, 'r')
  try {
    return findSeal(file)
  } finally {
    closeSync(file)
  }
}

function findSeal(file: number): SealHead | undefined {
  const { size } = fstatSync(file)
  if (size < databaseHeader) return undefined
  const header = readHeader(file)
  const { pageSize, pages } = sizesIn(header)
  const head = readHead(file, size - headSize) ?? readHead(file, pages * pageSize)
  return head && sealedSize(head) <= size && !isStale(head.header, header) ? head : undefined
}

/** Whoever writes a database counts it in two places alike; damage meets one of them. */
const isStale = (sealed: Buffer, now: Buffer): boolean =>
  now.readUInt32BE(24) === now.readUInt32BE(92) && now.readUInt32BE(24) !== sealed.readUInt32BE(24)

/** Takes the seal off, before the case is written. */
export function unseal(path: string): void {
  const head = readSeal(path)
  if (!head) return
  try {
    truncateSync(path, head.pages * head.pageSize)
  } catch (error) {
    throw writeFailure(error, path) ?? error
  }
}

/** The numbers of the pages that are not as they were sealed. */
export function changedPages(path: string, head: SealHead): number[] {
  const file = openSync(path, 'r')
  try {
    return changed(file, head)
  } finally {
    closeSync(file)
  }
}

function changed(file: number, head: SealHead): number[] {
  const sums = readAt(file, sumsAt(head), 8 * head.pages)
  const found: number[] = []
  for (const { number, bytes } of eachPage(file, head)) if (!isWhole(sums, head, number, bytes)) found.push(number)
  return found
}

/** Each sum is kept twice: one of them may be what is damaged. */
function isWhole(sums: Buffer, head: SealHead, page: number, bytes: Buffer): boolean {
  const sum = crc32(bytes)
  return [page - 1, head.pages + page - 1].some((at) => sums.readUInt32BE(4 * at) === sum)
}

/** Brings back what can be computed from the other pages and the seal. Answers the pages that stay lost. */
export function mendPages(path: string, head: SealHead): number[] {
  const file = openSync(path, 'r+')
  try {
    writeAll(file, head.header, 0)
    for (const group of byGroup(changed(file, head), head)) mendGroup(file, head, group)
    const lost = changed(file, head)
    if (lost.length === 0) write(file, head, inTime)
    return lost
  } finally {
    closeSync(file)
  }
}

function byGroup(pages: readonly number[], { groups }: SealHead): Iterable<number[]> {
  const found = new Map<number, number[]>()
  for (const page of pages) found.set(page % groups, [...(found.get(page % groups) ?? []), page])
  return found.values()
}

function mendGroup(file: number, head: SealHead, lost: readonly number[]): void {
  const [page, ...more] = lost
  if (page === undefined || more.length > 0) return
  const { pageSize, pages, groups } = head
  const mended = readAt(file, parityAt(head) + (page % groups) * pageSize, pageSize)
  for (let other = page % groups || groups; other <= pages; other += groups)
    if (other !== page) xorInto(mended, readAt(file, (other - 1) * pageSize, pageSize))
  const sums = readAt(file, sumsAt(head), 8 * pages)
  if (isWhole(sums, head, page, mended)) writeAll(file, mended, (page - 1) * pageSize)
}

const readHeader = (file: number): Buffer => readAt(file, 0, databaseHeader)

function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const read = readSync(file, bytes, done, length - done, at + done)
    if (read === 0) break
    done += read
  }
  return bytes
}
