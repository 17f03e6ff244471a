import { closeSync, fsyncSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { ExpectedError } from '../../shared/result.ts'

type Trouble = 'full' | 'failing' | 'forbidden' | 'readOnly'

const words: Readonly<Record<Trouble, (path: string) => string>> = {
  full: (path) => `The disk that holds ${path} is full.`,
  failing: (path) => `The disk did not write ${path} (input/output error).`,
  forbidden: (path) => `You may not write ${path} (permission denied).`,
  readOnly: (path) => `${path} lies on a disk that can only be read.`,
}

const remedies: Readonly<Record<Trouble, string>> = {
  full: 'Free some space and try again.',
  failing: 'Check that the disk is there and in order, and try again.',
  forbidden: 'Choose another folder, or ask for the right to write there, and try again.',
  readOnly: 'Choose another folder, or have the disk made writable, and try again.',
}

const troubles: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_FULL: 'full',
  EIO: 'failing',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'readOnly',
}

/** The code of what SQLite or the file system has thrown. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const reading = new Set(['read', 'stat', 'lstat', 'fstat', 'scandir', 'realpath'])

/** Whether the file system says that it failed to read. */
const isOfReading = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && reading.has(String(error.syscall))

/** SQLite says that the disk failed while something was written, and seldom why. */
const isUnexplained = (code: string): boolean =>
  (code.startsWith('SQLITE_IOERR') && !/^SQLITE_IOERR_(?:READ|SHORT_READ|FSTAT|ACCESS|CORRUPTFS|DATA)/.test(code)) ||
  /^SQLITE_(?:CANTOPEN|READONLY|PROTOCOL)/.test(code)

/** Why a file could not be written; null where the disk is not to blame. */
function troubleOf(error: unknown, path: string): Trouble | null {
  const code = codeOf(error)
  if (isOfReading(error)) return null
  if (Object.hasOwn(troubles, code)) return troubles[code] ?? null
  if (!isUnexplained(code)) return null
  return tryToWrite(path) ?? (code.startsWith('SQLITE_IOERR') ? 'failing' : null)
}

/** Writes a page beside a file, to hear from the system itself what hinders it. */
function tryToWrite(path: string): Trouble | null {
  const part = `${path}.try.${process.pid}.part`
  try {
    const file = openSync(part, 'w')
    try {
      writeSync(file, Buffer.alloc(4096))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return null
  } catch (error) {
    return troubles[codeOf(error)] ?? null
  } finally {
    discard(part)
  }
}

/** The failure of writing a file, with the path, the cause and what to do; null where the disk is not to blame. */
export function writeFailure(error: unknown, path: string, state = 'Nothing was changed.'): ExpectedError | null {
  const trouble = troubleOf(error, path)
  return trouble && new ExpectedError('cannot-write', `${words[trouble](path)} ${state} ${remedies[trouble]}`)
}

/**
 * The failure of reading a file or what SQLite has beside it; null where all of it can be read. SQLite calls damaged what the
 * disk does not read, so that nothing is to be called so before this was asked.
 */
export function readFailure(path: string, state = 'Nothing was changed.'): ExpectedError | null {
  for (const file of ['', '-wal', '-journal'].map((side) => path + side)) {
    try {
      readThrough(file)
    } catch (error) {
      if (!notReading.has(codeOf(error))) continue
      return new ExpectedError(
        'cannot-read',
        `The disk did not read ${file} (input/output error). ${state} ${remedies.failing}`,
      )
    }
  }
  return null
}

/** A disk, or a share of the network, that is there and does not answer as it should. */
const notReading = new Set(['EIO', 'ENXIO', 'ESTALE', 'ETIMEDOUT', 'EREMOTEIO'])

function readThrough(path: string): void {
  const bytes = Buffer.alloc(2 ** 20)
  const file = openSync(path, 'r')
  try {
    while (readSync(file, bytes, 0, bytes.length, null) > 0);
  } finally {
    closeSync(file)
  }
}

/** Whether a failure is one of the disk, and none of what is in the file. */
export const isOfDisk = (error: unknown): boolean =>
  error instanceof ExpectedError && (error.code === 'cannot-read' || error.code === 'cannot-write')

/** Takes a file away that must not stay. */
export function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Takes a file away that nobody needs any more. Where the disk does not let it go, it stays until it is next met. */
export function discard(path: string): void {
  try {
    remove(path)
  } catch {
    // What failed before is what is told.
  }
}
