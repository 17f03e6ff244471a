import type { Parsed } from '../../../shared/contract.ts'
import type { Changed } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { CommandContext } from '../context.ts'
import { create } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'
import { exists } from '../records/fields.ts'
import { commitStep } from '../records/step.ts'

const related = ['claim', 'event', 'document'] as const
type Related = (typeof related)[number]

const isRelated = (kind: string): kind is Related => (related as readonly string[]).includes(kind)

/** Relates two records by hand: made by a person, so confirmed from the start. */
export function addRelation(ctx: CommandContext, { from, to, type, basis }: Parsed<'relations.add'>): Changed {
  if (!isRelated(from.kind) || !isRelated(to.kind)) {
    throw new ExpectedError('invalid-input', 'Relations join claims, events and documents.')
  }
  if (from.id === to.id) throw new ExpectedError('invalid-input', 'A record cannot be related to itself.')
  for (const end of [from, to])
    if (!exists(ctx.db, end.kind as Related, end.id)) throw notFound(end.kind as Related, end.id)
  const id = ctx.newId()
  const fields = {
    [`from_${from.kind}`]: from.id,
    [`to_${to.kind}`]: to.id,
    type,
    state: 'confirmed',
    basis: basis ?? null,
    by: ctx.user,
    at: ctx.now(),
  }
  commitStep(ctx, { command: 'add-relation', label: `relate: ${type}`, changes: [create('relation', id, fields)] })
  return { count: 1, ids: [id] }
}
