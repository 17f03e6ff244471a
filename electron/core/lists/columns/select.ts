import type { View } from '../../../../shared/list.ts'
import type { SearchPart } from '../../../../shared/search.ts'
import { foldText } from '../../../../shared/text.ts'
import { column as columnOf, join, name, sql, tuples, type ReadDb, type Sql } from '../../../store/db.ts'
import { foundIn } from '../../records/search-text.ts'
import { conditionSql, isSet, orderOf, type ListField } from '../conditions.ts'
import type { ListDefinition } from '../list.ts'
import { searchParts, valuesSql } from '../search.ts'
import type { Nums } from '../view-cache.ts'
import type { Column } from './column.ts'
import { state, type Columns } from './columns.ts'
import { sortedBy } from './sort.ts'
import { allOf, codesTest, codesThat, rowsTest, valueField, type Test } from './row-test.ts'
import { wordsTest } from './words.ts'

/** The row numbers of a view in its order. */
export function numsByColumns(db: ReadDb, columns: Columns, list: ListDefinition, view: View): Nums {
  const states = columns.states(db)
  const rows = testsOf(db, columns, list, view).reduce(kept, rowsOf(states, stateOf(view)))
  // Stable from the last key to the first: each sorts what the keys after it have put in order.
  return view.sort.reduceRight((nums, { field, desc }, at) => {
    if (columns.has(field)) return sortedBy(nums, columnRanks(columns.get(db, field)), desc)
    const known = list.fields[field] as ListField
    const isLast = at === view.sort.length - 1
    const ranks = storedRanks(db, list, known, states.length, isLast && (desc ? 'down' : 'up'))
    return sortedBy(nums, ranks, !isLast && desc)
  }, rows)
}

/** The first rows of a view that is in the order of its row numbers; `isWhole` where there are no more. */
export function firstNums(
  db: ReadDb,
  columns: Columns,
  list: ListDefinition,
  view: View,
  count: number,
): { readonly nums: number[]; readonly isWhole: boolean } {
  const [states, wanted] = [columns.states(db), stateOf(view)]
  const passes = allOf(testsOf(db, columns, list, view))
  const nums: number[] = []
  for (let num = 0; num < states.length; num += 1) {
    if (states[num] !== wanted || !passes(num)) continue
    if (nums.length === count) return { nums, isWhole: false }
    nums.push(num)
  }
  return { nums, isWhole: true }
}

const stateOf = (view: View): number => (view.trashed ? state.trashed : state.live)

/** The conditions of a view, each a test that is to be asked with growing numbers. On a column they are put to each of its values once, in the very words of SQL that a list without columns uses. */
const testsOf = (db: ReadDb, columns: Columns, list: ListDefinition, view: View): Test[] => [
  ...Object.entries(view.filter).map(([field, condition]) =>
    fieldTest(db, columns, list, field, (given) => conditionSql(given, field, condition), condition.contains),
  ),
  ...searchParts(list, view.search).map((part) => searchTest(db, columns, list, part)),
]

/** The numbers of the rows that are in a state. */
function rowsOf(states: Uint8Array, wanted: number): Nums {
  const nums = new Uint32Array(states.length)
  let count = 0
  for (let num = 0; num < states.length; num += 1) if (states[num] === wanted) nums[count++] = num
  return nums.subarray(0, count)
}

/** The numbers that pass a test, in the same place in memory. */
function kept(nums: Nums, test: Test): Nums {
  let count = 0
  for (const num of nums) if (test(num)) nums[count++] = num
  return nums.subarray(0, count)
}

function searchTest(db: ReadDb, columns: Columns, list: ListDefinition, part: SearchPart): Test {
  const { field, values, isExcluded } = part
  const found =
    field === null
      ? wordsTest(db, columns, list, values)
      : fieldTest(db, columns, list, field, (given) => valuesSql(given, field, values))
  return isExcluded ? (num) => !found(num) : found
}

/** A condition on a field: on its values in memory, or else on the stored rows. */
function fieldTest(
  db: ReadDb,
  columns: Columns,
  list: ListDefinition,
  field: string,
  conditionOn: (field: ListField) => Sql,
  contains?: string,
): Test {
  const known = list.fields[field] as ListField
  if (columns.has(field)) {
    const column = columns.get(db, field)
    return codesTest(column, codesThat(db, column, conditionOn(valueField(known))))
  }
  const parts = [conditionOn(known), ...foundFirst(list, known, contains)]
  return rowsTest(
    columnOf<number>(db, sql`SELECT t.num FROM ${list.from} WHERE ${join(parts, ' AND ')}`),
    columns.states(db).length,
  )
}

/** The search index knows sooner in which rows a text can stand at all. */
function foundFirst({ kind }: ListDefinition, field: ListField, contains = ''): Sql[] {
  const folded = foldText(contains)
  if (field.kind !== 'text' || !field.isSearched || [...folded].length < 3) return []
  return [sql`t.num IN ${foundIn(kind, folded)}`]
}

/** The rank of each row; 0 where nothing is set. */
export type Ranks = (num: number) => number

function columnRanks(column: Column): Ranks {
  const [ranks, { codes }] = [column.ranks(), column]
  return (num) => ranks[codes[num] as number] as number
}

/** The ranks of a field of the rows themselves that is not kept in memory. Where no key comes after it (`way`), they are the places in its order, which an index has. */
function storedRanks(
  db: ReadDb,
  list: ListDefinition,
  field: ListField,
  room: number,
  way: 'up' | 'down' | false,
): Ranks {
  const ranks = new Uint32Array(room)
  const key = orderOf(field)
  // A stored key is in an index, as long as nothing else is asked of the row; one that is made for each row is not made where nothing is set.
  const has = field.kind === 'text' && field.order ? sql`${key} IS NOT NULL` : isSet(field)
  const from = sql`FROM ${name(list.kind)} t WHERE ${has}`
  if (way) {
    const order = way === 'down' ? sql`${key} DESC` : key
    columnOf<number>(db, sql`SELECT t.num ${from} ORDER BY ${order}, t.num`).forEach((num, at) => (ranks[num] = at + 1))
  } else {
    const rows = tuples<[number, number]>(db, sql`SELECT t.num, dense_rank() OVER (ORDER BY ${key}) ${from}`)
    for (const [num, rank] of rows) ranks[num] = rank
  }
  return (num) => ranks[num] as number
}
