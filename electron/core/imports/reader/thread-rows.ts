import { Worker } from 'node:worker_threads'
import { ExpectedError } from '../../../../shared/result.ts'
import { unpackLines, type FromReader, type ReaderData } from './protocol.ts'
import type { ListFacts, Portion, RowSource } from './row-source.ts'

/** Reads a list's rows in a thread of their own. */
export class ThreadRows implements RowSource {
  readonly facts: ListFacts
  readonly #thread: Thread

  private constructor(facts: ListFacts, thread: Thread) {
    this.facts = facts
    this.#thread = thread
  }

  /** `entry` is the program of the thread. */
  static async open(entry: URL, data: ReaderData): Promise<ThreadRows> {
    const thread = new Thread(entry, data)
    try {
      const first = await thread.next()
      if (first.type !== 'facts') throw failureOf(first)
      return new ThreadRows(first.facts, thread)
    } catch (error) {
      await thread.end()
      throw error
    }
  }

  async *portions(): AsyncGenerator<Portion> {
    for (;;) {
      const message = await this.#thread.next()
      if (message.type === 'end') return
      if (message.type !== 'portion') throw failureOf(message)
      this.#thread.askForMore()
      yield { lines: message.lines.flatMap(unpackLines), read: message.read }
    }
  }

  async close(): Promise<void> {
    await this.#thread.end()
  }
}

const failureOf = (message: FromReader): Error =>
  message.type === 'failed'
    ? new ExpectedError(message.error.code, message.error.message)
    : new Error(`Unexpected message ${message.type}`)

/** A worker and what it has told and nobody has heard yet. */
class Thread {
  readonly #worker: Worker
  readonly #told: FromReader[] = []
  #heard: (() => void) | undefined

  constructor(entry: URL, data: ReaderData) {
    this.#worker = new Worker(entry, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 12 } })
    this.#worker.on('message', (message: FromReader) => this.#tell(message))
    this.#worker.on('error', (error) =>
      this.#tell({
        type: 'failed',
        error: { code: 'internal', message: `The list could not be read: ${error.message}` },
      }),
    )
    this.#worker.on('exit', () =>
      this.#tell({ type: 'failed', error: { code: 'internal', message: 'The thread that reads the list ended.' } }),
    )
  }

  async next(): Promise<FromReader> {
    for (;;) {
      const message = this.#told.shift()
      if (message) return message
      await new Promise<void>((resolve) => (this.#heard = resolve))
    }
  }

  askForMore(): void {
    this.#worker.postMessage(null)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #tell(message: FromReader): void {
    this.#told.push(message)
    this.#heard?.()
    this.#heard = undefined
  }
}
