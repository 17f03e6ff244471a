import { randomUUID } from 'node:crypto'
import type { BatchSummary, Job } from '../../shared/import.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { Progress } from '../core/context.ts'

interface Outcome {
  readonly batch: BatchSummary | null
  readonly message: string
}

/** How many finished jobs are kept to be looked at. */
const kept = 20

/** The background work of the open case, as the window shows it. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()
  /** When each running job was first heard of, in milliseconds. */
  readonly #begun = new Map<string, number>()
  readonly #changed: () => void

  constructor(changed: () => void) {
    this.#changed = changed
  }

  list(): Job[] {
    return [...this.#jobs.values()].reverse()
  }

  get isAnyRunning(): boolean {
    return [...this.#jobs.values()].some(({ state }) => state === 'running')
  }

  /** Starts work and answers its id at once; how it goes is told through `list`. */
  start(kind: Job['kind'], label: string, work: (id: string) => Promise<Outcome>): string {
    const id = randomUUID()
    const nothing = { rows: null, rowsPerSecond: null, secondsLeft: null, message: null, batch: null }
    this.#set({ id, kind, label, state: 'running', done: 0, total: null, ...nothing })
    work(id).then(
      (outcome) => this.#patch(id, { state: 'done', ...outcome }),
      (error: unknown) => this.#patch(id, ended(error)),
    )
    return id
  }

  progress(id: string, how: Progress): void {
    if (!this.#jobs.has(id)) return
    const now = performance.now()
    const begun = this.#begun.get(id) ?? now
    this.#begun.set(id, begun)
    this.#patch(id, { done: how.done, total: how.total, rows: how.rows, ...pace(how, (now - begun) / 1000) })
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
    if (job.state !== 'running') this.#begun.delete(job.id)
    for (const [id, { state }] of this.#jobs) if (this.#jobs.size > kept && state !== 'running') this.#jobs.delete(id)
    this.#changed()
  }
}

/** Before that the pace is that of the start only. */
const fewestSeconds = 1

function pace({ done, total, rows }: Progress, seconds: number): Pick<Job, 'rowsPerSecond' | 'secondsLeft'> {
  if (seconds < fewestSeconds || done === 0) return { rowsPerSecond: null, secondsLeft: null }
  const left = total === null ? null : Math.ceil(((total - done) * seconds) / done)
  return { rowsPerSecond: Math.round(rows / seconds), secondsLeft: left }
}

const ended = (error: unknown): Partial<Job> =>
  error instanceof ExpectedError && error.code === 'cancelled'
    ? { state: 'cancelled', message: 'Cancelled. The case is as it was.' }
    : { state: 'failed', message: error instanceof Error ? error.message : String(error) }
