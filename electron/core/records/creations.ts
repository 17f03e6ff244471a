import { foldText } from '../../../shared/text.ts'
import { all, name, sql, value, type WriteDb } from '../../store/db.ts'
import { statementHash } from '../../store/text-hash.ts'
import { linkTexts } from '../notes/links.ts'
import type { Change } from './changes.ts'
import { isSearched, namesIn, searchTextOf } from './derive.ts'
import { entities, entityNames, type ColumnKind, type EntityName } from './entities.ts'
import { daysOf, numOf, type Fields } from './fields.ts'
import { insertRows, type Cell } from './insert-rows.ts'

/**
 * Makes many records and parts at once, with what is derived of them: rows are gathered by table and inserted many to a
 * statement, since a statement of its own for each of a claim's twenty rows is most of the time of an import.
 */
export class Creations {
  readonly #db: WriteDb
  readonly #at: string
  /** The row numbers of records by id: those made here, and those that were looked up. */
  readonly #nums: Map<string, number>
  readonly #rows = new Map<string, Cell[][]>()
  readonly #next = new Map<string, number>()
  /** The outlets of documents that carry a claim here. */
  readonly #outlets = new Map<string, number | null>()

  constructor(db: WriteDb, at: string, nums: Map<string, number>) {
    this.#db = db
    this.#at = at
    this.#nums = nums
  }

  /** Inserts what these changes make; each of them makes something. */
  insert(changes: readonly Change[]): void {
    const claims = partsOfClaims(changes)
    // A claim stands before the document that carries it, which is made for it alone.
    const nums = changes.map(({ entity, id }) => this.#number(entity, id))
    for (const { entity, id, after } of changes)
      if (entity === 'document') this.#outlets.set(id, this.#outletIn(after ?? {}))
    changes.forEach((change, at) => this.#add(change, nums[at] ?? 0, claims))
    for (const table of tables) {
      const rows = this.#rows.get(table)
      if (rows) insertRows(this.#db, table, columnsOf(this.#db, table), rows)
    }
    this.#rows.clear()
    // Claims and parts are referred to by what is made with them; only the few that others name stay known.
    for (const { entity, id } of changes) if (!named.has(entity)) this.#nums.delete(id)
  }

  #number(entity: EntityName, id: string): number {
    const num = this.#numFor(entity)
    this.#nums.set(id, num)
    return num
  }

  #outletIn({ outlet }: Fields): number | null {
    return typeof outlet === 'string' ? this.#num('outlet', outlet) : null
  }

  #add({ entity, id, after }: Change, num: number, claims: ReadonlyMap<string, ClaimParts>): void {
    const fields = after ?? {}
    const derived = entity === 'claim' ? this.#derivedOf(fields, claims.get(id)) : {}
    this.#push(entity, this.#cells(entity, { num, id, ...fields, ...derived }))
    if (Array.isArray(fields['tags'])) this.#tags(num, fields['tags'] as string[])
    if (isSearched(entity)) this.#found(entity, num, fields)
  }

