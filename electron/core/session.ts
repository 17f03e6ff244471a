import { existsSync } from 'node:fs'
import { uuidv7 } from './uuid.ts'
import { contract, type Topic } from '../../shared/contract.ts'
import { ExpectedError, fail, type Result } from '../../shared/result.ts'
import { dispatch } from '../ipc/dispatch.ts'
import { asReadDb, asWriteDb, connectToRead, connectToWrite, transaction } from '../store/connection.ts'
import { codeOf, readFailure, writeFailure } from '../store/disk.ts'
import { explain } from '../store/errors.ts'
import { settle } from '../store/open.ts'
import type { AnalysisMemory } from './analysis/engine/pass.ts'
import type { CommandContext, Threads } from './context.ts'
import { handlersFor } from './handlers.ts'
import { addFunctions } from './lists/list.ts'
import { ViewCache } from './lists/view-cache.ts'

export interface SessionOptions {
  readonly path: string
  /** A writer runs commands and queries; a reader queries only. */
  readonly role: 'writer' | 'reader'
  /** Asked at each change: the person may change their name while a case is open. */
  readonly user: () => string
  readonly checkOutput?: boolean
  readonly now?: () => string
  readonly newId?: () => string
  readonly onProgress?: CommandContext['progress']
  readonly isCancelled?: CommandContext['isCancelled']
  readonly threads?: Threads
  readonly onBug?: (name: string, error: unknown) => void
}

/** What a call came to, and which topics it touched. */
export interface Answer {
  readonly result: Result<unknown>
  readonly topics: readonly Topic[]
}

/** One connection to a case with the methods of the core on it: in a thread of the application, or in the command line's own process. */
export class Session {
  readonly #options: SessionOptions
  readonly #db
  readonly #views = new ViewCache()
  readonly #memory: AnalysisMemory = {}
  /** Commands and jobs run one after the other: a job holds its transaction over many turns of the event loop. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: SessionOptions) {
    this.#options = options
    try {
      this.#db = options.role === 'writer' ? connectToWrite(options.path) : connectToRead(options.path)
      addFunctions(this.#db)
    } catch (error) {
      throw explain(error, options.path)
    }
  }

  /** Runs a method of the core. A command is one immediate transaction: kept whole or not at all. */
  async call(name: string, input: unknown): Promise<Answer> {
    if (!isCommand(name)) {
      const { queries = {} } = await handlersFor(name)
      return { result: await this.#dispatch(queries, name, input, new Set()), topics: [] }
    }
    if (this.#options.role === 'reader') {
      return { result: fail('read-only', 'This case is open to read only.'), topics: [] }
    }
    const turn = this.#last.then(() => this.#write(name, input))
    this.#last = turn
    return turn
  }

  async #write(name: string, input: unknown): Promise<Answer> {
    const touched = new Set<Topic>()
    const { commands = {}, jobs = {} } = await handlersFor(name)
    const result = await this.#dispatch({ ...this.#inTransaction(commands), ...jobs }, name, input, touched)
    return { result, topics: result.ok ? [...touched] : [] }
  }

  #dispatch(
    handlers: Readonly<Record<string, unknown>>,
    name: string,
    input: unknown,
    touched: Set<Topic>,
  ): Promise<Result<unknown>> {
    return dispatch(this.#explaining(handlers, name), name, input, this.#context(touched), {
      checkOutput: this.#options.checkOutput ?? false,
      onBug: this.#options.onBug ?? (() => undefined),
    })
  }

  #inTransaction(table: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const db = asWriteDb(this.#db)
    return Object.fromEntries(
      Object.entries(table).map(([name, handler]) => {
        const run = handler as (ctx: unknown, input: unknown) => unknown
        return [name, (ctx: unknown, input: unknown) => transaction(db, () => run(ctx, input))]
      }),
    )
  }

  /** The handler of a method, which says of the disk what the disk is to blame for. */
  #explaining(handlers: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
    if (!Object.hasOwn(handlers, name)) return {}
    const run = handlers[name] as (ctx: unknown, input: unknown) => unknown
    return {
      [name]: async (ctx: unknown, input: unknown) => {
        try {
          return await run(ctx, input)
        } catch (error) {
          throw explain(error, this.#options.path)
        }
      },
    }
  }

  #context(touched: Set<Topic>): Omit<CommandContext, 'db'> & { db: unknown } {
    const { now, newId, user, threads, onProgress, isCancelled, role } = this.#options
    return {
      db: role === 'writer' ? asWriteDb(this.#db) : asReadDb(this.#db),
      views: this.#views,
      memory: this.#memory,
      now: now ?? (() => new Date().toISOString()),
      newId: newId ?? uuidv7,
      user: user(),
      threads,
      touch: (topic) => void touched.add(topic),
      progress: onProgress ?? (() => undefined),
      isCancelled: isCancelled ?? (() => false),
    }
  }

  /** Waits for the commands and jobs that were begun. */
  async settled(): Promise<void> {
    await this.#last
  }

  /** Closes the connection; the last one (the writer's) leaves a single file behind. Throws where the disk does not let it. */
  close(): void {
    try {
      if (this.#options.role === 'writer') settle(this.#db)
    } catch (error) {
      // All is committed by then: that somebody reads the case just now is no failure.
      if (!codeOf(error).startsWith('SQLITE_BUSY')) throw unsettled(error, this.#options.path)
    } finally {
      this.#db.close()
    }
  }
}

/** What was done is kept, in the log beside the case; moving the case without that would lose it. */
function unsettled(error: unknown, path: string): unknown {
  const log = `${path}-wal`
  const state = existsSync(log)
    ? `What was done is kept, and part of it is in ${log}: leave that beside the case.`
    : 'What was done is kept.'
  const why = error instanceof Error ? error.message : String(error)
  return (
    writeFailure(error, path, state) ??
    readFailure(path, state) ??
    new ExpectedError('cannot-write', `${path} could not be closed into one file (${why}). ${state} Open it once more.`)
  )
}

const isCommand = (name: string): boolean =>
  Object.hasOwn(contract, name) && contract[name as keyof typeof contract].kind === 'command'

/** Whether a method may be called from the window at all. */
export const isStoreMethod = (name: string): boolean =>
  Object.hasOwn(contract, name) && contract[name as keyof typeof contract].at !== 'shell'
