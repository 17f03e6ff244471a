import type { BlockContent } from '../../../../../shared/report.ts'
import type { MergeKind, MergePair, MergePreview, MergeRequest, MergeSide } from '../../../../../shared/merge.ts'
import type { Changed } from '../../../../../shared/list.ts'
import { ExpectedError } from '../../../../../shared/result.ts'
import { formatQuantity } from '../../../../../shared/quantities.ts'
import { ratingAxes } from '../../../../../shared/vocabulary.ts'
import { all, get, name, sql, value, type ReadDb } from '../../../../store/db.ts'
import type { CommandContext, QueryContext } from '../../../context.ts'
import { undo } from '../../../history/undo.ts'
import { Words } from '../../../history/words.ts'
import { linksTo } from '../../../notes/surroundings.ts'
import { claimRowsById } from '../../../claims/rows.ts'
import { ratingChange } from '../../../claims/commands.ts'
import { create, update, updateMany, type Change } from '../../../records/changes.ts'
import type { EntityName } from '../../../records/entities.ts'
import { numOf, readOne, type Fields } from '../../../records/fields.ts'
import { calledIn } from '../../../records/labels.ts'
import { notFound } from '../../../records/not-found.ts'
import { commitStep } from '../../../records/step.ts'
import { choicesOf, fieldsInWords, mergedFields } from './merge-fields.ts'
import { movesOf, type Moved } from './merge-parts.ts'

/** What merging two records would come to. */
export function previewMerge({ db }: QueryContext, pair: MergePair): MergePreview {
  const { kind } = pair
  const [keep, drop] = recordsOf(db, pair)
  const [keepLink, dropLink] = linksTo(
    db,
    [pair.keep, pair.drop].map((id) => ({ kind, num: numOf(db, kind, id) ?? -1 })),
  )
  if (!keepLink || !dropLink) throw notFound(kind, pair.keep)
  const words = new Words(db)
  const { moved, doubles } = movesOf(db, kind, pair.keep, pair.drop, 'both')
  const kinds = [...new Set([...moved, ...doubles].map(({ entity }) => entity))]
  const count = (rows: readonly { entity: EntityName }[], entity: EntityName): number =>
    rows.filter((row) => row.entity === entity).length
  return {
    keep: keepLink,
    drop: dropLink,
    fields: [
      ...fieldsInWords(
        kind,
        keep,
        drop,
        (column, cell) => words.tell(kind, column, cell)?.replace(/^“(.*)”$/, '$1') ?? null,
      ),
      ...(kind === 'claim' ? claimParts(db, pair) : []),
    ],
    moves: kinds.map((entity) => ({ entity, moved: count(moved, entity), doubles: count(doubles, entity) })),
  }
}

/** The numbers and grades of two claims, as fields to choose from. */
function claimParts(db: ReadDb, { keep, drop }: MergePair): MergePreview['fields'] {
  const numbers = (id: string): string | null => {
    const [row] = claimRowsById(db, [id])
    const found = (row?.measures ?? []).map((measure) =>
      [`${formatQuantity(measure)} ${measure.unit ?? measure.subject ?? ''}`.trim(), measure.category]
        .filter((words) => words !== null)
        .join(', '),
    )
    return found.length === 0 ? null : found.join('; ')
  }
  const [own, theirs] = [numbers(keep), numbers(drop)]
  const [ownGrades, theirGrades] = [gradesOf(db, keep), gradesOf(db, drop)]
  return [
    { field: 'measures', keep: own, drop: theirs, sides: ['keep', 'drop', 'both'], side: 'both' },
    ...ratingAxes.map((axis) => ({
      field: axis,
      keep: ownGrades[axis],
      drop: theirGrades[axis],
      sides: ['keep' as const, 'drop' as const],
      side: gradeSide(ownGrades[axis], theirGrades[axis]),
    })),
  ]
}

