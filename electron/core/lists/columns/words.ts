import { column as columnOf, sql, type ReadDb } from '../../../store/db.ts'
import { Hits, type Searched } from '../../records/search-text.ts'
import { containsSql, type ListField } from '../conditions.ts'
import type { ListDefinition } from '../list.ts'
import { withNotes } from '../../notes/surroundings.ts'
import type { AlsoFound } from '../search.ts'
import type { Column } from './column.ts'
import type { Columns } from './columns.ts'
import { anyOf, codesTest, codesThat, rowsTest, valueField, type Test } from './row-test.ts'

/** Whether one of several words stands in a row's own texts, or in what it names or has pinned. To be asked with growing numbers. */
export function wordsTest(db: ReadDb, columns: Columns, list: ListDefinition, words: readonly string[]): Test {
  const tests = words.flatMap((word) => [
    hitsTest(db, list.kind, word),
    ...(list.alsoFound?.(word) ?? []).map((also) => alsoTest(db, columns, list, word, also)),
  ])
  // What finds nothing is not asked a million times.
  return anyOf(tests.filter((test) => test !== null))
}

/** Null where nothing is found. */
function alsoTest(
  db: ReadDb,
  columns: Columns,
  { fields }: ListDefinition,
  word: string,
  also: AlsoFound,
): Test | null {
  if ('named' in also) return namedTest(db, columns.get(db, also.field), also.named, word)
  if ('holds' in also) {
    const column = columns.get(db, also.holds)
    const codes = codesThat(db, column, containsSql(valueField(fields[also.holds] as ListField), word))
    return codes.length === 0 ? null : codesTest(column, codes)
  }
  const rows =
    'noted' in also
      ? withNotes(also.noted, sql`(SELECT value FROM json_each(${new Hits(db, 'note', word).all()}))`)
      : also.rows
  const nums = columnOf<number>(db, sql`SELECT * FROM ${rows}`)
  return nums.length === 0 ? null : rowsTest(nums, columns.states(db).length)
}

/** The rows in whose own text a word stands. */
function hitsTest(db: ReadDb, kind: Searched, word: string): Test {
  const more = new Hits(db, kind, word)
  let [hits, at] = [[] as number[], 0]
  return (num) => {
    for (;;) {
      while ((hits[at] ?? Infinity) < num) at += 1
      if (at < hits.length || more.upTo >= num) return hits[at] === num
      hits = more.next(num)
      at = 0
    }
  }
}

const [unknown, met, unmet] = [0, 1, 2]

/** The rows that name a record in whose text a word stands: as far as the records go that rows name. */
function namedTest(db: ReadDb, column: Column, kind: Searched, word: string): Test | null {
  const more = new Hits(db, kind, word)
  const found = new Set<number>()
  const readOn = (): void => more.next().forEach((hit) => found.add(hit))
  do readOn()
  while (found.size === 0 && more.upTo < Infinity)
  if (found.size === 0) return null
  const known = new Uint8Array(column.values.length)
  known[0] = unmet
  const look = (code: number): number => {
    const record = Number(column.keyAt(code))
    while (more.upTo < record) readOn()
    return (known[code] = found.has(record) ? met : unmet)
  }
  const { codes } = column
  return (num) => {
    const code = codes[num] as number
    return (known[code] === unknown ? look(code) : known[code]) === met
  }
}
