import type { ClaimPatch } from '../../../shared/claim.ts'
import type { Changed } from '../../../shared/list.ts'
import { parseQuantity } from '../../../shared/quantities.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { usualKind } from '../../../shared/vocabulary.ts'
import { all, sql, value, type ReadDb } from '../../store/db.ts'
import type { CommandContext, PlanContext } from '../context.ts'
import { checkConfirmed } from '../analysis/origins/credibility.ts'
import { create, update, type Change } from '../records/changes.ts'
import { dateFields } from '../records/dates.ts'
import { createRecord, plainFields, type Editable } from '../records/editing.ts'
import { recordsCalled } from '../records/labels.ts'
import { commitStep } from '../records/step.ts'
import { claimList } from './list.ts'

const axes = ['reliability', 'credibility'] as const
type Axis = (typeof axes)[number]

/** How patches edit claims: the row, its first measure, and its grades. */
export const claims: Editable<ClaimPatch> = {
  list: claimList,
  fieldsOf: (names, _ids, patch) => ({
    ...plainFields(patch, ['ref', 'statement', 'quote', 'quoteLanguage', 'translation', 'basis', 'topic', 'place']),
    ...plainFields(patch, ['status', 'tlp', 'tags']),
    ...(patch.said !== undefined && dateFields('said', patch.said)),
    ...(patch.claimant !== undefined && { claimant: names.idOf('actor', patch.claimant) }),
    ...(patch.event !== undefined && { event: names.idOf('event', patch.event) }),
  }),
  partsOf: (ctx, _names, ids, patch, reason) => [
    ...measureChanges(ctx, ids, patch),
    ...axes.flatMap((axis) => gradeChanges(ctx, ids, axis, patch[axis], reason)),
  ],
}

/** Makes a claim; without a reference it gets the next one. */
export const createClaim = (ctx: CommandContext, patch: ClaimPatch): Changed =>
  createRecord(ctx, claims, { ...patch, ref: patch.ref ?? nextRef(ctx.db) })

/** The reference after the highest "C<number>" there is, in the trash too: what is restored must not meet its double. */
function nextRef(db: ReadDb): string {
  const highest =
    value<number>(
      db,
      sql`SELECT max(CAST(substr(ref, 2) AS INTEGER)) FROM claim WHERE ref GLOB 'C[0-9]*' AND ref NOT GLOB 'C*[^0-9]*'`,
    ) ?? 0
  return `C${String(highest + 1).padStart(2, '0')}`
}

function measureChanges(ctx: CommandContext, ids: readonly string[], patch: ClaimPatch): Change[] {
  const fields = measureFieldsOf(patch)
  return Object.keys(fields).length === 0 ? [] : ids.flatMap((id) => leadMeasureChanges(ctx, id, fields))
}

/** The fields of the first measure that a patch sets. */
const measureFieldsOf = (patch: ClaimPatch): Record<string, unknown> => ({
  ...plainFields(patch, ['subject', 'unit']),
  ...(patch.category !== undefined && {
    category: patch.category,
    kind: patch.category && usualKind[patch.category],
  }),
  ...(patch.quantity !== undefined && quantityFields(patch.quantity)),
  ...plainFields(patch, ['qualifier']),
})

function quantityFields(text: string | null): Record<string, unknown> {
  if (text === null) return { low: null, high: null, best: null, qualifier: 'unspecified', verbatim: null }
  const quantity = parseQuantity(text)
  if (!quantity.ok) throw new ExpectedError('invalid-input', quantity.error.message)
  return { ...quantity.value, verbatim: text }
}

function leadMeasureChanges(ctx: CommandContext, claim: string, fields: Record<string, unknown>): Change[] {
  const lead = value<string>(
    ctx.db,
    sql`SELECT m.id FROM claim c JOIN measure m ON m.claim = c.num WHERE c.id = ${claim} ORDER BY m.position, m.num LIMIT 1`,
  )
  if (lead) return update(ctx.db, 'measure', lead, fields)
  return [create('measure', ctx.newId(), { claim, position: 0, qualifier: 'unspecified', ...fields })]
}

/** New ratings for the claims whose grade is another one: grading the same again is no change. */
function gradeChanges(
  ctx: CommandContext,
  ids: readonly string[],
  axis: Axis,
  grade: string | null | undefined,
  reason: string | undefined,
): Change[] {
  if (grade === undefined) return []
  const graded = all<{ id: string; grade: string | null }>(
    ctx.db,
    sql`SELECT j.value AS id, ${axis === 'reliability' ? sql`c.reliability` : sql`c.credibility`} AS grade
        FROM json_each(${ids}) j LEFT JOIN claim c ON c.id = j.value`,
  )
  const others = graded.filter((row) => row.grade !== grade).map(({ id }) => id)
  if (axis === 'credibility' && grade === '1') checkConfirmed(ctx.db, others, reason)
  return others.map((id) => ratingChange(ctx, id, axis, grade, reason))
}

/** The change that rates a claim, by the person at work and now. */
export const ratingChange = (
  ctx: PlanContext,
  claim: string,
  axis: Axis,
  grade: string | null,
  reason?: string,
): Change =>
  create('rating', ctx.newId(), { claim, axis, value: grade, reason: reason ?? null, rater: ctx.user, at: ctx.now() })

/** Grades one claim, also the same again with another reason. */
export function rateClaim(
  ctx: CommandContext,
  id: string,
  rating: { readonly axis: Axis; readonly value: string | null },
  reason?: string,
): Changed {
  if (rating.axis === 'credibility' && rating.value === '1') checkConfirmed(ctx.db, [id], reason)
  const label = `set ${rating.axis} of ${recordsCalled(ctx.db, 'claim', [id])} to ${rating.value ?? 'unset'}`
  const changes = [ratingChange(ctx, id, rating.axis, rating.value, reason)]
  commitStep(ctx, { command: 'rate-claim', label, reason, changes })
  return { count: 1, ids: [id] }
}
