import {
  isRecordRow,
  type CarriedEntity,
  type CarriedRecord,
  type CarriedRow,
  type Evidence,
} from '../../../shared/evidence.ts'
import { all, column, join, name, sql, type ReadDb } from '../../store/db.ts'
import { same } from '../records/changes.ts'
import { entities } from '../records/entities.ts'
import { exists, readFields, readOne, type Fields } from '../records/fields.ts'
import { carriedFields } from './collect.ts'
import { Matching } from './match.ts'

/** A field of a record in which a report and the case differ. */
export interface FieldDifference {
  readonly field: string
  readonly ours: unknown
  readonly theirs: unknown
  readonly isConflict: boolean
}

/** A record or part of the report against the case; references are the case's ids. */
export interface ComparedRow {
  readonly entity: CarriedEntity
  /** The case's id; where it is new, the report's. */
  readonly id: string
  readonly fields: Fields
  readonly isNew: boolean
  readonly differences: readonly FieldDifference[]
}

/** A record with its parts. */
export interface ComparedRecord {
  readonly kind: CarriedRecord['kind']
  /** The report's id of it, by which it is picked. */
  readonly id: string
  readonly own: ComparedRow
  readonly parts: readonly ComparedRow[]
  readonly verdict: CarriedRecord['verdict']
}

/** By what a reading is known in the log: what it set is not what a person here changed. */
export const readCommand = 'read-report'

/**
 * Holds the records of a report against the case, as a merge of three: what only they have, or only they changed since it
 * was made or last read here, is changed; what both changed is a conflict; what they have as it once was here, or not at
 * all, is the same, as nothing of it is to be taken.
 */
export function compareEvidence(db: ReadDb, { rows }: Evidence): ComparedRecord[] {
  const matching = new Matching(db, rows)
  const compare = new Comparison(db, matching)
  const parts = Map.groupBy(
    rows.filter((row) => !isRecordRow(row)),
    ownerIn,
  )
  return rows.filter(isRecordRow).map((row) => {
    const own = compare.row(row)
    const compared = (parts.get(row.id) ?? []).map((part) => compare.part(part, own))
    return {
      kind: row.entity as ComparedRecord['kind'],
      id: row.id,
      own,
      parts: compared,
      verdict: verdictOf(own, compared),
    }
  })
}

/** The record that a part belongs to: of a rating the one of four that it grades. */
export function ownerIn({ entity, fields }: CarriedRow): string {
  const { owner = '' } = entities[entity]
  const owners = entity === 'rating' ? ['claim', 'actor', 'outlet', 'document'] : [owner]
  return String(owners.map((field) => fields[field]).find((id) => typeof id === 'string'))
}

function verdictOf(own: ComparedRow, parts: readonly ComparedRow[]): ComparedRecord['verdict'] {
  if (own.isNew) return 'new'
  const differences = [own, ...parts].flatMap((row) => row.differences)
  if (differences.some(({ isConflict }) => isConflict)) return 'conflict'
  return differences.length > 0 || parts.some(({ isNew }) => isNew) ? 'changed' : 'same'
}

interface TwoSides {
  readonly entity: CarriedEntity
  readonly id: string
  readonly ours: Fields
  readonly theirs: Fields
  readonly isOne: boolean
}

class Comparison {
  readonly #db: ReadDb
  readonly #matching: Matching

  constructor(db: ReadDb, matching: Matching) {
    this.#db = db
    this.#matching = matching
  }

  row({ entity, id, fields }: CarriedRow): ComparedRow {
    const mapped = this.#matching.mapped(entity, fields)
    const ours = entity === 'relation' ? this.#relation(id, mapped) : this.#matching.idOf(id)
    return this.#against(entity, ours, mapped, ours === id)
  }

