import type { Changed } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import { create } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'
import { commitStep } from '../records/step.ts'
import { freezeAnew } from './evidence.ts'
import { judgementsById } from './judgement-list.ts'
import { changed, quoted } from './labels.ts'

/** "Reviewed, stands": keeps who looked again, when and why it stands, and freezes the evidence as it was seen. */
export function reviewJudgement(
  ctx: CommandContext,
  { id, reason, seen }: { readonly id: string; readonly reason: string; readonly seen: string },
): Changed {
  const [judgement] = judgementsById(ctx.db, [id])
  if (!judgement) throw notFound('judgement', id)
  if (judgement.changesKey !== seen)
    throw new ExpectedError(
      'conflict',
      'The evidence of this judgement has changed again meanwhile. Look at what changed, and review it then.',
    )
  const sentences = judgement.changes.map(({ sentence }) => sentence)
  const at = ctx.now()
  const review = { judgement: id, by: ctx.user, at, reason, seen: sentences }
  commitStep(ctx, {
    command: 'review-judgement',
    label: `review judgement ${quoted(judgement.statement)}`,
    reason,
    changes: [create('judgement_review', ctx.newId(), review), ...freezeAnew(ctx, id, at)],
  })
  return changed([id])
}
