import type { CarriedEntity, CarriedRow, Evidence } from '../../../shared/evidence.ts'
import type { FigureData } from '../../../shared/figures/data.ts'
import type { RecordLink } from '../../../shared/ids.ts'
import { assertNever } from '../../../shared/result.ts'
import { column, name, sql, value, type ReadDb, type Sql } from '../../store/db.ts'
import { fieldNames, readFields, type Fields } from '../records/fields.ts'
import { entities } from '../records/entities.ts'
import { Draft } from '../reports/draft.ts'
import type { ReportRecords } from '../reports/gather.ts'

/** The records behind a report: all that it shows and what that refers to, without what is above its label. */
export const collectRows = (db: ReadDb, records: ReportRecords): CarriedRow[] => new Collection(db).collect(records)

/** The data that a report carries: the rows collected for it, with who made it of what. */
export function evidenceOf(
  db: ReadDb,
  id: string,
  records: ReportRecords,
  { made, rows }: Pick<Evidence, 'made' | 'rows'>,
): Evidence {
  return {
    made,
    by: [...records.authors],
    case: { id: value<string>(db, sql`SELECT id FROM case_info`) ?? '', title: records.info.title },
    report: { id, title: records.title },
    tlp: records.tlp,
    rows,
  }
}

/** Fields that a report does not hand on: a document's whole text is not what it shows, and what its author has read the reader has not. */
const kept: Readonly<Partial<Record<CarriedEntity, readonly string[]>>> = {
  document: ['text', 'read_by_me'],
  carriage: ['link_read'],
}

/** The fields of a record that are carried and compared. */
export const carriedFields = (entity: CarriedEntity): string[] =>
  fieldNames(entity).filter((field) => field !== 'trashed' && !kept[entity]?.includes(field))

class Collection {
  readonly #db: ReadDb
  readonly #ids = new Map<CarriedEntity, Set<string>>()

  constructor(db: ReadDb) {
    this.#db = db
  }

