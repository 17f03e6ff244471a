import type { IDatasource } from 'ag-grid-community'
import { toastFailure } from '../../ui/toast.ts'
import type { GridDef } from './grid-def.ts'
import { gridStore, viewOf } from './grid-store.ts'

/** Feeds a grid page by page from the store, by the view that is set when a page is asked for. */
export function dataSource<Row extends { readonly id: string }, Patch extends object>(
  { api }: GridDef<Row, Patch>,
  onRows: (rows: readonly Row[]) => void,
): IDatasource {
  return {
    getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
      const sort = sortModel.map(({ colId, sort }) => ({ field: colId, desc: sort === 'desc' }))
      api.page({ ...viewOf(api.entity), sort, start: startRow, end: endRow }).then(
        ({ rows, total }) => {
          gridStore(api.entity).setState({ total })
          successCallback(rows, total)
          onRows(rows)
        },
        (error: unknown) => {
          failCallback()
          toastFailure(error)
        },
      )
    },
  }
}
