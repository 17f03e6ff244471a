import { countOf } from '../../../shared/import-lists.ts'
import type { BatchSummary } from '../../../shared/import.ts'

const number = (value: number): string => value.toLocaleString('en-GB')

/** "17 claims came in, 2 of them updated a record, 2 flagged, 1 row rejected". */
export function countsInWords(batch: BatchSummary): string {
  const { kind, added, updated, same, flagged, conflict, rejected } = batch
  const parts = [`${countOf(kind, added + updated)} came in`]
  if (updated > 0) parts.push(`${number(updated)} of them updated a record`)
  if (same > 0) parts.push(`${number(same)} the same as in the case`)
  if (flagged > 0) parts.push(`${number(flagged)} flagged`)
  if (conflict > 0) parts.push(`${number(conflict)} in conflict`)
  if (rejected > 0) parts.push(`${number(rejected)} ${rejected === 1 ? 'row' : 'rows'} rejected`)
  return parts.join(', ')
}
