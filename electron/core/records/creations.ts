import { foldText } from '../../../shared/text.ts'
import { all, name, sql, value, type WriteDb } from '../../store/db.ts'
import { orderKey } from '../../store/collation.ts'
import { statementHash } from '../../store/text-hash.ts'
import { linkTexts } from '../notes/links.ts'
import { type Change } from './changes.ts'
import { notFound } from './not-found.ts'
import { namesIn, searchTextOf } from './derive.ts'
import { entities, entityNames, type EntityName } from './entities.ts'
import { daysOf, numOf, type Fields } from './fields.ts'
import { insertRows, type Cell } from './insert-rows.ts'
import { measureColumns, ownColumns, quantityOf, type Carrier, type MadeClaim } from './new-claims.ts'
import { isSearched, searchKey, type Searched, type SearchTexts } from './search-text.ts'

/**
 * Makes many records and parts at once, with what is derived of them: rows are gathered by table and inserted many to a
 * statement, since a statement of its own for each of a claim's rows is most of the time of an import.
 */
export class Creations {
  readonly #db: WriteDb
  readonly #at: string
  readonly #newId: () => string
  readonly #texts: SearchTexts
  readonly #found: (readonly [key: number, text: string])[] = []
  /** The row numbers of records by id: those made here that others may name, and those that were looked up. */
  readonly #nums = new Map<string, number>()
  /** The row numbers of what only its own parts refer to, while they are made. */
  readonly #own = new Map<string, number>()
  readonly #tables = new Map<string, Table>()
  /** The outlets of documents that carry a claim here. */
  readonly #outlets = new Map<string, number | null>()
  /** The import by which these records come. */
  #batch: number | null = null

  constructor(db: WriteDb, at: string, texts: SearchTexts, newId: () => string) {
    this.#db = db
    this.#newId = newId
    this.#at = at
    this.#texts = texts
  }

