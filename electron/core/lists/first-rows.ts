import type { View } from '../../../shared/list.ts'
import { collationKey } from '../../store/collation.ts'
import { column, name, sql, tuples, value, type ReadDb, type Sql } from '../../store/db.ts'
import type { QueryContext } from '../context.ts'
import type { Columns } from './columns/columns.ts'
import { firstNums } from './columns/select.ts'
import { checkFields, keyOf, pageNums, viewSql, type IndexedOrder, type ListDefinition } from './list.ts'
import { nameColumn, type Named } from '../records/names.ts'
import { searchParts } from './search.ts'

/** The first rows of a view. */
export interface FirstRows {
  readonly nums: number[]
  /** Null where it is not counted yet. */
  readonly total: number | null
  /** Whether any other page can be told at once. */
  readonly isReady: boolean
}

/**
 * The first rows of a view, as soon as they are known. A long list in the order of its numbers is not looked through further
 * than that; in the order of a field that an index has it is not looked through at all.
 */
export function firstRows(ctx: QueryContext, list: ListDefinition, view: View, count: number): FirstRows {
  checkFields(list, view)
  const { filter, search, sort, trashed } = view
  const whole = (): FirstRows => ({ ...pageNums(ctx, list, { ...view, start: 0, end: count }), isReady: true })
  if (!list.columns || ctx.views.knows(ctx.db, keyOf(list, view))) return whole()
  if (Object.keys(filter).length === 0 && search.trim() === '') {
    const [first, ...others] = sort
    if (!first) return firstOfAll(ctx.db, list, trashed, count)
    const order = list.orders?.[first.field]
    const inTrash = countInTrash(ctx.db, list)
    if (!order || others.length > 0 || trashed || inTrash > mostPassed) return whole()
    const groups = groupsOf(ctx.db, list, order, first.desc, count + inTrash)
    if (!groups) return whole()
    return { nums: firstOfGroups(ctx.db, list, order, groups, count), total: countLive(ctx.db, list), isReady: false }
  }
  if (sort.length > 0) return whole()
  const columns = ctx.views.columnsOf(ctx.db, list)
  const early = firstByRows(ctx.db, columns, list, view, count)
  if (early) return { nums: early, total: null, isReady: false }
  const { nums, isWhole } = firstNums(ctx.db, columns, list, view, count)
  return { nums, total: isWhole ? nums.length : null, isReady: isWhole }
}

const where = (isTrashed: boolean): Sql => (isTrashed ? sql`t.trashed IS NOT NULL` : sql`t.trashed IS NULL`)

const countInTrash = (db: ReadDb, { kind }: ListDefinition): number =>
  value<number>(db, sql`SELECT count(*) FROM ${name(kind)} t WHERE ${where(true)}`) ?? 0

const countLive = (db: ReadDb, list: ListDefinition): number =>
  (value<number>(db, sql`SELECT count(*) FROM ${name(list.kind)}`) ?? 0) - countInTrash(db, list)

const firstOfAll = (db: ReadDb, list: ListDefinition, isTrashed: boolean, count: number): FirstRows => ({
  nums: column(db, sql`SELECT t.num FROM ${name(list.kind)} t WHERE ${where(isTrashed)} ORDER BY t.num LIMIT ${count}`),
  total: isTrashed ? countInTrash(db, list) : countLive(db, list),
  isReady: true,
})

/** So many in the trash are passed over one by one, and so many values put in order. */
const [mostPassed, mostValues] = [1000, 5000]

/** The values of a field in their order, as many as `rows` rows need; those that stand at the same place together. Null where there are too many. */
function groupsOf(
  db: ReadDb,
  { kind }: ListDefinition,
  { by, isSorted, named }: IndexedOrder,
  desc: boolean,
  rows: number,
): (string | number)[][] | null {
  if (isSorted) return valuesOf(db, kind, by, desc, rows).map((one) => [one])
  const values = valuesOf(db, kind, by, false, mostValues + 1)
  if (values.length > mostValues) return null
  const groups = new Map<string, (string | number)[]>()
  for (const [one, text] of named ? namesOf(db, named, values) : values.map((one) => [one, String(one)] as const)) {
    const key = collationKey(text)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, same]) => same)
  return desc ? sorted.reverse() : sorted
}

/** The values of a column, each found from the one before it: asked for as distinct ones, SQLite goes through all rows. */
function valuesOf(db: ReadDb, kind: string, by: Sql, desc: boolean, most: number): (string | number)[] {
  const [next, beyond] = desc ? [sql`max(${by})`, sql`<`] : [sql`min(${by})`, sql`>`]
  const from = sql`FROM ${name(kind)} t WHERE ${by} IS NOT NULL`
  return column(
    db,
    sql`WITH RECURSIVE found(v) AS (SELECT ${next} ${from} UNION ALL
        SELECT (SELECT ${next} ${from} AND ${by} ${beyond} v) FROM found WHERE v IS NOT NULL)
        SELECT v FROM found WHERE v IS NOT NULL LIMIT ${most}`,
  )
}

const namesOf = (db: ReadDb, kind: Named, nums: readonly (string | number)[]): [number, string][] =>
  tuples(
    db,
    sql`SELECT num, ${name(nameColumn[kind])} FROM ${name(kind)} WHERE num IN (SELECT value FROM json_each(${nums}))`,
  )

/** The first live rows of groups of values, and after them those in which none is set. */
function firstOfGroups(
  db: ReadDb,
  { kind }: ListDefinition,
  { by }: IndexedOrder,
  groups: readonly (readonly (string | number)[])[],
  count: number,
): number[] {
  const nums: number[] = []
  const take = (condition: Sql): void => {
    if (nums.length === count) return
    // What is in the trash is looked up by its own index, so that the one over the field need not be left for each row.
    const rows = sql`SELECT t.num FROM ${name(kind)} t WHERE ${condition}
      AND t.num NOT IN (SELECT num FROM ${name(kind)} WHERE trashed IS NOT NULL)
      ORDER BY t.num LIMIT ${count - nums.length}`
    nums.push(...column<number>(db, rows))
  }
  for (const [one = '', ...others] of groups)
    take(others.length === 0 ? sql`${by} = ${one}` : sql`${by} IN (SELECT value FROM json_each(${[one, ...others]}))`)
  take(sql`${by} IS NULL`)
  return nums
}

/** So many rows are looked at themselves before a field of all of them is read into memory. */
const looked = 5000

/** The first rows of a view in the order of their numbers, if there are enough among the very first of the list: where fields are not in memory yet, and no words are searched. */
function firstByRows(db: ReadDb, columns: Columns, list: ListDefinition, view: View, count: number): number[] | null {
  const parts = searchParts(list, view.search).map(({ field }) => field)
  const fields = [...Object.keys(view.filter), ...parts]
  if (fields.includes(null) || fields.every((field) => field === null || columns.isLoaded(field))) return null
  const last = value<number>(db, sql`SELECT num FROM ${name(list.kind)} ORDER BY num LIMIT 1 OFFSET ${looked}`)
  if (last === undefined) return null
  const nums = column<number>(db, sql`${viewSql(list, view, sql`t.num < ${last}`)} LIMIT ${count}`)
  return nums.length === count ? nums : null
}
