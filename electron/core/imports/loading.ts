import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { all, sql, value, type WriteDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import type { SearchIndex } from '../records/search-text.ts'
import type { ListFacts } from './reader/row-source.ts'
import { BuiltIndex } from './search/built-index.ts'
import { DeferredIndex } from './search/deferred-index.ts'

// What makes the storing of long lists fast: done once instead of row by row, or not at all where nothing depends on it.

/** Whether a list is long, and long beside what the case has. */
function isBulk(db: WriteDb, { expectedRows }: ListFacts): boolean {
  const claims = value<number>(db, sql`SELECT coalesce(max(num), 0) FROM claim`) ?? 0
  return expectedRows >= fewestRows && claims <= expectedRows / 10
}

/** Below this nothing of it is felt. */
const fewestRows = 20_000

/** The search index while a list is stored; what came in is found in it from `finish` on. */
export interface BulkIndex extends SearchIndex {
  /** Waits until it has taken in most of what it was given. */
  readonly ready: () => Promise<void>
  /** Completes it, portion by portion. */
  readonly finish: () => AsyncGenerator<void>
  readonly close: () => Promise<void>
}

/**
 * Does work without the tables' own checks, which are half of the time of an insert: SQLite makes each list of words anew
 * for each row, and looks each reference up. What an import writes has been read by the same lists (a test holds them
 * equal), and it refers to row numbers that it has looked up or made itself. Types are checked as ever.
 */
export async function loading<T>(
  { db, threads }: CommandContext,
  facts: ListFacts,
  work: (index: BulkIndex) => Promise<T>,
): Promise<T> {
  db.pragma('ignore_check_constraints = ON')
  db.pragma('foreign_keys = OFF')
  const isLong = isBulk(db, facts)
  const isAlone = isLong && leaveWal(db)
  const cache = db.pragma('cache_size', { simple: true }) as number
  let index: BulkIndex | undefined
  try {
    if (isLong) {
      // Rows are added at the ends of tables: more pages than that are only held, and indexes are made faster with few.
      db.pragma('cache_size = -4000')
      // An index of a million texts is sorted in tens of megabytes of memory, or in a file that nobody else can see.
      db.pragma('temp_store = FILE')
      // A thread of SQLite's own sorts one part of an index while the next is read: an eighth of the time of making them.
      db.pragma('threads = 1')
      // V8 comes to believe that what is made of each row will last, and then holds half a gigabyte of what is done with.
      setFlagsFromString('--no-allocation-site-pretenuring')
      setFlagsFromString(`--heap-growing-percent=${growingPercent}`)
    }
    index = isLong && threads ? await BuiltIndex.open(db, threads.indexer) : new DeferredIndex(db)
    return await work(index)
  } finally {
    await index?.close()
    setFlagsFromString('--heap-growing-percent=0')
    db.pragma(`cache_size = ${cache}`)
    db.pragma('temp_store = MEMORY')
    db.pragma('threads = 0')
    if (isAlone) backToWal(db)
    db.pragma('foreign_keys = ON')
    db.pragma('ignore_check_constraints = OFF')
  }
}

let asked = 0
const askedEvery = 4
const youngRoom = 30e6

/** By how much the heap may outgrow what was in use before V8 looks what of it is done with: 0 leaves it to V8, which would let it double. */
const growingPercent = 25

/** Called now and then while rows come in: V8 would let the room for young objects grow to 128 MB, which gains nothing here; no setting bounds it once a program runs. */
export function boundYoungRoom(): void {
  asked += 1
  if (asked % askedEvery !== 0) return
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  if ((young?.space_size ?? 0) >= youngRoom) setFlagsFromString('--semi-space-growth-factor=1')
}

/**
 * A write-ahead log has every page of a long import written twice, a rollback journal only what was there before. It keeps
 * readers out, though: answers false where there are any, and the log stays.
 */
function leaveWal(db: WriteDb): boolean {
  const timeout = db.pragma('busy_timeout', { simple: true }) as number
  db.pragma('busy_timeout = 0')
  try {
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return false
    throw error
  } finally {
    db.pragma(`busy_timeout = ${timeout}`)
  }
}

/** A disk that takes nothing leaves the journal: it is as safe, and the import stands or fell before. */
function backToWal(db: WriteDb): void {
  try {
    db.pragma('journal_mode = WAL')
  } catch {
    // The case has it again when it is next opened.
  }
}

/** The tables that an import fills most of, of which an index kept up row by row costs several times what making it at the end does. */
const tables = ['claim', 'measure', 'carriage', 'rating', 'claim_tag', 'change', 'document', 'record_name']

/**
 * Takes the indexes away from tables that an import is about to fill, where these are small beside it, and answers how to
 * make them again, one by one. All within the import's transaction: whoever reads meanwhile has the indexes, and a failed import too.
 */
export function deferIndexes(db: WriteDb, facts: ListFacts): () => Iterable<void> {
  if (!isBulk(db, facts)) return () => []
  const names = value<number>(db, sql`SELECT count(*) FROM (SELECT 1 FROM record_name LIMIT 1)`) ?? 0
  const needed = names === 0 ? new Set() : usedMeanwhile
  const indexes = all<{ name: string; sql: string }>(
    db,
    sql`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
        AND tbl_name IN (SELECT value FROM json_each(${tables}))`,
  ).filter(({ name }) => !needed.has(name))
  for (const index of indexes) db.exec(`DROP INDEX "${index.name}"`)
  return function* () {
    for (const index of indexes) yield void db.exec(index.sql)
  }
}

/** By these rows are held against a case that has anything while they come in. */
const usedMeanwhile = new Set([
  'record_name_name',
  'claim_statement',
  'change_by_record',
  'measure_claim',
  'carriage_claim',
  'rating_claim',
])
