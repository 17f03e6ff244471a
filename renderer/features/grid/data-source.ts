import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
import { CallError } from '../../data/call.ts'
import { toastFailure } from '../../ui/toast.ts'
import type { GridDef } from './grid-def.ts'
import { mountedGrid } from './GridController.ts'
import { gridStore, viewOf } from './grid-store.ts'

/** Feeds a grid page by page from the store, by the view that is set when a page is asked for. */
export function dataSource<Row extends { readonly id: string }, Patch extends object>(
  { api }: GridDef<Row, Patch>,
  onRows: (rows: readonly Row[]) => void,
): IDatasource {
  const { entity, first, page } = api
  const store = gridStore(entity)
  /** The view that was counted last: while it stays the same, its rows keep their places until they are counted again. */
  let counted: { readonly view: string; readonly total: number } | null = null

  /** The first rows are shown before all are counted and put in order, so that a search answers while it is typed. */
  const start = async (count: number, params: IGetRowsParams): Promise<void> => {
    const view = viewIn(params)
    if (!first) return show(await page({ ...view, start: 0, end: count }), params)
    const { rows, total, isReady } = await first({ ...view, count })
    const key = JSON.stringify(view)
    if (total !== null) counted = { view: key, total }
    const known = counted?.view === key ? counted.total : null
    store.setState({ total: known })
    params.successCallback(rows, known ?? undefined)
    onRows(rows)
    if (total !== null && isReady) return
    const isStill = (): boolean => JSON.stringify(viewIn(params)) === key
    await pause()
    if (!isStill()) return
    const now = (await page({ ...view, start: 0, end: 0 })).total
    if (!isStill()) return
    counted = { view: key, total: now }
    store.setState({ total: now })
    if (now !== known) mountedGrid(entity)?.api.setRowCount(now, true)
  }

  const show = ({ rows, total }: { rows: Row[]; total: number }, { successCallback }: IGetRowsParams): void => {
    store.setState({ total })
    successCallback(rows, total)
    onRows(rows)
  }

  const viewIn = ({ sortModel }: IGetRowsParams): ReturnType<typeof viewOf> => ({
    ...viewOf(entity),
    sort: sortModel.map(({ colId, sort }) => ({ field: colId, desc: sort === 'desc' })),
  })

  return {
    getRows(params) {
      const { startRow, endRow } = params
      const answer =
        startRow === 0
          ? start(endRow, params)
          : page({ ...viewIn(params), start: startRow, end: endRow }).then((given) => show(given, params))
      answer.catch((error: unknown) => {
        params.failCallback()
        // Rows of a case that was closed meanwhile are not wanted any more.
        if (error instanceof CallError && error.code === 'no-case-open') return
        toastFailure(error)
      })
    },
  }
}

/** Nobody is kept waiting by the counting of what was typed a moment ago. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250))
