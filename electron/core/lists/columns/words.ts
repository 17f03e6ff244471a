import { column as columnOf, sql, type ReadDb } from '../../../store/db.ts'
import { foundFrom, type Searched } from '../../records/search-text.ts'
import { containsSql, type ListField } from '../conditions.ts'
import type { ListDefinition } from '../list.ts'
import type { Column } from './column.ts'
import type { Columns } from './columns.ts'
import { columnTest, rowsTest, valueField, type Test } from './row-test.ts'

/** Whether one of several words stands in a row's own texts, or in what it names or has pinned. To be asked with growing numbers. */
export function wordsTest(db: ReadDb, columns: Columns, list: ListDefinition, words: readonly string[]): Test {
  const tests = words.flatMap((word) => [
    hitsTest(db, list.kind, word),
    ...(list.alsoFound?.(word) ?? []).flatMap((also) => {
      if ('holds' in also) {
        const field = list.fields[also.holds] as ListField
        return [columnTest(db, columns.get(db, also.holds), containsSql(valueField(field), word))]
      }
      const nums = columnOf<number>(db, sql`SELECT * FROM ${'rows' in also ? also.rows : also.named}`)
      if (nums.length === 0) return []
      if ('rows' in also) return [rowsTest(nums, columns.states(db).length)]
      return [namedTest(columns.get(db, also.field), nums)]
    }),
  ])
  const [only] = tests
  return only && tests.length === 1 ? only : (num) => tests.some((test) => test(num))
}

/** The rows that name one of some records. */
function namedTest(column: Column, records: readonly number[]): Test {
  const allowed = new Uint8Array(column.values.length)
  for (const record of records) allowed[column.codeAt(record) ?? 0] = 1
  allowed[0] = 0
  return (num) => allowed[column.codes[num] as number] === 1
}

const [firstPortion, growth] = [200, 8]

/** The rows in whose own text a word stands: read from the index in portions, as far as somebody asks. */
function hitsTest(db: ReadDb, kind: Searched, word: string): Test {
  let [hits, at, limit] = [[] as number[], 0, firstPortion]
  let hasMore = true
  return (num) => {
    while ((hits[at] ?? Infinity) < num) at += 1
    if (at >= hits.length && hasMore) {
      hits = columnOf<number>(db, foundFrom(kind, word, num, limit))
      hasMore = hits.length === limit
      at = 0
      limit *= growth
    }
    return hits[at] === num
  }
}