  /** Inserts what these changes make; each of them makes something. `batch`: the import by which it comes. */
  insert(changes: readonly Change[], batch: number | null): void {
    this.#batch = batch
    if (this.#nums.size > mostKnown) this.#nums.clear()
    if (this.#outlets.size > mostKnown) this.#outlets.clear()
    const claims = partsOfClaims(changes)
    // A claim stands before the document that carries it, which is made for it alone.
    const nums = changes.map(({ entity, id }) => this.#number(entity, id))
    for (const { entity, id, after } of changes)
      if (entity === 'document') this.#outlets.set(id, this.#outletIn(after ?? {}))
    changes.forEach((change, at) => this.#add(change, nums[at] ?? 0, claims))
    for (const table of tables) this.#flush(table)
    this.#texts.add(this.#found.splice(0))
    this.#own.clear()
  }

  /** Inserts claims with their parts that come by an import; `rater`: the person at work. */
  insertClaims(claims: readonly MadeClaim[], batch: number, rater: string): void {
    const rows = { claim: [], measure: [], carriage: [], rating: [] } satisfies Record<string, Cell[]>
    for (const made of claims) this.#addClaim(made, batch, rater, rows)
    for (const [table, cells] of Object.entries(rows))
      insertRows(this.#db, table, claimTables[table as keyof typeof claimTables], cells)
    for (const table of ['tag', 'claim_tag', 'record_name'] as const) this.#flush(table)
    this.#texts.add(this.#found.splice(0))
  }

  #addClaim(made: MadeClaim, batch: number, rater: string, rows: Record<keyof typeof claimTables, Cell[]>): void {
    const { id, ref, claimant, event, document, claim, reason } = made
    const { grades, measure, tags } = claim
    const num = this.#table('claim').next++
    const lead = document && this.#rowOf(document)
    rows.claim.push(
      num,
      id,
      ref,
      ref === null ? null : orderKey(ref),
      claimant === null ? null : this.#num('actor', claimant),
      event === null ? null : this.#num('event', event),
      lead && lead.num,
      lead && lead.outlet,
      grades.reliability ?? null,
      grades.credibility ?? null,
      batch,
      this.#at,
      this.#at,
      ...claim.own,
    )
    if (measure) rows.measure.push(this.#table('measure').next++, this.#newId(), num, 0, ...measure)
    if (lead !== null) rows.carriage.push(this.#table('carriage').next++, this.#newId(), num, lead.num, 0)
    for (const axis of axes) {
      const grade = grades[axis]
      if (grade !== undefined)
        rows.rating.push(this.#table('rating').next++, this.#newId(), num, axis, grade, reason, rater, this.#at)
    }
    if (tags.length > 0) this.#tags(num, tags)
    const folded = ref === claim.ref || ref === null ? claim.foldedRef : foldText(ref)
    if (folded !== null) this.#table('record_name').cells.push('claim', num, folded)
    this.#found.push([searchKey('claim', num), folded === null ? claim.text : `${folded}\n${claim.text}`])
  }

  #flush(name: string): void {
    const { columns, cells } = this.#tables.get(name) ?? noTable
    if (cells.length > 0) insertRows(this.#db, name, columns, cells)
    cells.length = 0
  }

  /** Rows were inserted otherwise since: the next ones are numbered after these. */
  renumber(): void {
    for (const [name, table] of this.#tables) table.next = nextNum(this.#db, name)
  }

  #number(entity: EntityName, id: string): number {
    const num = this.#table(entity).next++
    if (named.has(entity)) this.#nums.set(id, num)
    else if (owners.has(entity)) this.#own.set(id, num)
    return num
  }

  #table(name: string): Table {
    const known = this.#tables.get(name)
    if (known) return known
    const table = { columns: columnsOf(this.#db, name), cells: [], next: nextNum(this.#db, name) }
    this.#tables.set(name, table)
    return table
  }

  #outletIn({ outlet }: Fields): number | null {
    return typeof outlet === 'string' ? this.#num('outlet', outlet) : null
  }

  #add({ entity, id, after }: Change, num: number, claims: ReadonlyMap<string, ClaimParts>): void {
    const fields = after ?? {}
    const derived = entity === 'claim' ? this.#derivedOf(fields, claims.get(id)) : null
    const { columns, cells } = this.#table(entity)
    for (const column of columns) cells.push(this.#cell(column, num, id, fields, derived))
    if (Array.isArray(fields['tags'])) this.#tags(num, fields['tags'] as string[])
    if (isSearched(entity)) this.#derive(entity, num, fields)
  }

  #cell(column: Column, num: number, id: string, fields: Fields, derived: Derived | null): Cell {
    const { field, source, fallback } = column
    switch (source) {
      case 'num':
        return num
      case 'id':
        return id
      case 'changed':
        return this.#at
      case 'created':
        return (fields['created'] as string | undefined) ?? this.#at
      case 'batch':
        return (fields['batch'] as number | undefined) ?? this.#batch
      case 'derived':
        return derived?.[field as keyof Derived] ?? null
      case 'from':
        return daysOf(fields[field])[0]
      case 'to':
        return daysOf(fields[field])[1]
      default: {
        const given = fields[field]
        if (given === undefined) return fallback
        if (given === null) return null
        if (typeof source === 'object') return this.#num(source.ref, given as string)
        if (source === 'json') return JSON.stringify(given)
        return typeof given === 'boolean' ? Number(given) : (given as string | number)
      }
    }
  }

  #num(entity: EntityName, id: string): number {
    const known = this.#own.get(id) ?? this.#nums.get(id)
    if (known !== undefined) return known
    const num = numOf(this.#db, entity, id)
    if (num === undefined) throw notFound(entity, id)
    this.#nums.set(id, num)
    return num
  }

  /** The newest rating of each axis, the first carriage and the first measure, as `derive` finds them later. */
  #derivedOf(fields: Fields, parts: ClaimParts | undefined): Derived {
    const measure = parts?.measure
    const document = parts?.carriage?.['document']
    const lead = document === undefined || document === null ? null : this.#num('document', String(document))
    return {
      statement_hash: statementHash(String(fields['statement'])),
      ref_key: typeof fields['ref'] === 'string' ? orderKey(fields['ref']) : null,
      statement_key: orderKey(String(fields['statement'])),
      reliability: (parts?.reliability ?? null) as Cell,
      credibility: (parts?.credibility ?? null) as Cell,
      lead_document: lead,
      lead_outlet: lead === null ? null : this.#outletOf(String(document), lead),
      lead_category: (measure?.['category'] ?? null) as Cell,
      lead_quantity: measure ? quantityOf(measure) : null,
    }
  }

  #rowOf(document: Carrier): NonNullable<Carrier['row']> {
    if (document.row) return document.row
    const num = this.#num('document', document.id)
    document.row = { num, outlet: this.#outletOf(document.id, num) }
    return document.row
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
    let position = 0
    for (const tag of nums) this.#table('claim_tag').cells.push(claim, tag, position++)
  }

  #tag(tag: string): number {
    const key = `tag ${tag}`
    const met = this.#nums.get(key)
    if (met !== undefined) return met
    const known = value<number>(this.#db, sql`SELECT num FROM tag WHERE name = ${tag}`)
    const table = this.#table('tag')
    const num = known ?? table.next++
    if (known === undefined) table.cells.push(num, tag)
    this.#nums.set(key, num)
    return num
  }

  #derive(entity: Searched, num: number, fields: Fields): void {
    this.#found.push([searchKey(entity, num), searchTextOf(entity, fields)])
    for (const known of namesIn(entity, fields)) this.#table('record_name').cells.push(entity, num, known)
    if (entity !== 'note') return
    for (const text of new Set(linkTexts(String(fields['body'] ?? '')).map(foldText)))
      this.#table('note_link').cells.push(num, text)
  }
}

/** The rows that are gathered for a table, cell by cell, and the number of its next row. */
interface Table {
  readonly columns: readonly Column[]
  readonly cells: Cell[]
  next: number
}

const noTable: Table = { columns: [], cells: [], next: 0 }

const columnsNamed = (names: readonly string[]): { readonly column: string }[] => names.map((column) => ({ column }))

/** Row numbers that are kept at hand: an import of a million rows may make hundreds of thousands of documents. */
const mostKnown = 20_000

/** The columns in which the rows of new claims are gathered. */
const claimTables = {
  claim: columnsNamed([
    ...[
      'num',
      'id',
      'ref',
      'ref_key',
      'claimant',
      'event',
      'lead_document',
      'lead_outlet',
      'reliability',
      'credibility',
    ],
    ...['batch', 'created', 'changed'],
    ...ownColumns,
  ]),
  measure: columnsNamed(['num', 'id', 'claim', 'position', ...measureColumns]),
  carriage: columnsNamed(['num', 'id', 'claim', 'document', 'position']),
  rating: columnsNamed(['num', 'id', 'claim', 'axis', 'value', 'reason', 'rater', 'at']),
}
const axes = ['reliability', 'credibility'] as const

/** What later portions of a step refer to. */
const named: ReadonlySet<EntityName> = new Set(['actor', 'outlet', 'document', 'event'])

/** What only its own parts refer to, and relations, which are no part. */
const owners: ReadonlySet<EntityName> = new Set(['claim', 'note', 'judgement', 'report'])

/** Each table after those that its rows refer to. */
const tables = ['tag', ...entityNames, 'claim_tag', 'record_name', 'note_link']

/** What a claim shows of its parts and of its own texts. */
const derivedNames = [
  ...(['statement_hash', 'ref_key', 'statement_key', 'reliability', 'credibility'] as const),
  ...(['lead_document', 'lead_outlet', 'lead_category', 'lead_quantity'] as const),
]
type Derived = Readonly<Record<(typeof derivedNames)[number], Cell>>
const derivedColumns: ReadonlySet<string> = new Set(derivedNames)

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
    let parts = claims.get(claim)
    if (!parts) claims.set(claim, (parts = {}))
    if (entity === 'rating') parts[after['axis'] as 'reliability' | 'credibility'] = after['value']
    if (entity === 'measure' && isBefore(after, parts.measure)) parts.measure = after
    if (entity === 'carriage' && isBefore(after, parts.carriage)) parts.carriage = after
  }
  return claims
}

const isBefore = (part: Fields, other: Fields | undefined): boolean =>
  other === undefined || Number(part['position']) < Number(other['position'])

/** A column of a table, and where its cells come from. */
interface Column {
  readonly column: string
  /** The field it is filled from: for a derived day the date that it is a day of. */
  readonly field: string
  readonly source:
    | 'num'
    | 'id'
    | 'created'
    | 'changed'
    | 'batch'
    | 'derived'
    | 'from'
    | 'to'
    | 'json'
    | 'field'
    | { readonly ref: EntityName }
  /** What the table gives a column that nothing is said of. */
  readonly fallback: Cell
}

const known = new WeakMap<WriteDb, Map<string, readonly Column[]>>()

/** The columns of a table, read once per connection. */
function columnsOf(db: WriteDb, table: string): readonly Column[] {
  let tables = known.get(db)
  if (!tables) known.set(db, (tables = new Map()))
  let columns = tables.get(table)
  if (!columns) {
    columns = all<{ name: string; dflt_value: string | null }>(
      db,
      sql`SELECT name, dflt_value FROM pragma_table_info(${table}) ORDER BY cid`,
    ).map(({ name: column, dflt_value: literal }) => ({
      column,
      ...sourceOf(table, column),
      fallback: literalOf(literal),
    }))
    tables.set(table, columns)
  }
  return columns
}

function sourceOf(table: string, column: string): Pick<Column, 'field' | 'source'> {
  if (column === 'num' || column === 'id') return { field: column, source: column }
  const entity = entities[table as EntityName]
  if (entity?.isRecord && (column === 'created' || column === 'changed' || column === 'batch'))
    return { field: column, source: column }
  if (table === 'claim' && derivedColumns.has(column)) return { field: column, source: 'derived' }
  const [, date = '', side] = /^(.*)_(from|to)$/.exec(column) ?? []
  if (entity?.columns[date] === 'date') return { field: date, source: side as 'from' | 'to' }
  const kind = entity?.columns[column]
  return { field: column, source: typeof kind === 'object' || kind === 'json' ? kind : 'field' }
}

const nextNum = (db: WriteDb, table: string): number =>
  withoutNum.has(table) ? 0 : (value<number>(db, sql`SELECT coalesce(max(num), 0) FROM ${name(table)}`) ?? 0) + 1

/** Tables whose rows are known by what they belong to. */
const withoutNum: ReadonlySet<string> = new Set(['claim_tag', 'record_name', 'note_link'])

/** Our defaults are texts and numbers. */
function literalOf(literal: string | null): Cell {
  if (literal === null) return null
  return literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : Number(literal)
}
