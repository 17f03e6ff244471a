import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { onExit } from './on-exit.ts'
import { projectDir } from './paths.ts'
import { ownGroup, stop } from './run.ts'
import { SetupError } from './setup/errors.ts'
import type { Runtime } from './setup/runtime.ts'

export type AppOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Chromium's own switches, which stand before the app's folder. */
  readonly switches?: readonly string[]
}

/** Starts the app with its output shown, passes signals on to it, and gives its exit code. */
export async function runApp(runtime: Runtime, args: readonly string[], options: AppOptions = {}): Promise<number> {
  const command = [...runtime.args, ...(options.switches ?? []), projectDir, ...args]
  const app = spawn(runtime.executable, command, {
    cwd: options.cwd,
    env: { ...process.env, ...runtime.env, ...options.env },
    stdio: 'inherit',
    detached: ownGroup,
  })
  // The app is asked to quit first, so that it closes its files.
  const forget = onExit(() => stop(app, 'SIGTERM', 5000))
  try {
    const code = await new Promise<number>((resolve, reject) => {
      app.on('error', reject)
      app.on('exit', (exitCode) => resolve(exitCode ?? 1))
    })
    if (code === loaderFailed) throw missingLibraries(runtime.executable)
    return code
  } finally {
    forget()
  }
}

// What the system answers when a program's libraries are not there.
const loaderFailed = 127

/** The message that names the libraries which Electron does not find on this system. */
function missingLibraries(executable: string): SetupError {
  const missing = [...loaderReport(executable).matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return new SetupError(
    `Electron cannot start: it needs these system libraries: ${missing.join(', ') || 'see above'}.`,
    'Install the packages of your system that hold them and run again.',
  )
}

function loaderReport(executable: string): string {
  try {
    return execFileSync('ldd', [join(executable)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
