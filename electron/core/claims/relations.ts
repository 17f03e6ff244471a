import type { Parsed } from '../../../shared/contract.ts'
import type { Changed } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { create, remove } from '../records/changes.ts'
import { notFound } from '../records/not-found.ts'
import { exists, readOne, type Fields } from '../records/fields.ts'
import { calledIn } from '../records/labels.ts'
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
  const changes = [create('relation', id, fields)]
  commitStep(ctx, { command: 'add-relation', label: `add relation: ${relationCalled(ctx.db, fields)}`, changes })
  return { count: 1, ids: [id] }
}

/** Takes a relation away. */
export function removeRelation(ctx: CommandContext, id: string): Changed {
  const change = remove(ctx.db, 'relation', id)
  const label = `remove relation: ${relationCalled(ctx.db, change.before ?? {})}`
  commitStep(ctx, { command: 'remove-relation', label, changes: [change] })
  return { count: 1, ids: [id] }
}

/** "C07 contradicts C08", from the logged fields of a relation. */
export function relationCalled(db: ReadDb, fields: Fields): string {
  const end = (side: 'from' | 'to'): string => {
    const kind = related.find((kind) => typeof fields[`${side}_${kind}`] === 'string')
    const record = kind && readOne(db, kind, String(fields[`${side}_${kind}`]))
    return record ? calledIn(record) : 'a record that is no more'
  }
  return `${end('from')} ${verbs[String(fields['type'])] ?? String(fields['type'])} ${end('to')}`
}

/** Types that are no verbs by themselves. */
const verbs: Readonly<Record<string, string>> = { 'same as': 'is the same as', about: 'is about' }
