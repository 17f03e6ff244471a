import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { namesIn, realPath } from './list.ts'

/** A file that was in the place of a case: set aside by a restore, or kept when it was damaged and repaired. */
export interface Replaced {
  readonly path: string
  /** Its size, with that of what SQLite had beside it. */
  readonly bytes: number
}

const ending = /^\.(?:set-aside|damaged)-\d{8}-\d{6}(?:-\d+)?\.parallax$/

/** The replaced files of a case, by name. Nothing bounds them, and none is ever deleted: each may be all there is of something. */
export function listReplaced(casePath: string): readonly Replaced[] {
  const path = realPath(casePath)
  const [folder, stem] = [dirname(path), basename(path).replace(/\.parallax$/i, '')]
  return namesIn(folder)
    .filter((name) => name.startsWith(stem) && ending.test(name.slice(stem.length)))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ path, bytes: ['', '-wal', '-journal'].reduce((sum, side) => sum + sizeOf(path + side), 0) }))
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
