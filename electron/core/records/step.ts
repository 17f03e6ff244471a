import type { Topic } from '../../../shared/contract.ts'
import { name, run, sql, type WriteDb } from '../../store/db.ts'
import { ChangesDigest, closeSet } from '../../store/log-chain.ts'
import { markStale } from '../analysis/engine/todo.ts'
import type { CommandContext } from '../context.ts'
import { ownerOf, topicsOf, type Change } from './changes.ts'
import { Creations } from './creations.ts'
import { derive, dropFound } from './derive.ts'
import { entities } from './entities.ts'
import { foldable, rewriteStep, type Foldable } from './fold.ts'
import { insertFields, numOf, removeFields, updateFields } from './fields.ts'
import { logChanges } from './log.ts'
import type { MadeClaim } from './new-claims.ts'
import { isSearched, SearchTexts } from './search-text.ts'

/** One step of the history: what undo takes back as a whole. */
export interface Step {
  readonly command: string
  /** What the step did, as the menu names it: "set reliability of 12 claims to B". */
  readonly label: string
  readonly reason?: string | undefined
  readonly changes: readonly Change[]
  /** Set by undo and redo: the change set that this one takes back or brings back. */
  readonly reverts?: number
  /** Whether undo takes it back in turn: not so with undo and redo themselves. */
  readonly isStep?: boolean
}

/** A step that is being made: its changes come in portions, so that a long one need not fit into memory. */
export interface OpenStep {
  readonly set: number
  readonly at: string
  readonly creations: Creations
  readonly texts: SearchTexts
  /** Over all its changes, for its link in the chain of the log. */
  readonly digest: ChangesDigest
}

/** Makes the changes, logs them as one change set and brings derived columns up to date. Answers the set's number; null when nothing changes. */
export function commitStep(ctx: CommandContext, step: Step): number | null {
  if (step.changes.length === 0) return null
  const folded = foldable(ctx, step)
  if (folded) return foldStep(ctx, folded, step)
  const open = openStep(ctx, step)
  addChanges(ctx, open, step.changes)
  closeStep(ctx, open)
  return open.set
}

/** Makes the changes as a part of the step before. */
function foldStep(ctx: CommandContext, folded: Foldable, { changes, ...step }: Step): number | null {
  const { db } = ctx
  const [at, texts, made, owners] = [ctx.now(), new SearchTexts(db), new Set<string>(), new Map<string, string>()]
  markStale(db, changes)
  for (const change of changes) applyChange(db, texts, change, at, { made, owners })
  derive(db, texts, changes, made)
  for (const topic of topicsOf(changes)) ctx.touch(topic as Topic)
  if (!rewriteStep(db, folded, { ...step, changes }, at)) return null
  closeSet(db, folded.set)
  return folded.set
}

/** Begins a step of which undo will take back all portions together. The caller's transaction spans them. */
export function openStep(ctx: CommandContext, step: Omit<Step, 'changes'>, texts = new SearchTexts(ctx.db)): OpenStep {
  const at = ctx.now()
  const { lastInsertRowid } = run(
    ctx.db,
    sql`INSERT INTO change_set (at, by, command, label, reason, reverts, is_step)
        VALUES (${at}, ${ctx.user}, ${step.command}, ${step.label}, ${step.reason}, ${step.reverts}, ${step.isStep ?? step.reverts === undefined})`,
  )
  const creations = new Creations(ctx.db, at, texts, ctx.newId)
  return { set: Number(lastInsertRowid), at, creations, texts, digest: new ChangesDigest() }
}

/** Ends a step: its entry in the log is complete and linked to the one before. */
export const closeStep = (ctx: CommandContext, { set, digest }: OpenStep): void => closeSet(ctx.db, set, digest.digest)

/** Makes and logs a portion of a step's changes. */
export function addChanges(ctx: CommandContext, step: OpenStep, changes: readonly Change[]): void {
  const { at, set, creations, texts } = step
  const all = changes.map((given) => stamped(given, at))
  const hasRemovals = all.some(({ after }) => after === null)
  // Where nothing goes, what is made can be made together, before what is changed: many times as fast.
  const created = hasRemovals ? [] : all.filter(({ before }) => before === null)
  const rest = created.length === 0 ? all : all.filter(({ before }) => before !== null)
  const made = new Set(created.map(({ id }) => id))
  if (created.length > 0) creations.insert(created, null)
  markStale(ctx.db, created)
  for (const owner of ownersOf(ctx.db, created, made)) touchOwner(ctx.db, owner, at)
  const owners = new Map<string, string>()
  markStale(ctx.db, rest)
  applyChanges(ctx.db, texts, rest, at, { made, owners })
  // What came back in the same portion in which something went could not be marked before.
  if (hasRemovals)
    markStale(
      ctx.db,
      rest.filter(({ before }) => before === null),
    )
  if (rest.length > 0) creations.renumber()
  logChanges(ctx.db, set, [...created, ...rest], owners, step.digest)
  // A record that is made and changed in one portion is derived from what it has in the end.
  const changedToo = new Set(rest.map(({ id }) => id))
  derive(ctx.db, texts, all, new Set([...made].filter((id) => !changedToo.has(id))))
  for (const topic of topicsOf(changes)) ctx.touch(topic as Topic)
}

