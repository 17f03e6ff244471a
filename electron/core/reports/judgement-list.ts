import type { Evidence, Judgement } from '../../../shared/report.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'

type RawJudgement = Omit<Judgement, 'evidence'> & { readonly evidence: string }

const columns = sql`t.id, t.statement, t.likelihood, t.scale, t.percent, t.confidence, t.confidence_reasons AS confidenceReasons,
  t.assumptions, t.indicators, t.alternatives, t.created, t.changed,
  (SELECT json_group_array(json_object('claimId', e.id, 'ref', e.ref, 'statement', e.statement, 'side', e.side)) FROM (
    SELECT c.id, c.ref, c.statement, jc.side FROM judgement_claim jc JOIN claim c ON c.num = jc.claim
    WHERE jc.judgement = t.num ORDER BY jc.position, jc.num) e) AS evidence`

const toJudgement = (raw: RawJudgement): Judgement => ({ ...raw, evidence: JSON.parse(raw.evidence) as Evidence[] })

/** The live judgements in the order in which they were made. */
export const listJudgements = (db: ReadDb): Judgement[] =>
  all<RawJudgement>(db, sql`SELECT ${columns} FROM judgement t WHERE t.trashed IS NULL ORDER BY t.num`).map(toJudgement)

/** The live judgements of these ids, in their order. */
export const judgementsById = (db: ReadDb, ids: readonly string[]): Judgement[] =>
  all<RawJudgement>(
    db,
    sql`SELECT ${columns} FROM json_each(${ids}) j CROSS JOIN judgement t ON t.id = j.value
        WHERE t.trashed IS NULL ORDER BY j.key`,
  ).map(toJudgement)
