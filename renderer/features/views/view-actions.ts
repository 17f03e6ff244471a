import type { KeptView, SavedView } from '../../../shared/views.ts'
import { goTo } from '../../app/history.ts'
import { runCommand } from '../../app/commands.ts'
import { setSearchText } from '../../app/search.ts'
import { run } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { gridStore, type GridState } from '../grid/grid-store.ts'
import { mountedGrid } from '../grid/GridController.ts'
import { setLayout } from '../grid/layout.ts'
import { nothingSelected } from '../grid/selection.ts'
import { pathOfEntity } from '../records/entities.ts'
import { isKnown, knownFilter, presentView, toLayout } from './present-view.ts'
import { askAboutViews } from './view-state.ts'

/** Shows a view's list as it was saved; fields that the list does not have are left out, and told. */
export async function applyView(view: KeptView): Promise<void> {
  const { list, id, search, sort, columns, unknown } = view
  const layout: Partial<GridState> = {
    filter: knownFilter(view),
    tab: 'all',
    selection: nothingSelected,
    appliedView: id,
    ...(sort && { sort: sort.filter(isKnown(view)) }),
    ...(columns && { columns: columns.filter(isKnown(view)).map(toLayout) }),
  }
  setSearchText(list, search)
  await setLayout(list, layout)
  arrange(view, layout)
  goTo(pathOfEntity[list])
  if (unknown.length > 0)
    toast({
      intent: 'warning',
      message: `The view “${view.name}” goes by ${unknown.join(', ')}, which ${list} do not have. The rest of it is shown.`,
    })
}

/** Tells a grid on the screen its order and columns, which it keeps itself. */
function arrange({ list }: KeptView, { sort, columns }: Partial<GridState>): void {
  const api = mountedGrid(list)?.api
  if (!api) return
  if (columns)
    api.applyColumnState({
      state: columns.map(({ colId, hide, width, flex }) => ({
        colId,
        hide: hide ?? false,
        flex: flex ?? null,
        ...(typeof width === 'number' ? { width } : {}),
      })),
      applyOrder: true,
    })
  if (sort)
    api.applyColumnState({
      state: sort.map(({ field, desc }, sortIndex) => ({ colId: field, sort: desc ? 'desc' : 'asc', sortIndex })),
      defaultState: { sort: null },
    })
}

/** Keeps a view under its name; it counts as applied. */
export async function saveView(view: SavedView): Promise<boolean> {
  const saved = await run('views.save', { views: [view] })
  const id = saved?.ids[0]
  if (id === undefined) return false
  gridStore(view.list).setState({ appliedView: id })
  toast({ message: `Saved as view “${view.name}”.`, timeout: 3000 })
  return true
}

/** Puts what the list shows now in a view's place; what the view leaves as it is stays so. */
export function replaceView({ list, name, sort, columns }: KeptView): void {
  const now = presentView(list)
  void saveView({ ...now, name, sort: sort && now.sort, columns: columns && now.columns })
}

export async function removeView({ id, name }: KeptView): Promise<void> {
  if ((await run('views.remove', { id })) === undefined) return
  toast({ message: `The view “${name}” was removed.`, action: { text: 'Undo', onClick: () => runCommand('undo') } })
}

export async function exportViews(): Promise<void> {
  const fileName = await run('views.export')
  if (fileName) toast({ message: `The saved views were exported as ${fileName}.` })
}

/** Asks for a file of views, and then what of it is to come in. */
export async function importViews(): Promise<void> {
  const found = await run('views.open')
  if (found) askAboutViews({ kind: 'import', found })
}
