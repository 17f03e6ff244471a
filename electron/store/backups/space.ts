import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { ExpectedError } from '../../../shared/result.ts'
import { sizeInWords } from '../../../shared/backup.ts'
import { backupFolder, listBackups } from './list.ts'

const usualMost = 2e9
/** Large cases have room for a few. */
const fewest = 3
/** What a backup leaves free for the work itself. */
const reserve = 32e6

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder))
  return bavail * bsize
}

export const bytesOf = (backups: readonly { readonly bytes: number }[]): number =>
  backups.reduce((sum, { bytes }) => sum + bytes, 0)

/** What the backups of a case may take together: 2 GB or three times the newest, but no more than half of the room there is. */
export function mostBytes(casePath: string): number {
  const backups = listBackups(casePath)
  const room = freeBytes(backupFolder(casePath)) + bytesOf(backups)
  return Math.round(Math.min(Math.max(usualMost, fewest * (backups[0]?.bytes ?? 0)), room / 2))
}

/** Refuses to begin what the disk cannot take: a full disk would stop the work too. */
export function expectRoom(folder: string, bytes: number): void {
  const free = freeBytes(folder)
  if (free >= bytes + reserve) return
  throw new ExpectedError(
    'cannot-write',
    `The disk that holds ${folder} has ${sizeInWords(free)} free, and ${sizeInWords(bytes + reserve)} are needed. Free some space and try again.`,
  )
}
