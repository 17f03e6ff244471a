import type { ListName } from '../../../shared/exports.ts'
import type { Tlp } from '../../../shared/scales.ts'

/** A record as one line of JSON, under names like those of the CSV; what is not set is null. */
export function jsonLine(
  list: ListName,
  record: { readonly [key: string]: unknown; readonly tlp?: Tlp | null },
  usual: Tlp,
): string {
  const { basis, ...rest } = record
  return `${JSON.stringify({
    list,
    ...(named(rest) as object),
    ...(basis !== undefined && { claimant_basis: basis }),
    // The label that holds, and whose it is.
    tlp: record.tlp ?? usual,
    tlp_of: !record.tlp ? 'case' : list === 'notes' ? 'claim' : 'record',
  })}\n`
}

/** Our names are words with underscores; only keys of our own are met, never anything typed. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      named(part),
    ]),
  )
}
