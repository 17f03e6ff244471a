import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figuresIn } from '../e2e/reliability/figures.ts'
import { ensureBuilt } from './build.ts'
import { vitest } from './checks/checks.ts'
import { runScript } from './script.ts'
import { ensureRuntime } from './setup/runtime.ts'

// `npm run reliability`: what befalls a case many times over, and the table of how it ended. The better part of an hour
// on two cores, most of it disk faults; the same in small is among the usual tests.

await runScript(async () => {
  await ensureRuntime({ tests: true })
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'parallax-reliability-'))
  const path = join(folder, 'figures.jsonl')
  try {
    const { failed } = await vitest('reliability', { PARALLAX_FIGURES: path })
    process.stdout.write('\n| what | count | how they ended |\n| --- | --- | --- |\n')
    for (const { what, count, outcome } of figuresIn(path))
      process.stdout.write(`| ${what} | ${count.toLocaleString('en')} | ${outcome} |\n`)
    return failed === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
