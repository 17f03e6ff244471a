/** Which calls of an operation are to fail, counted from 1. A call is told as "fsync /case.parallax-wal". */
export type Choice = (calls: readonly string[]) => number[]

export const every: Choice = (calls) => calls.map((_, index) => index + 1)

/** The first call of each step; a step is one kind of call on one file. */
export const startsOfSteps: Choice = (calls) => indicesOf(calls.map(stepOf), (steps, step) => steps.indexOf(step))

/** The first and the last call of each step. */
export const endsOfSteps: Choice = (calls) => {
  const steps = calls.map(stepOf)
  const lasts = indicesOf(steps, (all, step) => all.lastIndexOf(step))
  return [...new Set([...startsOfSteps(calls), ...lasts])].sort((left, right) => left - right)
}

const indicesOf = (steps: readonly string[], find: (steps: readonly string[], step: string) => number): number[] =>
  [...new Set(steps)].map((step) => find(steps, step) + 1)

/** Times, processes and random digits in a name make no other file of it. */
const stepOf = (call: string): string => call.replaceAll(/[0-9a-f]{8,}|\d+/gi, '#')

export const firstMiddleAndLast: Choice = ({ length }) => [1, Math.ceil(length / 2), length]

/** One call of each half, chosen by the seed. */
export const oneOfEachHalf =
  (random: () => number): Choice =>
  ({ length }) =>
    length <= 2 ? [1, 2].slice(0, length) : [0, 1].map((half) => 1 + Math.floor(((half + random()) * length) / 2))
