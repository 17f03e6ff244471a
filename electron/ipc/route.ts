import { contract, type MethodName } from '../../shared/contract.ts'
import { fail, type Result } from '../../shared/result.ts'
import { dispatch } from './dispatch.ts'
import type { Message } from './register.ts'

/** What the channel needs of the application. */
export interface Backend {
  readonly shell: Readonly<Record<string, unknown>>
  readonly callStore: (name: MethodName, input: unknown, kind: 'query' | 'command') => Promise<Result<unknown>>
  readonly checkOutput: boolean
  readonly onBug: (name: string, error: unknown) => void
}

/** What a shell method gets: the path of a dropped file, when the bridge added one. */
export interface ShellContext {
  readonly droppedPath: string | undefined
}

/** Answers a call by the part of the program that its method belongs to. */
export async function route(backend: Backend, { name, input, droppedPath }: Message): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
    return fail('unknown-method', `There is no method ${JSON.stringify(name)}.`)
  }
  const { at, kind } = contract[name as MethodName]
  if (at === 'store') return backend.callStore(name as MethodName, input, kind)
  // Internal methods take paths: the window must never reach them.
  if (at === 'internal') return fail('unknown-method', `There is no method ${JSON.stringify(name)}.`)
  const ctx: ShellContext = {
    droppedPath: typeof droppedPath === 'string' && droppedPath !== '' ? droppedPath : undefined,
  }
  return dispatch(backend.shell, name, input, ctx, backend)
}
