import type { CarriageInput, MeasureInput } from '../../../shared/claim.ts'
import type { Changed } from '../../../shared/list.ts'
import { name, sql, value } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, remove, update } from '../records/changes.ts'
import { dateFields } from '../records/dates.ts'
import { readOne } from '../records/fields.ts'
import { recordsCalled } from '../records/labels.ts'
import { NameResolver } from '../records/names.ts'
import { commitStep } from '../records/step.ts'

const one = (id: string): Changed => ({ count: 1, ids: [id] })
const called = (ctx: CommandContext, claim: string): string => recordsCalled(ctx.db, 'claim', [claim])

const measureFields = ({ asOf, ...rest }: MeasureInput): Record<string, unknown> => ({
  ...rest,
  ...(asOf !== undefined && dateFields('as_of', asOf)),
})

/** Adds a number after those that the claim has. */
export function addMeasure(ctx: CommandContext, claim: string, measure: MeasureInput): Changed {
  const id = ctx.newId()
  const position = nextPosition(ctx, 'measure', claim)
  const changes = [create('measure', id, { claim, position, ...measureFields(measure) })]
  commitStep(ctx, { command: 'add-measure', label: `add a number to ${called(ctx, claim)}`, changes })
  return one(id)
}

export function updateMeasure(ctx: CommandContext, id: string, measure: MeasureInput): Changed {
  const changes = update(ctx.db, 'measure', id, measureFields(measure))
  commitStep(ctx, { command: 'update-measure', label: `edit a number of ${ownerCalled(ctx, 'measure', id)}`, changes })
  return changes.length > 0 ? one(id) : { count: 0, ids: [] }
}

/** Adds a document that carries the claim; the document and its outlet are taken by name, or made. */
export function addCarriage(ctx: CommandContext, claim: string, carriage: CarriageInput): Changed {
  const names = new NameResolver(ctx)
  const published = carriage.published ? dateFields('published', carriage.published) : {}
  const document = names.documentId(carriage.document, carriage.outlet ?? null, published)
  const id = ctx.newId()
  const position = nextPosition(ctx, 'carriage', claim)
  const made = create('carriage', id, {
    claim,
    document,
    position,
    role: carriage.role,
    link_read: carriage.linkRead,
  })
  const label = `add a carrier to ${called(ctx, claim)}`
  commitStep(ctx, { command: 'add-carrier', label, changes: [...names.changes, made] })
  return one(id)
}

export function updateCarriage(
  ctx: CommandContext,
  id: string,
  { role, linkRead }: { readonly role?: string | undefined; readonly linkRead?: boolean | null | undefined },
): Changed {
  const fields = { ...(role !== undefined && { role }), ...(linkRead !== undefined && { link_read: linkRead }) }
  const changes = update(ctx.db, 'carriage', id, fields)
  commitStep(ctx, {
    command: 'update-carrier',
    label: `edit a carrier of ${ownerCalled(ctx, 'carriage', id)}`,
    changes,
  })
  return changes.length > 0 ? one(id) : { count: 0, ids: [] }
}

const words = { measure: 'a number', carriage: 'a carrier' } as const

/** Removes a part of a claim. */
export function removePart(ctx: CommandContext, entity: keyof typeof words, id: string): Changed {
  const label = `remove ${words[entity]} from ${ownerCalled(ctx, entity, id)}`
  commitStep(ctx, { command: `remove-${entity}`, label, changes: [remove(ctx.db, entity, id)] })
  return one(id)
}

/** What the claim of a part is called; one that is not there is told by whatever sets or removes it. */
function ownerCalled(ctx: CommandContext, entity: keyof typeof words, id: string): string {
  const claim = readOne(ctx.db, entity, id)?.['claim']
  return typeof claim === 'string' ? called(ctx, claim) : 'a claim'
}

const nextPosition = (ctx: CommandContext, entity: 'measure' | 'carriage', claim: string): number =>
  value<number>(
    ctx.db,
    sql`SELECT coalesce(max(p.position) + 1, 0) FROM claim c LEFT JOIN ${name(entity)} p ON p.claim = c.num WHERE c.id = ${claim}`,
  ) ?? 0
