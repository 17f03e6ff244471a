import type { ClaimPatch } from '../../../shared/claim.ts'
import { value, sql, type ReadDb } from '../../store/db.ts'

/** "1 claim", "12 claims". */
export const claimsLabel = (count: number): string => `${count} claim${count === 1 ? '' : 's'}`

/** What a claim is called in a label: its reference, else its first words. */
export const nameOfClaim = (db: ReadDb, id: string): string =>
  value<string>(db, sql`SELECT coalesce(ref, '“' || substr(statement, 1, 30) || '…”') FROM claim WHERE id = ${id}`) ??
  'a claim'

const words: Readonly<Record<string, string>> = {
  quoteLanguage: 'language of the quote',
  quantity: 'number',
  tlp: 'TLP',
}

/** What a patch does, as the menu names it: "set reliability of 12 claims to B". */
export function patchLabel(db: ReadDb, ids: readonly string[], patch: ClaimPatch): string {
  const fields = Object.keys(patch)
  const whose = ids.length === 1 ? nameOfClaim(db, ids[0] ?? '') : claimsLabel(ids.length)
  const [only] = fields
  if (only === undefined || fields.length > 1) return `edit ${whose}`
  return `set ${words[only] ?? only} of ${whose}${toWhat(patch[only as keyof ClaimPatch])}`
}

function toWhat(given: unknown): string {
  if (given === null) return ' to unset'
  const text = Array.isArray(given) ? given.join('; ') : String(given)
  return text.length > 40 ? '' : ` to ${text}`
}
