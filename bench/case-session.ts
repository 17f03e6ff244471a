import { join } from 'node:path'
import { createServer } from 'vite'
import type { Session } from '../electron/core/session.ts'
import type { Input, MethodName, Output } from '../shared/contract.ts'
import { projectDir } from '../scripts/paths.ts'

/** The core as the program has it: its modules import SQL as text, which Node does not, and load parts of it when they are called. */
interface Core {
  readonly Session: typeof Session
}

const modules = await createServer({
  ...{ root: projectDir, configFile: false, appType: 'custom', logLevel: 'error' },
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
})
const core = (await modules.ssrLoadModule(join(projectDir, 'electron/core/session.ts'))) as Core

/** Calls a method of the core; one that fails ends the benchmark with its own words. */
export type Ask = <M extends MethodName>(name: M, input: Input<M>) => Promise<Output<M>>

/** A case on a connection as a thread of the application has it: what is answered is not checked. */
export const openCase = (path: string, role: 'reader' | 'writer'): Session =>
  new core.Session({ path, role, user: () => 'bench' })

/** Runs `work` with the methods of a case. */
export async function withCase<T>(path: string, role: 'reader' | 'writer', work: (ask: Ask) => Promise<T>): Promise<T> {
  const session = openCase(path, role)
  try {
    return await work(async (name, input) => {
      const { result } = await session.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
      return result.value as never
    })
  } finally {
    session.close()
  }
}

/** How many milliseconds some work takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
