import { constants } from 'node:os'

type Cleanup = () => void | Promise<void>

const cleanups: Cleanup[] = []
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let stopping = false

/**
 * Runs `cleanup` when this process is interrupted or exits before the returned function is called. The last
 * registered runs first, so that child processes are gone before the folder they write to is removed.
 */
export function onExit(cleanup: Cleanup): () => void {
  if (cleanups.length === 0) listen()
  cleanups.push(cleanup)
  return () => forget(cleanup)
}

/** True from the first signal on: errors that follow from stopping the children are not worth a message. */
export function isStopping(): boolean {
  return stopping
}

function forget(cleanup: Cleanup): void {
  const index = cleanups.lastIndexOf(cleanup)
  if (index >= 0) cleanups.splice(index, 1)
  // No handler stays behind: after set-up the command line runs in this process and has its own ways to end.
  if (cleanups.length === 0 && !stopping) unlisten()
}

function listen(): void {
  for (const signal of signals) process.on(signal, onSignal)
  process.on('exit', onProcessExit)
}

function unlisten(): void {
  for (const signal of signals) process.off(signal, onSignal)
  process.off('exit', onProcessExit)
}

async function onSignal(signal: (typeof signals)[number]): Promise<void> {
  if (stopping) return
  stopping = true
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    await attempt(cleanup)
  }
  process.exit(128 + constants.signals[signal])
}

// One that fails must not keep the others from running.
async function attempt(cleanup: Cleanup): Promise<void> {
  try {
    await cleanup()
  } catch {
    // The process ends anyway, and a later set-up removes what is left.
  }
}

function onProcessExit(): void {
  for (const cleanup of cleanups.splice(0).reverse()) void attempt(cleanup)
}
