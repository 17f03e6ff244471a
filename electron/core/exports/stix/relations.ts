import type { Tlp } from '../../../../shared/scales.ts'
import type { relationTypes } from '../../../../shared/vocabulary.ts'
import { all, sql, tuples, type ReadDb } from '../../../store/db.ts'
import type { Labels } from '../labels.ts'
import type { Part } from '../plan.ts'
import { stixId, type StixType } from './ids.ts'
import { higher } from './markings.ts'
import { relationshipOf, type StixObject } from './objects.ts'
import type { Reach } from './reach.ts'
import { texted, type Tally } from './tally.ts'

type RelationType = (typeof relationTypes)[number]

/** STIX's own types where it has one, else our word with hyphens, which it allows. */
const types: Readonly<Record<RelationType, string>> = {
  repeats: 'derived-from',
  cites: 'derived-from',
  supports: 'supports',
  contradicts: 'contradicts',
  revises: 'revises',
  corrects: 'corrects',
  retracts: 'retracts',
  denies: 'denies',
  'explains away': 'explains-away',
  'same as': 'duplicate-of',
  about: 'related-to',
}

interface Row {
  readonly id: string
  readonly type: RelationType
  readonly basis: string | null
  readonly reason: string | null
  readonly by: string
  readonly at: string
  readonly fromKind: End
  readonly fromId: string
  readonly fromTlp: Tlp
  readonly toKind: End
  readonly toId: string
  readonly toTlp: Tlp
}
type End = 'claim' | 'event' | 'document'

const typeOf: Readonly<Record<End, StixType>> = { claim: 'note', event: 'incident', document: 'report' }

/** The confirmed relations between records of the bundle. What a rule suggests is none until a person confirms it. */
export function relationsPart(db: ReadDb, nums: Reach['nums'], { usual }: Labels, tally: Tally): Part {
  return {
    nums: confirmedAmong(db, nums),
    texts: (portion) => rowsOf(db, portion, usual).map((row) => texted(objectOf(row), tally)),
  }
}

function confirmedAmong(db: ReadDb, nums: Reach['nums']): number[] {
  const [claims, events, documents] = [new Set(nums.claims), new Set(nums.events), new Set(nums.documents)]
  type End = number | null
  const found = tuples<[num: number, ...from: [End, End, End], ...to: [End, End, End]]>(
    db,
    sql`SELECT num, from_claim, from_event, from_document, to_claim, to_event, to_document FROM relation WHERE state = 'confirmed' ORDER BY num`,
  )
  const isIn = (claim: End, event: End, document: End): boolean =>
    claims.has(claim ?? -1) || events.has(event ?? -1) || documents.has(document ?? -1)
  return found.flatMap(([num, a, b, c, d, e, f]) => (isIn(a, b, c) && isIn(d, e, f) ? [num] : []))
}

const rowsOf = (db: ReadDb, nums: readonly number[], usual: Tlp): Row[] =>
  all(
    db,
    sql`SELECT x.id, x.type, x.basis, x.reason, x.by, x.at,
          CASE WHEN x.from_claim IS NOT NULL THEN 'claim' WHEN x.from_event IS NOT NULL THEN 'event' ELSE 'document' END AS fromKind,
          coalesce(fc.id, fe.id, fd.id) AS fromId, coalesce(fc.tlp, ${usual}) AS fromTlp,
          CASE WHEN x.to_claim IS NOT NULL THEN 'claim' WHEN x.to_event IS NOT NULL THEN 'event' ELSE 'document' END AS toKind,
          coalesce(tc.id, te.id, td.id) AS toId, coalesce(tc.tlp, ${usual}) AS toTlp
        FROM json_each(${nums}) j CROSS JOIN relation x ON x.num = j.value
          LEFT JOIN claim fc ON fc.num = x.from_claim LEFT JOIN event fe ON fe.num = x.from_event
          LEFT JOIN document fd ON fd.num = x.from_document LEFT JOIN claim tc ON tc.num = x.to_claim
          LEFT JOIN event te ON te.num = x.to_event LEFT JOIN document td ON td.num = x.to_document
        ORDER BY j.key`,
  )

const objectOf = ({ id, type, basis, reason, by, at, ...ends }: Row): StixObject =>
  relationshipOf(
    types[type],
    [stixId(typeOf[ends.fromKind], ends.fromId), stixId(typeOf[ends.toKind], ends.toId)],
    [id],
    {
      created: at,
      modified: at,
      tlp: higher(ends.fromTlp, ends.toTlp),
      own: { relation: type, basis, reason, recorded_by: by },
    },
  )
