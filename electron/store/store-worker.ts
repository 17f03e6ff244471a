import { Worker } from 'node:worker_threads'

const startWorker = (): Worker =>
  new Worker(new URL('./store-thread.js', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 24 } })

let ahead: Worker | undefined

/** Starts a thread of the store before it is known what it is for: its program loads while the window is made. */
export function startWorkerAhead(): void {
  ahead = startWorker()
  // What fails before it is taken is met by the one that is started in its place.
  ahead.on('error', () => undefined)
  ahead.unref()
}

/** A thread that runs the store's program: the one that was started ahead, or a new one. */
export function takeWorker(): Worker {
  const taken = ahead
  ahead = undefined
  // One that has ended has no number any more.
  if (taken === undefined || taken.threadId === -1) return startWorker()
  taken.ref()
  return taken
}
