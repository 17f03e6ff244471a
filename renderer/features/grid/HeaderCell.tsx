import type { CustomHeaderProps } from 'ag-grid-react'
import { ArrowDown, ArrowUp, Filter, FilterKeep } from '@blueprintjs/icons'
import { useEffect, useState, type MouseEvent, type ReactElement } from 'react'
import type { Entity } from '../records/entities.ts'
import { gridStore, useGrid } from './grid-store.ts'
import styles from './HeaderCell.module.css'

export interface HeaderCellParams {
  readonly entity: Entity
  readonly isRight: boolean
  readonly canFilter: boolean
  readonly hint: string
}

interface Sort {
  readonly direction: string | null | undefined
  readonly index: number | null | undefined
}

/** The head of a column: sorts on a click (with Shift or Ctrl as a further key) and opens the filter. */
export function HeaderCell(props: CustomHeaderProps & HeaderCellParams): ReactElement {
  const { column, entity, isRight, canFilter, displayName } = props
  const field = column.getColId()
  const isFiltered = useGrid(entity, (state) => state.filter[field] !== undefined)
  const sort = useSort(props)
  const onSort = (event: MouseEvent): void => {
    if (props.enableSorting) props.progressSort(event.shiftKey || event.ctrlKey || event.metaKey)
  }
  const Mark = isFiltered ? FilterKeep : Filter
  return (
    <div className={isRight ? styles.right : styles.head} title={props.hint}>
      <button type="button" tabIndex={-1} className={styles.label} onClick={onSort}>
        <span className={styles.text}>{displayName}</span>
        {sort.direction === 'asc' && <ArrowUp size={12} className={styles.sort} />}
        {sort.direction === 'desc' && <ArrowDown size={12} className={styles.sort} />}
        {sort.direction && sort.index !== null && sort.index !== undefined && (
          <span className={styles.index}>{sort.index + 1}</span>
        )}
      </button>
      {canFilter && (
        <button
          type="button"
          tabIndex={-1}
          className={isFiltered ? styles.filtered : styles.filter}
          aria-label={`Filter by ${props.hint}`}
          onClick={() => gridStore(entity).setState({ openFilter: field })}
        >
          <Mark size={12} />
        </button>
      )}
    </div>
  )
}

function useSort({ column, api }: CustomHeaderProps): Sort {
  const read = (): Sort => {
    const sorted = api.getColumnState().filter((state) => state.sort)
    return { direction: column.getSort(), index: sorted.length > 1 ? column.getSortIndex() : null }
  }
  const [sort, setSort] = useState(read)
  useEffect(() => {
    const onSort = (): void => setSort(read())
    api.addEventListener('sortChanged', onSort)
    return () => {
      if (!api.isDestroyed()) api.removeEventListener('sortChanged', onSort)
    }
  })
  return sort
}
