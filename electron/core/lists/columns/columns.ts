import { column, join, name, sql, tuples, value, type ReadDb, type Sql } from '../../../store/db.ts'
import type { ListField } from '../conditions.ts'
import type { ListDefinition } from '../list.ts'
import { ChangesSeen } from './changes-seen.ts'
import { roomFor, type Column } from './column.ts'
import { cellsOf, loadColumns, valuesIn, type ColumnSource } from './load.ts'

/** What is at a row number: nothing, a record, or one in the trash. */
export const state = { none: 0, live: 1, trashed: 2 } as const

/** The fields of a list's rows in memory, each read when it is first asked for, and kept up with the case. */
export class Columns {
  readonly #list: ListDefinition
  readonly #sources: ReadonlyMap<string, ColumnSource>
  readonly #columns = new Map<string, Column>()
  readonly #changes: ChangesSeen
  #states: Uint8Array | null = null

  constructor(list: ListDefinition) {
    this.#list = list
    this.#sources = new Map(
      (list.columns ?? []).flatMap((source) => source.fields.map((field) => [field, source] as const)),
    )
    this.#changes = new ChangesSeen(list.kind)
  }

  has = (field: string): boolean => this.#sources.has(field)

  isLoaded = (field: string): boolean => this.#columns.has(field)

  /** Brings what is in memory up to date: to be called when the case changed, before anything is asked for. */
  follow(db: ReadDb): void {
    const changed = this.#changes.since(db)
    if (changed === 'all') return this.#forget()
    for (const [field, { shows = [] }] of this.#sources)
      if (shows.some((kind) => kind === 'analysis' || changed.kinds.includes(kind))) this.#columns.delete(field)
    if (this.#states) this.#readAgain(db, this.#states, changed)
  }

  #forget(): void {
    this.#columns.clear()
    this.#states = null
  }

  /** The state at each row number. */
  states(db: ReadDb): Uint8Array {
    return (this.#states ??= readStates(db, this.#list.kind, 0))
  }

  /** A field of all rows. */
  get(db: ReadDb, field: string): Column {
    const source = this.#sources.get(field)
    if (!source) throw new Error(`${this.#list.kind} has no column ${field}`)
    if (!this.#columns.has(field)) {
      const loaded = loadColumns(db, source, source.fields.map(this.#field), this.states(db).length)
      source.fields.forEach((name, at) => this.#columns.set(name, loaded[at] as Column))
    }
    return this.#columns.get(field) as Column
  }

  #field = (name: string): ListField => this.#list.fields[name] as ListField

  /** Reads the loaded fields of single rows again. */
  #readAgain(
    db: ReadDb,
    states: Uint8Array,
    { own, owners }: { own: readonly string[]; owners: readonly string[] },
  ): void {
    const ids = new Set([...own, ...owners])
    if (ids.size === 0) return
    const [names, columns] = [[...this.#columns.keys()], [...this.#columns.values()]]
    const fields = names.map(this.#field)
    const cells = join([sql`t.num`, sql`t.id`, sql`t.trashed IS NOT NULL`, ...fields.map(cellsOf)], ', ')
    const rows = tuples<[num: number, id: string, isTrashed: number, ...cells: (string | number | null)[]]>(
      db,
      sql`SELECT ${cells} FROM ${this.#list.from} WHERE t.id IN (SELECT value FROM json_each(${[...ids]}))`,
    )
    for (const [num, id, isTrashed, ...rest] of rows) {
      if (num >= states.length) return this.#forget()
      ids.delete(id)
      states[num] = isTrashed ? state.trashed : state.live
      valuesIn(fields, rest).forEach(({ value, key }, at) => columns[at]?.set([num], value, key))
    }
    // Where a row was that is gone, the log does not say.
    if (!own.some((id) => ids.has(id))) return
    this.#states = readStates(db, this.#list.kind, states.length)
    if (this.#states.length > states.length) this.#columns.clear()
  }
}

/** For at least `room` row numbers. */
function readStates(db: ReadDb, kind: string, room: number): Uint8Array {
  const table = name(kind)
  const most = value<number>(db, sql`SELECT coalesce(max(num), 0) FROM ${table}`) ?? 0
  const states = new Uint8Array(Math.max(room, most < room ? 0 : roomFor(most)))
  // Counting takes a tenth of the time of reading which numbers there are: mostly no row ever went.
  if (value<number>(db, sql`SELECT count(*) FROM ${table}`) === most) states.fill(state.live, 1, most + 1)
  else for (const num of numsOf(db, table)) states[num] = state.live
  for (const num of column<number>(db, sql`SELECT num FROM ${table} WHERE trashed IS NOT NULL`))
    states[num] = state.trashed
  return states
}

const numsOf = (db: ReadDb, table: Sql): number[] =>
  JSON.parse(value<string>(db, sql`SELECT json_group_array(num) FROM ${table}`) ?? '[]') as number[]
