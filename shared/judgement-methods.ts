import { z } from 'zod'
import { JudgementId } from './ids.ts'
import { Changed, requiredText } from './list.ts'
import { command, nothing, query } from './method.ts'
import { Judgement, JudgementPatch } from './report.ts'

/** The part of the contract that is about what the analyst holds to be so. */
export const judgementMethods = {
  'judgements.list': query(nothing, z.array(Judgement)),
  'judgements.create': command(z.strictObject({ patch: JudgementPatch }), Changed),
  'judgements.update': command(z.strictObject({ id: JudgementId, patch: JudgementPatch }), Changed),
  'judgements.trash': command(z.strictObject({ id: JudgementId }), Changed),
  /** "Reviewed, stands", with the changes of the evidence that were seen (`changesKey`): it is frozen anew with them. */
  'judgements.review': command(
    z.strictObject({ id: JudgementId, reason: requiredText(5000), seen: z.string().max(100) }),
    Changed,
  ),
} as const
