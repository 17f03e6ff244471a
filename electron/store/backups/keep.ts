import type { Backup } from './list.ts'

const hour = 3_600_000
const day = 24 * hour
const week = 7 * day

/** Made by the clock or by closing: of these the newest of an hour, a day, a week stands for the others. */
const isRoutine = ({ reason }: Kept): boolean => reason === 'idle' || reason === 'close'

type Kept = Pick<Backup, 'at' | 'reason' | 'bytes'>

/** One backup is kept of each span: what is of the same one gives way to the newest. Null: it is too old. */
function spanOf(backup: Kept, now: number): string | null {
  const at = Date.parse(backup.at)
  const age = now - at
  const kind = isRoutine(backup) ? 'routine' : 'other'
  // What was made by hand or before something that changes much is looked for soon: for a day each is kept.
  if (age < day) return kind === 'other' ? null : `${kind} hour ${Math.floor(at / hour)}`
  if (age < 14 * day) return `${kind} day ${Math.floor(at / day)}`
  // Weeks begin on Monday; the first of January 1970 was a Thursday.
  return `${kind} week ${Math.floor((at + 3 * day) / week)}`
}

const twoMonths = 61 * day

/**
 * Which of the backups, newest first, are to go: kept are the newest of each hour for a day, of each day for two weeks, of
 * each week for two months, and of those as many as fit into `mostBytes`. The newest one is never among them.
 */
export function superfluous<B extends Kept>(backups: readonly B[], now: Date, mostBytes: number): B[] {
  const time = now.getTime()
  const spans = new Set<string>()
  let bytes = 0
  let isFull = false
  return backups.filter((backup, index) => {
    const isTooOld = time - Date.parse(backup.at) >= twoMonths
    const span = spanOf(backup, time)
    const isStoodFor = span !== null && spans.has(span)
    if (index > 0 && (isTooOld || isStoodFor || isFull)) return true
    bytes += backup.bytes
    // The older ones go, not the larger: what is left is the latest past without a gap.
    if (index > 0 && bytes > mostBytes) return (isFull = true)
    if (span !== null) spans.add(span)
    return false
  })
}
