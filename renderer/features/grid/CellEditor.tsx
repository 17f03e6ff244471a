import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useLayoutEffect, useMemo, useRef, type ReactElement, type ReactNode } from 'react'
import type { RecordKind } from '../../../shared/ids.ts'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { placeOfField } from '../drafts/field-place.ts'
import { useDraft, type DraftOf } from '../drafts/use-draft.ts'
import type { Field } from '../records/field.ts'
import { ValueEditor } from '../records/ValueEditor.tsx'
import { useCellDraftEnd } from './cell-drafts.ts'
import styles from './CellEditor.module.css'

export interface CellEditorParams {
  readonly field: Field<never, unknown>
  readonly kind: RecordKind
}

/** Editors that need more room than a cell has. */
export const isPopupKind = (kind: Field<never, unknown>['kind']): boolean => kind === 'long' || kind === 'many'

/** The editor in a cell. A key that was typed on the cell takes the place of the value. */
export function CellEditor(
  props: CustomCellEditorProps<{ readonly id: string }, string> & CellEditorParams,
): ReactElement {
  const { field, kind, data, initialValue, eventKey, onValueChange, stopEditing, column } = props
  const typed = eventKey?.length === 1 ? eventKey : undefined
  const isPopup = isPopupKind(field.kind)
  const place = useMemo(() => placeOfField({ kind, id: data.id }, field), [kind, data.id, field])
  const draft = useDraft(place, () => ({ text: initialValue ?? '' }))
  const { text } = draft.value
  useCellDraftEnd(place)
  // The grid takes what it was told last: also what an earlier edit left, and the value again when that is discarded.
  const told = useRef(initialValue ?? '')
  useEffect(() => {
    if (typed !== undefined || told.current === text) return
    told.current = text
    onValueChange(text)
  }, [typed, text, onValueChange])
  const change = (next: string): void => {
    told.current = next
    draft.set({ text: next })
    onValueChange(next)
  }
  const editor = (
    <ValueEditor
      key={draft.version}
      field={field}
      value={text}
      autoFocus
      isBare={!isPopup}
      onChange={change}
      onPick={(picked) => {
        onValueChange(picked)
        // The picked value reaches the grid with the next frame; then the cell can close.
        requestAnimationFrame(() => stopEditing())
      }}
      {...(typed === undefined ? {} : { initialText: typed })}
    />
  )
  const line = typed === undefined && draft.restored !== null
  if (!isPopup)
    return (
      <Inline>
        {editor}
        {line && <Above draft={draft} />}
      </Inline>
    )
  return (
    <div className={styles.popup} style={{ width: Math.max(320, column.getActualWidth()) }}>
      {line && <DraftLine draft={draft} />}
      {editor}
      {field.kind === 'long' && (
        <p className={styles.hint}>Enter keeps it, Shift Enter makes a new line, Esc drops it</p>
      )}
    </div>
  )
}

function Inline({ children }: { readonly children: ReactNode }): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (box.current ? widen(box.current) : undefined), [])
  return (
    <div ref={box} className={styles.inline}>
      {children}
    </div>
  )
}

/** Enough to read what one types. */
const leastWidth = 220

/** A narrow cell is wider while it is edited, to the left where the list ends at its right. What is pinned has no room. */
function widen(box: HTMLElement): (() => void) | undefined {
  const cell = box.closest<HTMLElement>('.ag-grid-scrolling-cells .ag-cell')
  const list = box.closest('.ag-grid-viewport')
  if (!cell || !list || cell.offsetWidth >= leastWidth) return undefined
  const over = cell.getBoundingClientRect().left + leastWidth - list.getBoundingClientRect().right
  Object.assign(cell.style, { minWidth: `${leastWidth}px`, marginLeft: `${-Math.max(0, over)}px` })
  return () => Object.assign(cell.style, { minWidth: '', marginLeft: '' })
}

/** A cell has no room for more than its value: the line stands above it. */
function Above({ draft }: { readonly draft: DraftOf<object> }): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.showPopover(), [])
  return (
    <div ref={box} popover="manual" className={styles.above}>
      <DraftLine draft={draft} />
    </div>
  )
}
