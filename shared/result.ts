/** Every code an expected failure can carry; the renderer and the command line choose words and exit codes by it. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'read-only',
  'not-a-case',
  'damaged',
  'newer-version',
  'locked',
  'cannot-read',
  'cannot-write',
  'no-case-open',
  'conflict',
  'nothing-to-do',
  'cancelled',
  'unknown-method',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** A failure that is expected: `message` says what happened, where, and what to do. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const fail = (code: ErrorCode, message: string): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: { code, message },
})

/** Carries an expected failure out of nested code up to the boundary (dispatch or the command line). */
export class ExpectedError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'ExpectedError'
    this.code = code
  }
}

/** Ends a switch over a union: a value that reaches it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
