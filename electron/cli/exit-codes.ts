import { CommanderError } from 'commander'
import { assertNever, ExpectedError, type ErrorCode } from '../../shared/result.ts'

export const exitCodes = { done: 0, rejectedRows: 1, notMet: 1, usage: 2, cannot: 3, notACase: 4 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The exit code of an expected failure. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  switch (code) {
    case 'invalid-input':
    case 'not-found':
    case 'unknown-method':
      return exitCodes.usage
    case 'not-a-case':
    case 'damaged':
      return exitCodes.notACase
    case 'read-only':
    case 'newer-version':
    case 'locked':
    case 'cannot-read':
    case 'cannot-write':
    case 'no-case-open':
    case 'conflict':
    case 'nothing-to-do':
    case 'cancelled':
    case 'internal':
      return exitCodes.cannot
    default:
      return assertNever(code)
  }
}

/** Whatever ended a command: its message, null where it was told already, and its exit code. */
export function endOf(error: unknown): { readonly message: string | null; readonly code: ExitCode } {
  // Commander has printed its own: help that was asked for is no failure.
  if (error instanceof CommanderError) return { message: null, code: error.exitCode === 0 ? 0 : exitCodes.usage }
  if (error instanceof ExpectedError) return { message: error.message, code: exitCodeOf(error.code) }
  return { message: `Something went wrong in Parallax: ${String(error)}`, code: exitCodes.cannot }
}
