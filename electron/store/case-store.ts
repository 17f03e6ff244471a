import type { Input, MethodName, Output, Topic } from '../../shared/contract.ts'
import { statSync } from 'node:fs'
import { ExpectedError, fail, type Result } from '../../shared/result.ts'
import type { Progress } from '../core/context.ts'
import { afterDamage, backupFolder } from './backups/list.ts'
import { removeStalePartsAside } from './backups/parts.ts'
import { inTime } from './in-time.ts'
import { goesOverAllRows } from './over-all-rows.ts'
import type { Closing, FromThread, ToThread } from './protocol.ts'
import type { Recovery } from './recover/salvage.ts'
import { takeWorker } from './store-worker.ts'

/** What a store is told, and whom it tells. */
export interface StoreOptions {
  readonly user: string
  readonly checkOutput: boolean
  readonly onTopics: (topics: readonly Topic[]) => void
  readonly onProgress: (job: string, how: Progress) => void
  readonly onBug: (name: string, stack: string) => void
}

const closedMeanwhile = fail('no-case-open', 'The case was closed meanwhile.')

/** One thread and the calls that wait for it. */
class Thread {
  readonly #worker = takeWorker()
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>()
  readonly #options: StoreOptions
  #next = 1
  #isOver = false
  #settle: ((message: FromThread) => void) | undefined

  constructor(options: StoreOptions) {
    this.#options = options
    this.#worker.on('message', (message: FromThread) => this.#receive(message))
    this.#worker.on('error', (error) => this.#failAll(error.message))
    this.#worker.on('exit', () => this.#failAll('The database thread ended.'))
  }

  /** Sends a message of the thread's life and waits for its answer. */
  request(message: ToThread): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      this.#settle = (answer) =>
        answer.type === 'failed' ? reject(new ExpectedError(answer.error.code, answer.error.message)) : resolve(answer)
      this.#worker.postMessage(message)
    })
  }

  send(message: ToThread): void {
    this.#worker.postMessage(message)
  }

  call(name: string, input: unknown): Promise<Result<unknown>> {
    if (this.#isOver) return Promise.resolve(closedMeanwhile)
    const id = this.#next++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#worker.postMessage({ type: 'call', id, name, input } satisfies ToThread)
    })
  }

  /** Ends it. What still waits for it hears that its case is closed: nothing broke. */
  async end(): Promise<void> {
    this.#isOver = true
    this.#answerAll(closedMeanwhile)
    await this.#worker.terminate()
  }

  #receive(message: FromThread): void {
    switch (message.type) {
      case 'answer': {
        if (message.topics.length > 0) this.#options.onTopics(message.topics)
        this.#waiting.get(message.id)?.(message.result)
        this.#waiting.delete(message.id)
        return
      }
      case 'progress':
        return this.#options.onProgress(message.job, message.how)
      case 'bug':
        return this.#options.onBug(message.name, message.stack)
      case 'created':
      case 'opened':
      case 'checked':
      case 'recovered':
      case 'closed':
      case 'failed':
        this.#settle?.(message)
        this.#settle = undefined
    }
  }

  #answerAll(result: Result<unknown>): void {
    for (const answer of this.#waiting.values()) answer(result)
    this.#waiting.clear()
  }

  #failAll(why: string): void {
    this.#answerAll(fail('internal', `The database thread stopped: ${why} Open the case again.`))
    this.#settle?.({ type: 'failed', error: { code: 'internal', message: why } })
    this.#settle = undefined
  }
}

/** Cases whose closing was not waited for to its end, as the disk was too slow: they are still locked. */
const stillClosing = new Map<string, Promise<void>>()

/** Milliseconds that closing takes at most. */
const longestClose = 10_000
/** After this share of the time no more of a seal is written: what was written is still to reach the disk. */
const shareOfSeal = 0.7

async function shut(thread: Thread, how: Closing): Promise<void> {
  try {
    await thread.request({ type: 'close', ...how })
  } finally {
    await thread.end()
  }
}

/** Milliseconds in which the first rows come: further threads would only take their processors. */
const startTakes = 2000
/** The full check reads the whole file: what a person does first is not to wait for its disk. */
const checkAfter = 10_000

/** What takes seconds has a thread of its own: nobody waits for their rows meanwhile. */
const takesLong: ReadonlySet<string> = new Set([
  'reports.render',
  'reports.printable',
  'reports.printed',
  'reports.preview',
  'reports.compareVersions',
  'evidence.read',
  'imports.inspectFile',
  'imports.previewFile',
  'imports.rejects',
  'imports.keptFile',
  'lists.write',
  'case.copyTo',
])

