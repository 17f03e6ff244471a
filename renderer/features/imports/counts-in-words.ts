import type { BatchSummary } from '../../../shared/import.ts'

const number = (value: number): string => value.toLocaleString('en-GB')

/** "17 claims came in, 2 of them flagged, 1 row rejected". */
export function countsInWords({ kind, added, flagged, rejected }: BatchSummary): string {
  const noun = added === 1 ? kind.slice(0, -1) : kind
  const parts = [`${number(added)} ${noun} came in`]
  if (flagged > 0) parts.push(`${number(flagged)} of them flagged`)
  if (rejected > 0) parts.push(`${number(rejected)} ${rejected === 1 ? 'row' : 'rows'} rejected`)
  return parts.join(', ')
}
