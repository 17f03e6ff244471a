import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { runnerImport } from 'vite'
import type { Session } from '../electron/core/session.ts'
import { projectDir } from '../scripts/paths.ts'

// The thread that computes portions of the analysis, as the application has one: each message asks for the next.

interface Core {
  readonly Session: typeof Session
}

const core = (await runnerImport<Core>(join(projectDir, 'electron/core/session.ts'))).module
const session = new core.Session({ path: workerData as string, role: 'reader', user: () => 'bench' })

parentPort?.on('message', (restart: boolean) => {
  void session.call('analysis.compute', { restart }).then(({ result }) => {
    if (!result.ok) throw new Error(result.error.message)
    parentPort?.postMessage(result.value)
  })
})
parentPort?.postMessage('ready')
