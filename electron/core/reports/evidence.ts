import type { JudgementPatch } from '../../../shared/report.ts'
import { freeze, type EvidenceNow } from '../../../shared/stale.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, remove, update, type Change } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'
import { evidenceNow } from './evidence-now.ts'

type Wanted = NonNullable<JudgementPatch['evidence']>[number]

/** The changes that make these claims a judgement's evidence, in this order; only what is added is frozen. */
export function evidenceChanges(ctx: CommandContext, judgement: string, given: readonly Wanted[]): Change[] {
  // A claim speaks for one side: the side it was given last counts.
  const wanted = new Map(given.map((piece) => [piece.claimId as string, piece]))
  const taken = new Map(evidenceOf(ctx.db, judgement).map(({ id, claim }) => [claim, id]))
  const gone = [...taken].filter(([claim]) => !wanted.has(claim))
  const added = evidenceNow(
    ctx.db,
    [...wanted.keys()].filter((claim) => !taken.has(claim)),
  )
  const kept = [...wanted.values()].flatMap(({ claimId, side, weight }, position) => {
    const before = taken.get(claimId)
    const weighed = weight === undefined ? {} : { weight }
    if (before) return update(ctx.db, 'judgement_claim', before, { side, position, ...weighed })
    const now = added.get(claimId)
    if (!now) throw notFound('claim', claimId)
    const fields = { judgement, claim: claimId, side, position, ...weighed, frozen: freeze(now, ctx.now()) }
    return [create('judgement_claim', ctx.newId(), fields)]
  })
  return [...gone.map(([, id]) => remove(ctx.db, 'judgement_claim', id)), ...kept]
}

/** The changes that freeze all evidence of a judgement anew, as it is now. */
export function freezeAnew(ctx: CommandContext, judgement: string, at: string): Change[] {
  const taken = evidenceOf(ctx.db, judgement)
  const now = evidenceNow(
    ctx.db,
    taken.map(({ claim }) => claim),
  )
  return taken.flatMap(({ id, claim }) =>
    update(ctx.db, 'judgement_claim', id, { frozen: freeze(now.get(claim) as EvidenceNow, at) }),
  )
}

const evidenceOf = (db: ReadDb, judgement: string): { readonly id: string; readonly claim: string }[] =>
  all(
    db,
    sql`SELECT jc.id, c.id AS claim FROM judgement j JOIN judgement_claim jc ON jc.judgement = j.num
        JOIN claim c ON c.num = jc.claim WHERE j.id = ${judgement}`,
  )
