import type { PairSide } from '../../../../shared/analysis.ts'
import { dateInWords } from '../../../../shared/dates.ts'
import { formatQuantity } from '../../../../shared/quantities.ts'
import { all, sql, type ReadDb } from '../../../store/db.ts'
import type { Basis } from '../compare/comparable.ts'
import { compare } from '../compare/compare.ts'
import { compareEvents } from '../compare/events.ts'
import { basisOf } from './basis.ts'
import type { StoredFinding } from './findings.ts'
import { loadTold, loadEvents, type Told, type LoadedEvent } from './load.ts'
import { textReason } from './texts.ts'

type Pair = Pick<StoredFinding, 'fromClaim' | 'toClaim' | 'fromEvent' | 'toEvent' | 'fromMeasure' | 'toMeasure'>

/** Both sides of a pair, as people read them. */
export function pairSides(db: ReadDb, pair: Pair): { left: PairSide; right: PairSide } {
  const [left, right] =
    pair.fromMeasure !== null
      ? pickTwo(measuresIn(db, pair), pair.fromMeasure, pair.toMeasure, ({ measure }) => measure).map(measureSide)
      : pair.fromEvent !== null
        ? pickTwo(eventsIn(db, pair), pair.fromEvent, pair.toEvent, ({ num }) => num).map(eventSide)
        : pickTwo(claimsIn(db, pair), pair.fromClaim, pair.toClaim, ({ num }) => num).map(claimSide)
  if (!left || !right) throw new Error('A finding names a record that is not there')
  return { left, right }
}

/** A rule's reasoning in one sentence, told anew from the records; empty when they changed just now. */
export function reasonOf(db: ReadDb, finding: StoredFinding): string {
  if (finding.fromMeasure !== null) {
    const [one, other] = pickTwo(
      measuresIn(db, finding),
      finding.fromMeasure,
      finding.toMeasure,
      ({ measure }) => measure,
    )
    return one && other ? figuresReason(one, other, basisOf(db)) : ''
  }
  if (finding.fromEvent !== null) {
    const [one, other] = pickTwo(eventsIn(db, finding), finding.fromEvent, finding.toEvent, ({ num }) => num)
    const conflicts = one && other ? compareEvents(one, other, basisOf(db).places) : []
    return conflicts.find(({ rule }) => rule === finding.rule)?.reason ?? ''
  }
  return textReason(db, finding)
}

function figuresReason(one: Told, other: Told, basis: Basis): string {
  const comparison = compare(one, other, basis)
  return 'reason' in comparison ? comparison.reason : ''
}

const measuresIn = (db: ReadDb, { fromMeasure, toMeasure }: Pair): Told[] =>
  loadTold(db, sql`m.num IN (${fromMeasure}, ${toMeasure})`)

const eventsIn = (db: ReadDb, { fromEvent, toEvent }: Pair): LoadedEvent[] =>
  loadEvents(db, sql`e.num IN (${fromEvent}, ${toEvent})`)

interface ClaimWords {
  readonly num: number
  readonly id: string
  readonly ref: string
  readonly statement: string
  readonly said: string | null
  readonly claimantName: string | null
}

const claimsIn = (db: ReadDb, { fromClaim, toClaim }: Pair): ClaimWords[] =>
  all(
    db,
    sql`SELECT c.num, c.id, coalesce(c.ref, substr(c.statement, 1, 40)) AS ref, c.statement, c.said, a.name AS claimantName
        FROM claim c LEFT JOIN actor a ON a.num = c.claimant WHERE c.num IN (${fromClaim}, ${toClaim})`,
  )

function pickTwo<Row>(
  rows: readonly Row[],
  one: number | null,
  other: number | null,
  numOf: (row: Row) => number,
): Row[] {
  return [one, other].flatMap((num) => rows.find((row) => numOf(row) === num) ?? [])
}

const saidBy = ({ claimantName, said }: Pick<ClaimWords, 'claimantName' | 'said'>): string =>
  [claimantName ?? 'unattributed', said && dateInWords(said)].filter(Boolean).join(', ')

const claimSide = (claim: ClaimWords): PairSide => ({
  ...{ kind: 'claim', id: claim.id, ref: claim.ref, text: claim.statement, value: null },
  said: saidBy(claim),
})

/** A measure with its claim around it: "about 11,000 soldiers present · Kursk region". */
export const measureSide = (of: Told): PairSide => ({
  ...{ kind: 'claim', id: of.claimId, ref: of.ref, text: of.statement, said: saidBy(of) },
  value: [[formatQuantity(of) || of.qualifier, of.unit ?? of.subject, of.category].filter(Boolean).join(' '), of.place]
    .filter(Boolean)
    .join(' · '),
})

const eventSide = (event: LoadedEvent): PairSide => ({
  ...{ kind: 'event', id: event.id, ref: event.ref, text: event.title },
  value: event.place,
  said: event.when === null ? '' : dateInWords(event.when),
})
