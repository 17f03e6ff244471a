import type { Dialect } from './dialect.ts'

/** One row taken apart. Positions are in the text that it was taken from. */
export interface SplitRow {
  readonly cells: string[]
  /** Where the next row begins. */
  readonly next: number
  /** How many ends of lines the row takes, its own included. */
  readonly lines: number
  /** Cells (from 0) in which a mark stands that neither opens, closes nor is escaped. */
  readonly stray: readonly number[]
  /** How many cells open with a mark. */
  readonly opened: number
  /** The first cell whose mark is never closed; -1 when there is none. */
  readonly unclosed: number
}

/** Another way to read a row whose marks do not make sense by the rules. */
export interface Reading {
  /** The cell's opening mark (counted from 0 over the row) that is a character like others. */
  readonly literal?: number
  /** A doubled mark before a cell's end is a character and the end, not an escaped mark (nothing was escaped). */
  readonly isTailBare?: boolean
  /** Ends at the first end of a line, whatever is open. */
  readonly isOneLine?: boolean
}

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

/** The place after an end of line at `at`. */
const afterBreak = (text: string, at: number): number => (text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1)

/** The first end of a line from `from` on; the text's end where there is none. */
function lineEnd(text: string, from: number, hasLoneCr: boolean): number {
  if (!hasLoneCr) {
    const lf = text.indexOf('\n', from)
    if (lf < 0) return text.length
    return lf > from && text.charCodeAt(lf - 1) === 13 ? lf - 1 : lf
  }
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

/** Characters and lines of an enclosed cell with marks out of place in it; past that it is no cell but the rest of the file. */
const mostDoubtful = 16_384
const mostDoubtfulLines = 20

/** Takes apart the row that begins at `start`. Answers null when the text ends before the row does and more may come. */
export function splitRow(
  text: string,
  start: number,
  dialect: Dialect,
  reading: Reading & ScanOptions,
): SplitRow | null {
  return new RowScan(text, start, dialect, reading).run()
}

export interface ScanOptions {
  /** Whether the text ends here: else what is not closed may be closed by what comes. */
  readonly isLast: boolean
  /** Whether a CR ends lines by itself. */
  readonly hasLoneCr: boolean
}

class RowScan {
  readonly #text: string
  readonly #dialect: Dialect
  readonly #reading: Reading & ScanOptions
  readonly #isLast: boolean
  readonly #limit: number
  readonly #cells: string[] = []
  readonly #stray: number[] = []
  #at: number
  /** The end of the line that `#at` is in, as far as it is known. */
  #end = -1
  #opened = 0
  #unclosed = -1
  #lines = 0

  constructor(text: string, start: number, dialect: Dialect, reading: Reading & ScanOptions) {
    this.#text = text
    this.#at = start
    this.#dialect = dialect
    this.#reading = reading
    this.#isLast = reading.isLast
    this.#limit = reading.isOneLine ? lineEnd(text, start, reading.hasLoneCr) : text.length
  }

  run(): SplitRow | null {
    for (;;) {
      const isWhole = this.#cell()
      if (!isWhole) return null
      if (!this.#text.startsWith(this.#dialect.delimiter, this.#at) || this.#at >= this.#limit) break
      this.#at += this.#dialect.delimiter.length
    }
    if (this.#at < this.#text.length) this.#endLine()
    else if (!this.#isLast) return null
    return {
      cells: this.#cells,
      next: this.#at,
      lines: this.#lines,
      stray: this.#stray,
      opened: this.#opened,
      unclosed: this.#unclosed,
    }
  }

  #endLine(): void {
    this.#at = afterBreak(this.#text, this.#at)
    this.#lines += 1
  }

  /** Reads a cell; false when more text is needed. */
  #cell(): boolean {
    const { quote } = this.#dialect
    if (quote !== null && this.#text[this.#at] === quote) {
      const isLiteral = this.#opened === this.#reading.literal
      this.#opened += 1
      if (!isLiteral) return this.#enclosed(quote)
      this.#stray.push(this.#cells.length)
    }
    return this.#bare()
  }

  #bare(): boolean {
    const from = this.#at
    if (this.#end < from) this.#end = lineEnd(this.#text, from, this.#reading.hasLoneCr)
    const end = Math.min(this.#end, this.#limit)
    // Looked for in the line alone: a delimiter that is rare would else be looked for to the end of the text each time.
    const part = this.#text.slice(from, end).indexOf(this.#dialect.delimiter)
    const to = part >= 0 ? from + part : end
    if (to === this.#text.length && !this.#isLast) return false
    // A CR at the very end may be half of a CRLF.
    if (to === this.#text.length - 1 && this.#text[to] === '\r' && !this.#isLast) return false
    this.#cells.push(this.#text.slice(from, to))
    this.#at = to
    return true
  }

  #enclosed(quote: string): boolean {
    const from = this.#at
    let value = ''
    let begin = from + 1
    let lines = 0
    for (;;) {
      const mark = this.#text.indexOf(quote, begin)
      if (mark < 0 || mark >= this.#limit) return this.#never(from)
      if (mark + this.#dialect.delimiter.length + 1 >= this.#text.length && !this.#isLast) return false
      if (this.#dialect.escape === 'backslash' && isEscaped(this.#text, mark, begin)) {
        value += `${this.#text.slice(begin, mark - 1)}${quote}`
        begin = mark + 1
        continue
      }
      if (this.#text[mark + 1] === quote && mark > from + 1 && this.#isBareTail(mark + 2)) {
        this.#strayHere()
        return this.#close(value + this.#text.slice(begin, mark + 1), mark + 2, from)
      }
      if (this.#text[mark + 1] === quote && this.#dialect.escape !== 'none') {
        value += this.#text.slice(begin, mark + 1)
        begin = mark + 2
        continue
      }
      if (this.#closesAt(mark + 1)) return this.#close(value + this.#text.slice(begin, mark), mark + 1, from)
      value += this.#text.slice(begin, mark + 1)
      lines += breaksIn(this.#text, begin, mark)
      begin = mark + 1
      this.#strayHere()
      if (begin - from > mostDoubtful || lines > mostDoubtfulLines) return this.#bareAfterAll(from)
    }
  }

  /** Where nothing is escaped, a mark before the closing one is the cell's last character. */
  #isBareTail(at: number): boolean {
    return (this.#reading.isTailBare || this.#dialect.escape === 'none') && this.#closesAt(at)
  }

  /** A mark within an enclosed cell is odd, unless the whole file is written so. */
  #strayHere(): void {
    if (this.#dialect.escape !== 'none' && this.#stray.at(-1) !== this.#cells.length)
      this.#stray.push(this.#cells.length)
  }

  /** Whether a cell ends at `at`: what parts cells stands there, or an end of line, or only blanks before one of them. */
  #closesAt(at: number): boolean {
    const { delimiter } = this.#dialect
    if (at >= this.#limit || this.#text.startsWith(delimiter, at) || isBreak(this.#text, at)) return true
    if (this.#text[at] !== ' ') return false
    let next = at
    while (this.#text[next] === ' ') next += 1
    return next >= this.#limit || this.#text.startsWith(delimiter, next) || isBreak(this.#text, next)
  }

  #close(value: string, at: number, from: number): boolean {
    let end = at
    if (!this.#text.startsWith(this.#dialect.delimiter, end)) while (this.#text[end] === ' ') end += 1
    this.#cells.push(value)
    this.#lines += breaksIn(this.#text, from, end)
    this.#at = end
    return true
  }

  /** The mark is never closed: what follows to the end of the line is the cell, with the mark in it. */
  #never(from: number): boolean {
    if (!this.#isLast && !this.#reading.isOneLine) return false
    return this.#bareAfterAll(from)
  }

  #bareAfterAll(from: number): boolean {
    if (this.#unclosed < 0) this.#unclosed = this.#cells.length
    this.#stray.push(this.#cells.length)
    this.#at = from
    return this.#bare()
  }
}

/** Whether a mark stands after an odd number of backslashes. */
function isEscaped(text: string, mark: number, from: number): boolean {
  let count = 0
  for (let at = mark - 1; at >= from && text[at] === '\\'; at -= 1) count += 1
  return count % 2 === 1
}

/** How many lines end between two places. */
export function breaksIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10) count += 1
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) count += 1
  }
  return count
}
