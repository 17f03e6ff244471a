import type { Portion, Scope } from './portion.ts'

/** How many rows are stored in one transaction: some 20 ms. */
const rowsInPortion = 1000

/**
 * Cuts what was computed of the whole case, in the order of row numbers, into portions. Together they replace all that is
 * known: each covers the numbers from the one before it on, and the last one all that follow.
 */
export function* inPortions<Row>(
  rows: Iterable<Row>,
  numOf: (row: Row) => number,
  portion: (scope: Scope, rows: readonly Row[]) => Portion,
): Generator<Portion> {
  let [gathered, after, last]: [Row[], number, number] = [[], -1, -1]
  for (const row of rows) {
    const num = numOf(row)
    // What belongs to one record goes together.
    if (gathered.length >= rowsInPortion && num !== last) {
      yield portion({ after, upTo: last }, gathered)
      ;[gathered, after] = [[], last]
    }
    gathered.push(row)
    last = num
  }
  yield portion({ after, upTo: Number.MAX_SAFE_INTEGER }, gathered)
}
