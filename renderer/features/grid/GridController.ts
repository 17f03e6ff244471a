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

/** What a grid does beyond AG Grid Community: a range of cells, following the case, finding a record. */
export class GridController<Row extends Identified, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly api: GridApi<Row>
  readonly root: HTMLElement
  #range: CellRange | null = null
  #shown: Bounds | null = null
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
    if (topics.some((topic) => shown.includes(topic))) this.api.refreshInfiniteCache()
  }

  /** Lists anew from the top: the filter, the search or the tab changed. */
  restart(): void {
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

  /** Puts the keyboard back into the grid. */
  focus(): void {
    const [column] = this.shownColumns()
    const at = this.api.getFocusedCell()
    if (at) this.api.setFocusedCell(at.rowIndex, at.column)
    else if (column && this.api.getDisplayedRowCount() > 0) this.api.setFocusedCell(0, column)
  }
}
