import { Worker } from 'node:worker_threads'
import { ExpectedError } from '../../../../shared/result.ts'
import type { WriteDb } from '../../../store/db.ts'
import { discard, remove } from '../../../store/disk.ts'
import { indexPath } from '../../../store/open.ts'
import { keysOf, textsBetween, type SearchText } from '../../records/search-text.ts'
import type { BulkIndex } from '../loading.ts'
import { packTexts } from '../packed-texts.ts'
import type { FromIndexer, ToIndexer } from './protocol.ts'

/** Messages that may be under way: what waits for the thread is held in memory. */
const mostUnderWay = 8
const claims = keysOf('claim')
const pageSize = 1000

/** The index built anew by a thread beside the import, and taken over at the end: for lists that are long beside the case. */
export class BuiltIndex implements BulkIndex {
  readonly #db: WriteDb
  readonly #path: string
  readonly #thread: Worker
  #underWay = 0
  #isAttached = false
  #failure: Error | undefined
  #heard: (() => void) | undefined

  private constructor(db: WriteDb, entry: URL) {
    this.#db = db
    this.#path = indexPath(db.name)
    remove(this.#path)
    this.#thread = new Worker(entry, { workerData: this.#path, resourceLimits: { maxYoungGenerationSizeMb: 8 } })
    this.#thread.on('message', (message: FromIndexer) => {
      this.#underWay -= 1
      if (message.type === 'failed') this.#fail(new ExpectedError('cannot-write', message.message))
      this.#heard?.()
    })
    this.#thread.on('error', (error) => this.#fail(error))
    this.#thread.on('exit', () => {
      if (this.#underWay > 0) this.#fail(new Error('The thread that builds the search index ended.'))
    })
  }

  /** `entry` is the program of the thread. It begins with the claims that the case has already. */
  static async open(db: WriteDb, entry: URL): Promise<BuiltIndex> {
    const index = new BuiltIndex(db, entry)
    try {
      await index.#addStored(claims.from, claims.to)
      return index
    } catch (error) {
      await index.close()
      throw error
    }
  }

  /** Claims are indexed as they come; all that stands behind them in the order of keys is indexed at the end. */
  add(texts: readonly SearchText[]): void {
    const own = texts.filter(([key]) => key < claims.to)
    if (own.length > 0) this.#tell(packed(own))
  }

  remove(text: SearchText): void {
    if (text[0] < claims.to) this.#tell({ type: 'remove', text })
  }

  /** Waits until not too much is under way. Throws what went wrong in the thread. */
  async ready(most = mostUnderWay): Promise<void> {
    while (this.#underWay > most && !this.#failure) await new Promise<void>((resolve) => (this.#heard = resolve))
    if (this.#failure) throw this.#failure
  }

  /** Completes the index and puts it in the place of the case's own. */
  async *finish(): AsyncGenerator<void> {
    await this.#addStored(claims.to, Number.MAX_SAFE_INTEGER)
    yield
    this.#tell({ type: 'end' })
    await this.ready(0)
    yield
    this.#takeOver()
  }

  /** Ends the thread and removes its file. The transaction has ended. */
  async close(): Promise<void> {
    await this.#thread.terminate()
    if (this.#isAttached) this.#db.exec('DETACH built')
    discard(this.#path)
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#heard?.()
  }

  #tell(message: ToIndexer): void {
    this.#underWay += 1
    this.#thread.postMessage(message)
  }

  async #addStored(from: number, to: number): Promise<void> {
    for (let at = from; ;) {
      const texts = textsBetween(this.#db, at, to, pageSize)
      const last = texts.at(-1)
      if (!last) return
      this.#tell(packed(texts))
      at = last[0] + 1
      await this.ready()
    }
  }

  /** The tables of an FTS5 index are the same whether it has content or not; SQLite guards them unless told. */
  #takeOver(): void {
    const db = this.#db
    db.prepare('ATTACH ? AS built').run(this.#path)
    this.#isAttached = true
    db.unsafeMode(true)
    try {
      // Rolling back makes this connection forget what it knows of the index.
      db.exec(`SAVEPOINT forget; INSERT INTO search (rowid, text) VALUES (0, 'none'); ROLLBACK TO forget; RELEASE forget;
        DELETE FROM search_data; DELETE FROM search_idx;
        INSERT INTO search_data SELECT * FROM built.search_data; INSERT INTO search_idx SELECT * FROM built.search_idx`)
    } finally {
      db.unsafeMode(false)
    }
  }
}

const packed = (texts: readonly SearchText[]): ToIndexer => ({
  type: 'add',
  keys: Float64Array.from(texts, ([key]) => key),
  texts: packTexts(texts.map(([, text]) => text)),
})
