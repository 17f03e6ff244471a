import { pipeline, Readable } from 'node:stream'
import { parse, type CsvError, type Parser } from 'csv-parse'
import { ExpectedError } from '../../../shared/result.ts'
import { delimiterOf, parserOptions, type Delimiter } from './dialect.ts'
import { encodingOf, headText, utf8Chunks, type Encoding } from './encoding.ts'
import { FileBytes } from './file-bytes.ts'

/** A row as it stands in the file. `line` is the one on which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Why the row cannot be read as one of this table. */
  readonly odd?: { readonly code: 'ragged-row' | 'unclosed-quote'; readonly message: string }
}

/** A table in a file: its header is read, its rows can be read once. */
export interface CsvFile {
  readonly bytes: FileBytes
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  /** The line on which the header begins. */
  readonly headerLine: number
  readonly rows: AsyncIterable<CsvRow>
  /** Lets go of the file when not all rows are read. */
  readonly close: () => Promise<void>
}

/** Characters in one row; more come of a quote that is never closed, and memory must not depend on it. */
const longestRow = 2 ** 24

/** Opens a CSV file and reads its header. Blank lines are no rows; every other line is one, or part of one. */
export async function openCsv(path: string, countKnown: (header: readonly string[]) => number): Promise<CsvFile> {
  const bytes = await FileBytes.open(path)
  const encoding = encodingOf(bytes)
  const delimiter = delimiterOf(headText(bytes, encoding), countKnown)
  const records = recordsOf(bytes, encoding, delimiter)
  const first = await records.next()
  if (first.done)
    throw new ExpectedError(
      'cannot-read',
      `${bytes.name} is empty: there is no header to import by. Nothing was imported.`,
    )
  const { cells: header, line: headerLine, odd } = first.value
  if (odd) throw new ExpectedError('cannot-read', `${bytes.name}: ${odd.message} Nothing was imported.`)
  const rows = evenRows(records, header.length)
  return { bytes, encoding, delimiter, header, headerLine, rows, close: () => closeAll(rows, records) }
}

/** A generator that was never begun does not end the one within it, so both are ended. */
async function closeAll(...generators: readonly AsyncGenerator<unknown>[]): Promise<void> {
  for (const generator of generators) await generator.return(undefined)
}

/** Marks the rows that have more or fewer cells than the header: which cell belongs where is then not known. */
async function* evenRows(records: AsyncIterable<CsvRow>, width: number): AsyncGenerator<CsvRow> {
  for await (const row of records) {
    if (row.odd || row.cells.length === width) yield row
    else yield { ...row, odd: { code: 'ragged-row', message: raggedMessage(row.cells.length, width) } }
  }
}

const raggedMessage = (count: number, width: number): string =>
  `The row has ${count} cell${count === 1 ? '' : 's'} where the header has ${width}.`

async function* recordsOf(bytes: FileBytes, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<CsvRow> {
  const { parser, failure } = parserOf(delimiter)
  // An error of the source ends the parser, which throws it below; leaving the loop early ends the source.
  pipeline(Readable.from(utf8Chunks(bytes, encoding)), parser, () => undefined)
  let line = 1
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (!isBlank(cells)) yield { line, cells }
    line += lineCount(cells)
  }
  const error = failure()
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED') yield unclosedRow(await textFrom(bytes.path, encoding, line), line)
  else if (error) throw unreadable(bytes.name, error)
}

/** The parser, and what it skipped first: what it cannot read must not go missing. */
function parserOf(delimiter: Delimiter): { parser: Parser; failure: () => CsvError | undefined } {
  let first: CsvError | undefined
  const parser = parse({
    ...parserOptions,
    delimiter,
    max_record_size: longestRow,
    on_skip: (error: CsvError | undefined) => {
      first ??= error
      return undefined
    },
  })
  return { parser, failure: () => first }
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && (cells[0] ?? '').trim() === ''

/** The lines that a record takes: one, and one more for each break within its cells. */
const lineCount = (cells: readonly string[]): number =>
  cells.reduce((lines, cell) => (/[\r\n]/.test(cell) ? lines + breaksIn(cell) : lines), 1)

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

/** What stands after a quote that is never closed, as one row, so that it can be seen and mended. */
function unclosedRow(text: string, line: number): CsvRow {
  const more = breaksIn(text.trimEnd())
  const what = more === 0 ? 'it cannot' : `it and the ${more} line${more === 1 ? '' : 's'} after it cannot`
  const message = `A quote is opened in the row and never closed, so ${what} be read.`
  return { line, cells: [text], odd: { code: 'unclosed-quote', message } }
}

/** The text from a line on, by a second reading: the parser gives no text that it could not read. */
async function textFrom(path: string, encoding: Encoding, line: number): Promise<string> {
  const parts: Buffer[] = []
  let left = line - 1
  for await (const lines of utf8Chunks(await FileBytes.open(path), encoding)) {
    let start = 0
    for (; left > 0 && start < lines.length; left--) start = afterBreak(lines, start)
    parts.push(lines.subarray(start))
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Where the next line begins. */
function afterBreak(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === 0x0a) return at + 1
    if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  }
  return bytes.length
}

const unreadable = (fileName: string, error: CsvError): ExpectedError =>
  new ExpectedError(
    'cannot-read',
    `${fileName} cannot be read as a table near line ${String(error['lines'])}: ${error.message}. Is a quote missing? Nothing was imported.`,
  )
