import { all, column, insertMany, run, sql, value, type ReadDb, type Sql, type WriteDb } from '../../store/db.ts'
import { insertRows } from './insert-rows.ts'

/** The kinds of records that are searched, in the order of the index's keys. */
export const searched = ['claim', 'event', 'actor', 'outlet', 'document', 'note', 'place'] as const
export type Searched = (typeof searched)[number]

export const isSearched = (entity: string): entity is Searched => (searched as readonly string[]).includes(entity)

/** Records of one kind stand together in the index, each at `first` and its row number. */
const span = 2 ** 48
const firsts = new Map<string, number>(searched.map((kind, at) => [kind, at * span]))

/** The key under which a record stands in the search index. */
export const searchKey = (kind: Searched, num: number): number => (firsts.get(kind) ?? 0) + num

/** The keys from which and up to which the records of a kind stand. */
export const keysOf = (kind: Searched): { readonly from: number; readonly to: number } => ({
  from: searchKey(kind, 0),
  to: searchKey(kind, span),
})

/** A record's key and the folded text in which it is searched. */
export type SearchText = readonly [key: number, text: string]

/** The index over the texts: it keeps none of its own, so that what goes from it is said once more. */
export interface SearchIndex {
  /** Texts in the order of their keys: it writes what it has gathered whenever one is less than the one before. */
  readonly add: (texts: readonly SearchText[]) => void
  readonly remove: (text: SearchText) => void
}

/** The index as it stands in the case. */
export class StoredIndex implements SearchIndex {
  readonly #db: WriteDb

  constructor(db: WriteDb) {
    this.#db = db
  }

