import { existsSync } from 'node:fs'
import { ExpectedError } from '../../shared/result.ts'
import { codeOf, readFailure, writeFailure } from './disk.ts'

/** What SQLite cannot open beside a case that is there is a file to write; what else may not be opened, perhaps one to read. */
const isOfWriting = (error: unknown, path: string): boolean =>
  codeOf(error).startsWith('SQLITE_')
    ? existsSync(path) || codeOf(error) === 'SQLITE_FULL'
    : error instanceof Error && 'syscall' in error && (error.syscall !== 'open' || codeOf(error) === 'ENOSPC')

/** What was written to the log and not brought to the disk may be found there, whole, by the next opening. */
const stateAfter = (code: string): string | undefined =>
  code === 'SQLITE_IOERR_FSYNC' ? 'Whether it was kept shows when the case is next opened.' : undefined

/** Turns what SQLite and the file system throw into a failure that names the file, the cause and what to do. */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof ExpectedError) return error
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (/^SQLITE_(?:NOTADB|CORRUPT|CANTOPEN)/.test(code)) {
    const unread = readFailure(path)
    if (unread) return unread
  }
  if (code === 'SQLITE_NOTADB')
    return new ExpectedError('not-a-case', `${path} is not a Parallax case. Nothing was changed.`)
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new ExpectedError(
      'damaged',
      `${path} is damaged (${detail}). Nothing was changed. Keep a copy and open a backup.`,
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') {
    return new ExpectedError('locked', `${path} is being written by another program. Close it there and try again.`)
  }
  if (code === 'EFBIG') {
    return new ExpectedError(
      'cannot-write',
      `The disk that holds ${path} takes no file of this size (${detail}). Nothing was changed. Use another disk.`,
    )
  }
  if (code === 'SQLITE_READONLY_ROLLBACK') {
    return new ExpectedError(
      'cannot-read',
      `${path} was left in the middle of a change, which can only be taken back where it may be written. Copy it, with the file ${path}-journal, to a folder that you may write.`,
    )
  }
  const unwritten = isOfWriting(error, path) ? writeFailure(error, path, stateAfter(code)) : null
  if (unwritten) return unwritten
  if (code.startsWith('SQLITE_READONLY')) {
    return new ExpectedError('read-only', `${path} can only be read (${detail}). Save a copy where you may write.`)
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new ExpectedError(
      'cannot-read',
      `The disk did not read ${path} (${code === 'EIO' ? 'input/output error' : detail}). Check that the disk is there and in order, and try again.`,
    )
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'SQLITE_PROTOCOL' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'ENOENT' ||
    code === 'EISDIR'
  ) {
    return new ExpectedError(
      'cannot-read',
      `${path} cannot be opened (${detail}). Check that it exists and that you may read it.`,
    )
  }
  return error
}
