import type { Portion, Scope } from './portion.ts'

/** How many rows are stored in one transaction: some 20 ms. */
const rowsInPortion = 1000

/**
 * Cuts what was computed of the whole case into portions by row number. Together they replace all that is known: each
 * covers the numbers from the one before it on, and the last one all that follow.
 */
export function* inPortions<Row>(
  rows: readonly Row[],
  numOf: (row: Row) => number,
  portion: (scope: Scope, rows: readonly Row[]) => Portion,
): Generator<Portion> {
  const sorted = rows.toSorted((one, other) => numOf(one) - numOf(other))
  let [start, after] = [0, -1]
  do {
    let end = Math.min(start + rowsInPortion, sorted.length)
    // What belongs to one record goes together.
    while (end < sorted.length && numAt(sorted, end, numOf) === numAt(sorted, end - 1, numOf)) end += 1
    const upTo = end < sorted.length ? numAt(sorted, end - 1, numOf) : Number.MAX_SAFE_INTEGER
    yield portion({ after, upTo }, sorted.slice(start, end))
    ;[start, after] = [end, upTo]
  } while (start < sorted.length)
}

const numAt = <Row>(rows: readonly Row[], at: number, numOf: (row: Row) => number): number => {
  const row = rows[at]
  return row === undefined ? 0 : numOf(row)
}