  collect(records: ReportRecords): CarriedRow[] {
    const drawn = [...records.figures.values()].flatMap(drawnIn)
    const linkedTo = (kind: RecordLink['kind']): string[] =>
      [...records.links.values()].flatMap((link) => (link.kind === kind ? link.id : []))
    const claims = new Draft(records).showable([...records.claims.keys()])
    this.#add('claim', [
      ...claims.map(({ id }) => id),
      ...drawn.flatMap(({ kind, id }) => (kind === 'claim' ? id : [])),
    ])
    this.#add('event', [
      ...records.events.keys(),
      ...drawn.flatMap(({ kind, id }) => (kind === 'event' ? id : [])),
      ...linkedTo('event'),
      ...this.#named('claim', 'event'),
    ])
    this.#add('judgement', records.judgements.keys())
    this.#add('judgement_claim', this.#parts('judgement_claim', 'judgement'))
    for (const part of ['measure', 'carriage'] as const) this.#add(part, this.#parts(part, 'claim'))
    this.#add('document', [...this.#named('carriage', 'document'), ...linkedTo('document')])
    this.#add('outlet', this.#named('document', 'outlet'))
    this.#add('participant', this.#parts('participant', 'event'))
    this.#add('actor', [
      ...linkedTo('actor'),
      ...this.#named('claim', 'claimant'),
      ...this.#named('outlet', 'owner'),
      ...this.#named('participant', 'actor'),
    ])
    for (let before = -1; before !== this.#of('actor').length;) {
      before = this.#of('actor').length
      this.#add('actor', this.#named('actor', 'affiliation'))
    }
    for (const kind of ['claim', 'actor', 'outlet', 'document'] as const)
      this.#add('rating', this.#parts('rating', kind))
    this.#add('relation', this.#relations())
    return this.#rows()
  }

  #add(entity: CarriedEntity, ids: Iterable<string>): void {
    const known = this.#ids.get(entity) ?? new Set<string>()
    for (const id of ids) known.add(id)
    this.#ids.set(entity, known)
  }

  #of(entity: CarriedEntity): string[] {
    return [...(this.#ids.get(entity) ?? [])]
  }

  /** The live records to which a column of the records so far refers. */
  #named(entity: CarriedEntity, field: string): string[] {
    const kind = entities[entity].columns[field]
    if (typeof kind !== 'object') throw new Error(`${entity}.${field} refers to nothing`)
    return column(
      this.#db,
      sql`SELECT DISTINCT r.id FROM json_each(${this.#of(entity)}) j CROSS JOIN ${name(entity)} t ON t.id = j.value
          CROSS JOIN ${name(kind.ref)} r ON r.num = t.${name(field)} WHERE r.trashed IS NULL`,
    )
  }

  #parts(part: CarriedEntity, owner: CarriedEntity): string[] {
    return column(
      this.#db,
      sql`SELECT p.id FROM json_each(${this.#of(owner)}) j CROSS JOIN ${name(owner)} o ON o.id = j.value
          CROSS JOIN ${name(part)} p ON p.${name(owner)} = o.num ORDER BY p.num`,
    )
  }

  #refers(entity: CarriedEntity, fields: Fields): [CarriedEntity, string][] {
    return Object.entries(entities[entity].columns).flatMap(([field, kind]) => {
      const to = fields[field]
      return typeof kind === 'object' && typeof to === 'string' ? [[kind.ref as CarriedEntity, to] as const] : []
    }) as [CarriedEntity, string][]
  }

  /** The confirmed relations among what is carried. */
  #relations(): string[] {
    const end = (side: 'from' | 'to'): Sql =>
      sql`(r.${name(`${side}_claim`)} IN (SELECT t.num FROM json_each(${this.#of('claim')}) j CROSS JOIN claim t ON t.id = j.value)
        OR r.${name(`${side}_event`)} IN (SELECT t.num FROM json_each(${this.#of('event')}) j CROSS JOIN event t ON t.id = j.value)
        OR r.${name(`${side}_document`)} IN (SELECT t.num FROM json_each(${this.#of('document')}) j CROSS JOIN document t ON t.id = j.value))`
    return column(
      this.#db,
      sql`SELECT r.id FROM relation r WHERE r.state = 'confirmed' AND ${end('from')} AND ${end('to')} ORDER BY r.num`,
    )
  }

  /** What a record refers to and is not carried is left out of it; a part of two records needs both. */
  #rows(): CarriedRow[] {
    return [...this.#ids.keys()].flatMap((entity) =>
      [...readFields(this.#db, entity, this.#of(entity), carriedFields(entity))].flatMap(
        ([id, fields]): CarriedRow[] => {
          const gone = this.#refers(entity, fields).flatMap(([kind, to]) => (this.#ids.get(kind)?.has(to) ? [] : to))
          if (gone.length > 0 && !entities[entity].isRecord) return []
          const told = Object.entries(fields).map(([field, cell]) => [
            field,
            field === 'frozen' ? gradesIn(cell) : gone.includes(String(cell)) ? null : cell,
          ])
          return [{ entity, id, fields: Object.fromEntries(told) as CarriedRow['fields'] }]
        },
      ),
    )
  }
}

/** Of what evidence was when it was weighed: its grades. Its older words, and what stood against it, may be of what is withheld. */
function gradesIn(frozen: unknown): unknown {
  const { at, reliability = null, credibility = null, status } = (frozen ?? {}) as Record<string, unknown>
  return { at, reliability, credibility, status }
}

/** The records that a picture draws. Claims above the report's label are in none. */
export function drawnIn(data: FigureData): readonly { readonly kind: string; readonly id: string }[] {
  switch (data.figure) {
    case 'numbers':
    case 'matrix':
      return data.measures.map(({ claimId }) => ({ kind: 'claim', id: claimId }))
    case 'timeline':
      return data.items.map(({ record }) => record)
    case 'map':
      return data.places.flatMap(({ events }) => events.map(({ id }) => ({ kind: 'event', id })))
    case 'origins':
      return data.chain.nodes.flatMap(({ record }) => record ?? [])
    default:
      return assertNever(data)
  }
}
