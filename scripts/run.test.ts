import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run, runNode } from './run.ts'

let cache = ''
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'parallax-run-test-'))))
afterEach(() => rmSync(cache, { recursive: true, force: true }))

test('a program ends with its code and what it printed', async () => {
  const result = await runNode('-e', ['console.log("out"); console.error("err"); process.exit(3)'])
  expect(result.code).toBe(3)
  expect(result.stdout).toBe('out\n')
  expect(result.output).toContain('err')
})

test('a program that is not there is an error', async () => {
  await expect(run('/no/such/program')).rejects.toThrow(/ENOENT/)
})

test.runIf(process.platform !== 'win32')('an interrupt ends all children and leaves nothing half-made', async () => {
  const script = spawn(process.execPath, ['--input-type=module', '-e', makeForever(cache)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pid] = (await once(script.stdout, 'data')).map(Number)
  expect(readdirSync(cache).some((name) => name.startsWith('making-'))).toBe(true)
  script.kill('SIGINT')
  const [code] = await once(script, 'exit')
  expect(code).toBe(130)
  await sleep(100)
  expect(existsSync(`/proc/${pid}/exe`)).toBe(false)
  expect(readdirSync(cache)).toEqual([])
})

/** A set-up that waits for a shell which waits for a program: prints the process id of that program. */
function makeForever(cache: string): string {
  const at = (name: string): string => JSON.stringify(join(import.meta.dirname, name))
  return `import { readFileSync } from 'node:fs'
    import { makePart } from ${at('setup/cache.ts')}
    import { run } from ${at('run.ts')}
    import { runScript } from ${at('script.ts')}
    await runScript(() => makePart(${JSON.stringify(cache)}, 'part', async (folder) => {
      const file = folder + '/pid'
      setTimeout(() => console.log(readFileSync(file, 'utf8').trim()), 300)
      await run('sh', ['-c', 'sleep 60 & echo $! > ' + file + '; wait'])
      return folder
    }))`
}
