import { sql, value, type WriteDb } from '../../../store/db.ts'
import { keysOf, searched, StoredIndex, textsBetween, type SearchText } from '../../records/search-text.ts'
import type { BulkIndex } from '../loading.ts'

/** The index while an import adds to it: what is new comes in at the end, in one go. */
export class DeferredIndex implements BulkIndex {
  readonly #db: WriteDb
  readonly #stored: StoredIndex
  /** For each kind of record the key from which on they are new, and where the kind ends. */
  readonly #marks: readonly { readonly from: number; readonly to: number }[]

  constructor(db: WriteDb) {
    this.#db = db
    this.#stored = new StoredIndex(db)
    this.#marks = searched.map((kind) => {
      const { from, to } = keysOf(kind)
      return { from: (last(db, from, to) ?? from) + 1, to }
    })
  }

  add(texts: readonly SearchText[]): void {
    const known = texts.filter(([key]) => !this.#isNew(key))
    if (known.length > 0) this.#stored.add(known)
  }

  remove(text: SearchText): void {
    if (!this.#isNew(text[0])) this.#stored.remove(text)
  }

  /** Indexes what is new, portion by portion. */
  async *finish(): AsyncGenerator<void> {
    for (const { from, to } of this.#marks) {
      const end = (last(this.#db, from, to) ?? from - 1) + 1
      for (let at = from; at < end; at += portion)
        yield this.#stored.add(textsBetween(this.#db, at, Math.min(at + portion, end)))
    }
  }

  async ready(): Promise<void> {}

  async close(): Promise<void> {}

  #isNew(key: number): boolean {
    return this.#marks.some(({ from, to }) => key >= from && key < to)
  }
}

const last = (db: WriteDb, from: number, to: number): number | null =>
  value<number | null>(db, sql`SELECT max(key) FROM search_text WHERE key >= ${from} AND key < ${to}`) ?? null

/** Texts that are indexed in one go: a few hundredths of a second. */
const portion = 2000
