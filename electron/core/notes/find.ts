import { recordKinds, type RecordKind, type RecordLink } from '../../../shared/ids.ts'
import { parseSearch, searchWords } from '../../../shared/search.ts'
import { all, column, join, name, sql, type ReadDb } from '../../store/db.ts'
import { placeList } from '../analysis/places/list.ts'
import { claimList } from '../claims/list.ts'
import { eventList } from '../events/list.ts'
import type { QueryContext } from '../context.ts'
import { firstRows } from '../lists/first-rows.ts'
import { type ListDefinition } from '../lists/list.ts'
import { searchConditions } from '../lists/search.ts'
import { actorList } from '../sources/actors.ts'
import { documentList } from '../sources/documents.ts'
import { outletList } from '../sources/outlets.ts'
import { noteList } from './list.ts'
import { linksTo } from './surroundings.ts'
import type { Target } from './targets.ts'

interface Request {
  readonly query: string
  readonly kinds?: readonly RecordKind[] | undefined
  readonly limit: number
}

/** The live records that a search finds (`parseSearch`), each kind by its own fields: those with a name that starts with it first. No query: what changed last. */
export function findRecords(ctx: QueryContext, { query, kinds = recordKinds, limit }: Request): RecordLink[] {
  const isAsked = parseSearch(query).length > 0
  const found = isAsked ? matching(ctx, kinds, query, limit) : lastChanged(ctx.db, kinds, limit)
  return linksTo(ctx.db, found).filter((link) => link !== null)
}

/** By their names, then by their own words, then by those of what they name. */
function matching(ctx: QueryContext, kinds: readonly RecordKind[], query: string, limit: number): Target[] {
  // A name is no answer to what must not be met.
  const start = parseSearch(query).some(({ isExcluded }) => isExcluded) ? '' : searchWords(query).join(' ')
  const ways: readonly ((kind: RecordKind) => number[])[] = [
    (kind) => (start === '' ? [] : numsNamed(ctx.db, kind, start, limit)),
    (kind) => numsHolding(ctx, ownWords(listOfKind[kind]), query, limit * 2),
    (kind) => (listOfKind[kind].alsoFound ? numsHolding(ctx, listOfKind[kind], query, limit * 3) : []),
  ]
  const found: Target[] = []
  const known = new Set<string>()
  for (const way of ways) {
    // The texts of all claims are read only when names do not fill the list.
    if (found.length === limit) break
    const fresh = kinds.map((kind) => targetsIn(kind, way(kind)).filter((target) => !known.has(keyOf(target))))
    for (const target of fresh.flat()) known.add(keyOf(target))
    found.push(...inTurns(fresh, limit - found.length))
  }
  return found
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

/** How the records of each kind are listed. */
export const listOfKind: Readonly<Record<RecordKind, ListDefinition>> = {
  claim: claimList,
  event: eventList,
  actor: actorList,
  outlet: outletList,
  document: documentList,
  note: noteList,
  place: placeList,
}

/** The newest records that a search of their list finds; of a long list the first ones, which are found without looking for all. */
function numsHolding(ctx: QueryContext, list: ListDefinition, query: string, limit: number): number[] {
  if (list.columns) return firstRows(ctx, list, { filter: {}, search: query, sort: [], trashed: false }, limit).nums
  return column(
    ctx.db,
    sql`SELECT t.num FROM ${list.from} WHERE ${join(searchConditions(list, query), ' AND ', '1')} AND t.trashed IS NULL
        ORDER BY t.num DESC LIMIT ${limit}`,
  )
}

const ownWords = ({ alsoFound: _, ...list }: ListDefinition): ListDefinition => list

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
