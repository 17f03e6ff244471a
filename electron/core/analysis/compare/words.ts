import type { Obstacle } from '../../../../shared/analysis.ts'
import { formatQuantity } from '../../../../shared/quantities.ts'
import { assertNever } from '../../../../shared/result.ts'
import { foldText } from '../../../../shared/text.ts'
import { intervalInWords } from './interval.ts'
import type { Places } from './places.ts'
import type { Side } from './side.ts'
import { dateInSentence } from './time.ts'
import { categoryStanding, scopeOf, type Verdict } from './verdict.ts'

type Told = Exclude<Verdict, { readonly outcome: 'agrees' }>
type Part = (side: Side) => string

/** The reasoning of a verdict over two sides in one sentence for people; the first side is told of first. */
export function reasonOf(verdict: Told, first: Side, second: Side, places: Places): string {
  switch (verdict.outcome) {
    case 'contradicts':
      return contradiction(verdict, first, second, places)
    case 'revises': {
      const { later, earlier } = verdict
      const what = pair(later, earlier, [count, noun, category, place], ' revises ')
      const [after, before] = [dateInSentence(later.of.said), dateInSentence(earlier.of.said)]
      return `${what}: the same claimant gave another figure later, ${after} after ${before}`
    }
    case 'part of': {
      const { part, whole } = verdict
      return `${pair(part, whole, partsToTell(part, whole), ' is part of ')}: ${whyPart(part, whole, places)}`
    }
    case 'not comparable': {
      const obstacle = verdict.obstacles[0] ?? 'figure'
      const what = pair(first, second, obstacleParts[obstacle])
      return `${what} do not compare: ${whyNot(obstacle, first, second, places)}`
    }
    default:
      return assertNever(verdict)
  }
}

type Contradiction = Extract<Told, { readonly outcome: 'contradicts' }>

function contradiction(verdict: Contradiction, first: Side, second: Side, places: Places): string {
  switch (verdict.rule) {
    case 'figures apart': {
      const what = pair(first, second, [count, noun, category, place])
      return `${what} at the same time: ${intervals(first, second)} do not meet`
    }
    case 'total falls': {
      const { earlier, later } = verdict
      const what = pair(earlier, later, [count, noun, category, place, (side) => `by ${dateInSentence(side.of.asOf)}`])
      return `${what}: a total does not fall, and ${intervals(earlier, later)} do not meet`
    }
    case 'part above whole': {
      const { part, whole } = verdict
      const what = pair(part, whole, partsToTell(part, whole), ' is more than ')
      return `${what}, its whole: ${whyPart(part, whole, places)}, but ${intervals(part, whole)} do not meet`
    }
    default:
      return assertNever(verdict)
  }
}

const obstacleParts: Readonly<Record<Obstacle, readonly Part[]>> = {
  subject: [count, ({ of }) => of.subject ?? 'of something'],
  unit: [count, noun, category],
  category: [count, noun, category],
  kind: [count, noun, category],
  scope: [count, noun, category, place],
  time: [count, noun, category, ({ of }) => (of.asOf ? `as of ${dateInSentence(of.asOf)}` : '')],
  figure: [count, noun, category],
}

function whyNot(obstacle: Obstacle, first: Side, second: Side, places: Places): string {
  const differ = (part: (side: Side) => string | null, one: string, many: string): string => {
    const [a, b] = [part(first), part(second)]
    return a !== null && b !== null ? `${a} and ${b} are different ${many}` : notSaid(one, a === b)
  }
  switch (obstacle) {
    case 'subject':
      return differ(({ subject, of }) => subject && of.subject, 'subject', 'subjects')
    case 'unit':
      return differ(({ of }) => of.unit, 'unit', 'units')
    case 'category':
      return differ(({ of }) => of.category, 'category', 'categories')
    case 'kind':
      return differ(({ kind }) => kind, 'kind', 'kinds of number')
    case 'scope':
      return whyNotScope(first, second, places)
    case 'time':
      if (!first.days || !second.days) return notSaid('date', first.days === second.days)
      return first.kind === 'cumulative' && second.kind === 'cumulative'
        ? 'the part is of a later time than its whole'
        : 'they are of different times'
    case 'figure':
      return notSaid('figure', first.interval === second.interval)
    default:
      return assertNever(obstacle)
  }
}

const notSaid = (what: string, isOfBoth: boolean): string => `no ${what} is given for ${isOfBoth ? 'either' : 'one'}`

function whyNotScope(first: Side, second: Side, places: Places): string {
  const [a, b] = [first.of.place ?? '', second.of.place ?? '']
  const scope = scopeOf(first, second, places)
  switch (scope) {
    case 'one-sided':
      return notSaid('place', false)
    case 'overlaps':
      return `${a} and ${b} overlap only in part`
    case 'apart':
      return `${a} and ${b} lie apart`
    case 'unknown':
      return `it is not known how ${a} and ${b} lie to each other; add the place under Places`
    case 'same':
    case 'within':
    case 'contains':
      return 'the part is of a wider place than its whole'
    default:
      return assertNever(scope)
  }
}

/** Of a part and its whole only what differs between them is told. */
function partsToTell(part: Side, whole: Side): Part[] {
  const isSameCategory = part.of.category === whole.of.category
  return [count, (side) => (isSameCategory ? '' : (side.of.category ?? '')), place]
}

function whyPart(part: Side, whole: Side, places: Places): string {
  const reasons: string[] = []
  if (scopeOf(part, whole, places) === 'within') reasons.push(`${part.of.place ?? ''} lies in ${whole.of.place ?? ''}`)
  if (categoryStanding(part, whole) === 'within') {
    const all = whole.of.category === 'casualties' ? 'the casualties' : `those ${whole.of.category ?? ''}`
    reasons.push(`those ${part.of.category ?? ''} are part of ${all}`)
  }
  return reasons.join(', and ')
}

/**
 * Two sides told together: what they end with alike is said once, after both; of the rest the second does not repeat what
 * the first has said: "8,000 and about 11,000 soldiers present", "10,000 soldiers present and 10,000 sent".
 */
function pair(first: Side, second: Side, parts: readonly Part[], joint = ' and '): string {
  const [one, other] = [parts.map((part) => part(first)), parts.map((part) => part(second))]
  const isAlike = one.map((text, at) => foldText(text) === foldText(other[at] ?? ''))
  const end = Math.max(1, isAlike.lastIndexOf(false) + 1)
  const rest = other.slice(0, end).filter((_, at) => at === 0 || !isAlike[at])
  return [sentence(one.slice(0, end)) + joint + sentence(rest), ...one.slice(end)].filter(Boolean).join(' ')
}

const sentence = (parts: readonly string[]): string => parts.filter(Boolean).join(' ')

function count({ of }: Side): string {
  return formatQuantity(of) || 'an unspecified number'
}

/** What is counted: "soldiers"; after a word that is no number, "of soldiers". */
function noun(side: Side): string {
  const { of } = side
  const what = of.category === 'casualties' ? 'casualties' : (of.unit ?? of.subject ?? '')
  return what && !/\d|several/.test(count(side)) ? `of ${what}` : what
}

function category({ of }: Side): string {
  return of.category === 'casualties' ? '' : (of.category ?? '')
}

function place({ of }: Side): string {
  return of.place === null ? '' : `in ${of.place}`
}

const intervals = (one: Side, other: Side): string =>
  `intervals ${[one, other].map(({ interval }) => (interval ? intervalInWords(interval) : 'unknown')).join(' and ')}`
