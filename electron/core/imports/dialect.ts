import { parse } from 'csv-parse/sync'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** What both readings of a file, the first look and the whole, tell the parser. */
export const parserOptions = {
  relax_column_count: true,
  // A quote in the middle of an unquoted cell is text: half of all hand-made lists have one.
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_records_with_error: true,
}

/** How many rows are looked at. */
const sampleRows = 50

/**
 * The delimiter of the table that `text` begins with. `countKnown` tells how many of some header cells are names we know:
 * the right delimiter is the one that makes a header of known names, and rows of the header's length.
 */
export function delimiterOf(text: string, countKnown: (header: readonly string[]) => number): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: score(tableOf(text, delimiter), countKnown) }))
  // The sort is stable: where nothing speaks for another, it is the comma.
  return scored.sort((left, right) => right.score - left.score)[0]?.delimiter ?? ','
}

function score(rows: readonly string[][], countKnown: (header: readonly string[]) => number): number {
  const [header = [], ...body] = rows
  if (header.length < 2) return 0
  const alike = body.filter((row) => row.length === header.length).length
  return (alike + 1) / (body.length + 1) + countKnown(header) + header.length / 1000
}

const tableOf = (text: string, delimiter: string): string[][] =>
  parse(text, { ...parserOptions, delimiter, skip_empty_lines: true, to: sampleRows })
