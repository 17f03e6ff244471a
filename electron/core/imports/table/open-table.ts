import { ExpectedError } from '../../../../shared/result.ts'
import { Body, type BodyRow } from './body.ts'
import type { Dialect } from './dialect.ts'
import { RowParser } from './row-parser.ts'
import { shapeOf, type Shape } from './shape.ts'
import { sniffDialect, type CountKnown } from './sniff.ts'

/** A text that is read once from start to end; `head` is its beginning, to look at. */
export interface TextSource {
  readonly name: string
  readonly head: string
  /** Whether a CR ends lines by itself anywhere in the text. */
  readonly hasLoneCr: boolean
  readonly chunks: () => AsyncGenerator<string>
}

/** What a person says of a file against what would be found. */
export interface TableOptions {
  readonly delimiter?: string | undefined
  readonly quote?: Dialect['quote'] | undefined
}

/** A table in a text: where it is and how it is written are known, its rows can be read once. */
export interface Table {
  readonly dialect: Dialect
  readonly shape: Shape
  /** The cells of the first rows under the header, to look at. */
  readonly sample: readonly (readonly string[])[]
  /** The rows under the header, in portions. Blank lines are none. */
  readonly rows: () => AsyncGenerator<readonly BodyRow[]>
}

/** Rows that are looked at to find the table. */
const sampleRows = 1000

/** Finds the table in a text. Throws an ExpectedError for a text with nothing in it. */
export function openTable(source: TextSource, countKnown: CountKnown, options: TableOptions = {}): Table {
  const dialect = { ...sniffDialect(source.head, countKnown, options.delimiter) }
  if (options.quote !== undefined) Object.assign(dialect, { quote: options.quote })
  const sample = sampleOf(source, dialect)
  if (!sample.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) {
    throw new ExpectedError('cannot-read', `${source.name} is empty: there is no table in it. Nothing was imported.`)
  }
  const shape = shapeOf(sample, countKnown)
  const { firstLine, width } = shape
  const cells = sample.flatMap((row) =>
    firstLine !== null && row.line >= firstLine && row.cells.length === width ? [row.cells] : [],
  )
  return { dialect, shape, sample: cells, rows: () => bodyRows(source, dialect, shape) }
}

function sampleOf(source: TextSource, dialect: Dialect): ReturnType<RowParser['push']> {
  const parser = new RowParser(dialect, { hasLoneCr: source.hasLoneCr })
  return [...parser.push(source.head), ...parser.end()].slice(0, sampleRows)
}

async function* bodyRows(source: TextSource, dialect: Dialect, shape: Shape): AsyncGenerator<readonly BodyRow[]> {
  const parser = new RowParser(dialect, { width: shape.width, typed: shape.typed, hasLoneCr: source.hasLoneCr })
  const body = new Body(shape)
  const below = (rows: ReturnType<RowParser['push']>): BodyRow[] =>
    rows.flatMap((row) => (shape.firstLine !== null && row.line >= shape.firstLine ? body.take(row) : []))
  for await (const chunk of source.chunks()) yield below(parser.push(chunk))
  yield [...below(parser.end()), ...body.end()]
}
