import type { ReactElement } from 'react'
import type { ClaimRow } from '../../../shared/claim.ts'
import { draggableRecord } from '../records/record-drag.ts'

/** A claim's reference: it can be dragged onto the relations of another record. */
export function RefCell({ row }: { readonly row: ClaimRow }): ReactElement {
  const label = row.ref ?? row.statement.slice(0, 60)
  const link = { kind: 'claim', id: row.id, label, detail: row.statement } as const
  return <span {...draggableRecord(link)}>{row.ref ?? '–'}</span>
}
