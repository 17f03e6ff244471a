import { historyKinds, type FieldChange } from '../../../shared/history.ts'
import type { ReadDb } from '../../store/db.ts'
import type { Change } from '../records/changes.ts'
import { entities, type EntityName } from '../records/entities.ts'
import { readOne, type Fields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
import { wholeParts, type ToldPart } from './parts.ts'

/** Tells changes in words that a person reads: references by the names that records have now. */
export class Words {
  readonly db: ReadDb
  readonly #names = new Map<string, string>()

  constructor(db: ReadDb) {
    this.db = db
  }

  /** The fields of a change, before and after; those that are the same, or say nothing to a person, are left out. */
  fieldsOf(change: Change): FieldChange[] {
    return (this.#whole(change) ?? this.#byField(change)).filter(({ before, after }) => before !== after)
  }

  /** What a record is called that the case does not have, or not yet. */
  learn(id: string, called: string): void {
    this.#names.set(id, called)
  }

  readonly nameOf = (entity: EntityName, id: string): string => {
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const fields = readOne(this.db, entity, id)
    const called = fields ? calledIn(fields) : `a ${entity} that is no more`
    this.#names.set(id, called)
    return called
  }

  /** A part that is told in one line; what a change leaves as it was is taken from the part as it is now. */
  #whole({ entity, id, before, after }: Change): FieldChange[] | null {
    const tell = wholeParts[entity]
    const now = before !== null && after !== null ? readOne(this.db, entity, id) : {}
    if (!tell || !now) return null
    const told = (fields: Fields | null): ToldPart | null => fields && tell({ ...now, ...fields }, this)
    const [then, since] = [told(before), told(after)]
    const field = (since ?? then)?.field ?? ''
    return [{ entity, id, field, before: then?.text ?? null, after: since?.text ?? null }]
  }

  #byField({ entity, id, before, after }: Change): FieldChange[] {
    const { owner } = entities[entity]
    const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    return fields
      .filter((field) => field !== owner && !untold.has(field) && !isTwin(field, before, after))
      .map((field) => ({
        entity,
        id,
        field: fieldName(entity, field.replace(/_text$/, '')),
        before: this.tell(entity, field, before?.[field]),
        after: this.tell(entity, field, after?.[field]),
      }))
  }

  /** A cell in words; null where it says nothing. */
  tell(entity: EntityName, field: string, cell: unknown): string | null {
    if (cell === null || cell === undefined) return null
    if (field === 'trashed') return 'yes'
    if (field === 'scale') return cell === 'phia' ? 'PHIA' : 'ICD 203'
    const kind = entities[entity].columns[field]
    if (typeof kind === 'object') return this.nameOf(kind.ref, String(cell))
    if (Array.isArray(cell))
      return cell.every((part) => typeof part === 'string') ? cell.join('; ') : JSON.stringify(cell)
    if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
    return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  }
}

const untold: ReadonlySet<string> = new Set(['created', 'position', 'batch'])

/** A date is told as it was written; its EDTF beside it says the same. */
const isTwin = (field: string, before: Change['before'], after: Change['after']): boolean =>
  `${field}_text` in (after ?? before ?? {})

const fieldWords: Readonly<Record<string, string>> = {
  trashed: 'in the trash',
  tlp: 'TLP',
  url: 'address',
  resolves_by: 'resolves by',
}
const partWords: Readonly<Partial<Record<EntityName, string>>> = {
  measure: 'number',
  carriage: 'carrier',
  rating: 'grade',
  case_info: 'case',
  saved_view: 'saved view',
}

/** "place"; of a part "number: low". */
function fieldName(entity: EntityName, field: string): string {
  const name = fieldWords[field] ?? field.replaceAll('_', ' ')
  const isOwn = (historyKinds as readonly string[]).includes(entity)
  return isOwn ? name : `${partWords[entity] ?? entity.replaceAll('_', ' ')}: ${name}`
}
