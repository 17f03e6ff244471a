import type { Obstacle } from '../../../../shared/analysis.ts'
import { assertNever } from '../../../../shared/result.ts'
import type { Basis, Comparable } from './comparable.ts'
import { byTelling, sideOf, type Side } from './side.ts'
import { judge } from './verdict.ts'
import { reasonOf } from './words.ts'

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

/**
 * Holds one figure against another by the rules of product.md ("Two measures compare only", "Relations"); the answer and
 * its reason are the same whichever comes first.
 */
export function compare(one: Comparable, other: Comparable, basis: Basis): Comparison {
  const [first, second] = inOrder(one, other, basis)
  const verdict = judge(first, second, basis.places)
  if (verdict.outcome === 'agrees') return verdict
  const reason = reasonOf(verdict, first, second, basis.places)
  switch (verdict.outcome) {
    case 'contradicts':
      return { outcome: 'contradicts', rule: verdict.rule, reason }
    case 'revises':
      return { outcome: 'revises', rule: 'later figure', later: verdict.later.of, earlier: verdict.earlier.of, reason }
    case 'part of':
      return { outcome: 'part of', part: verdict.part.of, whole: verdict.whole.of, reason }
    case 'not comparable': {
      const [obstacle = 'figure'] = verdict.obstacles
      return { outcome: 'not comparable', obstacle, obstacles: verdict.obstacles, reason }
    }
    default:
      return assertNever(verdict)
  }
}

/**
 * True when two figures look alike but do not compare: of one subject and compatible units, with a single obstacle, which
 * is their category, kind, scope or time (where no figure is given, nothing looks like a comparison).
 */
export function isAlike(one: Comparable, other: Comparable, basis: Basis): boolean {
  const verdict = judge(...inOrder(one, other, basis), basis.places)
  return verdict.outcome === 'not comparable' && isAlikeBut(verdict.obstacles)
}

/** True when an obstacle is the only one and such that two figures look alike in spite of it. */
export const isAlikeBut = ([obstacle, ...others]: readonly Obstacle[]): boolean =>
  obstacle !== undefined && others.length === 0 && !['subject', 'unit', 'figure'].includes(obstacle)

function inOrder(one: Comparable, other: Comparable, basis: Basis): [Side, Side] {
  const sides: [Side, Side] = [sideOf(one, basis), sideOf(other, basis)]
  return byTelling(...sides) > 0 ? [sides[1], sides[0]] : sides
}
