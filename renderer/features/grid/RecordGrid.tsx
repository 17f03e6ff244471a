import type { CellEditRequestEvent, CellFocusedEvent, GridReadyEvent, RowClassParams } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react'
import { styleNonce } from '../../app/nonce.ts'
import { useSearchText } from '../../app/search.ts'
import { onPush } from '../../data/invalidation.ts'
import { toast } from '../../ui/toast.ts'
import { useMarkedWords } from '../../ui/use-marked-words.ts'
import { placeOfField } from '../drafts/field-place.ts'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import { patchRecord } from '../records/patch-record.ts'
import { cellSaves } from './cell-drafts.ts'
import { columnDefs } from './columns.ts'
import { dataSource } from './data-source.ts'
import { fitNumbers } from './fit.ts'
import type { GridDef } from './grid-def.ts'
import { gridStore, useGrid } from './grid-store.ts'
import { GridController } from './GridController.ts'
import { layoutOf } from './layout.ts'
import { registerGridModules } from './modules.ts'
import styles from './RecordGrid.module.css'
import { nothingSelected } from './selection.ts'
import { gridTheme } from './theme.ts'
import { useGridKeys } from './use-grid-keys.ts'

registerGridModules()

export interface RecordGridProps<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly canEdit: boolean
}

const rowSelection = {
  mode: 'multiRow',
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: false,
} as const

/** Wide enough from the start for the columns that are nice to have. */
const wideWindow = 1500

/** A grid over the records of the case, fed page by page; `def` must stay the same object. */
export function RecordGrid<Row extends { readonly id: string }, Patch extends object>(
  props: RecordGridProps<Row, Patch>,
): ReactElement {
  const { def, canEdit } = props
  const { entity } = def.api
  const root = useRef<HTMLDivElement>(null)
  const grid = useRef<GridController<Row, Patch>>(null)
  const fields = def.fields as readonly Field<Row, never>[]
  const columns = useMemo(() => {
    const { columns: layout, sort } = gridStore(entity).getState()
    return columnDefs(fields, { entity, canEdit, isWide: window.innerWidth >= wideWindow, layout, sort })
  }, [entity, fields, canEdit])
  // A new object would make AG Grid take order, widths and sort back to what the columns began with.
  const shared = useMemo(() => defaults(grid), [])
  const source = useMemo(
    () =>
      dataSource(def, {
        before: (rows) => onLiving(grid, ({ api }) => fitNumbers(api, fields, rows)),
        after: () => onLiving(grid, followAll),
      }),
    [def, fields],
  )

  useFollowing(grid, entity)
  useGridKeys(root, grid as never, canEdit)
  useMarkedWords(root, useSearchText(entity))
  useEffect(() => () => grid.current?.release(), [])

  const onReady = useCallback(
    ({ api }: GridReadyEvent<Row>) => {
      if (!root.current) return
      grid.current = new GridController(def, api, root.current)
    },
    [def],
  )
  // Before the first rows are there, the grid knows no row to scroll to. Who types elsewhere by then goes on there.
  const onFirstRows = useCallback(() => {
    const { focusedId } = gridStore(entity).getState()
    if (focusedId !== null && document.activeElement === document.body) void grid.current?.reveal(focusedId)
  }, [entity])
  const keep = useCallback(
    ({ api }: { readonly api: GridController<Row, Patch>['api'] }) => gridStore(entity).setState(layoutOf(api)),
    [entity],
  )
  return (
    <div ref={root} className={styles.grid} onMouseDownCapture={hold} onClickCapture={release} onDragEndCapture={drop}>
      <AgGridReact<Row>
        theme={gridTheme}
        styleNonce={styleNonce}
        loadThemeGoogleFonts={false}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={100}
        maxBlocksInCache={8}
        blockLoadDebounceMillis={20}
        getRowId={({ data }) => data.id}
        columnDefs={columns}
        defaultColDef={shared}
        rowClassRules={rowClasses<Row>(entity)}
        rowSelection={rowSelection}
        readOnlyEdit
        stopEditingWhenCellsLoseFocus
        enterNavigatesVerticallyAfterEdit
        enableBrowserTooltips
        suppressDragLeaveHidesColumns
        suppressNoRowsOverlay
        // A bar that comes with the rows would narrow the grid, which is laid out once more for it.
        alwaysShowVerticalScroll
        maintainColumnOrder
        animateRows={false}
        suppressColumnMoveAnimation
        // Lists below a cell are placed by an anchor, which does not see where a transform moves its row.
        suppressRowTransform
        onGridReady={onReady}
        onFirstDataRendered={onFirstRows}
        onModelUpdated={() => grid.current?.mirrorTicks()}
        onCellFocused={(event) => followFocus(grid.current, event)}
        onCellMouseDown={({ event }) => startRange(grid.current, event)}
        onCellMouseOver={({ event, rowIndex, column }) => dragRange(grid.current, event, rowIndex, column.getColId())}
        onCellEditingStarted={({ node, data }) => data && grid.current?.opened.set(node, data)}
        onCellEditRequest={(event) => applyEdit(def, grid.current?.opened.get(event.node) ?? event.data, event)}
        onCellEditingStopped={() => grid.current?.catchUp()}
        onColumnMoved={keep}
        onColumnVisible={keep}
        onColumnResized={(event) => event.finished && keep(event)}
        onSortChanged={keep}
      />
    </div>
  )
}

