import type Database from 'better-sqlite3'

declare const writable: unique symbol

/** A connection that may only read. Functions say by this type that they change nothing. */
export type ReadDb = Database.Database
/** A connection that may write. It passes for a ReadDb, not the other way round. */
export type WriteDb = Database.Database & { readonly [writable]: true }

/** A statement's text with its values apart: what the `sql` tag makes. */
export interface Sql {
  readonly text: string
  readonly values: readonly unknown[]
}

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value

/** Builds a statement: interpolated values become parameters, interpolated `sql` parts are spliced in. */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  let text = strings[0] ?? ''
  const values: unknown[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(toParameter(part))
    }
    text += strings[index + 1] ?? ''
  })
  return { text, values }
}

/** SQLite knows no booleans; lists of ids travel as one JSON parameter. */
function toParameter(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined) return null
  return Array.isArray(value) ? JSON.stringify(value) : value
}

/** A table or column name, taken as it is: only for names from our own lists. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new Error(`Not an identifier of ours: ${identifier}`)
  return { text: `"${identifier}"`, values: [] }
}

/** SQL text from our own definitions, taken as it is; never from input. */
export const raw = (text: string): Sql => ({ text, values: [] })

/** Joins parts with a separator; `empty` stands for no parts. */
export function join(parts: readonly Sql[], separator: string, empty = ''): Sql {
  if (parts.length === 0) return raw(empty)
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => part.values) }
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** Statements are prepared once per connection, text and shape of row (a lasting mode of a statement). */
function prepared(db: ReadDb, text: string, shape: 'object' | 'array' | 'first' = 'object'): Database.Statement {
  let cache = statements.get(db)
  if (!cache) statements.set(db, (cache = new Map()))
  const key = `${shape} ${text}`
  let statement = cache.get(key)
  if (!statement) {
    statement = db.prepare(text)
    if (shape === 'array') statement.raw()
    if (shape === 'first') statement.pluck()
    // Filters make many texts; the cache is emptied rather than left to grow.
    if (cache.size > 500) cache.clear()
    cache.set(key, statement)
  }
  return statement
}

export const all = <Row>(db: ReadDb, query: Sql): Row[] => prepared(db, query.text).all(...query.values) as Row[]

export const get = <Row>(db: ReadDb, query: Sql): Row | undefined =>
  prepared(db, query.text).get(...query.values) as Row | undefined

/** Rows as arrays of their columns. */
export const tuples = <Row extends readonly unknown[]>(db: ReadDb, query: Sql): Row[] =>
  prepared(db, query.text, 'array').all(...query.values) as Row[]

/** The values of the first column. */
export const column = <Value>(db: ReadDb, query: Sql): Value[] =>
  prepared(db, query.text, 'first').all(...query.values) as Value[]

/** The rows one after the other, each as the list of its cells: so many need not fit into memory. */
export const each = <Row extends readonly unknown[]>(db: ReadDb, query: Sql): IterableIterator<Row> =>
  prepared(db, query.text, 'array').iterate(...query.values) as IterableIterator<Row>

/** The same, each as an object. */
export const iterate = <Row>(db: ReadDb, query: Sql): IterableIterator<Row> =>
  prepared(db, query.text).iterate(...query.values) as IterableIterator<Row>

/** The first value of the first row; undefined when there is none. */
export const value = <Value>(db: ReadDb, query: Sql): Value | undefined =>
  prepared(db, query.text, 'first').get(...query.values) as Value | undefined

/** What `work` reads is all of one moment, whoever writes meanwhile. */
export const snapshot = <T>(db: ReadDb, work: () => T): T => db.transaction(work)()

export const run = (db: WriteDb, query: Sql): Database.RunResult => prepared(db, query.text).run(...query.values)

/** Inserts `count` rows of a table in one statement: the cells of all of them one after the other. */
export function insertMany(
  db: WriteDb,
  table: string,
  columns: readonly { readonly column: string }[],
  count: number,
  cells: readonly unknown[],
): void {
  let known = inserts.get(db)
  if (!known) inserts.set(db, (known = new Map()))
  const key = `${table} ${count} ${columns.length}`
  let statement = known.get(key)
  if (!statement) {
    const row = `(${columns.map(() => '?').join(', ')})`
    const names = columns.map(({ column }) => name(column).text).join(', ')
    const rows = Array.from({ length: count }, () => row).join(', ')
    known.set(key, (statement = db.prepare(`INSERT INTO ${name(table).text} (${names}) VALUES ${rows}`)))
  }
  statement.run(cells)
}

/** Such statements by table and number of rows: their texts are too long to be looked up by. */
const inserts = new WeakMap<Database.Database, Map<string, Database.Statement>>()
