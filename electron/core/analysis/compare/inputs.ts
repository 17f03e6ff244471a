import { createHash } from 'node:crypto'
import type { Comparable } from './comparable.ts'
import type { EventRecord } from './events.ts'
import { usesTolerance } from './interval.ts'
import { contentOf } from './side.ts'

/** A figure with what tells it apart in every copy of the case, where row numbers differ. */
export interface FigureInput {
  readonly of: Comparable
  /** UUID of the claim. */
  readonly claimId: string
  /** UUID of the actor; null is unattributed. */
  readonly claimantId: string | null
}

/** A record of an event with its UUID. */
export interface EventInput {
  readonly of: EventRecord
  readonly id: string
}

/**
 * The digest (SHA-256, hex) of what the rules over figures look at in a pair: a rejected suggestion comes back only when it
 * is another one (the issue: "never comes back unless its inputs changed"). The sides' order and row numbers do not count,
 * nor does a tolerance that neither figure uses.
 */
export function figureInputs(one: FigureInput, other: FigureInput, tolerance: number): string {
  const input = ({ of, claimId, claimantId }: FigureInput): string =>
    JSON.stringify([claimId, claimantId, contentOf(of), usesTolerance(of) ? tolerance : null])
  return digest([input(one), input(other)])
}

/** The digest of what the rules over two records of one event look at. */
export function eventInputs(one: EventInput, other: EventInput): string {
  const input = ({ id, of }: EventInput): string =>
    JSON.stringify([id, of.when, of.place, of.latitude, of.longitude, of.precision])
  return digest([input(one), input(other)])
}

const digest = (inputs: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(inputs.toSorted())).digest('hex')
