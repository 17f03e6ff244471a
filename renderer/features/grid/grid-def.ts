import type { ReactNode } from 'react'
import type { EntityApi } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import type { GridTab } from './grid-store.ts'

export interface TabDef {
  readonly tab: GridTab
  readonly label: string
}

/** One kind of record as a grid: its calls, its fields, its tabs and what an empty list says. */
export interface GridDef<Row extends { readonly id: string }, Patch extends object> {
  readonly api: EntityApi<Row, Patch>
  readonly fields: readonly Field<Row, Patch>[]
  readonly tabs: readonly TabDef[]
  readonly emptyTitle: string
  readonly emptyWords: ReactNode
}
