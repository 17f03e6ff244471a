import { isTyped } from './cell-types.ts'
import { delimiters, type Dialect } from './dialect.ts'
import { splitRow, type Reading, type SplitRow } from './split-row.ts'

/** What is odd about a row, by the code that names it. */
export type RowProblemCode = 'stray-quote' | 'unclosed-quote' | 'other-delimiter' | 'short-row' | 'long-row'

export interface RowProblem {
  readonly code: RowProblemCode
  /** The cell, counted from 1; null for the whole row. */
  readonly column: number | null
  readonly message: string
}

/** A row as it stands in the file. */
export interface Row {
  /** The line on which it begins, counted from 1. */
  readonly line: number
  readonly cells: string[]
  /** None for nearly all rows: one shared empty list. */
  readonly problems: readonly RowProblem[]
}

const none: readonly RowProblem[] = []

/** Characters in one row; more come of a quote that is never closed, and memory must not depend on it. */
export const longestRow = 2 ** 24

/** Marks in one row that are tried as characters. */
const mostTried = 24

/** How many rows after a doubtful one are looked at to decide how it is to be read. */
const lookAhead = 3

export interface RowParserOptions {
  /** How many cells the table's rows have. */
  readonly width?: number
  /** Columns that hold numbers, dates or addresses. */
  readonly typed?: readonly number[]
  /** Whether a CR ends lines by itself. */
  readonly hasLoneCr?: boolean
}

/**
 * Takes a text apart into rows, portion by portion. `width` is how many cells the table's rows have: where a row by the
 * rules comes out otherwise, it is read again as what it most likely is, and the row says so. Nothing is moved, merged
 * or left out in silence.
 */
export class RowParser {
  readonly #dialect: Dialect
  readonly #width: number | null
  #text = ''
  #at = 0
  #line = 1
  #nextQuote = -2
  #nextLf = -2
  readonly #hasLoneCr: boolean
  readonly #typed: readonly number[]

  constructor(dialect: Dialect, options: RowParserOptions = {}) {
    this.#dialect = dialect
    this.#width = options.width ?? null
    this.#hasLoneCr = options.hasLoneCr ?? true
    this.#typed = options.typed ?? []
  }

  /** Takes more text and answers the rows that are whole by now. */
  push(text: string): Row[] {
    this.#text = this.#at === 0 ? this.#text + text : this.#text.slice(this.#at) + text
    this.#at = 0
    this.#nextQuote = -2
    this.#nextLf = -2
    return this.#take(false)
  }

  /** Answers what is left when the text has ended. */
  end(): Row[] {
    return this.#take(true)
  }