type Grades = Record<(typeof ratingAxes)[number], string | null>
const gradesOf = (db: ReadDb, id: string): Grades =>
  get<Grades>(db, sql`SELECT reliability, credibility FROM claim WHERE id = ${id}`) ?? {
    reliability: null,
    credibility: null,
  }
const gradeSide = (keep: string | null, drop: string | null): MergeSide =>
  keep === null && drop !== null ? 'drop' : 'keep'

/**
 * Makes two records one, as one step: the kept one gets the chosen values and all that hangs on the other, which goes to
 * the trash. What the kept one has already stays with the other, so that nothing is removed.
 */
export function merge(ctx: CommandContext, { kind, keep, drop, fields, reason }: MergeRequest): Changed {
  const { db } = ctx
  const [own, theirs] = recordsOf(db, { kind, keep, drop })
  checkFields(kind, fields)
  const { moved } = movesOf(db, kind, keep, drop, fields['measures'] ?? 'both')
  const patches = new Patches()
  patches.add({ entity: kind, id: keep, patch: mergedFields(kind, own, theirs, fields) })
  for (const row of moved) patches.add(row)
  // An actor that is affiliated to itself, or an outlet that owns itself, is none.
  patches.add({ entity: kind, id: keep, patch: withoutItself(kind, keep, drop, { ...own, ...patches.of(keep) }) })
  patches.add({ entity: kind, id: drop, patch: { trashed: ctx.now() } })
  const changes = [
    ...(kind === 'actor' || kind === 'outlet' ? [] : sameAs(ctx, kind, keep, drop, reason)),
    ...(kind === 'claim' ? gradeChanges(ctx, keep, drop, fields) : []),
    ...patches.changes(db),
    ...(kind === 'claim' || kind === 'event' ? blockChanges(db, kind, keep, drop) : []),
  ]
  commitStep(ctx, { command: 'merge', label: `merge ${calledIn(theirs)} into ${calledIn(own)}`, reason, changes })
  return { count: 1, ids: [keep] }
}

/** Takes the merge back in which a record went, at any later time. */
export function split(
  ctx: CommandContext,
  { kind, id, withLater }: { readonly kind: MergeKind; readonly id: string; readonly withLater: boolean },
): { label: string } {
  const record = readOne(ctx.db, kind, id)
  if (!record) throw notFound(kind, id)
  const step = value<number>(
    ctx.db,
    sql`SELECT s.num FROM change c JOIN change_set s ON s.num = c.change_set
        WHERE c.record = ${id} AND s.command = 'merge' AND s.is_step = 1 AND s.undone = 0
          AND c.after ->> 'trashed' IS NOT NULL ORDER BY s.num DESC LIMIT 1`,
  )
  if (step === undefined)
    throw new ExpectedError('nothing-to-do', `${calledIn(record)} was not merged into another record.`)
  return undo(ctx, { step, withLater })
}

function recordsOf(db: ReadDb, { kind, keep, drop }: MergePair): [keep: Fields, drop: Fields] {
  if (keep === drop) throw new ExpectedError('invalid-input', 'A record cannot be merged with itself.')
  const [own, theirs] = [keep, drop].map((id) => {
    const fields = readOne(db, kind, id)
    if (!fields) throw notFound(kind, id)
    if (fields['trashed'] !== null)
      throw new ExpectedError('conflict', `${calledIn(fields)} is in the trash. Restore it before it is merged.`)
    return fields
  })
  return [own ?? {}, theirs ?? {}]
}

function checkFields(kind: MergeKind, chosen: MergeRequest['fields']): void {
  const known = [...choicesOf(kind).map(({ field }) => field), ...(kind === 'claim' ? ['measures', ...ratingAxes] : [])]
  const unknown = Object.keys(chosen).find((field) => !known.includes(field))
  if (unknown === undefined) return
  throw new ExpectedError('invalid-input', `${kind} has no field “${unknown}”. It has ${known.join(', ')}.`)
}

