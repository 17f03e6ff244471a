import type { JudgementPatch } from '../../../shared/report.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, remove, update, type Change } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'

type Wanted = NonNullable<JudgementPatch['evidence']>[number]

/** The changes that make these claims a judgement's evidence, in this order. */
export function evidenceChanges(ctx: CommandContext, judgement: string, given: readonly Wanted[]): Change[] {
  // A claim speaks for one side: the side it was given last counts.
  const wanted = new Map(given.map((piece) => [piece.claimId as string, piece]))
  const taken = new Map(evidenceOf(ctx.db, judgement).map(({ id, claim }) => [claim, id]))
  const gone = [...taken].filter(([claim]) => !wanted.has(claim))
  const grades = gradesOf(ctx, [...wanted.keys()])
  const kept = [...wanted.values()].flatMap(({ claimId, side }, position) => {
    const before = taken.get(claimId)
    if (before) return update(ctx.db, 'judgement_claim', before, { side, position })
    const frozen = grades.get(claimId)
    if (!frozen) throw notFound('claim', claimId)
    return [create('judgement_claim', ctx.newId(), { judgement, claim: claimId, side, position, frozen })]
  })
  return [...gone.map(([, id]) => remove(ctx.db, 'judgement_claim', id)), ...kept]
}

const evidenceOf = (db: ReadDb, judgement: string): { readonly id: string; readonly claim: string }[] =>
  all(
    db,
    sql`SELECT jc.id, c.id AS claim FROM judgement j JOIN judgement_claim jc ON jc.judgement = j.num
        JOIN claim c ON c.num = jc.claim WHERE j.id = ${judgement}`,
  )

/** What the evidence is frozen with: its grades and status at the time it is taken. */
function gradesOf(ctx: CommandContext, claims: readonly string[]): Map<string, Record<string, unknown>> {
  const rows = all<{ id: string; reliability: string | null; credibility: string | null; status: string }>(
    ctx.db,
    sql`SELECT c.id, c.reliability, c.credibility, c.status FROM json_each(${claims}) j JOIN claim c ON c.id = j.value`,
  )
  const at = ctx.now()
  return new Map(rows.map(({ id, ...grades }) => [id, { at, ...grades }]))
}
