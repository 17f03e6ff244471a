import type { Input, MethodName, Output } from '../../shared/contract.ts'
import type { ErrorCode } from '../../shared/result.ts'
import './bridge.ts'

/** An expected failure, as `call` throws it: `message` is for people. */
export class CallError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'CallError'
    this.code = code
  }
}

/** The arguments after a method's name: none needed where the contract takes nothing. */
export type CallArgs<M extends MethodName> =
  undefined extends Input<M> ? [input?: Input<M>, file?: File] : [input: Input<M>, file?: File]

/** Calls a method of the contract; answers its value or throws a CallError. */
export async function call<M extends MethodName>(name: M, ...[input, file]: CallArgs<M>): Promise<Output<M>> {
  const result = await window.parallax.call(name, input, file)
  if (!result.ok) throw new CallError(result.error.code, result.error.message)
  // Main has parsed the output against the contract (in development and tests) or made it by it.
  return result.value as Output<M>
}

/** The words of any failure, for a person. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
