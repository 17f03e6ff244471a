import { isRecordRow, type CarriedRow } from '../../../../shared/evidence.ts'
import type { FieldChange } from '../../../../shared/history.ts'
import type { RecordComparison } from '../../../../shared/versions.ts'
import type { ReadDb } from '../../../store/db.ts'
import { ownerIn, untold } from '../../evidence/compare.ts'
import { relationCalled } from '../../evidence/tell.ts'
import { isWhole } from '../../history/parts.ts'
import { Words } from '../../history/words.ts'
import { same } from '../../records/changes.ts'
import { calledIn } from '../../records/labels.ts'

/** Which records behind two versions of a report came, went and changed; each with what is other, in words. */
export function compareRecords(
  db: ReadDb,
  before: readonly CarriedRow[],
  after: readonly CarriedRow[],
): RecordComparison[] {
  const words = new Words(db)
  for (const row of [...before, ...after])
    if (isRecordRow(row) && row.entity !== 'relation') words.learn(row.id, calledIn(row.fields))
  const [then, now] = [new Side(before), new Side(after)]
  const tell = ({ id, entity, fields }: CarriedRow): Pick<RecordComparison, 'id' | 'kind' | 'name' | 'text'> => {
    const text = fields['statement'] ?? fields['title']
    return {
      id,
      kind: entity as RecordComparison['kind'],
      name: entity === 'relation' ? relationCalled(words, fields) : calledIn(fields),
      text: typeof text === 'string' ? text : null,
    }
  }
  const kept = [...now.records.values()].flatMap((row): RecordComparison[] => {
    const old = then.records.get(row.id)
    if (!old) return [{ ...tell(row), verdict: 'added', differences: [] }]
    const differences = [
      ...ownDifferences(words, old, row),
      ...gradeDifferences(row.id, then.gradesOf(row.id), now.gradesOf(row.id)),
      ...partDifferences(words, then.partsOf(row.id), now.partsOf(row.id)),
    ]
    return differences.length === 0 ? [] : [{ ...tell(row), verdict: 'changed', differences }]
  })
  const gone = [...then.records.values()].filter(({ id }) => !now.records.has(id))
  return [...kept, ...gone.map((row) => ({ ...tell(row), verdict: 'removed' as const, differences: [] }))]
}

/** The records of one version, with their parts. */
class Side {
  readonly records: ReadonlyMap<string, CarriedRow>
  readonly #parts: ReadonlyMap<string, readonly CarriedRow[]>

  constructor(rows: readonly CarriedRow[]) {
    this.records = new Map(rows.filter(isRecordRow).map((row) => [row.id, row]))
    this.#parts = Map.groupBy(
      rows.filter((row) => !isRecordRow(row)),
      ownerIn,
    )
  }

  /** The parts of a record but its ratings, by id. */
  partsOf(id: string): Map<string, CarriedRow> {
    const parts = this.#parts.get(id) ?? []
    return new Map(parts.filter(({ entity }) => entity !== 'rating').map((part) => [part.id, part]))
  }

  /** The grades of a record that stood: on each axis, by topic where that is said, the newest. */
  gradesOf(id: string): Map<string, string | null> {
    const ratings = (this.#parts.get(id) ?? []).filter(({ entity }) => entity === 'rating')
    const inOrder = ratings.toSorted((one, other) => String(one.fields['at']).localeCompare(String(other.fields['at'])))
    return new Map(
      inOrder.map(({ fields: { axis, topic, value } }) => [
        typeof topic === 'string' ? `${String(axis)} (${topic})` : String(axis),
        typeof value === 'string' ? value : null,
      ]),
    )
  }
}

function ownDifferences(words: Words, before: CarriedRow, after: CarriedRow): FieldChange[] {
  const differing = Object.keys(after.fields).filter(
    (field) => !untold.has(field) && field in before.fields && !same(before.fields[field], after.fields[field]),
  )
  const side = ({ fields }: CarriedRow): CarriedRow['fields'] =>
    Object.fromEntries(differing.map((field) => [field, fields[field] ?? null]))
  return words.fieldsOf({ entity: after.entity, id: after.id, before: side(before), after: side(after) })
}

const gradeDifferences = (
  id: string,
  before: ReadonlyMap<string, string | null>,
  after: ReadonlyMap<string, string | null>,
): FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [then, now] = [before.get(field) ?? null, after.get(field) ?? null]
    return then === now ? [] : [{ entity: 'rating', id, field, before: then, after: now }]
  })

function partDifferences(
  words: Words,
  before: ReadonlyMap<string, CarriedRow>,
  after: ReadonlyMap<string, CarriedRow>,
): FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): FieldChange[] => {
    const [then, now] = [before.get(id), after.get(id)]
    if (then && now && !isWhole(now.entity)) return ownDifferences(words, then, now)
    const [was, is] = [then && partInWords(words, then), now && partInWords(words, now)]
    if (was?.text === is?.text) return []
    const field = (is ?? was)?.field ?? ''
    return [{ entity: (now ?? then)?.entity ?? '', id, field, before: was?.text ?? null, after: is?.text ?? null }]
  })
}

/** A part in one line. */
function partInWords(words: Words, { entity, id, fields }: CarriedRow): { field: string; text: string } {
  const told = Object.fromEntries(Object.entries(fields).filter(([field]) => !untold.has(field)))
  const lines = words
    .fieldsOf({ entity, id, before: null, after: isWhole(entity) ? fields : told })
    .filter(({ after }) => after !== null)
  const [line] = lines
  if (isWhole(entity) && line) return { field: line.field, text: line.after ?? '' }
  const [field = ''] = line?.field.split(': ') ?? []
  return { field, text: lines.map((one) => `${one.field.replace(`${field}: `, '')} ${one.after ?? ''}`).join(', ') }
}
