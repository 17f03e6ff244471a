import { newestLink } from '../../store/log-chain.ts'
import { value, raw, type ReadDb } from '../../store/db.ts'
import { Columns } from './columns/columns.ts'
import type { ListDefinition } from './list.ts'

/** Row numbers in the order of a view: made once per view, then any page is a look-up by key. */
export type Nums = Uint32Array

/** How many rows the views that are kept may have together: 16 MB. */
const capacity = 4_000_000

interface Kept {
  readonly nums: Nums
  readonly isLogged: boolean
}

/** Keeps the latest views of one connection until the data changes, and the columns of long lists. */
export class ViewCache {
  readonly #views = new Map<string, Kept>()
  readonly #columns = new Map<string, Columns>()
  #version = ''
  #link: string | undefined

  /**
   * The row numbers of the view `key`, built by `build` when it is new or the data changed since. `isLogged`: the log tells
   * of whatever could change it, so that it outlasts what is stored without (the analysis, drafts, the state of the window).
   */
  nums(db: ReadDb, key: string, build: () => Nums, isLogged = false): Nums {
    this.#follow(db)
    const known = this.#views.get(key)
    if (known) {
      // The newest goes last, so that the first is always the one to give up.
      this.#views.delete(key)
      this.#views.set(key, known)
      return known.nums
    }
    const nums = build()
    this.#views.set(key, { nums, isLogged })
    let rows = [...this.#views.values()].reduce((sum, { nums }) => sum + nums.length, 0)
    for (const [oldest, { nums }] of this.#views) {
      if (rows <= capacity || oldest === key) break
      this.#views.delete(oldest)
      rows -= nums.length
    }
    return nums
  }

  /** Whether a view is kept. */
  knows(db: ReadDb, key: string): boolean {
    this.#follow(db)
    return this.#views.has(key)
  }

  /** The columns of a list, as the case is when `nums` or this is called. */
  columnsOf(db: ReadDb, list: ListDefinition): Columns {
    this.#follow(db)
    const known = this.#columns.get(list.kind)
    if (known) return known
    const columns = new Columns(list)
    columns.follow(db)
    this.#columns.set(list.kind, columns)
    return columns
  }

  #follow(db: ReadDb): void {
    const version = dataVersion(db)
    if (version === this.#version) return
    this.#version = version
    const link = newestLink(db)
    const isLogUnchanged = link !== undefined && link === this.#link
    this.#link = link
    for (const [key, { isLogged }] of this.#views) if (!isLogged || !isLogUnchanged) this.#views.delete(key)
    for (const columns of this.#columns.values()) columns.follow(db)
  }
}

/** Changes with each commit: another connection's (data_version) and our own (total_changes). */
export const dataVersion = (db: ReadDb): string =>
  `${String(db.pragma('data_version', { simple: true }))}/${value<number>(db, raw('SELECT total_changes()')) ?? 0}`
