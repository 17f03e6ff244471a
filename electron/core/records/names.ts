import { foldText } from '../../../shared/text.ts'
import { value, sql } from '../../store/db.ts'
import type { PlanContext } from '../context.ts'
import { create, type Change } from './changes.ts'

/** The kinds of records that others name. */
export type Named = 'actor' | 'outlet' | 'document' | 'event'

/** The column that says what a record is called. */
export const nameColumn: Readonly<Record<Named, 'name' | 'title'>> = {
  actor: 'name',
  outlet: 'name',
  document: 'title',
  event: 'title',
}

/**
 * Finds records by name within one step, and makes those that do not exist yet: the changes go before those that refer to them.
 * A document is known by its title and its outlet together.
 */
export class NameResolver {
  readonly changes: Change[] = []
  /** The ids of records by their folded names. */
  readonly #known: Readonly<Record<Named, Map<string, string>>> = {
    actor: new Map(),
    outlet: new Map(),
    document: new Map(),
    event: new Map(),
  }
  /** The kinds of which the case had any record when the step began: of others nothing can be found but what the step makes. */
  readonly #had: ReadonlySet<Named>
  readonly #ctx: PlanContext

  constructor(ctx: PlanContext) {
    this.#ctx = ctx
    const kinds = Object.keys(tables) as Named[]
    this.#had = new Set(kinds.filter((kind) => value(ctx.db, sql`SELECT 1 FROM ${tables[kind]} LIMIT 1`) !== undefined))
  }

  /** The id of the record of this name (or alias); null for no name. */
  idOf(entity: 'actor' | 'outlet' | 'event', text: string | null): string | null {
    if (text === null) return null
    return this.#resolve(entity, foldText(text), () => this.#byName(entity, text), { [nameColumn[entity]]: text })
  }

  /** The id of the record of this name (or alias); undefined when there is none, and none is made. */
  find(entity: 'actor' | 'outlet' | 'event', text: string): string | undefined {
    return this.#found(entity, foldText(text), () => this.#byName(entity, text))
  }

  /** Whether a record has this name, or has it as an alias: several may have it. */
  isCalled(entity: 'actor' | 'outlet' | 'event', id: unknown, text: string): boolean {
    const name = foldText(text)
    if (this.#known[entity].get(name) === id) return true
    const found = value(
      this.#ctx.db,
      sql`SELECT 1 FROM ${tables[entity]} r JOIN record_name n ON n.kind = ${entity} AND n.num = r.num
          WHERE r.id = ${id} AND n.name = ${name}`,
    )
    return found !== undefined
  }

  /** Makes a record known by its names that this step makes otherwise: what names it later means that one. */
  know(entity: 'actor' | 'outlet' | 'event', id: string, texts: readonly string[]): void {
    for (const text of texts) {
      const name = foldText(text)
      if (!this.#known[entity].has(name)) this.#known[entity].set(name, id)
    }
  }

  documentId(title: string, outlet: string | null, more: Readonly<Record<string, unknown>> = {}): string {
    const outletId = this.idOf('outlet', outlet)
    const find = (): string | undefined => this.#byTitle(title, outletId)
    return this.#resolve('document', documentKey(title, outletId), find, { title, outlet: outletId, ...more })
  }

  /** The id of the document of this title and of the outlet of this id; undefined when the case has none. */
  findDocument(title: string, outletId: string | null): string | undefined {
    return this.#had.has('document') ? this.#byTitle(title, outletId) : undefined
  }

  #byTitle(title: string, outletId: string | null): string | undefined {
    return value(
      this.#ctx.db,
      sql`SELECT d.id FROM record_name n JOIN document d ON d.num = n.num LEFT JOIN outlet o ON o.num = d.outlet
          WHERE n.kind = 'document' AND n.name = ${foldText(title)} AND o.id IS ${outletId} AND d.trashed IS NULL ORDER BY d.num LIMIT 1`,
    )
  }

  /** Of several records the one whose own name it is goes before those that have it as an alias. */
  #byName(entity: 'actor' | 'outlet' | 'event', text: string): string | undefined {
    const folded = foldText(text)
    const own = entity === 'event' ? sql`r.title` : sql`r.name`
    return value(
      this.#ctx.db,
      sql`SELECT r.id FROM record_name n JOIN ${tables[entity]} r ON r.num = n.num
          WHERE n.kind = ${entity} AND n.name = ${folded} AND r.trashed IS NULL
          ORDER BY fold(${own}) = ${folded} DESC, r.num LIMIT 1`,
    )
  }

  #resolve(
    entity: Named,
    key: string,
    find: () => string | undefined,
    fields: Readonly<Record<string, unknown>>,
  ): string {
    const found = this.#found(entity, key, find)
    if (found !== undefined) return found
    const made = this.#make(entity, fields)
    this.#known[entity].set(key, made)
    return made
  }

  #found(entity: Named, key: string, find: () => string | undefined): string | undefined {
    const known = this.#known[entity].get(key)
    if (known !== undefined) return known
    const found = this.#had.has(entity) ? find() : undefined
    if (found !== undefined) this.#known[entity].set(key, found)
    return found
  }

  #make(entity: Named, fields: Readonly<Record<string, unknown>>): string {
    const id = this.#ctx.newId()
    this.changes.push(create(entity, id, fields))
    return id
  }
}

const documentKey = (title: string, outletId: string | null): string => `${foldText(title)}\n${outletId ?? ''}`

const tables = { actor: sql`actor`, outlet: sql`outlet`, document: sql`document`, event: sql`event` }