/** The patches of each record, as one change each: two changes of a record could not be taken back. */
class Patches {
  readonly #byId = new Map<string, { readonly entity: EntityName; patch: Fields }>()

  add({ entity, id, patch }: Moved): void {
    this.#byId.set(id, { entity, patch: { ...this.#byId.get(id)?.patch, ...patch } })
  }

  of(id: string): Fields {
    return this.#byId.get(id)?.patch ?? {}
  }

  /** Records that get the same are changed together: a name may stand in many thousands. */
  changes(db: ReadDb): Change[] {
    const alike = Map.groupBy(this.#byId, ([, { entity, patch }]) => JSON.stringify([entity, patch]))
    return [...alike.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      return updateMany(
        db,
        first[1].entity,
        group.map(([id]) => id),
        first[1].patch,
      )
    })
  }
}

const withoutItself = (kind: MergeKind, keep: string, drop: string, fields: Fields): Fields =>
  kind === 'actor' && (fields['affiliation'] === keep || fields['affiliation'] === drop) ? { affiliation: null } : {}

/** The confirmed relation that remembers the merge: the one that was suggested, else a new one. */
function sameAs(
  ctx: CommandContext,
  kind: 'claim' | 'event' | 'document',
  keep: string,
  drop: string,
  reason: string | undefined,
): Change[] {
  const said = { state: 'confirmed', by: ctx.user, at: ctx.now(), ...(reason !== undefined && { reason }) }
  const [from, to] = [`from_${kind}`, `to_${kind}`]
  const known = value<string>(
    ctx.db,
    sql`SELECT r.id FROM relation r JOIN ${name(kind)} f ON f.num = r.${name(from)} JOIN ${name(kind)} t ON t.num = r.${name(to)}
        WHERE r.type = 'same as' AND ((f.id = ${keep} AND t.id = ${drop}) OR (f.id = ${drop} AND t.id = ${keep})) ORDER BY r.num LIMIT 1`,
  )
  if (known) return update(ctx.db, 'relation', known, said)
  return [create('relation', ctx.newId(), { [from]: drop, [to]: keep, type: 'same as', basis: 'merged', ...said })]
}

/** Where the joined ratings would show another grade than the chosen one, that is given anew. */
function gradeChanges(ctx: CommandContext, keep: string, drop: string, chosen: MergeRequest['fields']): Change[] {
  const [own, theirs] = [gradesOf(ctx.db, keep), gradesOf(ctx.db, drop)]
  return ratingAxes.flatMap((axis) => {
    const side = chosen[axis] ?? gradeSide(own[axis], theirs[axis])
    const grade = side === 'drop' ? theirs[axis] : own[axis]
    const newest = value<string>(
      ctx.db,
      sql`SELECT r.value FROM rating r JOIN claim c ON c.num = r.claim
          WHERE c.id IN (${keep}, ${drop}) AND r.axis = ${axis} ORDER BY r.at DESC, r.num DESC LIMIT 1`,
    )
    return (newest ?? null) === grade ? [] : [ratingChange(ctx, keep, axis, grade, 'chosen in a merge')]
  })
}

/** Reports that list the record that goes list the kept one in its place. */
function blockChanges(db: ReadDb, kind: 'claim' | 'event', keep: string, drop: string): Change[] {
  const blocks = all<{ id: string; content: string }>(
    db,
    sql`SELECT id, content FROM report_block WHERE instr(content, ${drop}) > 0`,
  )
  const list = `${kind}Ids`
  return blocks.flatMap(({ id, content }) => {
    const parsed = JSON.parse(content) as BlockContent & Record<string, unknown>
    const ids = parsed[list]
    if (!Array.isArray(ids)) return []
    const merged = [...new Set(ids.map((listed: unknown) => (listed === drop ? keep : listed)))]
    return update(db, 'report_block', id, { content: { ...parsed, [list]: merged } })
  })
}
