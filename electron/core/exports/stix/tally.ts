import type { StixObject } from './objects.ts'

/** What of a bundle is counted while it is written. */
export interface Tally {
  /** Whose grades are in it. */
  readonly raters: Set<string>
  /** When what is in it was last changed. */
  latest: string
  isAny: boolean
}

/** An object as a text of the bundle, counted. */
export function texted(object: StixObject, tally: Tally): string {
  tally.isAny = true
  const { modified } = object
  if (typeof modified === 'string' && modified > tally.latest) tally.latest = modified
  return JSON.stringify(object)
}
