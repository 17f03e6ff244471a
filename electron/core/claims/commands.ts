import type { CarriageInput, ClaimPatch, MeasureInput } from '../../../shared/claim.ts'
import { parseDate } from '../../../shared/dates.ts'
import type { Changed, Selection } from '../../../shared/list.ts'
import { parseQuantity } from '../../../shared/quantities.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { usualKind } from '../../../shared/vocabulary.ts'
import { all, sql, value } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { viewIds } from '../lists/list.ts'
import { create, remove, trashMany, update, updateMany, type Change } from '../records/changes.ts'
import { NameResolver } from '../records/names.ts'
import { commitStep } from '../records/step.ts'
import { claimList } from './list.ts'
import { claimsLabel, nameOfClaim, patchLabel } from './labels.ts'

/** The ids that a selection means, now. */
export const selectedClaims = (ctx: CommandContext, selection: Selection): string[] =>
  'ids' in selection ? selection.ids : viewIds(ctx, claimList, selection.view)

const plainFields = {
  ref: 'ref',
  statement: 'statement',
  quote: 'quote',
  quoteLanguage: 'quote_language',
  translation: 'translation',
  basis: 'basis',
  topic: 'topic',
  place: 'place',
  status: 'status',
  tlp: 'tlp',
  tags: 'tags',
} as const

/** The logged fields of the claim row itself that a patch sets. */
export function claimFieldsOf(names: NameResolver, patch: ClaimPatch): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [from, to] of Object.entries(plainFields)) {
    const given = patch[from as keyof typeof plainFields]
    if (given !== undefined) fields[to] = given
  }
  if (patch.said !== undefined) Object.assign(fields, dateFields('said', patch.said))
  if (patch.claimant !== undefined) fields['claimant'] = names.idOf('actor', patch.claimant)
  if (patch.event !== undefined) fields['event'] = names.idOf('event', patch.event)
  return fields
}

/** A typed date must be EDTF; the text is kept as written beside it. */
export function dateFields(field: string, text: string | null): Record<string, unknown> {
  if (text === null) return { [`${field}_text`]: null, [field]: null }
  const date = parseDate(text)
  if (!date.ok) throw new ExpectedError('invalid-input', date.error.message)
  return { [`${field}_text`]: text, [field]: date.value.edtf }
}

/** The measure fields that a patch sets, or undefined when it sets none. */
function measureFieldsOf(patch: ClaimPatch): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {}
  if (patch.subject !== undefined) fields['subject'] = patch.subject
  if (patch.unit !== undefined) fields['unit'] = patch.unit
  if (patch.category !== undefined) {
    fields['category'] = patch.category
    fields['kind'] = patch.category && usualKind[patch.category]
  }
  if (patch.quantity !== undefined) Object.assign(fields, quantityFields(patch.quantity))
  if (patch.qualifier !== undefined) fields['qualifier'] = patch.qualifier
  return Object.keys(fields).length > 0 ? fields : undefined
}

function quantityFields(text: string | null): Record<string, unknown> {
  if (text === null) return { low: null, high: null, best: null, qualifier: 'unspecified', verbatim: null }
  const quantity = parseQuantity(text)
  if (!quantity.ok) throw new ExpectedError('invalid-input', quantity.error.message)
  return { ...quantity.value, verbatim: text }
}

/** All changes that a patch means for claims that exist. */
export function patchChanges(
  ctx: CommandContext,
  names: NameResolver,
  ids: readonly string[],
  patch: ClaimPatch,
  reason?: string,
): Change[] {
  const changes = updateMany(ctx.db, 'claim', ids, claimFieldsOf(names, patch))
  const measure = measureFieldsOf(patch)
  if (measure) for (const id of ids) changes.push(...leadMeasureChanges(ctx, id, measure))
  for (const axis of ['reliability', 'credibility'] as const) {
    const grade = patch[axis]
    if (grade === undefined) continue
    for (const id of unlikeGrade(ctx, ids, axis, grade)) changes.push(ratingChange(ctx, id, axis, grade, reason))
  }
  return changes
}

