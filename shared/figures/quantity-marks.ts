import type { MeasureMark } from './data.ts'

/** What of a quantity is drawn, as figures on the axis. */
export interface QuantityMark {
  /** Where its sign stands. */
  readonly at: number
  /** Whether `at` is the figure that was given as best; else it is a bound, or the middle of two. */
  readonly hasPoint: boolean
  /** Closed bounds. */
  readonly bar: readonly [number, number] | null
  /** What *about* may mean by the case's tolerance. */
  readonly hatch: readonly [number, number] | null
  /** An open side: the way it goes on from `at`. */
  readonly arrow: 'up' | 'down' | null
}

/** How a quantity is drawn; null where it has no figure ("dozens", "unspecified"). */
export function quantityMark(
  { low, high, best, qualifier }: Pick<MeasureMark, 'low' | 'high' | 'best' | 'qualifier'>,
  tolerance: number,
): QuantityMark | null {
  const bar = low !== null && high !== null ? ([low, high] as const) : null
  const at = best ?? (bar ? (bar[0] + bar[1]) / 2 : (low ?? high))
  if (at === null || !Number.isFinite(at)) return null
  const spread = Math.abs(at) * tolerance
  return {
    at,
    hasPoint: best !== null,
    bar,
    hatch: qualifier === 'about' && !bar ? [at - spread, at + spread] : null,
    arrow: bar ? null : low !== null ? 'up' : high !== null ? 'down' : null,
  }
}

/** The least and the greatest figure that a mark reaches. */
export const markExtent = ({ at, bar, hatch }: QuantityMark): readonly [number, number] => [
  Math.min(at, bar?.[0] ?? at, hatch?.[0] ?? at),
  Math.max(at, bar?.[1] ?? at, hatch?.[1] ?? at),
]

/** Above this ratio of the greatest to the least figure, a linear axis would press the small ones onto its foot. */
const logFrom = 40

/** Whether figures want a logarithmic axis. Zero and what is below it has no place on one. */
export function needsLog(extents: readonly (readonly [number, number])[]): boolean {
  if (extents.length < 2) return false
  let [low, high] = [Infinity, 0]
  for (const [from, to] of extents) [low, high] = [Math.min(low, from), Math.max(high, to)]
  return low > 0 && high / low >= logFrom
}
