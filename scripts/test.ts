import { build, check, setUp, tool, vitest, windowTests } from './checks/checks.ts'
import { type CheckResult, summary } from './checks/result.ts'
import { runScript } from './script.ts'
import { SetupError } from './setup/errors.ts'
import type { Runtime } from './setup/runtime.ts'

// `node scripts/test.ts` runs every check; `… unit`, `… window` and `… audit` run that part with what it needs.
await runScript(async () => {
  const results = await runPart(process.argv[2])
  process.stdout.write(summary(results))
  return results.some((result) => result.failed > 0) ? 1 : 0
})

function runPart(part: string | undefined): Promise<CheckResult[]> {
  if (part === undefined) return all()
  if (part === 'unit') return unit()
  if (part === 'window') return window('window tests')
  if (part === 'audit') return window('security audit', ['e2e/security.test.ts'])
  throw new SetupError(`There is no part "${part}".`, 'Use: test [unit|window|audit]', 2)
}

async function all(): Promise<CheckResult[]> {
  let runtime: Runtime | undefined
  return [
    await check('set-up', () => setUp((made) => (runtime = made))),
    await check('format', () => tool('prettier', '--check', '--log-level=warn', '.')),
    await check('lint', () => tool('oxlint', '--deny-warnings')),
    await check('types', () => tool('typescript')),
    ...(await unit()),
    ...(await builtWindow('window tests', () => runtime)),
  ]
}

async function unit(): Promise<CheckResult[]> {
  return [await check('unit tests', () => vitest('unit'))]
}

async function window(name: string, files: readonly string[] = []): Promise<CheckResult[]> {
  let runtime: Runtime | undefined
  const setup = await check('set-up', () => setUp((made) => (runtime = made)))
  return [setup, ...(await builtWindow(name, () => runtime, files))]
}

async function builtWindow(
  name: string,
  runtime: () => Runtime | undefined,
  files: readonly string[] = [],
): Promise<CheckResult[]> {
  const built = await check('build', build)
  // Driving an older build would only hide what broke.
  const run = async () =>
    built.failed > 0 ? { passed: 0, failed: 1, note: 'not run: no build' } : windowTests(runtime(), files)
  return [built, await check(name, run)]
}
