import { column as columnOf, sql, type ReadDb } from '../../../store/db.ts'
import { foundFrom, type Searched } from '../../records/search-text.ts'
import { containsSql, type ListField } from '../conditions.ts'
import type { ListDefinition } from '../list.ts'
import type { Columns } from './columns.ts'
import { codesTest, codesThat, rowsTest, valueField, type Test } from './row-test.ts'

/** Whether one of several words stands in a row's own texts, or in what it names or has pinned. To be asked with growing numbers. */
export function wordsTest(db: ReadDb, columns: Columns, list: ListDefinition, words: readonly string[]): Test {
  const tests = words.flatMap((word) => [
    hitsTest(db, list.kind, word),
    ...(list.alsoFound?.(word) ?? []).flatMap((also) => {
      if ('rows' in also) {
        const nums = columnOf<number>(db, sql`SELECT * FROM ${also.rows}`)
        return nums.length === 0 ? [] : [rowsTest(nums, columns.states(db).length)]
      }
      const column = columns.get(db, 'holds' in also ? also.holds : also.field)
      const codes =
        'holds' in also
          ? codesThat(db, column, containsSql(valueField(list.fields[also.holds] as ListField), word))
          : columnOf<number>(db, sql`SELECT * FROM ${also.named}`).flatMap((record) => column.codeAt(record) ?? [])
      // What finds nothing is not asked a million times.
      return codes.length === 0 ? [] : [codesTest(column, codes)]
    }),
  ])
  const [only] = tests
  return only && tests.length === 1 ? only : (num) => tests.some((test) => test(num))
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
