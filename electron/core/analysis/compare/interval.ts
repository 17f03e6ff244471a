import { formatNumber, type Quantity } from '../../../../shared/quantities.ts'

/** All values that a quantity allows. An open end is not part of it; a side that nobody bounded is infinite. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly isLowOpen: boolean
  readonly isHighOpen: boolean
}

/**
 * The interval of a measure (product.md, Domain model: an open side is not invented; *about* reaches as far as the
 * case's tolerance, a ratio). Counts begin at 0. Null when no number is given or the bounds are the wrong way round.
 */
export function intervalOf(quantity: Quantity, tolerance: number): Interval | null {
  const [low, high] = boundsOf(quantity, tolerance)
  if (low === null && high === null) return null
  const interval = {
    low: low ?? (high !== null && high < 0 ? -Infinity : 0),
    high: high ?? Infinity,
    isLowOpen: quantity.qualifier === 'more than' && low !== null,
    isHighOpen: quantity.qualifier === 'less than' && high !== null,
  }
  return isEmpty(interval) ? null : interval
}

/** True when the interval of a quantity depends on the tolerance. */
export const usesTolerance = ({ qualifier, low, high, best }: Quantity): boolean =>
  reachesAbout.has(qualifier) && best !== null && (low === null || high === null)

/** A vague word beside a number says no more than *about*. */
const reachesAbout: ReadonlySet<Quantity['qualifier']> = new Set([
  'about',
  'dozens',
  'hundreds',
  'thousands',
  'several',
])

function boundsOf(quantity: Quantity, tolerance: number): readonly [number | null, number | null] {
  const { low, high, best, qualifier } = quantity
  if (qualifier === 'at least' || qualifier === 'more than') return [low ?? best, high]
  if (qualifier === 'up to' || qualifier === 'less than') return [low, high ?? best]
  if (reachesAbout.has(qualifier) && best !== null) {
    const reach = Math.abs(best) * tolerance
    return [low ?? unbinary(best - reach), high ?? unbinary(best + reach)]
  }
  // "Between" without its bounds is not its best value: that would invent a precision.
  return low === null && high === null && qualifier !== 'between' ? [best, best] : [low, high]
}

/** 11,000 + 10 % is 12100.000000000002 in binary. */
const unbinary = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)))

const isEmpty = ({ low, high, isLowOpen, isHighOpen }: Interval): boolean =>
  low > high || (low === high && (isLowOpen || isHighOpen))

/** True when all of one interval lies below all of the other: touching closed ends do not, an open end does. */
export const isBelow = (one: Interval, other: Interval): boolean =>
  one.high < other.low || (one.high === other.low && (one.isHighOpen || other.isLowOpen))

/** True when two intervals have a value in common. */
export const doMeet = (one: Interval, other: Interval): boolean => !isBelow(one, other) && !isBelow(other, one)

/** An interval as the reasons write it: "8,000", "9,900–12,100", "at least 1,500", "less than 2,000". */
export function intervalInWords({ low, high, isLowOpen, isHighOpen }: Interval): string {
  if (low === high) return formatNumber(low)
  const above = `${isLowOpen ? 'more than' : 'at least'} ${formatNumber(low)}`
  const below = `${isHighOpen ? 'less than' : 'up to'} ${formatNumber(high)}`
  if (high === Infinity) return above
  if (low === -Infinity || (low === 0 && !isLowOpen)) return below
  return isLowOpen || isHighOpen ? `${above} and ${below}` : `${formatNumber(low)}–${formatNumber(high)}`
}
