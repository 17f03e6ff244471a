import type { CustomCellEditorProps } from 'ag-grid-react'
import type { ReactElement } from 'react'
import type { Field } from '../records/field.ts'
import { ValueEditor } from '../records/ValueEditor.tsx'
import styles from './CellEditor.module.css'

export interface CellEditorParams {
  readonly field: Field<never, unknown>
}

/** Editors that need more room than a cell has. */
export const isPopupKind = (kind: Field<never, unknown>['kind']): boolean => kind === 'long' || kind === 'many'

/** The editor in a cell. A key that was typed on the cell takes the place of the value. */
export function CellEditor(props: CustomCellEditorProps<unknown, string> & CellEditorParams): ReactElement {
  const { field, value, eventKey, onValueChange, stopEditing, column } = props
  const typed = eventKey?.length === 1 ? eventKey : undefined
  const isPopup = isPopupKind(field.kind)
  const editor = (
    <ValueEditor
      field={field}
      value={value ?? ''}
      autoFocus
      isBare={!isPopup}
      onChange={onValueChange}
      onPick={(picked) => {
        onValueChange(picked)
        // The picked value reaches the grid with the next frame; then the cell can close.
        requestAnimationFrame(() => stopEditing())
      }}
      {...(typed === undefined ? {} : { initialText: typed })}
    />
  )
  if (!isPopup) return <div className={styles.inline}>{editor}</div>
  return (
    <div className={styles.popup} style={{ width: Math.max(320, column.getActualWidth()) }}>
      {editor}
      {field.kind === 'long' && (
        <p className={styles.hint}>Enter keeps it, Shift Enter makes a new line, Esc drops it</p>
      )}
    </div>
  )
}
