import { fail, ok, type Result } from './result.ts'
import type { Qualifier } from './vocabulary.ts'

/** A quantity by the rules of the domain model: an open side is null, never invented. */
export interface Quantity {
  readonly low: number | null
  readonly high: number | null
  readonly best: number | null
  readonly qualifier: Qualifier
}

const number = String.raw`(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)(?:\.(\d+))?\s*(k|m|thousand|million)?`
const single = new RegExp(`^${number}$`, 'i')
const range = new RegExp(`^(?:between\\s+|from\\s+)?${number}\\s*(?:–|—|-|to|and)\\s*${number}$`, 'i')
const vague = ['dozens', 'hundreds', 'thousands', 'several', 'unspecified'] as const

const prefixes: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:about|around|approximately|approx\.?|circa|ca\.?|some|nearly|roughly|~|≈)\s*/i, 'about'],
  [/^(?:at least|no fewer than|no less than|≥|>=)\s*/i, 'at least'],
  [/^(?:more than|over|above|>)\s*/i, 'more than'],
  [/^(?:up to|at most|no more than|≤|<=)\s*/i, 'up to'],
  [/^(?:less than|fewer than|under|below|<)\s*/i, 'less than'],
  [/^(?:exactly|exact)\s*/i, 'exact'],
]

/** Reads "8,000", "about 11,000", "at least 1,500", "10,000–12,000", "dozens" (English; `product.md`, Domain model). */
export function parseQuantity(text: string): Result<Quantity> {
  const trimmed = text.trim()
  const word = vague.find((known) => known === trimmed.toLowerCase())
  if (word) return ok({ low: null, high: null, best: null, qualifier: word })
  const bounds = range.exec(trimmed)
  if (bounds) {
    const [low, high] = [toNumber(bounds, 1), toNumber(bounds, 4)]
    if (low > high) return fail('invalid-input', `“${text}”: the lower bound is above the upper one.`)
    return ok({ low, high, best: null, qualifier: 'between' })
  }
  const prefix = prefixes.find(([pattern]) => pattern.test(trimmed))
  const match = single.exec(prefix ? trimmed.replace(prefix[0], '') : trimmed)
  if (!match) {
    return fail(
      'invalid-input',
      `“${text}” is not a number. Write 8,000, about 11,000, at least 1,500 or 10,000–12,000.`,
    )
  }
  return ok(withQualifier(toNumber(match, 1), prefix?.[1] ?? 'exact'))
}

function withQualifier(value: number, qualifier: Qualifier): Quantity {
  if (qualifier === 'at least' || qualifier === 'more than') return { low: value, high: null, best: null, qualifier }
  if (qualifier === 'up to' || qualifier === 'less than') return { low: null, high: value, best: null, qualifier }
  return { low: null, high: null, best: value, qualifier }
}

function toNumber(match: RegExpExecArray, at: number): number {
  const whole = (match[at] ?? '').replace(/[ ,\u00a0\u202f]/g, '')
  const scale = match[at + 2]?.toLowerCase()
  const factor = scale === 'k' || scale === 'thousand' ? 1e3 : scale === 'm' || scale === 'million' ? 1e6 : 1
  // 1.1 × 1000 is 1100.0000000000002 in binary.
  return Number((Number(`${whole}.${match[at + 1] ?? '0'}`) * factor).toPrecision(15))
}

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })

/** A number with its thousands grouped: "11,000". */
export const formatNumber = (value: number): string => grouped.format(value)

const marks: Partial<Record<Qualifier, string>> = {
  about: 'about ',
  'at least': 'at least ',
  'more than': 'more than ',
  'up to': 'up to ',
  'less than': 'less than ',
}

/** A quantity as one says it: "about 11,000", "10,000–12,000", "at least 1,500", "dozens"; empty when no figure is given. */
export function formatQuantity(quantity: Quantity): string {
  const { low, high, best, qualifier } = quantity
  const mark = marks[qualifier] ?? ''
  if (best !== null) {
    const bounds = low !== null || high !== null ? ` (${formatBounds(low, high)})` : ''
    return mark + formatNumber(best) + bounds
  }
  if (low !== null && high !== null) return formatBounds(low, high)
  if (low !== null) return (mark || 'at least ') + formatNumber(low)
  if (high !== null) return (mark || 'up to ') + formatNumber(high)
  return (vague as readonly string[]).includes(qualifier) && qualifier !== 'unspecified' ? qualifier : ''
}

function formatBounds(low: number | null, high: number | null): string {
  if (low === null) return `up to ${formatNumber(high ?? 0)}`
  return high === null ? `at least ${formatNumber(low)}` : `${formatNumber(low)}–${formatNumber(high)}`
}
