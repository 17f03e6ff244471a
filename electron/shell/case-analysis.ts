import type { Topic } from '../../shared/contract.ts'
import type { CaseStore } from '../store/case-store.ts'

interface Options {
  /** Whether long work runs, which wants the disk for itself. */
  readonly isBusy: () => boolean
  /** Milliseconds after a change before its analysis begins: typing is let go on. */
  readonly pause?: number
}

const matters: ReadonlySet<Topic> = new Set(['case', 'claims', 'events', 'sources', 'places', 'imports', 'history'])

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
    const isDue = (): boolean => this.#store === store && !this.#options.isBusy()
    let next = store.computeNext(true)
    for (let portion = await next; portion !== null && isDue(); portion = await next) {
      // The next one is computed while this one is stored.
      next = store.computeNext(false)
      const stored = await store.call('analysis.store', { portion }, 'command')
      // The disk, most likely: what is due stays noted, and the next change tries again.
      if (!stored.ok) break
    }
    await next
  }
}
