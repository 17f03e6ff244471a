import { name, sql, tuples, type ReadDb } from '../../store/db.ts'
import { whileUnchanged } from '../lists/while-unchanged.ts'
import { nameColumn, type Named } from '../records/names.ts'

type Names = Map<number, string>

/** How many names are kept of a kind: some 40 MB of them. */
const most = 250_000

const kept = whileUnchanged((): Readonly<Record<Named, Names>> => ({
  actor: new Map(),
  outlet: new Map(),
  document: new Map(),
  event: new Map(),
}))

/**
 * The names of records, by their numbers, these among them. They are kept while the case is unchanged: claims name the same
 * few over and over, all over the file.
 */
export function namesOf(db: ReadDb, kind: Named, nums: Iterable<number | null>): ReadonlyMap<number, string> {
  const names = kept(db)[kind]
  if (names.size > most) names.clear()
  const missing = new Set<number>()
  for (const num of nums) if (num !== null && !names.has(num)) missing.add(num)
  if (missing.size === 0) return names
  const read = tuples<readonly [number, string]>(
    db,
    sql`SELECT num, ${name(nameColumn[kind])} FROM ${name(kind)} WHERE num IN (SELECT value FROM json_each(${[...missing]}))`,
  )
  for (const [num, text] of read) names.set(num, text)
  return names
}
