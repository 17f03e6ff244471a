import { tuples, sql, type ReadDb, type Sql } from '../../../store/db.ts'
import { textOf, type ListField } from '../conditions.ts'
import { Column, type DateValue, type Value } from './column.ts'

/** Where fields are read from for all rows at once: from an index that holds them, as far as there is one. */
export type ColumnSource = SourceOfGroups | SourceOfPairs

interface SourceOf {
  readonly fields: readonly string[]
  /** Kinds of records whose changes show in rows that did not change themselves; the analysis changes without a log. */
  readonly shows?: readonly string[]
  /** What rows have that are not told of. */
  readonly missing?: number
}

/** Where few values stand in many rows each. */
interface SourceOfGroups extends SourceOf {
  /**
   * Groups of rows that are alike: the values of the fields (of a name the number of the record before it; of a date first
   * day, last day and EDTF; of several texts the JSON), and last the numbers of the rows, as JSON. Rows in no group have nothing set.
   */
  readonly groups: Sql
  /** Each group is one of several texts that a row may have. */
  readonly isPart?: boolean
}

/** Where grouping would take longer than reading row by row. */
interface SourceOfPairs extends SourceOf {
  /** One row: the numbers of the rows as JSON, and as JSON the value of each. */
  readonly pairs: Sql
  /** The values are numbers of records; their names, as one row: the numbers as JSON, and as JSON the names. */
  readonly names?: Sql
}

type Cell = string | number | null

/** The columns of a source, in the order of its fields. */
export function loadColumns(db: ReadDb, source: ColumnSource, fields: readonly ListField[], room: number): Column[] {
  const columns = fields.map(() => new Column(room))
  for (const column of columns) if (source.missing !== undefined) column.codes.fill(column.codeOf(source.missing))
  const [only] = columns
  if ('pairs' in source) {
    if (only) loadPairs(db, source, only)
    return columns
  }
  const { groups, isPart = false } = source
  for (const cells of tuples<Cell[]>(db, groups)) {
    const nums = JSON.parse(String(cells.at(-1))) as number[]
    if (isPart && only) addPart(only, nums, String(cells[0]))
    else valuesIn(fields, cells).forEach(({ value, key }, at) => columns[at]?.set(nums, value, key))
  }
  return columns
}

function loadPairs(db: ReadDb, { pairs, names }: SourceOfPairs, column: Column): void {
  const [nums, values] = listsIn<number, string | number>(db, pairs)
  if (!names) return nums.forEach((num, at) => column.setOne(num, values[at] ?? null))
  const called = new Map<string | number, string>()
  const [records, texts] = listsIn<number, string>(db, names)
  records.forEach((record, at) => called.set(record, texts[at] ?? ''))
  nums.forEach((num, at) => {
    const record = values[at]
    if (record !== undefined && record !== null) column.setOne(num, called.get(record) ?? null, record)
  })
}

/** Two lists of the same length: of numbers and of what each has. */
function listsIn<Num, Of>(db: ReadDb, query: Sql): [Num[], Of[]] {
  const [nums = '[]', values = '[]'] = tuples<[string, string]>(db, query)[0] ?? []
  return [JSON.parse(nums) as Num[], JSON.parse(values) as Of[]]
}

/** Adds a text to those that rows have. */
function addPart(column: Column, nums: readonly number[], text: string): void {
  const next = new Map<number, number>()
  for (const num of nums) {
    const before = column.codes[num] ?? 0
    let after = next.get(before)
    if (after === undefined) {
      after = column.codeOf([...((column.values[before] as readonly string[] | null) ?? []), text])
      next.set(before, after)
    }
    column.codes[num] = after
  }
}

/** What to select so that `valuesIn` can read the values of fields. */
export const cellsOf = (field: ListField): Sql => {
  if (field.kind === 'date') return sql`${field.from}, ${field.to}, ${field.edtf}`
  if (field.kind === 'many') return sql`(SELECT json_group_array(value) FROM ${field.values})`
  return field.kind === 'text' && field.refersTo ? sql`${field.refersTo}, ${field.expr}` : textOf(field)
}

/** A value, and what it is told from others by where that is not the value itself. */
interface Read {
  readonly value: Value | null
  readonly key?: number
}

/** The values of fields in the cells of a row. */
export function valuesIn(fields: readonly ListField[], cells: readonly Cell[]): Read[] {
  let at = 0
  const next = (): Cell => cells[at++] ?? null
  return fields.map((field): Read => {
    if (field.kind === 'date') {
      const days = [next(), next(), next()] as unknown as DateValue
      return { value: days[2] === null ? null : days }
    }
    if (field.kind === 'text' && field.refersTo) {
      const key = next()
      const name = next()
      return key === null ? { value: null } : { value: name, key: Number(key) }
    }
    const cell = next()
    if (field.kind !== 'many' || cell === null) return { value: cell }
    const texts = JSON.parse(String(cell)) as string[]
    return { value: texts.length === 0 ? null : texts }
  })
}