  #take(isLast: boolean): Row[] {
    const rows: Row[] = []
    while (this.#at < this.#text.length) {
      const row = this.#quickRow(isLast) ?? this.#slowRow(isLast)
      if (!row) break
      rows.push(row)
    }
    return rows
  }

  /** A row on one line without a mark in it: nearly all rows of nearly all files. */
  #quickRow(isLast: boolean): Row | undefined {
    const { quote, delimiter } = this.#dialect
    const from = this.#at
    const lf = this.#lfFrom(from)
    if (lf < 0 && !isLast) return undefined
    let end = lf < 0 ? this.#text.length : lf
    const next = lf < 0 ? end : lf + 1
    if (quote !== null && this.#quoteFrom(from, quote) < end) return undefined
    if (lf >= 0 && this.#text.charCodeAt(end - 1) === 13 && end > from) end -= 1
    const line = this.#text.slice(from, end)
    if (this.#hasLoneCr && line.includes('\r')) return undefined
    const cells = line.split(delimiter)
    if (this.#width !== null && cells.length !== this.#width && line !== '') return undefined
    this.#at = next
    const row = { line: this.#line, cells, problems: none }
    this.#line += 1
    return row
  }

  /** The place of the first LF at or after `from`, remembered as well: a file without any is not searched for each row. */
  #lfFrom(from: number): number {
    if (this.#nextLf === -2 || (this.#nextLf >= 0 && this.#nextLf < from)) this.#nextLf = this.#text.indexOf('\n', from)
    return this.#nextLf
  }

  /** The place of the first mark at or after `from`, remembered from row to row. */
  #quoteFrom(from: number, quote: string): number {
    if (this.#nextQuote === -2 || (this.#nextQuote >= 0 && this.#nextQuote < from))
      this.#nextQuote = this.#text.indexOf(quote, from)
    return this.#nextQuote < 0 ? Number.POSITIVE_INFINITY : this.#nextQuote
  }

  #slowRow(isLast: boolean): Row | undefined {
    const isFull = this.#text.length - this.#at > longestRow
    const found = this.#split(this.#at, {}, isLast || isFull)
    if (!found) return undefined
    // A row of several lines with a mark out of place may have taken in the row after it.
    const isDoubtful = found.stray.length > 0 && found.lines > 1
    if ((this.#isWhole(found) && !isDoubtful) || isBlank(found)) return this.#accept(found, strayProblems(found))
    // What comes after decides how a doubtful row is read: it has to be there.
    if (!isLast && !isFull && this.#text.length - found.next < 65_536) return undefined
    return this.#mend(found)
  }

  #split(at: number, reading: Reading, isLast: boolean, dialect = this.#dialect): SplitRow | null {
    return splitRow(this.#text, at, dialect, { ...reading, isLast, hasLoneCr: this.#hasLoneCr })
  }

  #accept(found: SplitRow, problems: readonly RowProblem[]): Row {
    const row = { line: this.#line, cells: found.cells, problems }
    this.#line += found.lines
    this.#at = found.next
    return row
  }

  #isWhole({ cells, unclosed }: SplitRow): boolean {
    return unclosed < 0 && (this.#width === null || cells.length === this.#width)
  }

  #mend(found: SplitRow): Row {
    const other = this.#otherReading(found)
    if (other && !this.#isBetter(found, other)) return this.#accept(other, strayProblems(other))
    if (this.#isWhole(found)) return this.#accept(found, strayProblems(found))
    const parted = this.#otherDelimiter(found)
    if (parted) return this.#accept(parted.row, [otherDelimiterProblem(parted.delimiter)])
    const oneLine = this.#split(this.#at, { isOneLine: true }, true)
    const best = oneLine && oneLine.next < found.next && this.#isBetter(oneLine, found) ? oneLine : found
    return this.#accept(best, [...strayProblems(best), ...this.#widthProblems(best)])
  }

  /** The one way to read the row's marks otherwise that gives a whole row; none where there are two. */
  #otherReading(found: SplitRow): SplitRow | undefined {
    if (this.#width === null || (found.opened === 0 && found.stray.length === 0)) return undefined
    const literals = Array.from({ length: Math.min(found.opened, mostTried) }, (_, literal) => literal)
    // First what takes every mark at a cell's start for one that opens it, then what takes one of them for a character.
    const end = this.#isWhole(found) ? found.next : Number.POSITIVE_INFINITY
    return (
      this.#onlyWhole([{ isTailBare: true }, { isOneLine: true }], end) ??
      this.#onlyWhole(
        literals.flatMap((literal) => [{ literal }, { literal, isOneLine: true }, { literal, isTailBare: true }]),
        end,
      )
    )
  }

  /** The whole row that these readings give before `end`, the shortest and with the fewest marks out of place, if they agree on it. */
  #onlyWhole(readings: readonly Reading[], end: number): SplitRow | undefined {
    const whole = readings.flatMap((reading) => {
      const row = this.#split(this.#at, reading, true)
      return row && this.#isWhole(row) && row.next < end ? [row] : []
    })
    const cost = (row: SplitRow): number => row.next * 100 + Math.min(99, new Set(row.stray).size)
    const least = Math.min(...whole.map(cost))
    const best = distinct(whole.filter((row) => cost(row) === least))
    return best.length === 1 ? best[0] : undefined
  }

  /** The row read with another delimiter, where that and only that gives a whole row of its line, of the table's types. */
  #otherDelimiter(found: SplitRow): { readonly row: SplitRow; readonly delimiter: string } | undefined {
    if (found.cells.length * 2 > (this.#width ?? 0)) return undefined
    const whole = delimiters.flatMap((delimiter) => {
      if (delimiter === this.#dialect.delimiter) return []
      const row = this.#split(this.#at, { isOneLine: true }, true, { ...this.#dialect, delimiter })
      return row && row.cells.length === this.#width && row.cells.length > 1 && this.#fits(row)
        ? [{ row, delimiter }]
        : []
    })
    return whole.length === 1 ? whole[0] : undefined
  }

  #fits({ cells }: SplitRow): boolean {
    return this.#typed.every((column) => (cells[column] ?? '').trim() === '' || isTyped(cells[column] ?? ''))
  }

  /** Whether the rows that follow come out better after `one` than after `other`. */
  #isBetter(one: SplitRow, other: SplitRow): boolean {
    return this.#rightAfter(one.next) > this.#rightAfter(other.next)
  }

  #rightAfter(at: number): number {
    let right = 0
    let next = at
    for (let count = 0; count < lookAhead && next < this.#text.length; count += 1) {
      const row = this.#split(next, {}, true)
      if (!row) break
      if (this.#isWhole(row) && row.stray.length === 0) right += 1
      next = row.next
    }
    return right
  }

  #widthProblems({ cells }: SplitRow): RowProblem[] {
    const width = this.#width
    if (width === null || cells.length === width || isBlank({ cells })) return []
    const code = cells.length < width ? 'short-row' : 'long-row'
    const message = `The row has ${cells.length} cell${cells.length === 1 ? '' : 's'} where the table has ${width}.`
    return [{ code, column: null, message }]
  }
}

/** A line with nothing on it. */
export const isBlank = ({ cells }: { readonly cells: readonly string[] }): boolean =>
  cells.length === 1 && (cells[0] ?? '').trim() === ''

function distinct(rows: readonly SplitRow[]): SplitRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row.cells), row])).values()]
}

const strayProblems = ({ stray, unclosed, cells }: SplitRow): readonly RowProblem[] =>
  stray.length === 0
    ? none
    : [...new Set(stray)].map((cell): RowProblem => {
        const shown = JSON.stringify((cells[cell] ?? '').slice(0, 40))
        return cell === unclosed
          ? {
              code: 'unclosed-quote',
              column: cell + 1,
              message: `A quote is opened and never closed: the cell is ${shown}.`,
            }
          : {
              code: 'stray-quote',
              column: cell + 1,
              message: `A quote stands where none belongs; it is kept: ${shown}.`,
            }
      })

const otherDelimiterProblem = (delimiter: string): RowProblem => ({
  code: 'other-delimiter',
  column: null,
  message: `The row's cells are parted by ${JSON.stringify(delimiter)}, unlike the others'; it was read so.`,
})
