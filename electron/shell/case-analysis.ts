import type { Output, Topic } from '../../shared/contract.ts'
import type { CaseStore } from '../store/case-store.ts'
import { readAhead } from './read-ahead.ts'

interface Options {
  /** Whether long work runs, which wants the disk for itself. */
  readonly isBusy: () => boolean
  /** Milliseconds after a change before its analysis begins: typing is let go on. */
  readonly pause?: number
}

const matters: ReadonlySet<Topic> = new Set(['case', 'claims', 'events', 'sources', 'places', 'imports', 'history'])

/** How many portions may wait to be stored: some megabytes. */
export const portionsAhead = 32

/** Keeps the analysis of the open case up with its records: computed in a thread of its own, stored portion by portion between a person's changes. */
export class CaseAnalysis {
  readonly #options: Options
  #store: CaseStore | undefined
  #timer: NodeJS.Timeout | undefined
  #run: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** A case is open to be written, or none. */
  follow(store: CaseStore | undefined): void {
    this.#store = store
    this.#wait()
  }

  /** Something was changed. */
  touched(topics: readonly Topic[]): void {
    if (topics.some((topic) => matters.has(topic))) this.#wait()
  }

  /** Waits for the portion under way: after it nothing is read as long as other work is busy. */
  async settled(): Promise<void> {
    await this.#run
  }

  #wait(): void {
    clearTimeout(this.#timer)
    if (this.#store) this.#timer = setTimeout(() => this.#begin(), this.#options.pause ?? 200)
  }

  #begin(): void {
    const store = this.#store
    if (!store || this.#options.isBusy()) return
    // What came while a pass ran is seen by the one that follows.
    if (this.#run) return this.#wait()
    this.#run = this.#pass(store).finally(() => (this.#run = undefined))
  }

  async #pass(store: CaseStore): Promise<void> {
    const status = await store.call('analysis.status', undefined, 'query')
    if (!status.ok || !(status.value as Output<'analysis.status'>).isBehind) return
    const isDue = (): boolean => this.#store === store && !this.#options.isBusy()
    for await (const portion of readAhead((isFirst) => store.computeNext(isFirst), portionsAhead)) {
      if (!isDue()) return
      const stored = await store.call('analysis.store', { portion }, 'command')
      // The disk, most likely: what is due stays noted, and the next change tries again.
      if (!stored.ok) return
    }
  }
}
