import type { Quantity } from '../../../../shared/quantities.ts'
import type { MeasureCategory, MeasureKind } from '../../../../shared/vocabulary.ts'
import type { Places } from './places.ts'

/** A measure with what its claim adds to it: all that the rules over figures look at. */
export interface Comparable extends Quantity {
  /** Row numbers: they tell one from another here and never decide anything. */
  readonly measure: number
  readonly claim: number
  /** For reasons and order: the claim's ref, else the start of its statement. */
  readonly ref: string
  /** As written. */
  readonly subject: string | null
  readonly unit: string | null
  readonly category: MeasureCategory | null
  readonly kind: MeasureKind | null
  /** The measure's own place, else the claim's. */
  readonly place: string | null
  /** EDTF: the measure's own, else when the claim was said, else null. */
  readonly asOf: string | null
  readonly said: string | null
  readonly published: string | null
  /** The row number of the actor; null is unattributed. */
  readonly claimant: number | null
}

/** What the rules hold figures against. */
export interface Basis {
  /** How far *about* reaches, as a ratio: 0.1 is ±10 % (the case's setting). */
  readonly tolerance: number
  readonly places: Places
  /** The form in which subjects are compared; `subjectKey` of this folder when not given. */
  readonly subjectKey?: (text: string) => string
}
