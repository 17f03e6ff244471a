import { value, raw, type ReadDb } from '../../store/db.ts'

/** Row numbers in the order of a view: made once per view, then any page is a look-up by key. */
export type Nums = Float64Array

const capacity = 12

/** Keeps the latest views of one connection until the data changes. */
export class ViewCache {
  readonly #views = new Map<string, Nums>()
  #version = ''

  /** The row numbers of the view `key`, built by `build` when it is new or the data changed since. */
  nums(db: ReadDb, key: string, build: () => Nums): Nums {
    const version = dataVersion(db)
    if (version !== this.#version) {
      this.#views.clear()
      this.#version = version
    }
    const known = this.#views.get(key)
    if (known) {
      // The newest goes last, so that the first is always the one to give up.
      this.#views.delete(key)
      this.#views.set(key, known)
      return known
    }
    const nums = build()
    this.#views.set(key, nums)
    const oldest = this.#views.keys().next().value
    if (this.#views.size > capacity && oldest !== undefined) this.#views.delete(oldest)
    return nums
  }
}

/** Changes with each commit: another connection's (data_version) and our own (total_changes). */
const dataVersion = (db: ReadDb): string =>
  `${String(db.pragma('data_version', { simple: true }))}/${value<number>(db, raw('SELECT total_changes()')) ?? 0}`
