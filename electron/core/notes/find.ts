import { recordKinds, type RecordKind, type RecordLink } from '../../../shared/ids.ts'
import { searchTerms } from '../../../shared/text.ts'
import { all, column, join, name, sql, type ReadDb } from '../../store/db.ts'
import { foundIn } from '../records/search-text.ts'
import { linksTo } from './surroundings.ts'
import type { Target } from './targets.ts'

interface Request {
  readonly query: string
  readonly kinds?: readonly RecordKind[] | undefined
  readonly limit: number
}

/** The live records whose words hold all of the query's: those with a name that starts with it first. No query: what changed last. */
export function findRecords(db: ReadDb, { query, kinds = recordKinds, limit }: Request): RecordLink[] {
  const terms = searchTerms(query)
  const found = terms.length === 0 ? lastChanged(db, kinds, limit) : matching(db, kinds, terms, limit)
  return linksTo(db, found).filter((link) => link !== null)
}

function matching(db: ReadDb, kinds: readonly RecordKind[], terms: readonly string[], limit: number): Target[] {
  const named = kinds.map((kind) => targetsIn(kind, numsNamed(db, kind, terms.join(' '), limit)))
  const first = inTurns(named, limit)
  // The texts of all claims are read only when names do not fill the list.
  if (first.length === limit) return first
  const known = new Set(named.flat().map(keyOf))
  const others = kinds.map((kind) =>
    targetsIn(kind, numsHolding(db, kind, terms, limit * 2)).filter((target) => !known.has(keyOf(target))),
  )
  return [...first, ...inTurns(others, limit - first.length)]
}

const keyOf = ({ kind, num }: Target): string => `${kind} ${num}`
const targetsIn = (kind: RecordKind, nums: readonly number[]): Target[] => nums.map((num) => ({ kind, num }))

/** Records with a name that starts with the text, in the order of the names; a record with several such names counts once. */
const numsNamed = (db: ReadDb, kind: RecordKind, start: string, limit: number): number[] => {
  const end = `${start}\u{10FFFF}`
  // There are many claims, and the index of all names ends early; the few names of another kind are quicker read alone.
  const names = kind === 'claim' ? sql`record_name n INDEXED BY record_name_name` : sql`record_name n`
  return column(
    db,
    sql`SELECT n.num FROM ${names} JOIN ${name(kind)} r ON r.num = n.num
        WHERE n.kind = ${kind} AND n.name >= ${start} AND n.name < ${end} AND r.trashed IS NULL AND NOT EXISTS (
          SELECT 1 FROM record_name o WHERE o.kind = n.kind AND o.num = n.num AND o.name >= ${start} AND o.name < n.name)
        ORDER BY n.name, n.num LIMIT ${limit}`,
  )
}

/** The newest records in whose search text each term occurs. */
const numsHolding = (db: ReadDb, kind: RecordKind, terms: readonly string[], limit: number): number[] =>
  column(
    db,
    sql`SELECT r.num FROM ${name(kind)} r WHERE ${join(
      terms.map((term) => sql`r.num IN ${foundIn(kind, term)}`),
      ' AND ',
    )} AND r.trashed IS NULL ORDER BY r.num DESC LIMIT ${limit}`,
  )

/** At most `limit` of several lists, taken from each in turn so that many claims do not crowd out the rest; each list stays together. */
function inTurns(lists: readonly (readonly Target[])[], limit: number): Target[] {
  return lists
    .flatMap((list, which) => list.map((target, turn) => ({ target, which, turn })))
    .sort((a, b) => a.turn - b.turn || a.which - b.which)
    .slice(0, limit)
    .sort((a, b) => a.which - b.which || a.turn - b.turn)
    .map(({ target }) => target)
}

function lastChanged(db: ReadDb, kinds: readonly RecordKind[], limit: number): Target[] {
  if (kinds.length === 0) return []
  const each = kinds.map(
    (kind) =>
      sql`SELECT * FROM (SELECT ${kind} AS kind, num, changed FROM ${name(kind)} WHERE trashed IS NULL ORDER BY changed DESC, num DESC LIMIT ${limit})`,
  )
  return all(db, sql`SELECT kind, num FROM (${join(each, ' UNION ALL ')}) ORDER BY changed DESC LIMIT ${limit}`)
}
