import type { Changed, Selection } from '../../../shared/list.ts'
import { ExpectedError } from '../../../shared/result.ts'
import type { ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { viewIds, type ListDefinition } from '../lists/list.ts'
import { create, ownerOf, trashMany, updateMany, type Change } from './changes.ts'
import type { Fields } from './fields.ts'
import { NameResolver } from './names.ts'
import { commitStep } from './step.ts'
import { calledIn, patchLabel, recordsCalled, recordsLabel, type EditedKind } from './labels.ts'

/** A kind of record that patches edit: what the commands shared by all kinds need to know of it. */
export interface Editable<Patch> {
  readonly list: ListDefinition & { readonly kind: EditedKind }
  /** The fields of the row itself that a patch sets; `ids` are the records that it is for. */
  readonly fieldsOf: (names: NameResolver, ids: readonly string[], patch: Patch) => Fields
  /** What a patch changes in the records' parts: the grades of claims, the participants of events, the pins of notes. */
  readonly partsOf?: (
    ctx: CommandContext,
    names: NameResolver,
    ids: readonly string[],
    patch: Patch,
    reason?: string,
  ) => Change[]
}

/** The fields that a patch sets as they stand: `placePrecision` in the contract is `place_precision` in the store. */
export function plainFields<Patch extends object>(
  patch: Patch,
  keys: readonly (keyof Patch & string)[],
): Record<string, unknown> {
  const given = keys.filter((key) => patch[key] !== undefined)
  return Object.fromEntries(given.map((key) => [snakeCase(key), patch[key]]))
}

const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The ids that a selection means, now, each once. */
const selectedIds = (ctx: CommandContext, list: ListDefinition, selection: Selection): string[] =>
  'ids' in selection ? [...new Set(selection.ids)] : viewIds(ctx, list, selection.view)

const changed = (ids: readonly string[]): Changed => ({ count: ids.length, ids: ids.slice(0, 1000) })

/** Makes a record from a patch, with its parts and the records that it names for the first time. */
export function createRecord<Patch>(ctx: CommandContext, kind: Editable<Patch>, patch: Patch): Changed {
  const id = ctx.newId()
  const names = new NameResolver(ctx)
  const fields = kind.fieldsOf(names, [id], patch)
  checkNamed(kind.list.kind, fields)
  const made = [create(kind.list.kind, id, fields), ...(kind.partsOf?.(ctx, names, [id], patch) ?? [])]
  commitStep(ctx, {
    command: `create-${kind.list.kind}`,
    label: `add ${kind.list.kind} ${calledIn(fields)}`,
    changes: [...names.changes, ...made],
  })
  return changed([id])
}

const needed: Readonly<Record<EditedKind, string>> = {
  claim: 'a statement: one proposition, as it was made',
  event: 'a title',
  actor: 'a name',
  outlet: 'a name',
  document: 'a title',
  note: 'a title',
  place: 'a name',
}

function checkNamed(kind: EditedKind, { statement, name, title }: Fields): void {
  if ((statement ?? name ?? title) !== undefined) return
  throw new ExpectedError('invalid-input', `Give the new ${kind} ${needed[kind]}.`)
}

/** Sets a patch on all that a selection means, as one step. */
export function updateRecords<Patch extends object>(
  ctx: CommandContext,
  kind: Editable<Patch>,
  input: { readonly selection: Selection; readonly patch: Patch; readonly reason?: string | undefined },
): Changed {
  const names = new NameResolver(ctx)
  const selected = selectedIds(ctx, kind.list, input.selection)
  const changes = patchChanges(ctx, kind, names, selected, input.patch, input.reason)
  const ids = ownersOf(ctx.db, kind.list.kind, changes)
  commitStep(ctx, {
    command: `update-${kind.list.kind}s`,
    label: patchLabel(ctx.db, kind.list.kind, ids, input.patch),
    reason: input.reason,
    // A name that nothing takes in the end makes no record.
    changes: changes.length > 0 ? [...names.changes, ...changes] : [],
  })
  return changed(ids)
}

/** Sets a patch of its own on each record, as one step: cells pasted from a spreadsheet. */
export function pasteRecords<Patch extends object>(
  ctx: CommandContext,
  kind: Editable<Patch>,
  rows: readonly { readonly id: string; readonly patch: Patch }[],
): Changed {
  const names = new NameResolver(ctx)
  // A record that stands in two rows gets both patches at once: two changes of one field could not be taken back.
  const patches = new Map<string, Patch>()
  for (const { id, patch } of rows) patches.set(id, { ...patches.get(id), ...patch })
  const changes = [...patches].flatMap(([id, patch]) => patchChanges(ctx, kind, names, [id], patch))
  const ids = ownersOf(ctx.db, kind.list.kind, changes)
  commitStep(ctx, {
    command: `paste-${kind.list.kind}s`,
    label: `paste into ${recordsLabel(kind.list.kind, ids.length)}`,
    changes: changes.length > 0 ? [...names.changes, ...changes] : [],
  })
  return changed(ids)
}

const patchChanges = <Patch>(
  ctx: CommandContext,
  kind: Editable<Patch>,
  names: NameResolver,
  ids: readonly string[],
  patch: Patch,
  reason?: string,
): Change[] => [
  ...updateMany(ctx.db, kind.list.kind, ids, kind.fieldsOf(names, ids, patch)),
  ...(kind.partsOf?.(ctx, names, ids, patch, reason) ?? []),
]

/** The records that changes are about, each once. */
function ownersOf(db: ReadDb, kind: EditedKind, changes: readonly Change[]): string[] {
  const owners = changes.map((change) => (change.entity === kind ? change.id : ownerOf(db, change, kind)))
  return [...new Set(owners.filter((id) => id !== undefined))]
}

/** Moves records to the trash, or back from it. */
export function trashRecords(
  ctx: CommandContext,
  list: Editable<never>['list'],
  selection: Selection,
  isBack: boolean,
): Changed {
  const changes = trashMany(ctx.db, list.kind, selectedIds(ctx, list, selection), isBack ? null : ctx.now())
    // What lies in the trash already keeps the time at which it came there.
    .filter(({ before }) => isBack || before?.['trashed'] === null)
  const ids = changes.map(({ id }) => id)
  commitStep(ctx, {
    command: `${isBack ? 'restore' : 'trash'}-${list.kind}s`,
    label: `${isBack ? 'restore' : 'delete'} ${recordsCalled(ctx.db, list.kind, ids)}${isBack ? ' from the trash' : ''}`,
    changes,
  })
  return changed(ids)
}
