import type { CustomCellRendererProps, CustomHeaderProps } from 'ag-grid-react'
import type { MouseEvent, ReactElement } from 'react'
import type { Entity } from '../records/entities.ts'
import { useGrid } from './grid-store.ts'
import { tickRow, tickAll } from './ticking.ts'
import { isSelected, selectedCount } from './selection.ts'
import styles from './CheckCell.module.css'

export const checkColumn = 'check'

interface Identified {
  readonly id: string
}

/** The box at the start of a row; with Shift it ticks all rows since the last one. */
export function CheckCell({ data, node, entity }: CustomCellRendererProps<Identified> & { readonly entity: Entity }) {
  const isTicked = useGrid(entity, (state) => data !== undefined && isSelected(state.selection, data.id))
  if (!data) return null
  const onClick = (event: MouseEvent): void =>
    void tickRow(entity, { id: data.id, index: node.rowIndex ?? 0 }, event.shiftKey)
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles.box}
      aria-label="Select this row"
      checked={isTicked}
      onChange={() => undefined}
      onClick={onClick}
    />
  )
}

/** The box over them: everything the view shows, or nothing. */
export function CheckHeader({ entity }: CustomHeaderProps & { readonly entity: Entity }): ReactElement {
  const total = useGrid(entity, (state) => state.total)
  const selection = useGrid(entity, (state) => state.selection)
  const count = selectedCount(selection, total)
  const isAll = count > 0 && count === total
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles.box}
      aria-label={isAll ? 'Select nothing' : 'Select all'}
      title={isAll ? 'Select nothing' : 'Select all'}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !isAll
      }}
      checked={isAll}
      onChange={() => tickAll(entity, !isAll)}
    />
  )
}