/** Bytes of a case in which going over all rows is felt: some tens of thousands of claims. */
const largeCase = 64e6

const isLarge = (path: string): boolean =>
  [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0) >=
  largeCase

type Opened = Extract<FromThread, { type: 'opened' }>

/** An open case: one thread that writes and one that reads beside it. Nothing of SQLite runs on the caller's thread. */
export class CaseStore {
  readonly path: string
  /** What opening did that the person should know. */
  readonly notice: string | null
  readonly #writer: Thread
  /** Reads beside what is written. The writer reads until it is there. */
  #reader: Thread | undefined
  #hiring: Promise<void> | undefined
  /** Goes over all rows of a large case, and holds their columns: the rows on the screen do not wait for it. */
  #counter: Promise<Thread> | undefined
  #hasWritten = false
  #isClosing = false
  readonly #onTopics: StoreOptions['onTopics']
  #readOnly: string | null
  #isDamaged: boolean
  /** Whether no check is due that has not come out well. */
  #isSound: boolean
  #checker: Thread | undefined
  readonly #options: StoreOptions
  #analyst: Thread | undefined
  #drawer: Promise<Thread> | undefined

  private constructor(opened: Opened, writer: Thread, options: StoreOptions) {
    this.path = opened.path
    this.notice = opened.notice
    this.#readOnly = opened.readOnly
    this.#isDamaged = opened.isDamaged
    this.#isSound = !opened.isCheckDue
    this.#writer = writer
    this.#options = options
    this.#onTopics = options.onTopics
    setTimeout(() => this.#afterStart(), startTakes).unref()
    if (opened.isCheckDue) setTimeout(() => this.#check(), checkAfter).unref()
  }

  /** Why it can only be read; null when it may be written. */
  get readOnly(): string | null {
    return this.#readOnly
  }

  /** Whether records are met by damage, so that a backup or a recovery is to be offered. */
  get isDamaged(): boolean {
    return this.#isDamaged
  }

  #afterStart(): void {
    if (this.#isClosing) return
    this.#hireReader()
    void removeStalePartsAside(backupFolder(this.path), () => true)
  }

  /** The full check that was too long to be waited for. Where it finds damage, writing stops. */
  async #check(): Promise<void> {
    if (this.#isClosing) return
    const checker = new Thread(this.#options)
    this.#checker = checker
    try {
      const answer = await checker.request({ type: 'check', path: this.path })
      this.#isSound = answer.type === 'checked' && answer.problem === null
      if (answer.type === 'checked' && answer.problem !== null) {
        this.#readOnly = `${this.path} is damaged (${answer.problem.replace(/\.$/, '')}). ${afterDamage(this.path)}`
        this.#isDamaged = true
        this.#onTopics(['case'])
      }
    } catch {
      // It was closed meanwhile, or the disk does not read: that is told by whatever reads next.
    } finally {
      this.#checker = undefined
      await checker.end()
    }
  }

  /** Makes a new case file; it is not opened. */
  static async create(
    path: string,
    info: { title: string; question: string | null },
    options: StoreOptions,
  ): Promise<void> {
    const thread = new Thread(options)
    try {
      await thread.request({ type: 'create', path, ...info })
    } finally {
      await thread.end()
    }
  }

  /** Makes a new case of what can be read of a damaged one. */
  static async recover(path: string, out: string, options: StoreOptions): Promise<Recovery> {
    const thread = new Thread(options)
    try {
      const answer = await thread.request({ type: 'recover', path, out })
      if (answer.type !== 'recovered') throw new Error(`Unexpected answer ${answer.type}`)
      return answer.recovery
    } finally {
      await thread.end()
    }
  }

  /** Opens a case, for writing where that is possible. Throws an ExpectedError for what is no case. */
  static async open(path: string, options: StoreOptions): Promise<CaseStore> {
    await inTime(stillClosing.get(path), longestClose)
    const { user, checkOutput } = options
    const writer = new Thread(options)
    try {
      const opened = await writer.request({ type: 'open', path, role: 'writer', goesLast: false, user, checkOutput })
      if (opened.type !== 'opened') throw new Error(`Unexpected answer ${opened.type}`)
      return new CaseStore(opened, writer, options)
    } catch (error) {
      await writer.end()
      throw error
    }
  }

  /** Runs a method of the core: queries beside whatever is being written. */
  call(name: string, input: unknown, kind: 'query' | 'command'): Promise<Result<unknown>> {
    if (kind === 'command' && this.#readOnly !== null) return Promise.resolve(fail('read-only', this.#readOnly))
    if (takesLong.has(name)) return this.#hireDrawer().then((drawer) => drawer.call(name, input))
    if (kind === 'command') {
      this.#hasWritten = true
      this.#hireReader()
      return this.#writer.call(name, input)
    }
    const read = async (): Promise<Result<unknown>> => (await this.#readerOf(name, input)).call(name, input)
    // A job of the writer's may be under way, of which nothing is to be seen before it ends.
    return this.#hasWritten && !this.#reader && this.#hiring ? this.#hiring.then(read) : read()
  }

  /** The same for the main process's own use: typed, and a failure is thrown. */
  async ask<M extends MethodName>(name: M, input: Input<M>, kind: 'query' | 'command'): Promise<Output<M>> {
    const result = await this.call(name, input, kind)
    if (!result.ok) throw new ExpectedError(result.error.code, result.error.message)
    return result.value as Output<M>
  }

  /** The next portion of the analysis that is due, computed beside whatever is read and written; null: nothing is due, or it cannot be. */
  async computeNext(restart: boolean): Promise<unknown> {
    this.#analyst ??= await this.#hire({ goesLast: true })
    const result = await this.#analyst.call('analysis.compute', { restart })
    return result.ok ? result.value : null
  }

  /** Starts the thread for what takes long while it is still chosen what that will be. */
  expectLongWork(): void {
    this.#hireDrawer().catch(() => undefined)
  }

  #hireDrawer(): Promise<Thread> {
    return (this.#drawer ??= this.#hire({ goesLast: true }))
  }

  #readerOf(name: string, input: unknown): Thread | Promise<Thread> {
    const reader = this.#reader
    if (!reader) return this.#writer
    if (!goesOverAllRows(name, input) || (!this.#counter && !isLarge(this.path))) return reader
    return (this.#counter ??= this.#hire({ goesLast: false })).catch(() => reader)
  }

  /** Gets the thread that reads, once. */
  #hireReader(): void {
    this.#hiring ??= this.#hire({ goesLast: false }).then(
      (reader) => void (this.#reader = reader),
      // The writer goes on reading.
      () => undefined,
    )
  }

  async #hire({ goesLast }: { readonly goesLast: boolean }): Promise<Thread> {
    const thread = new Thread(this.#options)
    const { user, checkOutput } = this.#options
    await thread.request({ type: 'open', path: this.path, role: 'reader', goesLast, user, checkOutput })
    return thread
  }

  setUser(user: string): void {
    this.#writer.send({ type: 'user', user })
  }

  /** Asks for work to end, wherever it runs. */
  cancel(job: string): void {
    for (const thread of [this.#writer, this.#reader]) thread?.send({ type: 'cancel', job })
    void this.#drawer?.then((thread) => thread.send({ type: 'cancel', job }))
  }

  /**
   * Closes both connections, the reader first: the last one turns WAL off and leaves a single file. Takes so many milliseconds
   * at most, whatever the disk does: changes are durable before, so the seal is given up first, then anything else. A
   * thread that is still at work by then ends by itself: answers false then. Throws where closing failed.
   */
  async close(within = longestClose): Promise<boolean> {
    const start = Date.now()
    this.#isClosing = true
    const failures: unknown[] = []
    const keep = (error: unknown): void => void failures.push(error)
    const hired = [this.#drawer, this.#counter].map((hiring) => hiring?.then((thread) => thread.end()))
    await inTime(Promise.all([this.#checker?.end(), this.#analyst?.end(), ...hired]), within / 10)
    await inTime(this.#hiring, within / 10)
    const reading = this.#reader && shut(this.#reader, { until: start, isSound: this.#isSound }).catch(keep)
    const isRead = await inTime(reading, within / 5)
    const released = shut(this.#writer, { until: start + within * shareOfSeal, isSound: this.#isSound }).catch(keep)
    const over = released.then(() => void stillClosing.delete(this.path))
    stillClosing.set(this.path, over)
    const isClosed = (await inTime(released, start + within - Date.now())) && isRead
    if (failures.length > 0) throw failures[0]
    return isClosed
  }
}
