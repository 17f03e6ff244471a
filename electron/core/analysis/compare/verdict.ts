import { obstacles as allObstacles, type Obstacle } from '../../../../shared/analysis.ts'
import { usualKind, type MeasureCategory } from '../../../../shared/vocabulary.ts'
import { doMeet, isBelow } from './interval.ts'
import type { PlaceRelation, Places } from './places.ts'
import { isSaidLater, type Ready, type Side } from './side.ts'
import { orderOfDays } from './time.ts'

/** What comes of two sides that compare, without the words for it. */
export type Judged =
  | { readonly outcome: 'agrees' }
  | { readonly outcome: 'contradicts'; readonly rule: 'figures apart' }
  | { readonly outcome: 'contradicts'; readonly rule: 'total falls'; readonly earlier: Side; readonly later: Side }
  | { readonly outcome: 'contradicts'; readonly rule: 'part above whole'; readonly part: Side; readonly whole: Side }
  | { readonly outcome: 'part of'; readonly part: Side; readonly whole: Side }
  | { readonly outcome: 'revises'; readonly later: Side; readonly earlier: Side }

/** What comes of any two sides. */
export type Verdict = Judged | { readonly outcome: 'not comparable'; readonly obstacles: readonly Obstacle[] }

/** How one side stands to the other in one respect. */
export type Standing = 'same' | 'within' | 'contains'

/** The categories that are part of another: who is killed is a casualty, who fights is present. */
const wholes: Partial<Record<MeasureCategory, MeasureCategory>> = {
  killed: 'casualties',
  wounded: 'casualties',
  'in combat': 'present',
}

/** The category that a category is part of, else itself: only measures of the same one can compare. */
export const familyOf = (category: MeasureCategory): MeasureCategory => wholes[category] ?? category

export type Scope = PlaceRelation | 'one-sided'

/** How the places of two sides stand; `one-sided` when only one of them says a place. */
export function scopeOf(one: Side, other: Side, places: Places): Scope {
  if (one.place === other.place) return 'same'
  if (one.of.place === null || other.of.place === null) return 'one-sided'
  return places.relate(one.of.place, other.of.place)
}

/** How the categories of two sides stand; undefined when they are different ones or not said. */
export function categoryStanding(one: Side, other: Side): Standing | undefined {
  const [a, b] = [one.of.category, other.of.category]
  if (a === null || b === null) return undefined
  if (a === b) return 'same'
  if (wholes[a] === b) return 'within'
  return wholes[b] === a ? 'contains' : undefined
}

/** How two sides of such places stand in that respect; undefined when they do not compare. */
export const scopeStanding = (scope: Scope): Standing | undefined =>
  scope === 'same' || scope === 'within' || scope === 'contains' ? scope : undefined

/**
 * Holds one side against the other by the rules of product.md ("Two measures compare only when subject, category and kind
 * are compatible and scope and time overlap"; "same claimant, later figure" revises). All obstacles are found, not the
 * first only.
 */
export function judge(one: Side, other: Side, places: Places): Verdict {
  const category = categoryStanding(one, other)
  const scope = scopeStanding(scopeOf(one, other, places))
  const standing = combined(category, scope)
  const found: Record<Obstacle, boolean> = {
    subject: one.subject === null || one.subject !== other.subject,
    unit: !areUnitsCompatible(one, other),
    category: category === undefined,
    kind: hasKindObstacle(one, other, category),
    scope: scope === undefined || (category !== undefined && standing === undefined),
    time: hasTimeObstacle(one, other, standing),
    figure: one.interval === null || other.interval === null,
  }
  const obstacles = allObstacles.filter((obstacle) => found[obstacle])
  if (obstacles.length === 0 && standing) return judgeFigures(one, other, standing)
  const isOfTime = obstacles.length === 1 && found.time && standing === 'same'
  return (isOfTime && laterState(one, other)) || { outcome: 'not comparable', obstacles }
}

