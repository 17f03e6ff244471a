import { isDeepStrictEqual } from 'node:util'
import type { Changed } from '../../../shared/list.ts'
import type { RecordKind } from '../../../shared/ids.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { SavedView, viewLists, type KeptView, type ViewsFile, type ViewsFound } from '../../../shared/views.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'
import type { CommandContext } from '../context.ts'
import { listOfKind } from '../notes/find.ts'
import { create, remove, update } from '../records/changes.ts'
import { commitStep } from '../records/step.ts'

interface Stored extends Pick<KeptView, 'id' | 'list' | 'name' | 'search'> {
  readonly filter: string
  readonly sort: string | null
  readonly columns: string | null
}

/** The views of the case, by list and name. */
export function viewList(db: ReadDb): KeptView[] {
  const stored = all<Stored>(db, sql`SELECT id, list, name, search, filter, sort, columns FROM saved_view ORDER BY num`)
  const place = ({ list }: KeptView): number => viewLists.indexOf(list)
  return stored.map(toView).sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
}

function toView({ id, filter, sort, columns, ...row }: Stored): KeptView {
  const [of, by, shown] = [filter, sort, columns].map((text) => JSON.parse(text ?? 'null') as unknown)
  const view = SavedView.parse({ ...row, filter: of, sort: by, columns: shown })
  return { ...view, id, unknown: unknownFields(view) }
}

/** The fields that a view goes by and that its list does not have: it was made by another version of Parallax, or by hand. */
function unknownFields({ list, filter, sort, columns }: SavedView): string[] {
  const known = listOfKind[list.slice(0, -1) as RecordKind].fields
  const named = [...Object.keys(filter), ...(sort ?? []).map(({ field }) => field)]
  const all = new Set([...named, ...(columns ?? []).map(({ field }) => field)])
  return [...all].filter((field) => !Object.hasOwn(known, field))
}

/** The view of a list by its name. Throws an ExpectedError when there is none. */
export function viewNamed(views: readonly KeptView[], list: string, name: string): KeptView {
  const ofList = views.filter((view) => view.list === list)
  const found = ofList.find((view) => view.name === name.normalize('NFC').trim())
  if (found) return found
  const known =
    ofList.length === 0 ? 'There are none yet.' : `There are: ${ofList.map((view) => view.name).join(', ')}.`
  throw new ExpectedError('not-found', `There is no saved view “${name}” of ${list}. ${known}`)
}

const withoutId = ({ id: _, unknown: _u, ...view }: KeptView): SavedView => view

const isNamed = (one: SavedView, other: SavedView): boolean => one.list === other.list && one.name === other.name

/** What views that came from elsewhere would be beside those of the case. */
export const compareViews = (kept: readonly KeptView[], given: readonly SavedView[]): ViewsFound['views'] =>
  given.map((view) => {
    const known = kept.find((one) => isNamed(one, view))
    if (!known) return { view, verdict: 'new' }
    return { view, verdict: isDeepStrictEqual(withoutId(known), view) ? 'same' : 'replaces' }
  })

/** The views as a file. */
export const viewsFile = (views: readonly KeptView[]): ViewsFile => ({
  format: 'parallax-views',
  version: 1,
  views: views.map(withoutId),
})

/** Keeps views under their names; of several of one name the last. */
export function saveViews(ctx: CommandContext, views: readonly SavedView[]): Changed {
  const kept = viewList(ctx.db)
  const given = views.filter((view, at) => !views.slice(at + 1).some((later) => isNamed(later, view)))
  const named = given.map((view) => ({ view, known: kept.find((one) => isNamed(one, view)), id: ctx.newId() }))
  const changes = named.flatMap(({ view: { list, name, ...content }, known, id }) =>
    known ? update(ctx.db, 'saved_view', known.id, content) : [create('saved_view', id, { list, name, ...content })],
  )
  const [first] = given
  const label = given.length === 1 ? `save view “${first?.name ?? ''}”` : `save ${given.length} views`
  commitStep(ctx, { command: 'save-views', label, changes })
  return { count: changes.length, ids: named.map(({ known, id }) => known?.id ?? id) }
}

/** Gives a view another name. Throws where its list has a view of that name. */
export function renameView(ctx: CommandContext, id: string, name: string): Changed {
  const kept = viewList(ctx.db)
  const before = viewOf(kept, id)
  if (kept.some((other) => other.id !== id && isNamed(other, { ...before, name })))
    throw new ExpectedError('conflict', `There is a view “${name}” of ${before.list} already. Choose another name.`)
  const changes = update(ctx.db, 'saved_view', id, { name })
  commitStep(ctx, { command: 'rename-view', label: `rename view “${before.name}” to “${name}”`, changes })
  return { count: changes.length, ids: [id] }
}

export function removeView(ctx: CommandContext, id: string): Changed {
  const { name } = viewOf(viewList(ctx.db), id)
  const changes = [remove(ctx.db, 'saved_view', id)]
  commitStep(ctx, { command: 'remove-view', label: `remove view “${name}”`, changes })
  return { count: 1, ids: [id] }
}

function viewOf(kept: readonly KeptView[], id: string): KeptView {
  const found = kept.find((view) => view.id === id)
  if (found) return found
  throw new ExpectedError('not-found', 'This saved view is not there any more.')
}
