import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { ExpectedError } from '../../shared/result.ts'

/** Writes a file so that its name never stands for half of it: beside it first, then moved into place. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.${process.pid}.part`
  try {
    const file = openSync(part, 'w')
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw new ExpectedError('cannot-write', `${path} cannot be written (${why}). Nothing was left behind.`)
  }
}

/** Refuses to write a file over one that it is made from. */
export function expectOther(path: string, sources: readonly string[]): void {
  const over = sources.find((source) => isSameFile(path, source))
  if (over !== undefined)
    throw new ExpectedError('invalid-input', `${over} would be written over. Choose another file. Nothing was done.`)
}

/** A file goes by several names: a link leads to it, and case does not count everywhere. */
function isSameFile(left: string, right: string): boolean {
  if (resolve(left) === resolve(right)) return true
  const [one, other] = [left, right].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}
