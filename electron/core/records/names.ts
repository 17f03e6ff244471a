import { foldText } from '../../../shared/text.ts'
import { value, sql } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, type Change } from './changes.ts'

type Named = 'actor' | 'outlet' | 'document' | 'event'
const titleField: Readonly<Record<Named, 'name' | 'title'>> = {
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
  readonly #known = new Map<string, string>()
  readonly #ctx: CommandContext

  constructor(ctx: CommandContext) {
    this.#ctx = ctx
  }

  /** The id of the record of this name (or alias); null for no name. */
  idOf(entity: 'actor' | 'outlet' | 'event', text: string | null): string | null {
    if (text === null) return null
    return this.#resolve(entity, foldText(text), () => this.#byName(entity, text), { [titleField[entity]]: text })
  }

  documentId(title: string, outlet: string | null, more: Readonly<Record<string, unknown>> = {}): string {
    const outletId = this.idOf('outlet', outlet)
    const find = (): string | undefined =>
      value(
        this.#ctx.db,
        sql`SELECT d.id FROM record_name n JOIN document d ON d.num = n.num LEFT JOIN outlet o ON o.num = d.outlet
            WHERE n.kind = 'document' AND n.name = ${foldText(title)} AND o.id IS ${outletId} AND d.trashed IS NULL ORDER BY d.num LIMIT 1`,
      )
    return this.#resolve('document', `${foldText(title)}\n${outletId ?? ''}`, find, {
      title,
      outlet: outletId,
      ...more,
    })
  }

  #byName(entity: Named, text: string): string | undefined {
    const num = value<number>(
      this.#ctx.db,
      sql`SELECT min(n.num) FROM record_name n JOIN ${tables[entity]} r ON r.num = n.num
          WHERE n.kind = ${entity} AND n.name = ${foldText(text)} AND r.trashed IS NULL`,
    )
    return num === undefined || num === null
      ? undefined
      : value(this.#ctx.db, sql`SELECT id FROM ${tables[entity]} WHERE num = ${num}`)
  }

  #resolve(
    entity: Named,
    key: string,
    find: () => string | undefined,
    fields: Readonly<Record<string, unknown>>,
  ): string {
    const known = this.#known.get(`${entity} ${key}`)
    if (known) return known
    const found = find() ?? this.#make(entity, fields)
    this.#known.set(`${entity} ${key}`, found)
    return found
  }

  #make(entity: Named, fields: Readonly<Record<string, unknown>>): string {
    const id = this.#ctx.newId()
    this.changes.push(create(entity, id, fields))
    return id
  }
}

const tables = { actor: sql`actor`, outlet: sql`outlet`, document: sql`document`, event: sql`event` }
