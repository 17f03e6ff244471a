import { useState, type ReactElement, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { BulkChange } from './BulkChange.tsx'
import { askToExport } from '../exports/export-state.ts'
import { mergeChosen } from '../merge/merge-state.ts'
import type { GridDef } from './grid-def.ts'
import { gridStore, useGrid } from './grid-store.ts'
import styles from './SelectionBar.module.css'
import { nothingSelected, selectedCount } from './selection.ts'
import { trashChosen } from './selection-actions.ts'
import { tickAll } from './ticking.ts'

export interface SelectionBarProps<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly canEdit: boolean
  /** Further things to do with what is ticked. */
  readonly children?: ReactNode
}

/** While something is ticked: how much, and what can be done with it. */
export function SelectionBar<Row extends { readonly id: string }, Patch extends object>(
  props: SelectionBarProps<Row, Patch>,
): ReactElement | null {
  const { def, canEdit, children } = props
  const { entity } = def.api
  const selection = useGrid(entity, (state) => state.selection)
  const total = useGrid(entity, (state) => state.total)
  const isTrash = useGrid(entity, (state) => state.tab === 'trash')
  const [isChanging, setIsChanging] = useState(false)
  const count = selectedCount(selection, total)
  if (count === 0) return null
  const number = count.toLocaleString('en-GB')
  const isAll = count === total
  return (
    <div className={styles.bar} role="toolbar" aria-label="What is selected">
      <span className={styles.count}>{isAll && count > 1 ? `All ${number} selected` : `${number} selected`}</span>
      {!isAll && (
        <Button size="small" look="quiet" onClick={() => tickAll(entity, true)}>
          Select all {total?.toLocaleString('en-GB')}
        </Button>
      )}
      {canEdit && !isTrash && (
        <Button size="small" onClick={() => setIsChanging(true)}>
          Change…
        </Button>
      )}
      {canEdit && !isTrash && count === 2 && (
        <Button size="small" onClick={() => void mergeChosen(entity)}>
          Merge…
        </Button>
      )}
      {canEdit && !isTrash && children}
      <Button size="small" onClick={() => askToExport(entity)}>
        Export…
      </Button>
      {canEdit && (
        <Button size="small" onClick={() => void trashChosen(entity)}>
          {isTrash ? 'Restore' : 'Delete'}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => gridStore(entity).setState({ selection: nothingSelected })}>
        Clear
      </Button>
      {isChanging && <BulkChange def={def} selection={selection} count={count} onClose={() => setIsChanging(false)} />}
    </div>
  )
}
