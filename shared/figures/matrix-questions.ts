import { markExtent, quantityMark } from './quantity-marks.ts'
import type { FigureOptions, MeasureData, MeasureMark } from './data.ts'
import { subjectAndUnit } from './numbers-layout.ts'
import { compare } from './series.ts'
import { drawnTime, middle } from './when.ts'
import { formatQuantity } from '../quantities.ts'

/** What several claimants may have given a value to: a subject, a category and a scope, within a period. */
export interface Question {
  readonly key: string
  readonly parts: readonly string[]
  readonly answers: readonly MeasureMark[]
}

/** One claimant's values of one question, the newest last. */
export interface Answer {
  readonly measures: readonly MeasureMark[]
  /** Others whose value cannot hold beside one of these. */
  readonly against: ReadonlySet<string>
}

const periodOf = ({ asOf, said }: MeasureMark, period: FigureOptions['period']): string | null => {
  if (period === 'all') return null
  const time = drawnTime(asOf ?? said)
  if (!time) return 'no date'
  return new Date(middle(time)).toISOString().slice(0, period === 'year' ? 4 : 7)
}

/** The questions that the measures answer, those with the most claimants first. Vague ones have no value to compare. */
export function questionsOf(data: MeasureData, options: FigureOptions): Question[] {
  const questions = new Map<string, { parts: string[]; answers: MeasureMark[] }>()
  for (const measure of data.measures) {
    if (formatQuantity(measure) === '') continue
    const parts = [
      subjectAndUnit(measure) || 'no subject',
      measure.category ?? 'no category',
      measure.place ?? 'no place',
      periodOf(measure, options.period),
    ].filter((part) => part !== null)
    const key = JSON.stringify(parts)
    const known = questions.get(key)
    if (known) known.answers.push(measure)
    else questions.set(key, { parts, answers: [measure] })
  }
  return [...questions]
    .map(([key, question]) => ({ key, ...question }))
    .sort((a, b) => claimants(b) - claimants(a) || b.answers.length - a.answers.length || compare(a.key, b.key))
}

export const claimantOf = ({ claimant }: MeasureMark): string => claimant ?? 'unattributed'
const claimants = ({ answers }: Pick<Question, 'answers'>): number => new Set(answers.map(claimantOf)).size

/** Whether two values of one question cannot both hold. */
export type Contradicts = (a: MeasureMark, b: MeasureMark) => boolean

/**
 * By the pairs that the analysis found, and by the intervals themselves: values of two claimants that do not meet, an
 * open side reaching as far as it may, *about* widened by the case's tolerance.
 */
export function contradicts(data: MeasureData): Contradicts {
  const pairs = new Set(data.contradictions.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  return (a, b) => pairs.has(`${a.id} ${b.id}`) || (claimantOf(a) !== claimantOf(b) && areApart(a, b, data.tolerance))
}

function areApart(a: MeasureMark, b: MeasureMark, tolerance: number): boolean {
  const [first, second] = [intervalOf(a, tolerance), intervalOf(b, tolerance)]
  return first !== null && second !== null && (first[1] < second[0] || second[1] < first[0])
}

function intervalOf(measure: MeasureMark, tolerance: number): readonly [number, number] | null {
  const mark = quantityMark(measure, tolerance)
  if (!mark) return null
  const [low, high] = markExtent(mark)
  return [mark.arrow === 'down' ? -Infinity : low, mark.arrow === 'up' ? Infinity : high]
}

/** The values by claimant, with whom each disagrees. */
export function answersOf({ answers }: Question, apart: Contradicts): Map<string, Answer> {
  const byClaimant = new Map<string, MeasureMark[]>()
  for (const measure of answers)
    byClaimant.set(claimantOf(measure), [...(byClaimant.get(claimantOf(measure)) ?? []), measure])
  const moment = ({ said }: MeasureMark): number => {
    const time = drawnTime(said)
    return time ? middle(time) : Infinity
  }
  return new Map(
    [...byClaimant].map(([name, measures]) => [
      name,
      {
        measures: [...measures].sort((a, b) => moment(a) - moment(b) || compare(a.id, b.id)),
        against: new Set(answers.filter((other) => measures.some((measure) => apart(measure, other))).map(claimantOf)),
      },
    ]),
  )
}
