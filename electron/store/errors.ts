import { ExpectedError } from '../../shared/result.ts'

const sqliteCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Turns what SQLite and the file system throw into a failure that names the file, the cause and what to do. */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof ExpectedError) return error
  const code = sqliteCode(error)
  const detail = error instanceof Error ? error.message : String(error)
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
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new ExpectedError(
      'cannot-write',
      `The disk that holds ${path} is full. Nothing was changed. Free some space and try again.`,
    )
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
  if (code === 'SQLITE_READONLY' || code.startsWith('SQLITE_READONLY_') || code === 'EROFS') {
    return new ExpectedError('read-only', `${path} can only be read (${detail}). Save a copy where you may write.`)
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new ExpectedError(
      'cannot-read',
      `The disk did not read or write ${path} (${detail}). Check the disk and try again.`,
    )
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
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
