import type { FieldChange } from '../../../shared/history.ts'
import type { ReadDb } from '../../store/db.ts'
import type { Change } from '../records/changes.ts'
import { entities } from '../records/entities.ts'
import { readOne } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'

/** Tells changes in words that a person reads: references by the names that records have now. */
export class Words {
  readonly #db: ReadDb
  readonly #names = new Map<string, string>()

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** The fields of a change, before and after; those that are the same, or say nothing to a person, are left out. */
  fieldsOf({ entity, id, before, after }: Change): FieldChange[] {
    const { owner } = entities[entity]
    const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    return fields
      .filter((field) => field !== owner && !untold.has(field) && !isTwin(field, before, after))
      .map((field) => ({
        entity,
        id,
        field: field.replace(/_text$/, ''),
        before: this.tell(entity, field, before?.[field]),
        after: this.tell(entity, field, after?.[field]),
      }))
      .filter((change) => change.before !== change.after)
  }

  /** A cell in words; null where it says nothing. */
  tell(entity: Change['entity'], field: string, cell: unknown): string | null {
    if (cell === null || cell === undefined) return null
    const kind = entities[entity].columns[field]
    if (typeof kind === 'object') return this.#nameOf(kind.ref, String(cell))
    if (Array.isArray(cell))
      return cell.every((part) => typeof part === 'string') ? cell.join('; ') : JSON.stringify(cell)
    if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
    return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  }

  #nameOf(entity: Change['entity'], id: string): string {
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const fields = readOne(this.#db, entity, id)
    const called = fields ? calledIn(fields) : `a ${entity} that is no more`
    this.#names.set(id, called)
    return called
  }
}

const untold: ReadonlySet<string> = new Set(['created', 'position', 'batch'])

/** A date is told as it was written; its EDTF beside it says the same. */
const isTwin = (field: string, before: Change['before'], after: Change['after']): boolean =>
  `${field}_text` in (after ?? before ?? {})
