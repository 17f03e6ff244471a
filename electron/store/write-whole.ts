import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
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
