import { join } from 'node:path'
import { ensureBuilt } from './build.ts'
import { hasDisplay } from './display.ts'
import { runApp } from './electron.ts'
import { userDir } from './paths.ts'
import { runNode } from './run.ts'
import { runScript } from './script.ts'
import { say } from './setup/progress.ts'
import { ensureRuntime } from './setup/runtime.ts'

await runScript(async () => {
  const args = process.argv.slice(2)
  if (!hasDisplay()) return runDemo(args)
  const runtime = await ensureRuntime()
  await ensureBuilt()
  return runApp(runtime, args, { cwd: userDir('start') })
})

async function runDemo(args: readonly string[]): Promise<number> {
  say('There is no display to open a window on: running the demo (npm run demo) on a virtual one instead.')
  const { code } = await runNode(join(import.meta.dirname, 'demo.ts'), args, { output: 'inherit', stopWithin: 10_000 })
  return code
}