  /** One by one: before a statement of many rows FTS5 writes what it has gathered, which is its greatest cost. */
  add(texts: readonly SearchText[]): void {
    for (const text of texts) insertMany(this.#db, 'search', indexColumns, 1, text)
  }

  remove([key, text]: SearchText): void {
    run(this.#db, sql`INSERT INTO search (search, rowid, text) VALUES ('delete', ${key}, ${text})`)
  }
}

/** At most `limit` texts from one key on and before another, in the order of keys. */
export const textsBetween = (db: ReadDb, from: number, to: number, limit = -1): SearchText[] =>
  all<{ key: number; text: string }>(
    db,
    sql`SELECT key, text FROM search_text WHERE key >= ${from} AND key < ${to} ORDER BY key LIMIT ${limit}`,
  ).map(({ key, text }): SearchText => [key, text])

/** The texts in which records are searched, with the index over them, while a step changes them. */
export class SearchTexts {
  readonly #db: WriteDb
  readonly #index: SearchIndex

  constructor(db: WriteDb, index: SearchIndex = new StoredIndex(db)) {
    this.#db = db
    this.#index = index
  }

  /** Adds the texts of new records. */
  add(texts: readonly SearchText[]): void {
    const sorted = texts.toSorted(([one], [other]) => one - other)
    insertRows(this.#db, 'search_text', textColumns, sorted.flat())
    this.#index.add(sorted)
  }

  /** Sets the text in which a record is searched. */
  set(kind: Searched, num: number, text: string): void {
    const key = searchKey(kind, num)
    const known = this.#known(key)
    if (known === text) return
    if (known !== undefined) this.#index.remove([key, known])
    run(
      this.#db,
      sql`INSERT INTO search_text (key, text) VALUES (${key}, ${text}) ON CONFLICT (key) DO UPDATE SET text = excluded.text`,
    )
    this.#index.add([[key, text]])
  }

  /** Removes the text of a record that goes. */
  drop(kind: Searched, num: number): void {
    const key = searchKey(kind, num)
    const known = this.#known(key)
    if (known === undefined) return
    this.#index.remove([key, known])
    run(this.#db, sql`DELETE FROM search_text WHERE key = ${key}`)
  }

  #known(key: number): string | undefined {
    return value<string>(this.#db, sql`SELECT text FROM search_text WHERE key = ${key}`)
  }
}

const textColumns = [{ column: 'key' }, { column: 'text' }] as const
const indexColumns = [{ column: 'rowid' }, { column: 'text' }] as const

/** Row numbers of the records of a kind in whose text a folded term stands, inside words too: a sub-query. */
export const foundIn = (kind: Searched, term: string): Sql => sql`(${foundFrom(kind, term, 0)})`

/** The same from a row number on; with a `limit` in the order of row numbers. */
export function foundFrom(kind: Searched, term: string, num: number, limit = -1): Sql {
  const { from, to } = keysOf(kind)
  const letters = [...term].length
  // Numbers of this size would be bound as REAL, from which FTS5 does not know where to begin.
  const inOrder = limit < 0 ? (): Sql => sql`` : (key: Sql): Sql => sql`ORDER BY ${key} LIMIT ${limit}`
  const between = (key: Sql): Sql => sql`${key} >= ${BigInt(from + num)} AND ${key} < ${BigInt(to)} ${inOrder(key)}`
  if (letters < 2)
    return sql`SELECT key - ${from} FROM search_text WHERE instr(text, ${term}) > 0 AND ${between(sql`key`)}`
  const match = letters === 2 ? trigramsWith(term) : phrase(term)
  return sql`SELECT rowid - ${from} FROM search WHERE search MATCH ${match} AND ${between(sql`rowid`)}`
}

/** So many texts of a kind are looked at themselves before the index is asked. */
const looked = 2000
const [firstPortion, growth] = [200, 8]

/**
 * The records of a kind in whose text a folded term stands, portion by portion as far as somebody asks. A common term is met
 * in the first texts, and of most kinds there are few: the index would first go through each of its trigrams.
 */
export class Hits {
  readonly #db: ReadDb
  readonly #kind: Searched
  readonly #term: string
  #limit = firstPortion
  #upTo = -1

  constructor(db: ReadDb, kind: Searched, term: string) {
    this.#db = db
    this.#kind = kind
    this.#term = term
  }

  /** The row number up to which all are told; Infinity at the end. */
  get upTo(): number {
    return this.#upTo
  }

  /** The row numbers of the next ones, in their order; those before `num` may be left out. */
  next(num = 0): number[] {
    if (this.#upTo < 0) return this.#amongFirst()
    const nums = column<number>(this.#db, foundFrom(this.#kind, this.#term, Math.max(this.#upTo + 1, num), this.#limit))
    this.#upTo = nums.length < this.#limit ? Infinity : (nums.at(-1) ?? Infinity)
    this.#limit *= growth
    return nums
  }

  /** The row numbers of all, of which none has been asked for. */
  all(): number[] {
    const nums: number[] = []
    while (this.#upTo < Infinity) for (const num of this.next()) nums.push(num)
    return nums
  }

  #amongFirst(): number[] {
    const { from, to } = keysOf(this.#kind)
    const texts = sql`SELECT key, text FROM search_text WHERE key >= ${from} AND key < ${to} ORDER BY key`
    const last = value<number>(this.#db, sql`SELECT key FROM (${texts} LIMIT 1 OFFSET ${looked - 1})`)
    this.#upTo = last === undefined ? Infinity : last - from
    return column(
      this.#db,
      sql`SELECT key - ${from} FROM (${texts} LIMIT ${looked}) WHERE instr(text, ${this.#term}) > 0`,
    )
  }
}

const phrase = (term: string): Sql => sql`${`"${term.replaceAll('"', '""')}"`}`

/** The index knows three letters: two are looked for as all threes that begin with them. Texts end with a line break, so that each letter but that has one after it. */
const trigramsWith = (two: string): Sql =>
  sql`(SELECT coalesce(group_concat('"' || replace(term, '"', '""') || '"', ' OR '), '""') FROM temp.search_term
       WHERE term >= ${two} AND term < ${`${two}\u{10FFFF}`})`

/** The words of the index, for searches of two letters: of one connection. */
export const addSearchTerms = (db: ReadDb): void =>
  void db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab('main', 'search', 'row')")