/** The same of two that lack nothing, without the obstacles: what millions of pairs are judged by. */
export function judgeReady(one: Ready, other: Ready, places: Places): Judged | undefined {
  if (one.subject !== other.subject || one.kind !== other.kind || !areUnitsCompatible(one, other)) return undefined
  const category = categoryStanding(one, other)
  const standing = category && combined(category, scopeStanding(scopeOf(one, other, places)))
  if (!standing) return undefined
  if (!hasTimeObstacle(one, other, standing)) return judgeFigures(one, other, standing)
  return standing === 'same' ? laterState(one, other) : undefined
}

/** A part by its category of a whole by its place is neither. */
function combined(category: Standing | undefined, scope: Standing | undefined): Standing | undefined {
  if (category === 'same' || category === scope) return scope
  return scope === 'same' ? category : undefined
}

/** A unit that is not said goes with any. */
export const areUnitsCompatible = (one: Side, other: Side): boolean =>
  one.unit === null || other.unit === null || one.unit === other.unit

/** Different kinds that follow from different categories are no obstacle of their own. */
function hasKindObstacle(one: Side, other: Side, category: Standing | undefined): boolean {
  if (one.kind === null || other.kind === null || one.kind === other.kind) return false
  return category !== undefined || !isUsual(one) || !isUsual(other)
}

const isUsual = ({ kind, of }: Side): boolean => of.category !== null && usualKind[of.category] === kind

/** A total goes on: totals of different days compare, and an earlier part with a later whole. All else must be of the same days. */
function hasTimeObstacle(one: Side, other: Side, standing: Standing | undefined): boolean {
  if (!one.days || !other.days) return true
  const order = orderOfDays(one.days, other.days)
  if (order === 'overlap') return false
  if (one.kind !== 'cumulative' || other.kind !== 'cumulative') return true
  return (standing === 'within' && order === 'after') || (standing === 'contains' && order === 'before')
}

/** Of what there is or is planned at one time, the same claimant may give another figure for a later time; a flow is of its own period. */
function laterState(one: Side, other: Side): Judged | undefined {
  if (!one.days || !other.days || !areApart(one, other)) return undefined
  if (one.kind !== 'stock' && one.kind !== 'plan') return undefined
  const order = orderOfDays(one.days, other.days)
  if (order === 'after' && isSaidLater(one, other)) return { outcome: 'revises', later: one, earlier: other }
  if (order === 'before' && isSaidLater(other, one)) return { outcome: 'revises', later: other, earlier: one }
  return undefined
}

const areApart = (one: Side, other: Side): boolean =>
  one.interval !== null && other.interval !== null && !doMeet(one.interval, other.interval)

function judgeFigures(one: Side, other: Side, standing: Standing): Judged {
  if (standing !== 'same') {
    const [part, whole] = standing === 'within' ? [one, other] : [other, one]
    return areInOrder(whole, part)
      ? { outcome: 'contradicts', rule: 'part above whole', part, whole }
      : { outcome: 'part of', part, whole }
  }
  if (!areApart(one, other)) return { outcome: 'agrees' }
  const order = one.days && other.days ? orderOfDays(one.days, other.days) : 'overlap'
  const [earlier, later] = order === 'after' ? [other, one] : [one, other]
  if (order !== 'overlap' && areInOrder(earlier, later)) return { outcome: 'agrees' }
  if (isSaidLater(one, other)) return { outcome: 'revises', later: one, earlier: other }
  if (isSaidLater(other, one)) return { outcome: 'revises', later: other, earlier: one }
  return order === 'overlap'
    ? { outcome: 'contradicts', rule: 'figures apart' }
    : { outcome: 'contradicts', rule: 'total falls', earlier, later }
}

/** True when all that the one allows lies below all that the other allows. */
const areInOrder = (one: Side, other: Side): boolean =>
  one.interval !== null && other.interval !== null && isBelow(one.interval, other.interval)
