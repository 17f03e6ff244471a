import { createHash } from 'node:crypto'
import type { Evidence, Judgement, JudgementReview } from '../../../shared/report.ts'
import { changesSince, FrozenEvidence, type EvidenceChange } from '../../../shared/stale.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import { evidenceNow } from './evidence-now.ts'

type Parts = 'evidence' | 'changes' | 'changesKey' | 'reviews'
type RawJudgement = Omit<Judgement, Parts> & { readonly evidence: string; readonly reviews: string }
type RawEvidence = Omit<Evidence, 'weighed'> & { readonly frozen: unknown }

const columns = sql`t.id, t.statement, t.likelihood, t.scale, t.percent, t.confidence, t.confidence_reasons AS confidenceReasons,
  t.assumptions, t.indicators, t.alternatives, t.resolves_by_text AS resolvesByText, t.resolves_by AS resolvesBy, t.created, t.changed,
  (SELECT json_group_array(json_object('claimId', e.id, 'ref', e.ref, 'statement', e.statement, 'side', e.side, 'weight', e.weight,
    'frozen', json(e.frozen))) FROM (
    SELECT c.id, c.ref, c.statement, jc.side, jc.weight, jc.frozen FROM judgement_claim jc JOIN claim c ON c.num = jc.claim
    WHERE jc.judgement = t.num ORDER BY jc.position, jc.num) e) AS evidence,
  (SELECT json_group_array(json_object('id', r.id, 'by', r.by, 'at', r.at, 'reason', r.reason, 'seen', json(r.seen))) FROM (
    SELECT id, by, at, reason, seen FROM judgement_review WHERE judgement = t.num ORDER BY at DESC, num DESC) r) AS reviews`

/** Judgements with what changed of their evidence since it was weighed. */
function toJudgements(db: ReadDb, rows: readonly RawJudgement[]): Judgement[] {
  const taken = rows.map(({ evidence }) =>
    (JSON.parse(evidence) as RawEvidence[]).map(({ frozen, ...piece }) => ({ piece, frozen: readFrozen(frozen) })),
  )
  const now = evidenceNow(
    db,
    taken.flat().map(({ piece }) => piece.claimId),
  )
  return rows.map(({ reviews, ...row }, index) => {
    const evidence = taken[index] ?? []
    const changes = evidence.flatMap(({ piece, frozen }) => {
      const state = now.get(piece.claimId)
      return state && frozen ? changesSince(frozen, state) : []
    })
    return {
      ...row,
      evidence: evidence.map(({ piece, frozen }) => ({ ...piece, weighed: frozen?.at ?? row.created })),
      changes,
      changesKey: keyOf(changes),
      reviews: JSON.parse(reviews) as JudgementReview[],
    }
  })
}

/** What others wrote into a case, or a report that was read, may be anything: what cannot be read is compared with nothing. */
const readFrozen = (frozen: unknown): FrozenEvidence | undefined => FrozenEvidence.safeParse(frozen).data

const keyOf = (changes: readonly EvidenceChange[]): string =>
  createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 32)

/** The live judgements in the order in which they were made. */
export const listJudgements = (db: ReadDb): Judgement[] =>
  toJudgements(db, all(db, sql`SELECT ${columns} FROM judgement t WHERE t.trashed IS NULL ORDER BY t.num`))

/** The live judgements of these ids, in their order. */
export const judgementsById = (db: ReadDb, ids: readonly string[]): Judgement[] =>
  toJudgements(
    db,
    all(
      db,
      sql`SELECT ${columns} FROM json_each(${ids}) j CROSS JOIN judgement t ON t.id = j.value
          WHERE t.trashed IS NULL ORDER BY j.key`,
    ),
  )
