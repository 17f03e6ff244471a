import type { CarriedRecord, Pick } from '../../../shared/evidence.ts'

/** What is taken of each record, by its id: all that is new, or these of its differences. */
export type Picked = ReadonlyMap<string, ReadonlySet<string>>

const keysOf = ({ differences }: CarriedRecord): string[] => [...new Set(differences.map(({ key }) => key))]

export const pickedFrom = (picks: readonly Pick[]): Picked =>
  new Map(picks.map(({ id, keys }) => [id, new Set(keys ?? [])]))

/** A record that is new is taken whole; of another there are the differences that were picked. */
export const toPicks = (picked: Picked): Pick[] =>
  [...picked].map(([id, keys]) => (keys.size === 0 ? { id } : { id, keys: [...keys] }))

export function toggled(picked: Picked, record: CarriedRecord, isTaken: boolean): Picked {
  const next = new Map(picked)
  if (isTaken) next.set(record.id, new Set(record.verdict === 'new' ? [] : keysOf(record)))
  else next.delete(record.id)
  return next
}

/** Takes one difference, or leaves it; a record of which nothing is taken is left. */
export function toggledKey(picked: Picked, { id }: CarriedRecord, key: string, isTaken: boolean): Picked {
  const keys = new Set(picked.get(id))
  if (isTaken) keys.add(key)
  else keys.delete(key)
  const next = new Map(picked)
  if (keys.size > 0) next.set(id, keys)
  else next.delete(id)
  return next
}
