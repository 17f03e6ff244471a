import type { DuplicateKind } from '../duplicates/duplicate-pair.ts'
import type { Rule } from '../../../../shared/analysis.ts'

/** Which claims or events a portion replaces what is known of: these, or those with row numbers after … up to. */
export type Scope = readonly number[] | { readonly after: number; readonly upTo: number }

/** A pair that a rule found; row numbers. */
export interface FoundPair {
  readonly rule: Rule
  readonly from: number
  readonly to: number
  readonly fromMeasure: number | null
  readonly toMeasure: number | null
  /** Of two texts. */
  readonly kind: DuplicateKind | null
  readonly similarity: number | null
  readonly inputs: string
}

/** By what a measure is found again when another one is to be compared. */
export interface ComparableRow {
  readonly measure: number
  readonly claim: number
  readonly subject: string
  readonly family: string
  readonly from: number
  readonly to: number
}

/** What is told of where a claim or an event comes from. */
export interface OriginCounts {
  readonly num: number
  readonly carriers: number
  readonly outlets: number
  readonly origins: number
  readonly unresolved: number
  readonly flags: readonly string[]
}

/**
 * A part of a pass that is stored in one transaction. Small enough that a person's own change never waits for long. Others
 * are computed before it is stored: none may be computed of what another of the same pass stores.
 */
export type Portion =
  | { readonly kind: 'comparables'; readonly scope: Scope; readonly rows: readonly ComparableRow[] }
  | {
      readonly kind: 'pairs'
      readonly of: 'claim' | 'event'
      readonly rules: readonly Rule[]
      readonly scope: Scope
      /** Pairs of which `from` is in the scope are replaced, or those of which either side is. */
      readonly side: 'from' | 'either'
      readonly rows: readonly FoundPair[]
    }
  | {
      readonly kind: 'origins'
      readonly of: 'claim' | 'event'
      readonly scope: Scope
      readonly rows: readonly OriginCounts[]
    }
  | {
      readonly kind: 'counts'
      readonly of: 'claim' | 'event'
      readonly scope: Scope
      /** Counted too: these, and whoever stands against them by what is stored by then. */
      readonly around?: readonly number[]
    }
  | { readonly kind: 'end'; readonly stamp: number }
