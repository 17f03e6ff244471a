import type { ColumnState, GridApi } from 'ag-grid-community'
import type { Field } from '../records/field.ts'

const padding = 24
let context: CanvasRenderingContext2D | null | undefined

function widthOf(text: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * 8
  context.font = `13px ${getComputedStyle(document.body).fontFamily}`
  return context.measureText(text).width
}

/** Widens the columns of references, dates and numbers to their longest value: those are never cut. */
export function fitNumbers<Row>(api: GridApi<Row>, fields: readonly Field<Row, never>[], rows: readonly Row[]): void {
  const wider: ColumnState[] = []
  for (const field of fields) {
    if (!field.isPinned && field.kind !== 'date' && field.kind !== 'quantity' && field.kind !== 'number') continue
    const column = api.getColumn(field.field)
    if (!column?.isVisible()) continue
    const words = field.cellText ?? field.text
    const longest = rows.reduce((most, row) => (words(row).length > most.length ? words(row) : most), '')
    const width = Math.ceil(widthOf(longest)) + padding
    if (width > column.getActualWidth()) wider.push({ colId: field.field, width })
  }
  if (wider.length > 0) api.applyColumnState({ state: wider })
}
