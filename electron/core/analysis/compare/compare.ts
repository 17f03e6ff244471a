import type { Obstacle } from '../../../../shared/analysis.ts'
import type { Comparable } from './comparable.ts'

/** What comes of holding one figure against another. Every outcome that needs one has its reason, one sentence for people. */
export type Comparison =
  | { readonly outcome: 'agrees' }
  | {
      readonly outcome: 'contradicts'
      readonly rule: 'figures apart' | 'part above whole' | 'total falls'
      readonly reason: string
    }
  | {
      readonly outcome: 'revises'
      readonly rule: 'later figure'
      readonly later: Comparable
      readonly earlier: Comparable
      readonly reason: string
    }
  | { readonly outcome: 'part of'; readonly part: Comparable; readonly whole: Comparable; readonly reason: string }
  | {
      readonly outcome: 'not comparable'
      /** The first of the obstacles, in the order of `shared/analysis.ts`. */
      readonly obstacle: Obstacle
      readonly obstacles: readonly Obstacle[]
      readonly reason: string
    }
