import type { GridApi, IRowNode } from 'ag-grid-community'
import type { Topic } from '../../../shared/contract.ts'
import { topicsOf } from '../../data/invalidation.ts'
import { toastFailure } from '../../ui/toast.ts'
import type { Entity } from '../records/entities.ts'
import { boundsOf, isSingle, moved, type Bounds, type CellAt, type CellRange } from './cell-range.ts'
import { checkColumn } from './CheckCell.tsx'
import type { GridDef } from './grid-def.ts'
import { gridStore, viewOf } from './grid-store.ts'
import { isSelected, mostIds } from './selection.ts'

interface Identified {
  readonly id: string
}

/** The grids on the screen, so that a link can show its record in one. */
const mounted = new Map<Entity, GridController<never, never>>()
export const mountedGrid = (entity: Entity): GridController<never, never> | undefined => mounted.get(entity)

/** Ends the edit of a cell and keeps it; false when there is none. The grid tells of it only after this turn. */
export function endEdits(): boolean {
  const edited = [...mounted.values()].filter(({ api }) => !api.isDestroyed() && api.getEditingCells().length > 0)
  for (const { api } of edited) api.stopEditing()
  return edited.length > 0
}

/** What a grid does beyond AG Grid Community: a range of cells, following the case, finding a record. */
export class GridController<Row extends Identified, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly api: GridApi<Row>
  readonly root: HTMLElement
  #range: CellRange | null = null
  #shown: Bounds | null = null
  #isBehind = false
  #isWanted = false
  /** The record of each row as it was when its editor opened: an edit stays with it, whatever moves below the editor. */
  readonly opened = new WeakMap<IRowNode<Row>, Row>()
  /** The record that the focus was on when the detail pane followed it last. */
  followed: string | undefined
  /** Set while a click with Shift is on its way: the focus it brings moves the corner, not the anchor. */
  extendsOnFocus = false

  constructor(def: GridDef<Row, Patch>, api: GridApi<Row>, root: HTMLElement) {
    this.def = def
    this.api = api
    this.root = root
    mounted.set(def.api.entity, this as unknown as GridController<never, never>)
  }

  get entity(): Entity {
    return this.def.api.entity
  }

  release(): void {
    if (mounted.get(this.entity) === (this as unknown)) mounted.delete(this.entity)
  }

  /** The shown columns that hold fields, in their order. */
  shownColumns(): string[] {
    return this.api
      .getAllDisplayedColumns()
      .map((column) => column.getColId())
      .filter((id) => id !== checkColumn)
  }

  get range(): CellRange | null {
    return this.#range
  }

  /** The covered rows and columns; null while no cell was focused. */
  get bounds(): Bounds | null {
    return this.#range && boundsOf(this.#range, this.shownColumns())
  }

  covers(row: number | null | undefined, column: string): boolean {
    const shown = this.#shown
    return (
      shown !== null &&
      typeof row === 'number' &&
      row >= shown.top &&
      row <= shown.bottom &&
      shown.columns.includes(column)
    )
  }

  setRange(range: CellRange | null): void {
    const before = this.#shown
    this.#range = range
    this.#shown = range && !isSingle(range) ? this.bounds : null
    if (before || this.#shown) this.api.refreshCells({ force: true, columns: this.shownColumns() })
  }

  focusAt(cell: CellAt): void {
    const anchor = this.extendsOnFocus ? this.#range?.anchor : undefined
    this.extendsOnFocus = false
    this.setRange({ anchor: anchor ?? cell, head: cell })
  }

  /** Moves the range's free corner by rows and columns and keeps it in sight. */
  extend(step: readonly [number, number]): void {
    if (!this.#range) return
    const range = moved(this.#range, step, this.api.getDisplayedRowCount(), this.shownColumns())
    this.setRange(range)
    this.api.ensureIndexVisible(range.head.row)
    this.api.ensureColumnVisible(range.head.column)
  }

  /** Asks again for the loaded rows when one of the topics is shown here; scroll, focus and ticks stay. */
  follow(topics: readonly Topic[]): void {
    const shown = topicsOf[`${this.entity}.page`]
    if (!topics.some((topic) => shown.includes(topic))) return
    if (this.#isEditing) void this.#refreshInPlace()
    else this.api.refreshInfiniteCache()
  }

  get #isEditing(): boolean {
    return this.api.getEditingCells().length > 0
  }

  /** While a cell is edited no row moves away below its editor: rows take their new data where they stand. */
  async #refreshInPlace(): Promise<void> {
    this.#isBehind = true
    const range = { start: this.api.getFirstDisplayedRowIndex(), end: this.api.getLastDisplayedRowIndex() + 1 }
    try {
      const { rows } = await this.def.api.page({ ...viewOf(this.entity), ...range })
      if (!this.api.isDestroyed()) for (const row of rows) this.api.getRowNode(row.id)?.setData(row)
    } catch (error) {
      toastFailure(error)
    }
  }

  /** An editor closed: the rows take their places, unless the next one is open already. */
  catchUp(): void {
    requestAnimationFrame(() => {
      if (!this.#isBehind || this.api.isDestroyed() || this.#isEditing) return
      this.#isBehind = false
      this.api.refreshInfiniteCache()
    })
  }

  /** Lists anew from the top: the filter, the search or the tab changed. */
  restart(): void {
    this.#isWanted ||= this.root.contains(document.activeElement)
    this.setRange(null)
    this.api.clearFocusedCell()
    if (this.api.getDisplayedRowCount() > 0) this.api.ensureIndexVisible(0, 'top')
    this.api.purgeInfiniteCache()
  }

  /** Shows the ticks: AG Grid's own selection mirrors ours, which also knows rows that were never loaded. */
  mirrorTicks(): void {
    const { selection } = gridStore(this.entity).getState()
    this.api.forEachNode((node) => {
      const isTicked = node.data !== undefined && isSelected(selection, node.data.id)
      if (node.data !== undefined && node.isSelected() !== isTicked) node.setSelected(isTicked)
    })
  }

  /** Marks the row that the detail pane shows. */
  markCurrent(id: string | null): void {
    for (const row of this.root.querySelectorAll('.ag-row.is-current')) row.classList.remove('is-current')
    if (id === null) return
    for (const row of this.root.querySelectorAll(`.ag-row[row-id="${CSS.escape(id)}"]`)) row.classList.add('is-current')
  }

  /** Scrolls to a record and focuses it, when the view shows it. */
  async reveal(id: string): Promise<void> {
    const index = this.#loadedNode(id)?.rowIndex ?? (await this.#indexInView(id))
    if (typeof index !== 'number' || index < 0 || this.api.isDestroyed()) return
    // A record that was only just made is not counted yet.
    if (index >= this.api.getDisplayedRowCount()) this.api.setRowCount(index + 1)
    this.api.ensureIndexVisible(index)
    const [column] = this.shownColumns()
    if (column) this.api.setFocusedCell(index, this.api.getFocusedCell()?.column ?? column)
  }

  #loadedNode(id: string): IRowNode<Row> | undefined {
    return this.api.getRowNode(id)
  }

  async #indexInView(id: string): Promise<number> {
    if ((gridStore(this.entity).getState().total ?? 0) > mostIds) return -1
    try {
      return (await this.def.api.ids(viewOf(this.entity))).ids.indexOf(id)
    } catch (error) {
      toastFailure(error)
      return -1
    }
  }

  /** The record of the row that has the keyboard's focus. */
  focusedRowId(): string | undefined {
    const at = this.api.getFocusedCell()
    return at ? this.api.getDisplayedRowAtIndex(at.rowIndex)?.data?.id : undefined
  }

  /** Rows came or moved: the pane goes on showing the row that has the focus, or else the first, and is never a blank. */
  followRows(): void {
    const store = gridStore(this.entity)
    const { focusedId } = store.getState()
    const at = this.api.getFocusedCell()
    const last = this.api.getDisplayedRowCount() - 1
    if (at && at.rowIndex > last && last >= 0) this.api.setFocusedCell(last, at.column)
    const id = this.focusedRowId() ?? this.api.getDisplayedRowAtIndex(0)?.data?.id
    const isFollowing =
      focusedId === null || (focusedId === this.followed && this.root.contains(document.activeElement))
    if (id === undefined || id === focusedId || !isFollowing || this.#isEditing) return
    this.followed = id
    store.setState({ focusedId: id })
  }

  /** Goes to the first or the last row, in the column where the focus is. */
  goToEnd(end: 'Home' | 'End'): void {
    const row = end === 'Home' ? 0 : this.api.getDisplayedRowCount() - 1
    const column = this.api.getFocusedCell()?.column
    if (row < 0 || !column) return
    this.api.ensureIndexVisible(row)
    this.api.setFocusedCell(row, column)
  }

  /** Puts the keyboard back into the grid. */
  focus(): void {
    const [column] = this.shownColumns()
    const at = this.api.getFocusedCell()
    if (at) this.api.setFocusedCell(at.rowIndex, at.column)
    else if (column && this.api.getDisplayedRowCount() > 0) this.api.setFocusedCell(0, column)
    this.#isWanted = !this.root.contains(document.activeElement)
  }

  /** Rows came: a focus that found none before takes its place now, unless it went elsewhere. */
  settleFocus(): void {
    requestAnimationFrame(() => {
      if (this.#isWanted && document.activeElement === document.body && !this.api.isDestroyed()) this.focus()
      this.#isWanted = false
    })
  }
}
