import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parallax-lock-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('two holders take turns, and the second says that it waits', async () => {
  const file = join(folder, 'lock')
  const seen: string[] = []
  const first = withLock(file, async () => {
    seen.push('first in')
    await sleep(300)
    seen.push('first out')
  })
  await sleep(100)
  await withLock(
    file,
    async () => void seen.push('second in'),
    () => seen.push('second waits'),
  )
  await first
  expect(seen).toEqual(['first in', 'second waits', 'first out', 'second in'])
})

test('an error gives the lock up', async () => {
  const file = join(folder, 'lock')
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await withLock(file, async () => 'free')).toBe('free')
})

test('a holder that was killed holds nothing', async () => {
  const file = join(folder, 'lock')
  const holder = spawn(process.execPath, ['--input-type=module', '-e', holdForever(file)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  let waited = false
  const mine = withLock(
    file,
    async () => 'mine',
    () => {
      waited = true
      holder.kill('SIGKILL')
    },
  )
  expect(await mine).toBe('mine')
  expect(waited).toBe(true)
})

function holdForever(file: string): string {
  return `import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    await withLock(${JSON.stringify(file)}, () => new Promise(() => {
      console.log('held')
      setInterval(() => undefined, 1000)
    }))`
}