  #push(table: string, row: Cell[]): void {
    const rows = this.#rows.get(table)
    if (rows) rows.push(row)
    else this.#rows.set(table, [row])
  }

  #numFor(table: string): number {
    const next =
      this.#next.get(table) ?? (value<number>(this.#db, sql`SELECT coalesce(max(num), 0) FROM ${name(table)}`) ?? 0) + 1
    this.#next.set(table, next + 1)
    return next
  }

  /** A record's cells in the order of its table's columns. */
  #cells(entity: EntityName, fields: Fields): Cell[] {
    const { columns, isRecord } = entities[entity]
    return columnsOf(this.#db, entity).map(({ column, fallback, date }): Cell => {
      if (column === 'changed' && isRecord) return this.#at
      const kind = columns[column]
      if (date) return daysOf(fields[date.field])[date.side]
      const given = fields[column]
      return given === undefined ? fallback : this.#cell(kind, given)
    })
  }

  #cell(kind: ColumnKind | undefined, given: unknown): Cell {
    if (given === null) return null
    if (typeof kind === 'object') return this.#num(kind.ref, String(given))
    if (kind === 'json') return JSON.stringify(given)
    if (typeof given === 'boolean') return given ? 1 : 0
    return given as string | number
  }

  #num(entity: EntityName, id: string): number {
    const known = this.#nums.get(id)
    if (known !== undefined) return known
    const num = numOf(this.#db, entity, id)
    if (num === undefined) throw new Error(`No ${entity} ${id}`)
    this.#nums.set(id, num)
    return num
  }

  /** The newest rating of each axis, the first carriage and the first measure, as `derive` finds them later. */
  #derivedOf(fields: Fields, parts: ClaimParts | undefined): Record<string, Cell> {
    const measure = parts?.measure
    const document = parts?.carriage?.['document']
    const lead = document === undefined || document === null ? null : this.#num('document', String(document))
    return {
      statement_hash: statementHash(String(fields['statement'])),
      reliability: (parts?.reliability ?? null) as Cell,
      credibility: (parts?.credibility ?? null) as Cell,
      lead_document: lead,
      lead_outlet: lead === null ? null : this.#outletOf(String(document), lead),
      lead_category: (measure?.['category'] ?? null) as Cell,
      lead_quantity: measure ? quantityOf(measure) : null,
    }
  }

  /** A document that is made in the same go names its outlet itself. */
  #outletOf(id: string, num: number): number | null {
    const known = this.#outlets.get(id)
    if (known !== undefined) return known
    const outlet = value<number | null>(this.#db, sql`SELECT outlet FROM document WHERE num = ${num}`) ?? null
    this.#outlets.set(id, outlet)
    return outlet
  }

  #tags(claim: number, tags: readonly string[]): void {
    const nums = new Set(tags.map((tag) => this.#tag(tag)))
    for (const [position, tag] of [...nums].entries()) this.#push('claim_tag', [claim, tag, position])
  }

  #tag(tag: string): number {
    const key = `tag ${tag}`
    const known = this.#nums.get(key) ?? value<number>(this.#db, sql`SELECT num FROM tag WHERE name = ${tag}`)
    const num = known ?? this.#numFor('tag')
    if (known === undefined) this.#push('tag', [num, tag])
    this.#nums.set(key, num)
    return num
  }

  #found(entity: Parameters<typeof searchTextOf>[0], num: number, fields: Fields): void {
    this.#push('search_text', [entity, num, searchTextOf(entity, fields)])
    for (const known of namesIn(entity, fields)) this.#push('record_name', [entity, num, known])
    if (entity !== 'note') return
    for (const text of new Set(linkTexts(String(fields['body'] ?? '')).map(foldText)))
      this.#push('note_link', [num, text])
  }
}

/** What later portions of a step refer to. */
const named: ReadonlySet<EntityName> = new Set(['actor', 'outlet', 'document', 'event'])

/** Each table after those that its rows refer to. */
const tables = ['tag', ...entityNames, 'claim_tag', 'search_text', 'record_name', 'note_link']

/** What of a claim's parts shows in the claim itself. */
interface ClaimParts {
  measure?: Fields
  carriage?: Fields
  reliability?: unknown
  credibility?: unknown
}

function partsOfClaims(changes: readonly Change[]): Map<string, ClaimParts> {
  const claims = new Map<string, ClaimParts>()
  for (const { entity, after } of changes) {
    const claim = after?.['claim']
    if (typeof claim !== 'string' || !after) continue
    const parts = claims.get(claim) ?? {}
    claims.set(claim, parts)
    if (entity === 'rating') parts[after['axis'] as 'reliability' | 'credibility'] = after['value']
    if (entity === 'measure' && isBefore(after, parts.measure)) parts.measure = after
    if (entity === 'carriage' && isBefore(after, parts.carriage)) parts.carriage = after
  }
  return claims
}

const isBefore = (part: Fields, other: Fields | undefined): boolean =>
  other === undefined || Number(part['position']) < Number(other['position'])

function quantityOf({ best, low, high }: Fields): number | null {
  if (typeof best === 'number') return best
  if (typeof low === 'number' && typeof high === 'number') return (low + high) / 2
  return (low ?? high ?? null) as number | null
}

interface Column {
  readonly column: string
  /** What the table gives a column that nothing is said of. */
  readonly fallback: Cell
  /** A derived day: of which date, and which side of it. */
  readonly date: { readonly field: string; readonly side: 0 | 1 } | null
}

const known = new WeakMap<WriteDb, Map<string, readonly Column[]>>()

/** The columns of a table, read once per connection. */
function columnsOf(db: WriteDb, table: string): readonly Column[] {
  let tables = known.get(db)
  if (!tables) known.set(db, (tables = new Map()))
  let columns = tables.get(table)
  if (!columns) {
    const dates = Object.entries(entities[table as EntityName]?.columns ?? {}).filter(([, kind]) => kind === 'date')
    columns = all<{ name: string; dflt_value: string | null }>(
      db,
      sql`SELECT name, dflt_value FROM pragma_table_info(${table}) ORDER BY cid`,
    ).map(({ name: column, dflt_value: literal }): Column => {
      const field = dates.find(([date]) => column === `${date}_from` || column === `${date}_to`)?.[0]
      const date = field === undefined ? null : { field, side: column.endsWith('_from') ? (0 as const) : (1 as const) }
      return { column, fallback: literalOf(literal), date }
    })
    tables.set(table, columns)
  }
  return columns
}

/** Our defaults are texts and numbers. */
function literalOf(literal: string | null): Cell {
  if (literal === null) return null
  return literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : Number(literal)
}
