import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { withDisplay } from '../scripts/display.ts'
import { ensureRuntime, type Runtime } from '../scripts/setup/runtime.ts'
import { launch, type App } from '../e2e/app.ts'

/** What a window is shown with: the runtime, a display, and a folder for what it keeps. */
export interface Shown {
  readonly runtime: Runtime
  readonly display: Readonly<Record<string, string>>
  readonly folder: string
}

/** Runs `work` where windows can be shown: on a virtual display where there is no other. */
export async function withWindows<T>(folder: string, work: (shown: Shown) => Promise<T>): Promise<T> {
  const runtime = await ensureRuntime()
  process.env['PARALLAX_ELECTRON'] = runtime.executable
  process.env['PARALLAX_ELECTRON_ARGS'] = JSON.stringify(runtime.args)
  return withDisplay((display) => work({ runtime, display, folder }))
}

/** Milliseconds: a case of a million claims may take long to open. */
const longestStart = 120_000

/** Runs `work` in the window of a case and closes it. */
export async function inWindow<T>(shown: Shown, casePath: string, work: (app: App) => Promise<T>): Promise<T> {
  // The variables of the runtime are for its own processes: the command line beside it has another Node.
  const dataFolder = mkdtempSync(join(shown.folder, 'data-'))
  const app = await launch({
    casePath,
    dataFolder,
    timeout: longestStart,
    env: { ...shown.runtime.env, ...shown.display },
  })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}
