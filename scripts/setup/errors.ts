import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Something a person can put right: what happened (`message`), what to do about it (`advice`), and the exit code. */
export class SetupError extends Error {
  readonly advice: string
  readonly exitCode: number

  constructor(message: string, advice: string, exitCode = 1) {
    super(message)
    this.advice = advice
    this.exitCode = exitCode
  }
}

/** Turns what is known to go wrong outside our own code (disk, rights) into a message; undefined for anything else. */
export function explain(error: unknown): SetupError | undefined {
  if (error instanceof SetupError) return error
  if (isDiskFull(error)) return diskFull(pathOf(error))
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SetupError(
      `${pathOf(error) ?? 'A folder'} cannot be written to (${code}).`,
      'Make it writable, or set PARALLAX_CACHE to a folder that is, and run again.',
    )
  }
  if (code === 'ETXTBSY') {
    return new SetupError('Electron is running and cannot be changed.', 'Close Parallax and run again.')
  }
  return undefined
}

/** True for a full disk or an exhausted quota, told by an error or by a tool's output. */
export function isDiskFull(errorOrText: unknown): boolean {
  const code = codeOf(errorOrText)
  if (code === 'ENOSPC' || code === 'EDQUOT') return true
  const text = errorOrText instanceof Error ? errorOrText.message : String(errorOrText)
  return /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(text)
}

const spaceAdvice = 'Free at least 1.5 GB there, or set PARALLAX_CACHE to a folder on another disk, and run again.'

/** The message for a full disk; `path` is anything on it. */
export function diskFull(path: string | undefined): SetupError {
  const free = path === undefined ? undefined : freeBytes(path)
  const left = free === undefined ? '' : ` (${megabytes(free)} free)`
  return new SetupError(`The disk is full${path === undefined ? '' : `: ${path}`}${left}.`, spaceAdvice)
}

/** Fails before a long download when what it makes would not fit. `path` need not exist yet. */
export function requireSpace(path: string, bytes: number): void {
  const free = freeBytes(path)
  if (free === undefined || free >= bytes) return
  throw new SetupError(
    `The disk of ${path} has too little space: ${megabytes(free)} free, ${megabytes(bytes)} needed.`,
    spaceAdvice,
  )
}

/** Bytes for people. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}

function freeBytes(path: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    const parent = dirname(path)
    return parent === path ? undefined : freeBytes(parent)
  }
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

function pathOf(error: unknown): string | undefined {
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  return typeof path === 'string' ? path : undefined
}
