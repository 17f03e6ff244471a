import { rules, ruleNames, type Finding, type FindingsRequest, type Rule } from '../../../../shared/analysis.ts'
import { all, get, sql, value, type ReadDb, type Sql } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import type { DuplicateKind } from '../duplicates/duplicate-pair.ts'
import { numOf } from '../../records/fields.ts'
import { notFound } from '../../records/not-found.ts'
import { pairSides, reasonOf } from './sides.ts'

/** A finding as it is stored; row numbers. */
export interface StoredFinding {
  readonly rule: Rule
  readonly fromClaim: number | null
  readonly toClaim: number | null
  readonly fromEvent: number | null
  readonly toEvent: number | null
  readonly fromMeasure: number | null
  readonly toMeasure: number | null
  readonly kind: DuplicateKind | null
  readonly similarity: number | null
  readonly inputs: string
}

const columns = sql`f.rule, f.from_claim AS fromClaim, f.to_claim AS toClaim, f.from_event AS fromEvent, f.to_event AS toEvent,
  f.from_measure AS fromMeasure, f.to_measure AS toMeasure, f.kind, f.similarity, f.inputs`

/** What names a finding as long as what it looked at is the same. */
export const keyOf = ({ rule, inputs }: Pick<StoredFinding, 'rule' | 'inputs'>): string => `${rule}:${inputs}`

export function findingOf(db: ReadDb, key: string): StoredFinding | undefined {
  const [rule, inputs] = key.split(':')
  return get(db, sql`SELECT ${columns} FROM finding f WHERE f.inputs = ${inputs} AND f.rule = ${rule}`)
}

/** What is suggested, or what was said to it: a page, and how many there are in all. */
export function findings({ db }: QueryContext, request: FindingsRequest): { total: number; rows: Finding[] } {
  const open = openFindings(db, request)
  const decided = decidedRelations(db, request)
  const { start, end } = request
  const [openTotal, decidedTotal] = [open.count(), decided.count()]
  const rows = open.page(start, Math.min(end, openTotal))
  const rest = decided.page(Math.max(0, start - openTotal), Math.max(0, end - openTotal))
  return { total: openTotal + decidedTotal, rows: [...rows, ...rest] }
}

interface Part {
  readonly count: () => number
  readonly page: (start: number, end: number) => Finding[]
}

const none: Part = { count: () => 0, page: () => [] }

/** What rules found and nobody said anything to. */
function openFindings(db: ReadDb, { state, types, of }: FindingsRequest): Part {
  if (state !== 'suggested' && state !== 'any') return none
  const wanted = ruleNames.filter((rule) => !types || types.includes(rules[rule]))
  const num = of && found(db, of)
  const where = sql`f.rule IN (SELECT value FROM json_each(${wanted})) AND NOT EXISTS (SELECT 1 FROM relation r
      WHERE r.inputs = f.inputs AND r.rule = f.rule AND r.state <> 'suggested')
    AND ${of?.kind === 'claim' ? sql`${num} IN (f.from_claim, f.to_claim)` : of ? sql`${num} IN (f.from_event, f.to_event)` : sql`1`}`
  return {
    count: () => value<number>(db, sql`SELECT count(*) FROM finding f WHERE ${where}`) ?? 0,
    page: (start, end) =>
      end <= start
        ? []
        : all<StoredFinding>(
            db,
            sql`SELECT ${columns} FROM finding f WHERE ${where} ORDER BY f.num LIMIT ${end - start} OFFSET ${start}`,
          ).map((finding) => ({
            key: keyOf(finding),
            rule: finding.rule,
            type: rules[finding.rule],
            state: 'suggested',
            ...pairSides(db, finding),
            reason: reasonOf(db, finding),
            similarity: finding.similarity,
            ...{ by: null, at: null, why: null },
          })),
  }
}

const found = (db: ReadDb, { kind, id }: NonNullable<FindingsRequest['of']>): number => {
  const num = numOf(db, kind, id)
  if (num === undefined) throw notFound(kind, id)
  return num
}

const decidedColumns = sql`f.id, f.rule, f.inputs, f.type, f.state, f.basis, f.by, f.at, f.reason, f.from_claim AS fromClaim, f.to_claim AS toClaim,
  f.from_event AS fromEvent, f.to_event AS toEvent, NULL AS fromMeasure, NULL AS toMeasure, NULL AS kind, NULL AS similarity`

/** The two records of a suggestion, found or decided; undefined where it is of documents, or gone. */
export function pairOfKey(
  db: ReadDb,
  key: string,
): (Omit<DecidedRow, 'state'> | (StoredFinding & Pick<Finding, 'type'>)) | undefined {
  const finding = findingOf(db, key)
  if (finding) return { ...finding, type: rules[finding.rule] }
  const [head, rest] = key.split(':')
  const row = get<DecidedRow>(
    db,
    head === 'relation'
      ? sql`SELECT ${decidedColumns} FROM relation f WHERE f.id = ${rest}`
      : sql`SELECT ${decidedColumns} FROM relation f WHERE f.rule = ${head} AND f.inputs = ${rest}`,
  )
  return row && (row.fromClaim ?? row.fromEvent) !== null && (row.toClaim === null) === (row.fromClaim === null)
    ? row
    : undefined
}

interface DecidedRow extends Omit<StoredFinding, 'rule' | 'inputs'> {
  readonly id: string
  readonly rule: Rule | null
  readonly inputs: string | null
  readonly type: Finding['type']
  readonly state: Finding['state']
  readonly basis: string | null
  readonly by: string
  readonly at: string
  readonly reason: string | null
}

/** Suggestions that a person said something to, and relations that came as suggestions. */
function decidedRelations(db: ReadDb, { state, types, of }: FindingsRequest): Part {
  const num = of && found(db, of)
  const parts: Sql[] = [
    sql`(f.rule IS NOT NULL OR f.state <> 'confirmed')`,
    state === 'any' ? sql`1` : sql`f.state = ${state}`,
    types ? sql`f.type IN (SELECT value FROM json_each(${types}))` : sql`1`,
    of?.kind === 'claim'
      ? sql`${num} IN (f.from_claim, f.to_claim)`
      : of
        ? sql`${num} IN (f.from_event, f.to_event)`
        : sql`1`,
    // Both ends are claims, or both events: documents are related in their own pane.
    sql`((f.from_claim IS NOT NULL AND f.to_claim IS NOT NULL) OR (f.from_event IS NOT NULL AND f.to_event IS NOT NULL))`,
  ]
  const where = parts.reduce((left, right) => sql`${left} AND ${right}`)
  return {
    count: () => value<number>(db, sql`SELECT count(*) FROM relation f WHERE ${where}`) ?? 0,
    page: (start, end) =>
      end <= start
        ? []
        : all<DecidedRow>(
            db,
            sql`SELECT ${decidedColumns} FROM relation f WHERE ${where} ORDER BY f.at DESC, f.num DESC LIMIT ${end - start} OFFSET ${start}`,
          ).map(decided(db)),
  }
}

const decided =
  (db: ReadDb) =>
  (row: DecidedRow): Finding => ({
    key:
      row.rule !== null && row.inputs !== null ? keyOf({ rule: row.rule, inputs: row.inputs }) : `relation:${row.id}`,
    rule: row.rule,
    type: row.type,
    state: row.state,
    ...pairSides(db, row),
    reason: row.basis ?? '',
    similarity: null,
    ...(row.state === 'suggested' ? { by: null, at: null } : { by: row.by, at: row.at }),
    why: row.reason,
  })
