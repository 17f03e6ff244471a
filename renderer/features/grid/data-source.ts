import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
import { CallError } from '../../data/call.ts'
import { painted } from '../../ui/painted.ts'
import { toastFailure } from '../../ui/toast.ts'
import type { GridDef } from './grid-def.ts'
import { mountedGrid } from './GridController.ts'
import { gridStore, viewOf } from './grid-store.ts'

/** Who follows what comes into a grid. */
interface Followers<Row> {
  /** Rows are about to be drawn. */
  readonly before: (rows: readonly Row[]) => void
  /** They are. */
  readonly after: () => void
}

/** Feeds a grid page by page from the store, by the view that is set when a page is asked for. */
export function dataSource<Row extends { readonly id: string }, Patch extends object>(
  { api }: GridDef<Row, Patch>,
  { before, after }: Followers<Row>,
): IDatasource {
  const { entity, first, page } = api
  const store = gridStore(entity)
  /** The view that was counted last: while it stays the same, its rows keep their places until they are counted again. */
  let counted: { readonly view: string; readonly total: number } | null = null

  /** The first rows are shown before all are counted and put in order, so that a search answers while it is typed. */
  const start = async (count: number, params: IGetRowsParams): Promise<void> => {
    const view = viewIn(params)
    // Of a list that was not shown yet the rows are seen first: what is counted and shown beside them waits for that.
    const isNew = store.getState().total === null
    const isSeen = (): Promise<void> => (isNew ? painted() : Promise.resolve())
    if (!first) return show(await page({ ...view, start: 0, end: count }), params, isSeen)
    const { rows, total, isReady } = await first({ ...view, count })
    const key = JSON.stringify(view)
    if (total !== null) counted = { view: key, total }
    const known = counted?.view === key ? counted.total : null
    const isStill = (): boolean => JSON.stringify(viewIn(params)) === key
    before(rows)
    params.successCallback(rows, known ?? undefined)
    await isSeen()
    if (!isStill()) return
    store.setState({ total: known })
    after()
    if (total !== null && isReady) return
    await pause()
    if (!isStill()) return
    const now = (await page({ ...view, start: 0, end: 0 })).total
    if (!isStill()) return
    counted = { view: key, total: now }
    store.setState({ total: now })
    if (now !== known) mountedGrid(entity)?.api.setRowCount(now, true)
  }

  const show = async (
    { rows, total }: { rows: Row[]; total: number },
    { successCallback }: IGetRowsParams,
    isSeen: () => Promise<void>,
  ): Promise<void> => {
    before(rows)
    successCallback(rows, total)
    await isSeen()
    store.setState({ total })
    after()
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
          : page({ ...viewIn(params), start: startRow, end: endRow }).then((given) =>
              show(given, params, () => Promise.resolve()),
            )
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