/** The claims whose newest grade is another one: grading the same again is no change. */
const unlikeGrade = (
  ctx: CommandContext,
  ids: readonly string[],
  axis: 'reliability' | 'credibility',
  grade: string | null,
): string[] =>
  all<{ id: string; grade: string | null }>(
    ctx.db,
    sql`SELECT c.id, ${axis === 'reliability' ? sql`c.reliability` : sql`c.credibility`} AS grade FROM json_each(${ids}) j JOIN claim c ON c.id = j.value`,
  )
    .filter((row) => row.grade !== grade)
    .map((row) => row.id)

export const ratingChange = (
  ctx: CommandContext,
  claim: string,
  axis: string,
  grade: string | null,
  reason?: string,
): Change =>
  create('rating', ctx.newId(), { claim, axis, value: grade, reason: reason ?? null, rater: ctx.user, at: ctx.now() })

function leadMeasureChanges(ctx: CommandContext, claim: string, fields: Record<string, unknown>): Change[] {
  const lead = value<string>(
    ctx.db,
    sql`SELECT m.id FROM claim c JOIN measure m ON m.claim = c.num WHERE c.id = ${claim} ORDER BY m.position, m.num LIMIT 1`,
  )
  if (lead) return update(ctx.db, 'measure', lead, fields)
  return [create('measure', ctx.newId(), { claim, position: 0, qualifier: 'unspecified', ...fields })]
}

const changed = (ids: readonly string[]): Changed => ({ count: ids.length, ids: ids.slice(0, 1000) })

/** The records that a list of changes is about, without repeats. */
const ownersOf = (changes: readonly Change[]): string[] => [
  ...new Set(
    changes
      .filter(({ entity }) => entity !== 'actor' && entity !== 'event')
      .map(({ entity, id, after, before }) =>
        entity === 'claim' ? id : String(after?.['claim'] ?? before?.['claim'] ?? id),
      ),
  ),
]

export function updateClaims(
  ctx: CommandContext,
  input: { selection: Selection; patch: ClaimPatch; reason?: string | undefined },
): Changed {
  const ids = selectedClaims(ctx, input.selection)
  const names = new NameResolver(ctx)
  const changes = patchChanges(ctx, names, ids, input.patch, input.reason)
  if (changes.length === 0) return changed([])
  const label = patchLabel(ctx.db, ids, input.patch)
  commitStep(ctx, { command: 'update-claims', label, reason: input.reason, changes: [...names.changes, ...changes] })
  return changed(ids)
}

export function pasteClaims(ctx: CommandContext, rows: readonly { id: string; patch: ClaimPatch }[]): Changed {
  const names = new NameResolver(ctx)
  const changes = rows.flatMap(({ id, patch }) => patchChanges(ctx, names, [id], patch))
  const owners = ownersOf(changes)
  commitStep(ctx, {
    command: 'paste-claims',
    label: `paste into ${claimsLabel(rows.length)}`,
    changes: [...names.changes, ...changes],
  })
  return changed(owners)
}

export function createClaim(ctx: CommandContext, patch: ClaimPatch): Changed {
  if (patch.statement === undefined)
    throw new ExpectedError('invalid-input', 'A claim needs a statement: one proposition, as it was made.')
  const id = ctx.newId()
  const names = new NameResolver(ctx)
  const fields = { ref: nextRef(ctx), ...claimFieldsOf(names, patch) }
  const measure = measureFieldsOf(patch)
  const changes = [...names.changes, create('claim', id, fields)]
  if (measure)
    changes.push(create('measure', ctx.newId(), { claim: id, position: 0, qualifier: 'unspecified', ...measure }))
  for (const axis of ['reliability', 'credibility'] as const)
    if (patch[axis]) changes.push(ratingChange(ctx, id, axis, patch[axis]))
  commitStep(ctx, { command: 'create-claim', label: `add claim ${String(fields.ref)}`, changes })
  return changed([id])
}

/** The reference after the highest "C<number>" there is. */
function nextRef(ctx: CommandContext): string {
  const highest =
    value<number>(ctx.db, sql`SELECT max(CAST(substr(ref, 2) AS INTEGER)) FROM claim WHERE ref GLOB 'C[0-9]*'`) ?? 0
  return `C${String(highest + 1).padStart(2, '0')}`
}