  /** A part is new where the case has none of its id, nor one that says the same. */
  part({ entity, id, fields }: CarriedRow, owner: ComparedRow): ComparedRow {
    const mapped = this.#matching.mapped(entity, fields)
    if (owner.isNew || exists(this.#db, entity, id)) return this.#against(entity, id, mapped, true)
    const twin = this.#partsOf(entity, owner).find(([, ours]) => isAlike(entity, ours, mapped))
    return twin
      ? { entity, id: twin[0], fields: mapped, isNew: false, differences: [] }
      : this.#against(entity, id, mapped, true)
  }

  /** `isOne`: both sides have it from one making, so that what it was then tells who changed it. */
  #against(entity: CarriedEntity, id: string, theirs: Fields, isOne: boolean): ComparedRow {
    const ours = readOne(this.#db, entity, id)
    if (!ours) return { entity, id, fields: theirs, isNew: true, differences: [] }
    return {
      entity,
      id,
      fields: theirs,
      isNew: false,
      differences: this.#differences({ entity, id, ours, theirs, isOne }),
    }
  }

  #differences({ entity, id, ours, theirs, isOne }: TwoSides): FieldDifference[] {
    const differing = carriedFields(entity).filter((field) => !untold.has(field) && !same(ours[field], theirs[field]))
    const isTrashed = typeof ours['trashed'] === 'string'
    if (differing.length === 0 && !isTrashed) return []
    const changes = this.#changesOf(id)
    const found = differing.flatMap((field): FieldDifference[] => {
      const [own, their] = [ours[field], theirs[field]]
      // What they do not say takes nothing away.
      if (isEmpty(their)) return []
      const lately = changes.filter(({ before }) => field in before)
      if (lately.some(({ before }) => same(before[field], their))) return []
      const isOurs = !isOne || (lately.length > 0 && lately.at(-1)?.command !== readCommand)
      return [{ field, ours: own, theirs: their, isConflict: isOurs && !isEmpty(own) }]
    })
    return isTrashed ? [...found, { field: 'trashed', ours: ours['trashed'], theirs: null, isConflict: true }] : found
  }

  /** What was changed of a record here, the oldest first: each with what it was before. */
  #changesOf(id: string): { readonly before: Fields; readonly command: string }[] {
    return all<{ before: string; command: string }>(
      this.#db,
      sql`SELECT c.before, s.command FROM change c JOIN change_set s ON s.num = c.change_set
          WHERE c.record = ${id} AND c.before IS NOT NULL AND c.after IS NOT NULL ORDER BY c.num`,
    ).map(({ before, command }) => ({ before: JSON.parse(before) as Fields, command }))
  }

  #partsOf(entity: CarriedEntity, owner: ComparedRow): [string, Fields][] {
    const field = entity === 'rating' ? owner.entity : entities[entity].owner
    if (field === undefined) return []
    const ids = column<string>(
      this.#db,
      sql`SELECT p.id FROM ${name(owner.entity)} o CROSS JOIN ${name(entity)} p ON p.${name(field)} = o.num WHERE o.id = ${owner.id}`,
    )
    return [...readFields(this.#db, entity, ids)]
  }

  /** A relation that says the same between the same is the same. */
  #relation(id: string, theirs: Fields): string {
    if (exists(this.#db, 'relation', id)) return id
    const ends = (['from', 'to'] as const).flatMap((side) =>
      (['claim', 'event', 'document'] as const).flatMap((kind) => {
        const end = theirs[`${side}_${kind}`]
        return typeof end === 'string'
          ? [sql`r.${name(`${side}_${kind}`)} = (SELECT num FROM ${name(kind)} WHERE id = ${end})`]
          : []
      }),
    )
    const [known] = column<string>(
      this.#db,
      sql`SELECT r.id FROM relation r WHERE r.type = ${theirs['type']} AND r.state = 'confirmed' AND ${join(ends, ' AND ')} LIMIT 1`,
    )
    return known ?? id
  }
}

/** What tells nothing of what a record says: when it came in, its place among others, what the analysis noted. */
export const untold: ReadonlySet<string> = new Set(['created', 'position', 'rule', 'inputs', 'by', 'at', 'frozen'])

const isEmpty = (cell: unknown): boolean =>
  cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0)

const isAlike = (entity: CarriedEntity, one: Fields, other: Fields): boolean =>
  carriedFields(entity).every((field) => untold.has(field) || same(one[field], other[field]))
