import type { MergeKind, MergeSide } from '../../../../../shared/merge.ts'
import { all, name, sql, type ReadDb } from '../../../../store/db.ts'
import type { EntityName } from '../../../records/entities.ts'
import { readFields, type Fields } from '../../../records/fields.ts'
import { isOwner, references, type Reference } from '../../../records/references.ts'

/** A row that names the record that goes, and what becomes of it. */
export interface Moved {
  readonly entity: EntityName
  readonly id: string
  readonly patch: Fields
}

export interface Moves {
  readonly moved: readonly Moved[]
  /** Those that the kept record has already: they stay with the one that goes. */
  readonly doubles: readonly { readonly entity: EntityName; readonly id: string }[]
}

/** By what two parts are the same; a kind of row that is not listed is never a double of another. */
const identities: Partial<Record<EntityName, readonly string[]>> = {
  carriage: ['claim', 'document'],
  measure: ['claim', 'subject', 'category', 'unit', 'low', 'high', 'best', 'qualifier', 'kind', 'as_of', 'place'],
  note_pin: ['note', 'claim', 'event', 'actor', 'outlet', 'document'],
  judgement_claim: ['judgement', 'claim', 'side'],
  participant: ['event', 'actor', 'role'],
  relation: ['from_claim', 'from_event', 'from_document', 'to_claim', 'to_event', 'to_document', 'type', 'state'],
}

/** What moves from the record that goes to the kept one. Nothing is removed: undoing finds every row where it was put. */
export function movesOf(db: ReadDb, kind: MergeKind, keep: string, drop: string, measures: MergeSide): Moves {
  const [moved, doubles]: [Moved[], { entity: EntityName; id: string }[]] = [[], []]
  for (const reference of references.filter(({ to }) => to === kind)) {
    const { from: entity, column } = reference
    const own = rowsOf(db, reference, keep)
    const theirs = rowsOf(db, reference, drop)
    if (theirs.length === 0 && own.length === 0) continue
    const taken = new Set(own.map(([, fields]) => identityOf(entity, fields)))
    let position = Math.max(-1, ...own.map(([, fields]) => Number(fields['position'] ?? -1)))
    for (const [id, fields] of theirs) {
      const there = { ...fields, [column]: keep }
      const identity = identityOf(entity, there)
      const isDouble = identity !== null && taken.has(identity)
      if (isDouble || isOfItself(there) || (entity === 'measure' && measures === 'keep')) {
        doubles.push({ entity, id })
        continue
      }
      taken.add(identity)
      position += 1
      const placed = isOwner(reference) && 'position' in fields ? { position } : {}
      moved.push({ entity, id, patch: { [column]: keep, ...placed } })
    }
    if (entity === 'measure' && measures === 'drop') moved.push(...givenUp(own, theirs, drop))
  }
  return { moved, doubles }
}

/** The kept claim's numbers where the other's are chosen: they go with the claim that goes. */
function givenUp(own: readonly Row[], theirs: readonly Row[], drop: string): Moved[] {
  const identities = new Set(theirs.map(([, fields]) => identityOf('measure', { ...fields, claim: null })))
  return own
    .filter(([, fields]) => !identities.has(identityOf('measure', { ...fields, claim: null })))
    .map(([id]) => ({ entity: 'measure', id, patch: { claim: drop } }))
}

type Row = readonly [id: string, fields: Fields]

function rowsOf(db: ReadDb, { from, column, to }: Reference, id: string): Row[] {
  const rows = all<{ id: string }>(
    db,
    sql`SELECT t.id FROM ${name(to)} r JOIN ${name(from)} t ON t.${name(column)} = r.num WHERE r.id = ${id} ORDER BY t.num`,
  )
  // Records of their own are never doubles, and there may be many: they are not read.
  const fields = identities[from]
    ? readFields(
        db,
        from,
        rows.map((row) => row.id),
      )
    : undefined
  return rows.map((row) => [row.id, fields?.get(row.id) ?? {}])
}

function identityOf(entity: EntityName, fields: Fields): string | null {
  const columns = identities[entity]
  return columns ? JSON.stringify(columns.map((column) => fields[column] ?? null)) : null
}

/** A relation of a record with itself says nothing. */
const isOfItself = (fields: Fields): boolean =>
  ['claim', 'event', 'document'].some(
    (end) => typeof fields[`from_${end}`] === 'string' && fields[`from_${end}`] === fields[`to_${end}`],
  )
