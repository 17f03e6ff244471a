import type { Selection } from '../../../shared/list.ts'
import { call } from '../../data/call.ts'
import { run } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'
import { goTo } from '../../app/history.ts'
import { toast, toastFailure } from '../../ui/toast.ts'
import { apis, type Entity } from '../records/entities.ts'
import { gridStore, viewOf } from './grid-store.ts'
import { mountedGrid } from './GridController.ts'
import { nothingSelected, toContract } from './selection.ts'

/** What is ticked, or else the record of the focused row (the detail pane follows it a moment later). */
export function chosen(entity: Entity): Selection | undefined {
  const { selection, focusedId } = gridStore(entity).getState()
  const id = mountedGrid(entity)?.focusedRowId() ?? focusedId
  return toContract(selection, viewOf(entity)) ?? (id === null ? undefined : { ids: [id] })
}

const nameOf = (entity: Entity, count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? apis[entity].one : apis[entity].many}`

/** Moves what is chosen to the trash, or back from it when the trash is what one looks at. */
export async function trashChosen(entity: Entity): Promise<void> {
  const selection = chosen(entity)
  if (!selection) return
  const isTrash = gridStore(entity).getState().tab === 'trash'
  try {
    const { count, ids } = isTrash ? await apis[entity].restore({ selection }) : await apis[entity].trash({ selection })
    gridStore(entity).setState({ selection: nothingSelected, focusedId: null })
    if (isTrash) toast({ message: `${nameOf(entity, count)} restored.` })
    else await toastTrashed(entity, ids, count)
  } catch (error) {
    toastFailure(error)
  }
}

/** Offers to bring back exactly what was deleted, even if something else was done since. */
async function toastTrashed(entity: Entity, ids: readonly string[], count: number): Promise<void> {
  const message = `${nameOf(entity, count)} moved to the trash.`
  // Main names at most a thousand of them: more can only be taken back as the step that they were.
  if (ids.length < count) return toastDone(message)
  const restore = (): void => void apis[entity].restore({ selection: { ids: [...ids] } }).catch(toastFailure)
  toast({ message, action: { text: 'Undo', onClick: restore } })
}

/** Adds the chosen claims or events to the newest report, making one if there is none. */
export async function addToReport(entity: 'claims' | 'events'): Promise<void> {
  const selection = chosen(entity)
  if (!selection) return
  try {
    const reportId = await newestReport()
    if (reportId === undefined) return
    const { count } = await call('reports.include', { reportId, [entity]: selection })
    toast({
      message:
        count === 0 ? 'All of these are in the report already.' : `${nameOf(entity, count)} added to the report.`,
      action: { text: 'Open the report', onClick: () => goTo(`/report/${reportId}`) },
    })
  } catch (error) {
    toastFailure(error)
  }
}

/** The report that was changed last; one is made where there is none. */
export async function newestReport(): Promise<string | undefined> {
  const reports = await call('reports.list')
  const newest = [...reports].sort((a, b) => b.changed.localeCompare(a.changed))[0]
  return newest?.id ?? (await run('reports.create', {}))?.ids[0]
}
