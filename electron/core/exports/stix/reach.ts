import type { ListName } from '../../../../shared/exports.ts'
import type { Selection } from '../../../../shared/list.ts'
import { column, name, sql, type ReadDb } from '../../../store/db.ts'
import type { QueryContext } from '../../context.ts'
import { within, type Labels } from '../labels.ts'
import { lists, numsOf } from '../lists.ts'

const kinds = ['actors', 'outlets', 'documents', 'events', 'claims', 'notes'] as const
export type ReachKind = (typeof kinds)[number]

/** The records that a bundle holds, by number, and how many of those that were meant or named are above the label. */
export interface Reach {
  readonly nums: Readonly<Record<ReachKind, readonly number[]>>
  readonly withheld: number
}

interface Meant {
  readonly list: ListName | null
  readonly selection: Selection
  readonly labels: Labels
}

/** The whole case, or what is meant of a list with what that names: who said and carried it, and what it is about. */
export const reachOf = (ctx: QueryContext, meant: Meant): Reach =>
  meant.list === 'claims' || meant.list === 'events' ? reachFrom(ctx, meant.list, meant) : whole(ctx, meant)

function whole(ctx: QueryContext, { selection, labels }: Meant): Reach {
  let withheld = 0
  const found = kinds.map((kind) => {
    const { list } = lists[kind]
    const meant = numsOf(ctx, list, selection)
    const nums = within(ctx.db, list.kind, meant, labels)
    withheld += meant.length - nums.length
    return [kind, nums] as const
  })
  return { nums: Object.fromEntries(found) as unknown as Reach['nums'], withheld }
}

function reachFrom(ctx: QueryContext, list: 'claims' | 'events', { selection, labels }: Meant): Reach {
  const { db } = ctx
  let withheld = 0
  const take = (kind: ReachKind, meant: readonly number[]): readonly number[] => {
    const nums = within(db, lists[kind].list.kind, meant, labels)
    withheld += meant.length - nums.length
    return nums
  }
  const chosen = take(list, numsOf(ctx, lists[list].list, selection))
  const claims = list === 'claims' ? chosen : []
  const events = list === 'events' ? chosen : take('events', named(db, claims, 'claim', 'num', 'event', 'event'))
  const documents = take('documents', named(db, claims, 'carriage', 'claim', 'document', 'document'))
  const outlets = take('outlets', named(db, documents, 'document', 'num', 'outlet', 'outlet'))
  const people = [
    ...named(db, claims, 'claim', 'num', 'claimant', 'actor'),
    ...named(db, events, 'participant', 'event', 'actor', 'actor'),
    ...named(db, outlets, 'outlet', 'num', 'owner', 'actor'),
  ]
  const actors = take('actors', withAffiliations(db, people))
  return { nums: { claims, events, documents, outlets, actors, notes: [] }, withheld }
}

/** The records that rows of a table name in a column, each once, without what is in the trash. */
const named = (
  db: ReadDb,
  nums: readonly number[],
  table: string,
  key: string,
  names: string,
  target: 'event' | 'document' | 'outlet' | 'actor',
): number[] =>
  column(
    db,
    sql`SELECT DISTINCT r.num FROM json_each(${nums}) j CROSS JOIN ${name(table)} x ON x.${name(key)} = j.value
          JOIN ${name(target)} r ON r.num = x.${name(names)} AND r.trashed IS NULL ORDER BY r.num`,
  )

/** With whom they are affiliated to, and so on. */
function withAffiliations(db: ReadDb, people: readonly number[]): number[] {
  const found = new Set(people)
  for (let last = [...found]; last.length > 0;) {
    last = named(db, last, 'actor', 'num', 'affiliation', 'actor').filter((num) => !found.has(num))
    for (const num of last) found.add(num)
  }
  return [...found]
}
