import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../build.ts'
import { withDisplay } from '../display.ts'
import { isStopping } from '../on-exit.ts'
import { projectDir, toolPath } from '../paths.ts'
import { runNode } from '../run.ts'
import { reportError } from '../script.ts'
import { explain } from '../setup/errors.ts'
import { type Runtime, ensureRuntime } from '../setup/runtime.ts'
import type { CheckResult } from './result.ts'
import { type Counts, countTests } from './vitest-report.ts'

const passed: Counts = { passed: 1, failed: 0 }
const failed: Counts = { passed: 0, failed: 1 }

/** Does one check under its name and measures it. An error is shown and counted: the other checks still run. */
export async function check(name: string, work: () => Promise<Counts>): Promise<CheckResult> {
  const started = performance.now()
  process.stdout.write(`${name}\n`)
  const counts = await work().catch(showError)
  return { name, ...counts, seconds: (performance.now() - started) / 1000 }
}

function showError(error: unknown): Counts {
  // After an interrupt there is nothing to count.
  if (isStopping()) throw error
  const expected = explain(error)
  if (expected) reportError(expected)
  else console.error(error)
  return failed
}

/** Sets up all that the tests need. */
export async function setUp(keep: (runtime: Runtime) => void): Promise<Counts> {
  keep(await ensureRuntime({ tests: true }))
  return passed
}

/** Runs a tool that says yes or no; what it prints is shown only when it says no. */
export async function tool(packageName: string, ...args: string[]): Promise<Counts> {
  const { code, output } = await runNode(toolPath(packageName), args, { cwd: projectDir })
  if (code === 0) return passed
  process.stdout.write(`${output.trim()}\n`)
  return failed
}

/** Builds the app. */
export async function build(): Promise<Counts> {
  await ensureBuilt()
  return passed
}

/** Runs one of vitest's projects, or the files of it that are named, and counts its tests. */
export async function vitest(
  project: string,
  env: Readonly<Record<string, string>> = {},
  files: readonly string[] = [],
): Promise<Counts> {
  const report = join(projectDir, 'test-results', `${project}.json`)
  // A run that crashes must not be counted by the results of the one before.
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runNode(toolPath('vitest'), ['run', '--project', project, ...reporters, ...files], {
    cwd: projectDir,
    output: 'inherit',
    env,
  })
  return countTests(report, code)
}

/** Runs the tests that drive the app in a real window (all, or the files named), on a virtual display where there is no other. */
export async function windowTests(runtime: Runtime | undefined, files: readonly string[] = []): Promise<Counts> {
  if (!runtime) return { ...failed, note: 'not run: there is no Electron' }
  return withDisplay((display) =>
    vitest(
      'window',
      {
        ...display,
        ...runtime.env,
        PARALLAX_ELECTRON: runtime.executable,
        PARALLAX_ELECTRON_ARGS: JSON.stringify(runtime.args),
      },
      files,
    ),
  )
}
