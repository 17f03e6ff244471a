import type { Tlp } from '../../../../shared/scales.ts'
import { all, sql, type ReadDb } from '../../../store/db.ts'
import { placeBook } from '../../analysis/places/book.ts'
import { pointOf } from '../geojson.ts'
import type { Labels } from '../labels.ts'
import { longText, recordsOf, type Full } from '../lists.ts'
import type { Part } from '../plan.ts'
import { groupingId, idsOf } from './grouping.ts'
import { stixId, type StixType } from './ids.ts'
import * as objects from './objects.ts'
import type { Reach, ReachKind } from './reach.ts'
import { relationsPart } from './relations.ts'
import { texted, type Tally } from './tally.ts'

/** What a bundle is made from. */
interface Made {
  readonly db: ReadDb
  readonly nums: Reach['nums']
  readonly labels: Labels
  readonly caseId: string
  readonly tally: Tally
}

type Named = Exclude<ReachKind, 'claims' | 'notes'>
type Objects = objects.StixObject[]

const typeOf: Readonly<Record<Named, StixType>> = {
  actors: 'identity',
  outlets: 'identity',
  documents: 'report',
  events: 'incident',
}

/** The objects of a bundle, kind by kind. */
export function partsOf(made: Made): readonly Part[] {
  const { db, nums, labels, tally } = made
  const maker = new Maker(made)
  const part = <L extends ReachKind>(list: L, of: (record: Full<L>) => Objects): Part => ({
    nums: nums[list],
    texts: function* (portion) {
      for (const record of recordsOf(db, list, portion, labels))
        for (const object of of(record)) yield texted(object, tally)
    },
  })
  return [
    part('actors', (record) => maker.actor(record)),
    part('outlets', (record) => maker.outlet(record)),
    part('documents', (record) => maker.document(record)),
    part('events', (record) => maker.event(record)),
    part('claims', (record) => maker.claim(record)),
    part('notes', (record) => maker.note(record)),
    relationsPart(db, nums, labels, tally),
  ]
}

/** Makes objects that refer only to what is in the bundle. */
class Maker {
  readonly #made: Made
  readonly #usual: Tlp
  readonly #held: Readonly<Record<Named, ReadonlySet<string>>>
  readonly #claims: ReadonlySet<number>

  constructor(made: Made) {
    const { db, nums } = made
    this.#made = made
    this.#usual = made.labels.usual
    this.#claims = new Set(nums.claims)
    const ids = (kind: Named): ReadonlySet<string> => new Set(idsOf(db, kind, nums[kind]))
    this.#held = {
      actors: ids('actors'),
      outlets: ids('outlets'),
      documents: ids('documents'),
      events: ids('events'),
    }
  }

  actor({ row, more }: Full<'actors'>): Objects {
    const identity = objects.identityOfActor(row, more, this.#usual)
    return [identity, ...this.#follows('affiliated-with', row, row.affiliationId)]
  }

  outlet({ row, more }: Full<'outlets'>): Objects {
    const identity = objects.identityOfOutlet(row, more, this.#usual)
    return [identity, ...this.#follows('owned-by', row, row.ownerId)]
  }

  document({ row, more }: Full<'documents'>): Objects {
    const refs = [...this.#refTo('outlets', row.outletId), ...this.#claimsIn(row.id)]
    return [objects.reportOf(row, more, this.#orCase(refs), this.#usual)]
  }

  event({ row, more }: Full<'events'>): Objects {
    const incident = objects.incidentOf(row, more, this.#usual)
    const point = pointOf(row, placeBook(this.#made.db))
    const location = point && objects.locationOf(row, point, this.#usual)
    const times = this.#timesOf(row)
    const where =
      location && objects.relationshipOf('located-at', [incident.id, location.id], [row.id, 'located-at'], times)
    const who = more.participants.flatMap(({ id, role }) =>
      this.#refTo('actors', id).map((actor) =>
        objects.relationshipOf('participates-in', [actor, incident.id], [row.id, 'participant', id], times, role),
      ),
    )
    return [incident, ...(location && where ? [location, where] : []), ...who]
  }

  claim({ row, more }: Full<'claims'>): Objects {
    const { caseId, tally } = this.#made
    const tlp = row.tlp ?? this.#usual
    const refs = [
      ...this.#refTo('actors', row.claimantId),
      ...this.#refTo('events', row.eventId),
      ...more.carriages.flatMap(({ documentId }) => this.#refTo('documents', documentId)),
    ]
    const opinions = more.grades.flatMap((grade) => {
      const opinion = objects.opinionOf(caseId, row.id, grade, tlp)
      if (opinion) tally.raters.add(grade.rater)
      return opinion ?? []
    })
    return [objects.noteOf(row, more, this.#orCase([...new Set(refs)]), tlp), ...opinions]
  }

  note({ row, more }: Full<'notes'>): Objects {
    const { body } = longText(this.#made.db, 'notes', row.id) as { body: string }
    const refs = row.pins.flatMap(({ kind, id }) => this.#pinned(kind, id))
    return [objects.noteOfNote(row, body, this.#orCase(refs), more.tlp ?? this.#usual)]
  }

  #refTo(kind: Named, id: string | null): string[] {
    return id !== null && this.#held[kind].has(id) ? [stixId(typeOf[kind], id)] : []
  }

  /** Something has to be referred to: in default of anything else, the case. */
  #orCase(refs: readonly string[]): readonly string[] {
    return refs.length > 0 ? refs : [groupingId(this.#made.caseId)]
  }

  #timesOf({ created, changed }: { created: string; changed: string }): {
    created: string
    modified: string
    tlp: Tlp
  } {
    return { created, modified: changed, tlp: this.#usual }
  }

  /** The relationship that follows from what a source record names. */
  #follows(type: string, row: { id: string; created: string; changed: string }, to: string | null): Objects {
    return this.#refTo('actors', to).map((target) =>
      objects.relationshipOf(type, [stixId('identity', row.id), target], [row.id, type, to ?? ''], this.#timesOf(row)),
    )
  }

  /** The claims of the bundle that a document carries. */
  #claimsIn(document: string): string[] {
    const rows = all<{ num: number; id: string }>(
      this.#made.db,
      sql`SELECT DISTINCT c.num, c.id FROM document d JOIN carriage x ON x.document = d.num JOIN claim c ON c.num = x.claim
          WHERE d.id = ${document} ORDER BY c.num`,
    )
    return rows.flatMap(({ num, id }) => (this.#claims.has(num) ? [stixId('note', id)] : []))
  }

  #pinned(kind: string, id: string): string[] {
    switch (kind) {
      case 'claim':
        return this.#claims.has(this.#numOf(id)) ? [stixId('note', id)] : []
      case 'event':
        return this.#refTo('events', id)
      case 'document':
        return this.#refTo('documents', id)
      default:
        return [...this.#refTo('actors', id), ...this.#refTo('outlets', id)]
    }
  }

  #numOf(claim: string): number {
    return all<{ num: number }>(this.#made.db, sql`SELECT num FROM claim WHERE id = ${claim}`)[0]?.num ?? 0
  }
}
