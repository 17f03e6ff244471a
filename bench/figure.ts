// What is measured, whatever it is: a value at each size of a case, held against a goal and, where there is one, a peer.

/** One value at one size of a case. */
export interface Measured {
  readonly name: string
  readonly unit: 'ms' | 's' | 'µs' | 'MiB' | '×'
  readonly value: number
  /** What the value is to be at most. */
  readonly goal?: number
  /** The same by other means, measured beside it. */
  readonly peer?: number
  /** Which of many was the slowest, and the like. */
  readonly note?: string
}

/** One kind of value over the sizes at which it was measured. */
export interface Figure extends Pick<Measured, 'name' | 'unit' | 'goal'> {
  readonly points: readonly (Pick<Measured, 'value' | 'peer' | 'note'> & { readonly rows: number })[]
  /** The exponent with which it grows with the claims: 0 is flat, 1 is in proportion. null: of one size nothing is told. */
  readonly growth: number | null
}

/** The value that a share of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

/** What was measured size by size, as figures. */
export function figuresOf(sizes: ReadonlyMap<number, readonly Measured[]>): Figure[] {
  const all = [...sizes].flatMap(([rows, measured]) => measured.map((one) => ({ rows, ...one })))
  const names = [...new Set(all.map(({ name }) => name))]
  return names.map((name) => {
    const same = all.filter((one) => one.name === name)
    const { unit = 'ms', goal } = same[0] ?? {}
    const points = same.map(({ rows, value, peer, note }) => ({ rows, value, peer, note }))
    return { name, unit, goal, points, growth: growthOf(points) }
  })
}

/** The slope of the straight line that lies nearest to the points when both sides are logarithms. */
function growthOf(points: Figure['points']): number | null {
  const logs = points
    .filter(({ value }) => value > 0)
    .map(({ rows, value }) => [Math.log(rows), Math.log(value)] as const)
  if (logs.length < 2) return null
  const mean = (of: (log: readonly [number, number]) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length
  const [x, y] = [mean(([rows]) => rows), mean(([, value]) => value)]
  return mean(([rows, value]) => (rows - x) * (value - y)) / mean(([rows]) => (rows - x) ** 2)
}

/** A table of figures: each with its values, how it grows, and what its value at the largest size is to the goal and the peer. */
export function tableOf(figures: readonly Figure[], sizes: readonly number[]): string {
  const head = row('', [...sizes.map((rows) => rows.toLocaleString('en')), 'growth', 'to the goal', 'to the peer'])
  return head + figures.map((figure) => lineOf(figure, sizes)).join('')
}

function lineOf({ name, unit, goal, points, growth }: Figure, sizes: readonly number[]): string {
  const last = points.at(-1)
  const at = (rows: number): string => {
    const point = points.find((one) => one.rows === rows)
    return point ? `${short(point.value)} ${unit}` : ''
  }
  const toPeer = last?.peer === undefined ? '' : short(last.value / last.peer)
  const toGoal = last === undefined || goal === undefined ? '' : short(last.value / goal)
  const line = row(name, [...sizes.map(at), growth === null ? '' : growth.toFixed(2), toGoal, toPeer])
  return last?.note === undefined ? line : `${line}    ${last.note}\n`
}

const nameWidth = 52

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(13)).join('')}\n`

/** Three digits that count. */
const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3))
