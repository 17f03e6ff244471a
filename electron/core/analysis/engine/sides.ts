import type { PairSide } from '../../../../shared/analysis.ts'
import { dateInWords } from '../../../../shared/dates.ts'
import { formatQuantity } from '../../../../shared/quantities.ts'
import { all, sql, type ReadDb } from '../../../store/db.ts'
import type { Comparable } from '../compare/comparable.ts'
import { compare, type Comparison } from '../compare/compare.ts'
import { compareEvents, type EventRecord } from '../compare/events.ts'
import { basisOf } from './basis.ts'
import { loadClaimTexts, loadComparables, loadEvents, type Loaded } from './load.ts'
import { reasonOfTexts } from '../duplicates/reasons.ts'
import type { StoredFinding } from './findings.ts'

type Pair = Pick<StoredFinding, 'fromClaim' | 'toClaim' | 'fromEvent' | 'toEvent' | 'fromMeasure' | 'toMeasure'>

/** Both sides of a pair, as people read them. */
export function pairSides(db: ReadDb, pair: Pair): { left: PairSide; right: PairSide } {
  const [left, right] =
    pair.fromMeasure !== null
      ? measureSides(db, pair.fromMeasure, pair.toMeasure ?? 0)
      : pair.fromEvent !== null
        ? eventSides(db, pair.fromEvent, pair.toEvent ?? 0)
        : claimSides(db, pair.fromClaim ?? 0, pair.toClaim ?? 0)
  return { left: left ?? gone(pair), right: right ?? gone(pair) }
}

/** A rule's reasoning in one sentence, told anew from the records. */
export function reasonOf(db: ReadDb, finding: StoredFinding): string {
  if (finding.fromMeasure !== null) return measureReason(db, finding.fromMeasure, finding.toMeasure ?? 0)
  if (finding.fromEvent !== null) return eventReason(db, finding)
  const [left, right] = loadClaimTexts(db, sql`c.num IN (${finding.fromClaim}, ${finding.toClaim})`)
  if (!left || !right) return ''
  const ordered = left.num === finding.fromClaim ? ([left, right] as const) : ([right, left] as const)
  return reasonOfTexts(finding.rule, ordered[0], ordered[1], finding.similarity ?? 0)
}
