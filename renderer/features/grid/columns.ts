import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { CustomCellRendererProps } from 'ag-grid-react'
import { createElement, type ComponentType, type ReactElement } from 'react'
import { apis, type Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import { CellEditor, isPopupKind } from './CellEditor.tsx'
import { CheckCell, checkColumn, CheckHeader } from './CheckCell.tsx'
import type { SortKey } from '../../../shared/list.ts'
import type { ColumnLayout } from './grid-store.ts'
import { HeaderCell, type HeaderCellParams } from './HeaderCell.tsx'

interface Options {
  readonly entity: Entity
  readonly canEdit: boolean
  readonly isWide: boolean
  readonly layout: readonly ColumnLayout[] | null
  readonly sort: readonly SortKey[]
}

/** The grid's columns: the box, then the fields in the order that was kept. */
export function columnDefs<Row>(fields: readonly Field<Row, never>[], options: Options): ColDef<Row, string>[] {
  const defs = fields.map((field) => columnDef(field, options))
  if (!options.layout) return [checkDef(options.entity), ...defs]
  const order = options.layout.map(({ colId }) => colId)
  const place = (def: ColDef): number => {
    const at = order.indexOf(def.colId ?? '')
    // A column that is newer than the kept layout goes last.
    return at === -1 ? order.length : at
  }
  return [checkDef(options.entity), ...defs.sort((a, b) => place(a) - place(b))]
}

function checkDef<Row>(entity: Entity): ColDef<Row, string> {
  return {
    colId: checkColumn,
    headerName: '',
    width: 34,
    minWidth: 34,
    resizable: false,
    sortable: false,
    suppressMovable: true,
    lockPosition: 'left',
    pinned: 'left',
    headerComponent: CheckHeader,
    headerComponentParams: { entity },
    cellClass: 'is-check',
    cellRenderer: CheckCell,
    cellRendererParams: { entity },
    suppressKeyboardEvent: keepsKey,
  }
}

function columnDef<Row>(
  field: Field<Row, never>,
  { entity, canEdit, isWide, layout, sort }: Options,
): ColDef<Row, string> {
  const kept = layout?.find(({ colId }) => colId === field.field)
  const isHidden = field.shown === 'hidden' || (field.shown === 'wide' && !isWide)
  const isFlexible = kept ? kept.flex : field.isFlexible ? 1 : null
  const sortIndex = sort.findIndex((key) => key.field === field.field)
  const header: HeaderCellParams = {
    entity,
    isRight: field.isRight ?? false,
    canFilter: field.filter !== undefined,
    hint: field.fullTitle ?? field.title,
  }
  return {
    colId: field.field,
    headerName: field.title,
    headerComponent: HeaderCell,
    headerComponentParams: header,
    valueGetter: ({ data }) => (data ? field.text(data) : ''),
    ...(field.Cell ? { cellRenderer: cellOf(field.Cell) } : {}),
    editable: canEdit && field.read !== undefined,
    cellEditor: CellEditor,
    cellEditorParams: { field, kind: apis[entity].kind },
    cellEditorPopup: isPopupKind(field.kind),
    cellClass: field.isRight ? 'is-right' : '',
    width: kept?.width ?? field.width,
    minWidth: field.minWidth ?? 44,
    hide: kept?.hide ?? isHidden,
    ...(isFlexible ? { flex: isFlexible } : {}),
    ...(field.isPinned ? { pinned: 'left' as const, lockPinned: true } : {}),
    sortable: true,
    sort: sortIndex === -1 ? null : sort[sortIndex]?.desc ? 'desc' : 'asc',
    sortIndex: sortIndex === -1 ? null : sortIndex,
    sortingOrder: ['asc', 'desc', null],
    tooltipValueGetter: ({ value }) => value,
    suppressKeyboardEvent: keepsKey,
  }
}

const rendererOf = new WeakMap<object, ComponentType<CustomCellRendererProps>>()

/** One renderer per cell component: a new one at each drawing would throw the cells away. */
function cellOf<Row>(Cell: ComponentType<{ readonly row: Row }>): ComponentType<CustomCellRendererProps> {
  const known = rendererOf.get(Cell)
  if (known) return known
  const renderer = ({ data }: CustomCellRendererProps<Row>): ReactElement | null =>
    data ? createElement(Cell, { row: data }) : null
  rendererOf.set(Cell, renderer)
  return renderer
}

const ownKeys = new Set([' ', 'Delete', 'Backspace'])
const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

/** Keys that the grid must leave to us (`use-grid-keys`), and ends of an edit that would lose a wrong value. */
function keepsKey({ event, editing }: SuppressKeyboardEventParams): boolean {
  if (editing) return isWrongValue(event)
  if (event.altKey) return event.key === 'ArrowDown'
  if (event.ctrlKey || event.metaKey) return ['a', 'home', 'end'].includes(event.key.toLowerCase())
  return ownKeys.has(event.key) || (event.shiftKey && arrows.has(event.key))
}

function isWrongValue(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement) || (event.key !== 'Enter' && event.key !== 'Tab')) return false
  if (target instanceof HTMLTextAreaElement) return event.key === 'Enter' && event.shiftKey
  // Enter on a word that is being typed makes it a tag; only the next Enter ends the edit.
  const isTagBeingTyped = target.closest('.bp6-tag-input') !== null && (target as HTMLInputElement).value !== ''
  return target.ariaInvalid === 'true' || (event.key === 'Enter' && isTagBeingTyped)
}
