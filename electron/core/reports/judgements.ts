import { parseDate } from '../../../shared/dates.ts'
import type { Changed } from '../../../shared/list.ts'
import type { JudgementPatch } from '../../../shared/report.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { caseInfo } from '../cases/handlers.ts'
import type { CommandContext } from '../context.ts'
import { create, trashMany, update } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'
import { readOne } from '../records/fields.ts'
import { commitStep } from '../records/step.ts'
import { plainFields } from '../records/editing.ts'
import { evidenceChanges } from './evidence.ts'
import { settleLikelihood, type Likelihood } from './likelihood.ts'
import { changed, quoted } from './labels.ts'

const plain = ['statement', 'confidence', 'confidenceReasons', 'assumptions', 'indicators', 'alternatives'] as const

/** The logged fields of the judgement itself that a patch sets, given what it said before. */
function fieldsOf(ctx: CommandContext, patch: JudgementPatch, before: Likelihood): Record<string, unknown> {
  const fields = { ...plainFields(patch, plain), ...resolvesBy(patch) }
  if (patch.likelihood === undefined && patch.percent === undefined) return fields
  const { scale } = caseInfo(ctx.db)
  const { likelihood = before.likelihood, percent = before.percent } = patch
  return { ...fields, scale, ...settleLikelihood(scale, { likelihood, percent }) }
}

/** A date where it can be read as one, else only the words. */
function resolvesBy({ resolvesBy: text }: JudgementPatch): Record<string, unknown> {
  if (text === undefined) return {}
  const date = text === null ? null : parseDate(text)
  return { resolves_by_text: text, resolves_by: date?.ok ? date.value.edtf : null }
}

/** Makes a judgement on the case's scale, with the grades of its evidence as they are now. */
export function createJudgement(ctx: CommandContext, patch: JudgementPatch): Changed {
  if (patch.statement === undefined)
    throw new ExpectedError('invalid-input', 'A judgement needs a statement: what you judge to be so.')
  const id = ctx.newId()
  const { scale } = caseInfo(ctx.db)
  const fields = { scale, ...fieldsOf(ctx, patch, { likelihood: null, percent: null }) }
  commitStep(ctx, {
    command: 'create-judgement',
    label: `add judgement ${quoted(patch.statement)}`,
    changes: [create('judgement', id, fields), ...evidenceChanges(ctx, id, patch.evidence ?? [])],
  })
  return changed([id])
}

/** Sets a patch on a judgement; evidence that stays keeps the grades frozen when it was taken. */
export function updateJudgement(ctx: CommandContext, id: string, patch: JudgementPatch): Changed {
  const before = readOne(ctx.db, 'judgement', id)
  if (!before) throw notFound('judgement', id)
  const { likelihood, percent, statement } = before as unknown as Likelihood & { readonly statement: string }
  const changes = [
    ...update(ctx.db, 'judgement', id, fieldsOf(ctx, patch, { likelihood, percent })),
    ...(patch.evidence ? evidenceChanges(ctx, id, patch.evidence) : []),
  ]
  commitStep(ctx, {
    command: 'update-judgement',
    label: `edit judgement ${quoted(patch.statement ?? statement)}`,
    changes,
  })
  return changed(changes.length > 0 ? [id] : [])
}

export function trashJudgement(ctx: CommandContext, id: string): Changed {
  const { statement } = readOne(ctx.db, 'judgement', id) ?? {}
  const changes = trashMany(ctx.db, 'judgement', [id], ctx.now())
  commitStep(ctx, { command: 'trash-judgement', label: `delete judgement ${quoted(String(statement))}`, changes })
  return changed([id])
}