/** Moves claims to the trash, or back from it. */
export function trashClaims(ctx: CommandContext, selection: Selection, isBack: boolean): Changed {
  const ids = selectedClaims(ctx, selection)
  const changes = trashMany(ctx.db, 'claim', ids, isBack ? null : ctx.now())
  const what = ids.length === 1 ? nameOfClaim(ctx.db, ids[0] ?? '') : claimsLabel(ids.length)
  commitStep(
    ctx,
    isBack
      ? { command: 'restore-claims', label: `restore ${what}`, changes }
      : { command: 'trash-claims', label: `delete ${what}`, changes },
  )
  return changed(changes.map((change) => change.id))
}

export function rateClaim(
  ctx: CommandContext,
  id: string,
  rating: { axis: string; value: string | null },
  reason?: string,
): Changed {
  const label = `set ${rating.axis} of ${nameOfClaim(ctx.db, id)} to ${rating.value ?? 'unset'}`
  commitStep(ctx, {
    command: 'rate-claim',
    label,
    reason,
    changes: [ratingChange(ctx, id, rating.axis, rating.value, reason)],
  })
  return changed([id])
}

const measureCells = (measure: MeasureInput): Record<string, unknown> => {
  const { asOf, ...rest } = measure
  return { ...rest, ...(asOf === undefined ? {} : dateFields('as_of', asOf)) }
}

export function addMeasure(ctx: CommandContext, claimId: string, measure: MeasureInput): Changed {
  const id = ctx.newId()
  const position = nextPosition(ctx, 'measure', claimId)
  const changes = [create('measure', id, { claim: claimId, position, ...measureCells(measure) })]
  commitStep(ctx, { command: 'add-measure', label: `add a number to ${nameOfClaim(ctx.db, claimId)}`, changes })
  return changed([id])
}

export function updateMeasure(ctx: CommandContext, id: string, measure: MeasureInput): Changed {
  const changes = update(ctx.db, 'measure', id, measureCells(measure))
  commitStep(ctx, { command: 'update-measure', label: 'edit a number', changes })
  return changed(changes.length > 0 ? [id] : [])
}

/** Removes a part of a claim: a measure, a carriage or a relation. */
export function removePart(ctx: CommandContext, entity: 'measure' | 'carriage' | 'relation', id: string): Changed {
  const words = { measure: 'a number', carriage: 'a carrier', relation: 'a relation' }[entity]
  commitStep(ctx, { command: `remove-${entity}`, label: `remove ${words}`, changes: [remove(ctx.db, entity, id)] })
  return changed([id])
}

export function addCarriage(ctx: CommandContext, claimId: string, carriage: CarriageInput): Changed {
  const names = new NameResolver(ctx)
  const published = carriage.published ? dateFields('published', carriage.published) : {}
  const document = names.documentId(carriage.document, carriage.outlet ?? null, published)
  const id = ctx.newId()
  const position = nextPosition(ctx, 'carriage', claimId)
  const made = create('carriage', id, {
    claim: claimId,
    document,
    position,
    role: carriage.role,
    link_read: carriage.linkRead,
  })
  commitStep(ctx, {
    command: 'add-carrier',
    label: `add a carrier to ${nameOfClaim(ctx.db, claimId)}`,
    changes: [...names.changes, made],
  })
  return changed([id])
}

export function updateCarriage(
  ctx: CommandContext,
  id: string,
  patch: { role?: string | undefined; linkRead?: boolean | null | undefined },
): Changed {
  const fields = {
    ...(patch.role === undefined ? {} : { role: patch.role }),
    ...(patch.linkRead === undefined ? {} : { link_read: patch.linkRead }),
  }
  const changes = update(ctx.db, 'carriage', id, fields)
  commitStep(ctx, { command: 'update-carrier', label: 'edit a carrier', changes })
  return changed(changes.length > 0 ? [id] : [])
}

function nextPosition(ctx: CommandContext, entity: 'measure' | 'carriage', claimId: string): number {
  const table = entity === 'measure' ? sql`measure` : sql`carriage`
  return (
    value<number>(
      ctx.db,
      sql`SELECT coalesce(max(p.position) + 1, 0) FROM claim c LEFT JOIN ${table} p ON p.claim = c.num WHERE c.id = ${claimId}`,
    ) ?? 0
  )
}
