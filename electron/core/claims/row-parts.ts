import type { Measure } from '../../../shared/claim.ts'
import { sql, tuples, type ReadDb, type Sql } from '../../store/db.ts'

// What hangs on claims, for many of them in one statement each: looking it up claim by claim takes twice as long.

/** The numbers that claims state, in their order, by the claim's number. */
export const measuresOf = (db: ReadDb, claims: readonly number[]): ReadonlyMap<number, Measure[]> =>
  grouped(
    tuples<readonly [number, ...MeasureCells]>(
      db,
      sql`SELECT claim, id, subject, category, unit, low, high, best, qualifier, kind, as_of, place, verbatim
          FROM measure WHERE ${among(sql`claim`, claims)} ORDER BY claim, position, num`,
    ),
    ([, id, subject, category, unit, low, high, best, qualifier, kind, asOf, place, verbatim]) =>
      // prettier-ignore
      ({ id, subject, category, unit, low, high, best, qualifier, kind, asOf, place, verbatim }),
  )

type MeasureCells = readonly [
  Measure['id'],
  Measure['subject'],
  Measure['category'],
  Measure['unit'],
  Measure['low'],
  Measure['high'],
  Measure['best'],
  Measure['qualifier'],
  Measure['kind'],
  Measure['asOf'],
  Measure['place'],
  Measure['verbatim'],
]

/** The names of claims' tags, in their order, by the claim's number. */
export const tagsOf = (db: ReadDb, claims: readonly number[]): ReadonlyMap<number, string[]> =>
  grouped(
    tuples<readonly [number, string]>(
      db,
      sql`SELECT ct.claim, tag.name FROM claim_tag ct JOIN tag ON tag.num = ct.tag
          WHERE ${among(sql`ct.claim`, claims)} ORDER BY ct.claim, ct.position, ct.tag`,
    ),
    ([, name]) => name,
  )

/** In how many places claims were carried, by the claim's number; none is left out. */
export const carriersOf = (db: ReadDb, claims: readonly number[]): ReadonlyMap<number, number> =>
  byClaim(db, sql`SELECT claim, count(*) FROM carriage WHERE ${among(sql`claim`, claims)} GROUP BY claim`)

/** How many notes are pinned to claims, by the claim's number; none is left out. */
export const notesOf = (db: ReadDb, claims: readonly number[]): ReadonlyMap<number, number> =>
  byClaim(
    db,
    sql`SELECT p.claim, count(*) FROM note_pin p JOIN note n ON n.num = p.note AND n.trashed IS NULL
        WHERE ${among(sql`p.claim`, claims)} GROUP BY p.claim`,
  )

/** When claims were last graded, by anyone, by the claim's number. */
export const ratedOf = (db: ReadDb, claims: readonly number[]): ReadonlyMap<number, string> =>
  byClaim(db, sql`SELECT claim, max(at) FROM rating WHERE ${among(sql`claim`, claims)} GROUP BY claim`)

const byClaim = <Value>(db: ReadDb, query: Sql): ReadonlyMap<number, Value> =>
  new Map(tuples<readonly [number, Value]>(db, query))

/** What rows say, by the claim that they begin with, in their order. */
export function grouped<Row extends readonly [number, ...unknown[]], Value>(
  rows: readonly Row[],
  of: (row: Row) => Value,
): ReadonlyMap<number, Value[]> {
  const lists = new Map<number, Value[]>()
  for (const row of rows) {
    const list = lists.get(row[0])
    if (list) list.push(of(row))
    else lists.set(row[0], [of(row)])
  }
  return lists
}

/**
 * A condition that holds for these numbers. Where they nearly follow each other, as those of a list in its own order do, it
 * holds for the few between too: reading these costs less than looking each one up.
 */
export function among(column: Sql, nums: readonly number[]): Sql {
  let [first, last] = [Infinity, -Infinity]
  for (const num of nums) {
    first = Math.min(first, num)
    last = Math.max(last, num)
  }
  return last - first < nums.length * 1.25
    ? sql`${column} BETWEEN ${first} AND ${last}`
    : sql`${column} IN (SELECT value FROM json_each(${nums}))`
}
