import type { ZodError } from 'zod'
import { contract, type MethodName, type Output, type Parsed } from '../../shared/contract.ts'
import { ExpectedError, fail, ok, type Result } from '../../shared/result.ts'

/** Runs one method: gets what was parsed from the input, answers what the contract's output describes. */
export type Handler<M extends MethodName, Ctx> = (ctx: Ctx, input: Parsed<M>) => Output<M> | Promise<Output<M>>

/** The handlers of some methods; a table of them is complete when it has exactly the methods of its place. */
export type Handlers<M extends MethodName, Ctx> = { readonly [K in M]: Handler<K, Ctx> }

interface Options {
  /** Parse what a handler answers too: in development and tests, where a wrong shape is a bug to see at once. */
  readonly checkOutput: boolean
  /** Told of bugs (not of expected failures), once, here at the boundary. */
  readonly onBug: (name: string, error: unknown) => void
}

/**
 * Looks a method up, parses its input, runs it and answers an envelope. Never throws: what comes from the window
 * is untrusted, and a bug must not take the process down.
 */
export async function dispatch<Ctx>(
  handlers: Readonly<Partial<Record<string, unknown>>>,
  name: unknown,
  raw: unknown,
  ctx: Ctx,
  options: Options,
): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name) || !Object.hasOwn(handlers, name)) {
    return fail('unknown-method', `There is no method ${JSON.stringify(name)}.`)
  }
  const method = contract[name as MethodName]
  const input = method.input.safeParse(raw)
  if (!input.success) return fail('invalid-input', explainIssues(input.error))
  try {
    const handler = handlers[name] as (ctx: Ctx, input: unknown) => unknown
    const output = await handler(ctx, input.data)
    return ok(options.checkOutput ? method.output.parse(output) : output)
  } catch (error) {
    if (error instanceof ExpectedError) return fail(error.code, error.message)
    options.onBug(name, error)
    return fail('internal', `Something went wrong in Parallax (${name}). Nothing was changed. ${describe(error)}`)
  }
}

/** "patch.statement: must not be empty" for each thing wrong with an input. */
export const explainIssues = (error: ZodError): string =>
  error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ')

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))