/** Makes records with their parts that remember the import by which they come: that stands for their making in the log. */
export function makeImported(ctx: CommandContext, step: OpenStep, changes: readonly Change[], batch: number): void {
  step.creations.insert(changes, batch)
  markStale(
    ctx.db,
    changes.filter(({ entity }) => entity === 'relation' || entity === 'event'),
  )
  for (const topic of topicsOf(changes)) ctx.touch(topic as Topic)
}

/** Makes claims with their parts that come by an import. */
export function makeClaims(ctx: CommandContext, step: OpenStep, claims: readonly MadeClaim[], batch: number): void {
  step.creations.insertClaims(claims, batch, ctx.user)
  ctx.touch('claims')
}

/** The records of which parts were made, and which were not made themselves: they count as changed. */
function ownersOf(
  db: WriteDb,
  created: readonly Change[],
  made: ReadonlySet<string>,
): Map<string, { readonly entity: string; readonly id: string }> {
  const owners = new Map<string, { readonly entity: string; readonly id: string }>()
  for (const change of created) {
    const { owner } = entities[change.entity]
    const id = owner && ownerOf(db, change, owner)
    if (owner && id && !made.has(id)) owners.set(id, { entity: owner, id })
  }
  return owners
}

const touchOwner = (
  db: WriteDb,
  [, { entity, id }]: [string, { readonly entity: string; readonly id: string }],
  at: string,
): void => void run(db, sql`UPDATE ${name(entity)} SET changed = ${at} WHERE id = ${id}`)

/** Names a step when only its end shows what it came to. */
export const labelStep = (ctx: CommandContext, { set }: OpenStep, label: string): void =>
  void run(ctx.db, sql`UPDATE change_set SET label = ${label} WHERE num = ${set}`)

/** When a record was made is part of it: redoing an undone making brings back the same time. */
const stamped = (change: Change, now: string): Change =>
  change.before === null && change.after !== null && entities[change.entity].isRecord
    ? { ...change, after: { created: now, ...change.after } }
    : change

interface Applied {
  /** The records that this portion makes: they need not be marked as changed for each of their parts. */
  readonly made: Set<string>
  /** The records of the parts that it changes. */
  readonly owners: Map<string, string>
}

/** Makes changes one after the other, but that records of one kind that follow each other and become alike are changed together. */
function applyChanges(
  db: WriteDb,
  texts: SearchTexts,
  changes: readonly Change[],
  now: string,
  applied: Applied,
): void {
  let plain: Change[] = []
  const flush = (): void => {
    updateTogether(db, plain, now)
    plain = []
  }
  for (const change of changes) {
    if (!isPlain(change) || (plain[0] && plain[0].entity !== change.entity)) flush()
    if (isPlain(change)) plain.push(change)
    else applyChange(db, texts, change, now, applied)
  }
  flush()
}

/** Whether a change sets fields of a record that there is. */
const isPlain = ({ entity, before, after }: Change): boolean =>
  before !== null && after !== null && entities[entity].isRecord

/** Sets fields of records of one kind, of those that become alike in one statement. */
function updateTogether(db: WriteDb, changes: readonly Change[], now: string): void {
  // Of what changes one record twice, the last holds: then each keeps its place.
  const isOnceEach = new Set(changes.map(({ id }) => id)).size === changes.length
  const groups = isOnceEach
    ? Map.groupBy(changes, ({ after }) => JSON.stringify(after)).values()
    : changes.map((change) => [change])
  for (const group of groups) {
    const { entity, after } = group[0] as Change
    const ids = group.map(({ id }) => id)
    updateFields(db, entity, ids, after ?? {}, now)
  }
}

function applyChange(db: WriteDb, texts: SearchTexts, change: Change, now: string, { made, owners }: Applied): void {
  const { entity, id, before, after } = change
  const { owner, isRecord } = entities[entity]
  // Read before the row may go: a record counts as changed when a part of it is.
  const ownerId = owner && ownerOf(db, change, owner)
  if (after === null) {
    const num = isSearched(entity) ? numOf(db, entity, id) : undefined
    removeFields(db, entity, id)
    if (isSearched(entity) && num !== undefined) dropFound(db, texts, entity, num)
  } else if (before === null) insertFields(db, entity, id, after, now)
  else updateFields(db, entity, [id], after, now)
  if (isRecord && before === null) made.add(id)
  if (ownerId) owners.set(id, ownerId)
  if (owner && ownerId && !made.has(ownerId))
    run(db, sql`UPDATE ${name(owner)} SET changed = ${now} WHERE id = ${ownerId}`)
}
