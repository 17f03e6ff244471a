import { parentPort, workerData } from 'node:worker_threads'
import { openCase } from './case-session.ts'

// The thread that computes portions of the analysis, as the application has one: each message asks for the next.

const session = openCase(workerData as string, 'reader')

parentPort?.on('message', (restart: boolean) => {
  void session.call('analysis.compute', { restart }).then(({ result }) => {
    if (!result.ok) throw new Error(result.error.message)
    parentPort?.postMessage(result.value)
  })
})
parentPort?.postMessage('ready')