type Grid<Row extends { readonly id: string }, Patch extends object> = GridController<Row, Patch>
type Ref<Row extends { readonly id: string }, Patch extends object> = { readonly current: Grid<Row, Patch> | null }

function onLiving<Row extends { readonly id: string }, Patch extends object>(
  { current }: Ref<Row, Patch>,
  act: (grid: Grid<Row, Patch>) => void,
): void {
  if (current && !current.api.isDestroyed()) act(current)
}

function followAll<Row extends { readonly id: string }, Patch extends object>(grid: Grid<Row, Patch>): void {
  grid.mirrorTicks()
  grid.settleFocus()
  grid.followRows()
  grid.markCurrent(gridStore(grid.entity).getState().focusedId)
}

const defaults = <Row extends { readonly id: string }, Patch extends object>(grid: Ref<Row, Patch>) => ({
  resizable: true,
  cellClassRules: {
    'in-range': ({ rowIndex, column }: { rowIndex: number; column: { getColId(): string } }) =>
      grid.current?.covers(rowIndex, column.getColId()) ?? false,
  },
})

const rowClasses = <Row extends { readonly id: string }>(entity: Entity) => ({
  'is-current': ({ data }: RowClassParams<Row>) =>
    data !== undefined && data.id === gridStore(entity).getState().focusedId,
})

/** Lists anew when the view changes, and asks again when main says that something shown here changed. */
function useFollowing<Row extends { readonly id: string }, Patch extends object>(
  grid: Ref<Row, Patch>,
  entity: Entity,
): void {
  const filter = useGrid(entity, (state) => state.filter)
  const tab = useGrid(entity, (state) => state.tab)
  const selection = useGrid(entity, (state) => state.selection)
  const focusedId = useGrid(entity, (state) => state.focusedId)
  const search = useSearchText(entity)
  const view = useMemo(() => ({ filter, tab, search }), [filter, tab, search])
  const shown = useRef(view)

  useEffect(() => onPush(({ topics }) => grid.current?.follow(topics)), [grid])
  useEffect(() => {
    if (shown.current === view) return undefined
    // A short wait lets one type on without a list for each letter.
    const timer = window.setTimeout(
      () => {
        if (shown.current.search !== view.search) gridStore(entity).setState({ selection: nothingSelected })
        shown.current = view
        grid.current?.restart()
      },
      shown.current.search === view.search ? 0 : 120,
    )
    return () => window.clearTimeout(timer)
  }, [grid, entity, view])
  useEffect(() => grid.current?.mirrorTicks(), [grid, selection])
  useEffect(() => grid.current?.markCurrent(focusedId), [grid, focusedId])
}

let focusTimer = 0
let isHeld = false
let letGo: (() => void) | null = null

/** What is pressed may be dragged onto the relations of the shown record: that stays until it was a click. */
function hold({ target }: { readonly target: EventTarget }): void {
  isHeld = target instanceof Element && target.closest('[draggable=true]') !== null
  letGo = null
}

function release(): void {
  isHeld = false
  letGo?.()
}

/** After a drag the pane stays where it was, and follows the next row again. */
function drop(): void {
  isHeld = false
  letGo = null
}

/** The detail pane follows the focused row, a moment later so that holding an arrow key down stays quick. */
function followFocus<Row extends { readonly id: string }, Patch extends object>(
  grid: Grid<Row, Patch> | null,
  { rowIndex, column }: CellFocusedEvent<Row>,
): void {
  if (!grid || rowIndex === null || !column || typeof column === 'string') return
  grid.focusAt({ row: rowIndex, column: column.getColId() })
  const id = grid.api.getDisplayedRowAtIndex(rowIndex)?.data?.id
  grid.followed = id
  window.clearTimeout(focusTimer)
  if (!id) return
  const show = (): void => gridStore(grid.entity).setState({ focusedId: id })
  if (isHeld) letGo = show
  else focusTimer = window.setTimeout(show, 40)
}

function startRange<Row extends { readonly id: string }, Patch extends object>(
  grid: Grid<Row, Patch> | null,
  event: Event | null | undefined,
): void {
  if (grid && event instanceof MouseEvent) grid.extendsOnFocus = event.shiftKey && grid.range !== null
}

function dragRange<Row extends { readonly id: string }, Patch extends object>(
  grid: Grid<Row, Patch> | null,
  event: Event | null | undefined,
  row: number | null,
  column: string,
): void {
  if (!grid?.range || row === null || !(event instanceof MouseEvent) || event.buttons !== 1) return
  if (grid.api.getEditingCells().length === 0) grid.setRange({ anchor: grid.range.anchor, head: { row, column } })
}

/** Sends an edit of a cell; the row comes back with the push that follows. What cannot be saved stays a draft. */
function applyEdit<Row extends { readonly id: string }, Patch extends object>(
  def: GridDef<Row, Patch>,
  row: Row,
  { colDef, newValue }: CellEditRequestEvent<Row, string>,
): void {
  const field = def.fields.find((known) => known.field === colDef.colId)
  const before = field?.text(row) ?? ''
  const result = (newValue ?? '') === before ? undefined : field?.read?.(newValue ?? '')
  if (!field || !result) return
  const place = placeOfField({ kind: def.api.kind, id: row.id }, field)
  if (result.ok) return cellSaves(place, patchRecord(def.api, row.id)(result.value))
  cellSaves(place, Promise.resolve(false))
  toast({ intent: 'warning', message: `${result.error.message}\nThe cell keeps “${before}”; what you typed is kept.` })
}
