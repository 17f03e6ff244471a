import { closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { ExpectedError } from '../../shared/result.ts'
import { partOf, removeStaleParts } from './backups/parts.ts'
import { discard, writeFailure } from './disk.ts'

/** Writes a file so that its name never stands for half of it: beside it first, then moved into place. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = new Part(path)
  try {
    part.write(bytes)
    part.land()
  } finally {
    part.end()
  }
}

/** The same of texts that come one after the other; of another file beside it there are both, or neither. */
export async function writeWholeFrom(
  path: string,
  texts: AsyncIterable<string>,
  beside?: { readonly path: string; readonly text: string },
): Promise<void> {
  const part = new Part(path)
  let other: Part | undefined
  try {
    other = beside && new Part(beside.path)
    other?.write(Buffer.from(beside?.text ?? ''))
    for await (const text of texts) part.write(Buffer.from(text))
    other?.land()
    part.land()
  } catch (error) {
    other?.takeBack()
    throw error
  } finally {
    part.end()
    other?.end()
  }
}

/** A file on its way to its name. */
class Part {
  readonly #path: string
  readonly #part: string
  readonly #file: number
  #isOpen = true
  #hasLanded = false

  constructor(path: string) {
    this.#path = path
    this.#part = partOf(path)
    // What could not be taken away when an earlier one failed.
    removeStaleParts(dirname(path), (name) => name.startsWith(basename(path)))
    this.#file = this.#told(() => openSync(this.#part, 'w'))
  }

  write(bytes: Uint8Array): void {
    this.#told(() => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
    })
  }

  land(): void {
    this.#told(() => {
      fsyncSync(this.#file)
      this.#close()
      renameSync(this.#part, this.#path)
      this.#hasLanded = true
    })
  }

  /** Leaves nothing behind where it has not landed. */
  end(): void {
    if (this.#hasLanded) return
    this.#close()
    discard(this.#part)
  }

  /** Takes away what has landed. */
  takeBack(): void {
    if (this.#hasLanded) discard(this.#path)
  }

  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    closeSync(this.#file)
  }

  #told<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw unwritten(error, this.#path)
    }
  }
}

function unwritten(error: unknown, path: string): ExpectedError {
  const told = writeFailure(error, path, 'Nothing was left behind.')
  if (told) return told
  const why = error instanceof Error ? error.message : String(error)
  return new ExpectedError('cannot-write', `${path} cannot be written (${why}). Nothing was left behind.`)
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
