import { randomUUID } from 'node:crypto'
import type { BatchSummary, Job } from '../../shared/import.ts'
import { ExpectedError } from '../../shared/result.ts'

interface Outcome {
  readonly batch: BatchSummary | null
  readonly message: string
}

/** How many finished jobs are kept to be looked at. */
const kept = 20

/** The background work of the open case, as the window shows it. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
  }

  list(): Job[] {
    return [...this.#jobs.values()].reverse()
  }

  /** Starts work and answers its id at once; how it goes is told through `list`. */
  start(kind: Job['kind'], label: string, work: (id: string) => Promise<Outcome>): string {
    const id = randomUUID()
    this.#set({ id, kind, label, state: 'running', done: 0, total: null, message: null, batch: null })
    work(id).then(
      (outcome) => this.#patch(id, { state: 'done', ...outcome }),
      (error: unknown) => this.#patch(id, ended(error)),
    )
    return id
  }

  progress(id: string, done: number, total: number | null): void {
    if (this.#jobs.has(id)) this.#patch(id, { done, total })
  }

  /** Asks running work to stop; it ends when it hears of it. */
  cancelAll(cancel: (id: string) => void): void {
    for (const job of this.#jobs.values()) if (job.state === 'running') cancel(job.id)
  }

  #patch(id: string, patch: Partial<Job>): void {
    const job = this.#jobs.get(id)
    if (job) this.#set({ ...job, ...patch })
  }

  #set(job: Job): void {
    this.#jobs.set(job.id, job)
    for (const [id, { state }] of this.#jobs) if (this.#jobs.size > kept && state !== 'running') this.#jobs.delete(id)
    this.#changed()
  }
}

const ended = (error: unknown): Partial<Job> =>
  error instanceof ExpectedError && error.code === 'cancelled'
    ? { state: 'cancelled', message: 'Cancelled. The case is as it was.' }
    : { state: 'failed', message: error instanceof Error ? error.message : String(error) }
