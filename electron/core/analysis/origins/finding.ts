import type { OriginFlag } from '../../../../shared/analysis.ts'
import { kindOf, numOf, type Key } from './graph.ts'

export interface RecordAt {
  readonly kind: 'claim' | 'document' | 'event' | 'actor' | 'outlet'
  readonly num: number
}

/** Something that stands out about a chain, and the records that it is about. */
export interface Finding {
  readonly flag: OriginFlag
  readonly records: readonly RecordAt[]
  /** What the records share or rest on: an ancestor, a claimant, an outlet. */
  readonly on?: RecordAt
  readonly languages?: readonly string[]
}

export const recordAt = (key: Key): RecordAt => ({ kind: kindOf(key), num: numOf(key) })
