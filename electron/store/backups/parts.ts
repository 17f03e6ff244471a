import { closeSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { discard } from '../disk.ts'
import { namesIn } from './list.ts'

const sides = ['', '-journal', '-wal', '-shm'] as const
const hour = 3_600_000

/** The name under which a file is written until it is whole: it tells who writes it. */
export const partOf = (path: string): string => `${path}.${process.pid}.part`

/** Takes away what became of nothing, with the files that SQLite keeps beside it. */
export function removePart(part: string): void {
  for (const side of sides) discard(part + side)
}

/** Whether a file in the folder of a case is on its way to be the case, or what is set aside of it. */
export function isPartOf(casePath: string): (name: string) => boolean {
  const name = basename(casePath)
  const aside = `${name.replace(/\.parallax$/i, '')}.set-aside-`
  return (other) => other.startsWith(name) || other.startsWith(aside)
}

/** Takes away the parts in a folder whose writers are gone; larger ones than `most` bytes stay. */
export function removeStaleParts(folder: string, isOurs: (name: string) => boolean, most = Infinity): void {
  for (const part of staleParts(folder, isOurs)) if (sizeOf(part) <= most) discard(part)
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** The same, of any size, while its caller goes on: the system takes a second to let go of two gigabytes. */
export async function removeStalePartsAside(folder: string, isOurs: (name: string) => boolean): Promise<void> {
  await Promise.allSettled(staleParts(folder, isOurs).map((part) => rm(part, { force: true })))
}

const staleParts = (folder: string, isOurs: (name: string) => boolean): string[] =>
  namesIn(folder).flatMap((name) => {
    const [, pid] = /\.(\d+)\.part(?:-journal|-wal|-shm)?$/.exec(name) ?? []
    const path = join(folder, name)
    return pid !== undefined && isOurs(name) && isStale(path, Number(pid)) ? [path] : []
  })

function isStale(path: string, pid: number): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  // The number may have gone to another process, and the folder may be shared with another machine.
  if (Date.now() - written > hour) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Puts a file that is whole in its place: on the disk before its name is. */
export function land(part: string, path: string): void {
  sync(part)
  renameSync(part, path)
  syncFolder(dirname(path))
}

/** Waits until what was written to a file is on the disk. */
export function sync(path: string): void {
  const file = openToSync(path)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Some systems bring only to the disk what is open to be written; a file that may only be read is open to be read elsewhere. */
function openToSync(path: string): number {
  try {
    return openSync(path, 'r+')
  } catch {
    return openSync(path, 'r')
  }
}

/** Makes a new name last; not every system can, and those keep names by themselves. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows opens no folders.
  }
}
