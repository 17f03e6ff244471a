import { ipcMain } from 'electron'
import { contract, type MethodName } from '../../shared/contract.ts'
import { fail, type Result } from '../../shared/result.ts'
import { isTrustedSender } from '../shell/sender.ts'
import { dispatch } from './dispatch.ts'

/** What the channel needs of the application. */
export interface Backend {
  /** What a start opens: the window loads meanwhile, and is answered when that is over. */
  readonly started: Promise<void>
  readonly shell: Readonly<Record<string, unknown>>
  readonly callStore: (name: MethodName, input: unknown) => Promise<Result<unknown>>
  readonly checkOutput: boolean
  readonly onBug: (name: string, error: unknown) => void
}

/** What a shell method gets: the path of a dropped file, when the bridge added one. */
export interface ShellContext {
  readonly droppedPath: string | undefined
}

interface Message {
  readonly name?: unknown
  readonly input?: unknown
  readonly droppedPath?: unknown
}

/** Opens the one channel between window and main process. */
export function registerChannel(backend: Backend): void {
  ipcMain.handle('call', async (event, message: Message | undefined) => {
    if (!isTrustedSender(event)) return fail('unknown-method', 'This frame may not call Parallax.')
    await backend.started
    return route(backend, message ?? {})
  })
}

function route(backend: Backend, { name, input, droppedPath }: Message): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
    return Promise.resolve(fail('unknown-method', `There is no method ${JSON.stringify(name)}.`))
  }
  const { at } = contract[name as MethodName]
  if (at === 'store') return backend.callStore(name as MethodName, input)
  // Internal methods take paths: the window must never reach them.
  if (at === 'internal') return Promise.resolve(fail('unknown-method', `There is no method ${JSON.stringify(name)}.`))
  const ctx: ShellContext = {
    droppedPath: typeof droppedPath === 'string' && droppedPath !== '' ? droppedPath : undefined,
  }
  return dispatch(backend.shell, name, input, ctx, backend)
}
