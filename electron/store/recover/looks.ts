import { closeSync, openSync, readSync } from 'node:fs'
import { applicationId } from '../connection.ts'
import { databaseHeader, sizesIn } from './seal-format.ts'
import { readSeal } from './seal.ts'

/** Whether a file is a case, be it damaged: the marks in its header may be what was met, so that no single one decides. */
export function looksLikeCase(path: string): boolean {
  const header = Buffer.alloc(databaseHeader)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header, 0, databaseHeader, 0) < databaseHeader) return false
  } finally {
    closeSync(file)
  }
  return isOurs(header) || readSeal(path) !== undefined || marksOf(header) >= enough
}

/** Whether the header is that of a case, undamaged. */
export const isOurs = (header: Buffer): boolean =>
  header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readInt32BE(68) === applicationId

const enough = 5

/** How many of the things that are alike in all cases this header has; one of them must be our mark or near to it. */
function marksOf(header: Buffer): number {
  const mark = [0, 1, 2, 3].filter((at) => header[68 + at] === (applicationId >>> (24 - 8 * at)) % 256).length
  if (mark < 3) return 0
  const name = 'SQLite format 3\0'
  const named = [...name].filter((letter, at) => header[at] === letter.charCodeAt(0)).length
  const fractions = [64, 32, 32].filter((value, at) => header[21 + at] === value).length
  return mark + fractions + (named > 8 ? 1 : 0) + (sizesIn(header).pageSize === 4096 ? 1 : 0)
}
