import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const source = `
  const { parentPort } = require('node:worker_threads')
  import(${JSON.stringify(new URL('./go-last.ts', import.meta.url).href)}).then(({ goLast }) => {
    goLast('thread')
    const isLinux = process.platform === 'linux'
    parentPort.postMessage(isLinux ? require('node:fs').readlinkSync('/proc/thread-self').split('/').at(-1) : '0')
    setTimeout(() => undefined, 60_000)
  })`

it('lets other threads go first, and they stay as they were', async () => {
  const before = getPriority()
  const worker = new Worker(source, { eval: true })
  try {
    const [thread] = (await once(worker, 'message')) as [string]
    expect(getPriority(Number(thread))).toBe(process.platform === 'linux' ? Math.max(before, 10) : before)
    expect(getPriority()).toBe(before)
  } finally {
    await worker.terminate()
  }
})
