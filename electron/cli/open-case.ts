import type { Input, MethodName, Output } from '../../shared/contract.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { Progress } from '../core/context.ts'
import { Session } from '../core/session.ts'
import { openCaseOrBackup } from '../store/backups/compare.ts'
import { connectToRead } from '../store/connection.ts'
import { isOfDisk } from '../store/disk.ts'
import { explain } from '../store/errors.ts'
import { checkIdentity } from '../store/migrate.ts'
import type { OpenedFile } from '../store/open.ts'
import { changedAtRest } from '../store/recover/examine.ts'
import type { Io } from './io.ts'

/** An open case: calls are typed, and a failure is thrown. */
export interface OpenCase {
  readonly ask: <M extends MethodName>(name: M, input: Input<M>) => Promise<Output<M>>
  /** Why it can only be read; null when it can be changed. */
  readonly readOnly: string | null
}

interface Options {
  readonly onProgress?: (how: Progress) => void
  readonly isCancelled?: () => boolean
  /** The command itself says what is damaged. */
  readonly tellsDamage?: boolean
}

const now = (): string => new Date().toISOString()

/** Opens a case to change it. Where that cannot be, the command ends with the reason. */
export function withWritableCase<T>(
  io: Io,
  path: string,
  work: (file: OpenCase) => Promise<T>,
  options: Options = {},
): Promise<T> {
  return withCase(
    io,
    path,
    (file) => {
      if (file.readOnly !== null) throw new ExpectedError('read-only', `${path} cannot be changed. ${file.readOnly}`)
      return work(file)
    },
    options,
  )
}

/** Opens a case to change it if that can be, else to read it. */
export async function withCase<T>(
  io: Io,
  path: string,
  work: (file: OpenCase) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const file = openCaseOrBackup(path, now)
  try {
    return await withSession(io, file, path, work, options)
  } finally {
    file.release()
  }
}

/**
 * Opens a case only to read it: it is not locked, and nothing on the disk changes. What can be read of a damaged one is
 * read, and the command then ends with the damage, so that nobody takes it for sound.
 */
export async function withReadCase<T>(
  io: Io,
  path: string,
  work: (file: OpenCase) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const isInPlace = canReadInPlace(path)
  const inPlace = { path, notice: null, readOnly: 'It is only read.', isDamaged: false, release: () => undefined }
  const opened = isInPlace ? inPlace : openCaseOrBackup(path, now)
  const damage = isInPlace ? changedAtRest(path)?.[0]?.message : opened.isDamaged ? opened.readOnly : undefined
  try {
    const result = await withSession(io, opened, path, work, options)
    if (damage && !options.tellsDamage) throw damageRead(path, damage)
    return result
  } finally {
    opened.release()
  }
}

const damageRead = (path: string, damage: string): ExpectedError =>
  new ExpectedError(
    'damaged',
    `${path} is damaged (${damage.replace(/\.$/, '')}): what was read may not be what was written. Open it to have repaired what can be, restore a backup, or recover what can be read into a new case.`,
  )

/** False where the file must be prepared first (an older schema) or copied (a folder that cannot hold SQLite's side files). */
function canReadInPlace(path: string): boolean {
  try {
    const db = connectToRead(path)
    try {
      return !checkIdentity(db, path).isOld
    } finally {
      db.close()
    }
  } catch (error) {
    const reason = explain(error, path)
    if (isOfDisk(reason)) return false
    throw reason
  }
}

async function withSession<T>(
  io: Io,
  file: Pick<OpenedFile, 'path' | 'readOnly' | 'notice'>,
  path: string,
  work: (file: OpenCase) => Promise<T>,
  options: Options,
): Promise<T> {
  if (file.notice) io.err(`parallax: ${file.notice}\n`)
  let bug: unknown
  const session = new Session({
    path: file.path,
    role: file.readOnly === null ? 'writer' : 'reader',
    user: () => io.user,
    ...(io.threads && { threads: io.threads }),
    onProgress: (_job, how) => options.onProgress?.(how),
    isCancelled: () => options.isCancelled?.() ?? false,
    onBug: (_name, error) => (bug = error),
  })
  const ask = async <M extends MethodName>(name: M, input: Input<M>): Promise<Output<M>> => {
    const { result } = await session.call(name, input)
    if (result.ok) return result.value as Output<M>
    // A page of the file that cannot be read is found by whatever query meets it.
    throw bug === undefined ? new ExpectedError(result.error.code, result.error.message) : explain(bug, path)
  }
  const done = await work({ ask, readOnly: file.readOnly }).catch((error: unknown) => {
    closeAfter(session)
    throw error
  })
  session.close()
  return done
}

/** What failed first is what is told. */
function closeAfter(session: Session): void {
  try {
    session.close()
  } catch {
    // The disk that failed before.
  }
}
