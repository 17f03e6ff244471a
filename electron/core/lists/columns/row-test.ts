import { column as columnOf, sql, type ReadDb, type Sql } from '../../../store/db.ts'
import type { ListField } from '../conditions.ts'
import type { Column } from './column.ts'

/** Whether a row is among those that one condition of a view lets through. */
export type Test = (num: number) => boolean

/** What passes all tests; asked a million times, loops are twice as fast as calls of array methods. */
export function allOf(tests: readonly Test[]): Test {
  const [only] = tests
  if (only && tests.length === 1) return only
  return (num) => {
    for (const test of tests) if (!test(num)) return false
    return true
  }
}

/** What passes any of some tests. */
export function anyOf(tests: readonly Test[]): Test {
  const [only] = tests
  if (only && tests.length === 1) return only
  return (num) => {
    for (const test of tests) if (test(num)) return true
    return false
  }
}

/** These rows. */
export function rowsTest(nums: readonly number[], room: number): Test {
  const has = new Uint8Array(room)
  for (const num of nums) has[num] = 1
  return (num) => has[num] === 1
}

/** The codes of a column whose values meet a condition on `valueField`. */
export const codesThat = (db: ReadDb, column: Column, condition: Sql): number[] =>
  columnOf(db, sql`SELECT j.key FROM json_each(${column.json()}) j WHERE ${condition}`)

/** The rows that have one of some codes. */
export function codesTest(column: Column, met: readonly number[]): Test {
  const allowed = new Uint8Array(column.values.length)
  for (const code of met) allowed[code] = 1
  const { codes } = column
  return (num) => allowed[codes[num] as number] === 1
}

/** A field as it is in the values of a column, under the alias j. */
export function valueField(field: ListField): ListField {
  if (field.kind === 'many') return { kind: 'many', values: sql`(SELECT value FROM json_each(j.value))` }
  if (field.kind !== 'date') return { ...field, expr: sql`j.value` }
  const [from, to, edtf] = [sql`(j.value ->> 0)`, sql`(j.value ->> 1)`, sql`(j.value ->> 2)`]
  return { kind: 'date', expr: from, from, to, edtf }
}
