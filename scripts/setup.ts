import { parseArgs } from 'node:util'
import { runScript } from './script.ts'
import { say } from './setup/progress.ts'
import { ensureRuntime } from './setup/runtime.ts'

// `npm run setup -- --tests` also gets what the tests need; `-- --official` tries the official Electron again.
await runScript(async () => {
  const options = { tests: { type: 'boolean' }, official: { type: 'boolean' } } as const
  const { values } = parseArgs({ options })
  const runtime = await ensureRuntime({
    tests: values.tests ?? false,
    retryOfficial: values.official ?? false,
    quiet: true,
  })
  const kind = runtime.isStandIn ? 'stand-in ' : ''
  say(`Everything Parallax needs is there (${kind}Electron ${runtime.electronVersion}).`)
})
