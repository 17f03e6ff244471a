import { run, sql, value, type Sql, type WriteDb } from '../../store/db.ts'
import { insertRows } from './insert-rows.ts'

/** The kinds of records that are searched, in the order of the index's keys. */
export const searched = ['claim', 'event', 'actor', 'outlet', 'document', 'note'] as const
export type Searched = (typeof searched)[number]

export const isSearched = (entity: string): entity is Searched => (searched as readonly string[]).includes(entity)

/** Records of one kind stand together in the index, each at `first` and its row number. */
const span = 2 ** 48
const firsts = new Map<string, number>(searched.map((kind, at) => [kind, at * span]))
const firstOf = (kind: Searched): number => firsts.get(kind) ?? 0

/** The texts in which records are searched, and the index over them, while a step changes them. */
export class SearchTexts {
  readonly #db: WriteDb
  /** From these keys on records are indexed at the end; null: all at once. */
  readonly #marks: ReadonlyMap<Searched, number> | null

  /** `defers`: what comes by a long step is indexed at its end, which is many times as fast as portion by portion. */
  constructor(db: WriteDb, options: { readonly defers: boolean }) {
    this.#db = db
    this.#marks = options.defers ? new Map(searched.map((kind) => [kind, this.#next(kind)])) : null
  }

  /** Adds new texts, each with its key. */
  add(texts: readonly (readonly [key: number, text: string])[]): void {
    // The index writes what it has gathered whenever a key is less than the one before.
    const cells = texts.toSorted(([one], [other]) => one - other).flat()
    insertRows(this.#db, 'search_text', columns, cells)
    if (!this.#marks) insertRows(this.#db, 'search', indexColumns, cells)
  }

  /** Sets the text in which a record is searched. */
  set(kind: Searched, num: number, text: string): void {
    const key = searchKey(kind, num)
    const known = this.#known(key)
    if (known === text) return
    const isIndexed = this.#isIndexed(kind, key)
    if (known !== undefined && isIndexed) this.#unindex(key, known)
    run(
      this.#db,
      sql`INSERT INTO search_text (key, text) VALUES (${key}, ${text}) ON CONFLICT (key) DO UPDATE SET text = excluded.text`,
    )
    if (isIndexed) run(this.#db, sql`INSERT INTO search (rowid, text) VALUES (${key}, ${text})`)
  }

  /** Removes the text of a record that goes. */
  drop(kind: Searched, num: number): void {
    const key = searchKey(kind, num)
    const known = this.#known(key)
    if (known === undefined) return
    if (this.#isIndexed(kind, key)) this.#unindex(key, known)
    run(this.#db, sql`DELETE FROM search_text WHERE key = ${key}`)
  }

  /** Indexes what was put off, portion by portion; answers how many texts each was. */
  *finish(): Generator<number> {
    for (const [kind, mark] of this.#marks ?? []) {
      const end = this.#next(kind)
      for (let from = mark; from < end; from += portion)
        yield run(
          this.#db,
          sql`INSERT INTO search (rowid, text) SELECT key, text FROM search_text
              WHERE key >= ${from} AND key < ${Math.min(from + portion, end)} ORDER BY key`,
        ).changes
    }
  }

  #known(key: number): string | undefined {
    return value<string>(this.#db, sql`SELECT text FROM search_text WHERE key = ${key}`)
  }

  #next(kind: Searched): number {
    const first = firstOf(kind)
    const last = sql`SELECT max(key) FROM search_text WHERE key >= ${first} AND key < ${first + span}`
    return (value<number | null>(this.#db, last) ?? first) + 1
  }

  #isIndexed(kind: Searched, key: number): boolean {
    return this.#marks === null || key < (this.#marks.get(kind) ?? 0)
  }

  /** The index keeps no texts of its own: what goes from it is said once more. */
  #unindex(key: number, text: string): void {
    run(this.#db, sql`INSERT INTO search (search, rowid, text) VALUES ('delete', ${key}, ${text})`)
  }
}

const columns = [{ column: 'key' }, { column: 'text' }] as const
const indexColumns = [{ column: 'rowid' }, { column: 'text' }] as const

/** Texts that are indexed in one go: a few hundredths of a second. */
const portion = 2000

/** The key under which a record stands in the search index. */
export const searchKey = (kind: Searched, num: number): number => firstOf(kind) + num

/** Row numbers of the records of a kind in whose text a folded term stands, inside words too. */
export function foundIn(kind: Searched, term: string): Sql {
  const first = firstOf(kind)
  const end = first + span
  // The index knows three letters and more.
  if ([...term].length < 3)
    return sql`(SELECT s.key - ${first} FROM search_text s WHERE s.key >= ${first} AND s.key < ${end} AND instr(s.text, ${term}) > 0)`
  return sql`(SELECT rowid - ${first} FROM search WHERE search MATCH ${`"${term.replaceAll('"', '""')}"`}
    AND rowid >= ${first} AND rowid < ${end})`
}
