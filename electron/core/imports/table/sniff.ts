import { delimiters, rfc4180, type Dialect } from './dialect.ts'
import { isTyped } from './cell-types.ts'
import { isBlank, RowParser, type Row } from './row-parser.ts'

/** Characters and rows that are looked at. */
const sampleLength = 64 * 1024
const sampleRows = 400

/** Tells how many of some cells are names of fields that we know. */
export type CountKnown = (cells: readonly string[]) => number

/**
 * The dialect of a text, from the shape of the whole sample: the right one gives rows of one length whose cells look
 * like cells. (After the idea of van den Burg, Nazábal and Sutton, "Wrangling Messy CSV Files by Detecting Row and Type
 * Patterns", 2019: pattern score times type score.)
 */
export function sniffDialect(head: string, countKnown: CountKnown, given?: string): Dialect {
  // A last line without an end is whole where the text is: it may be the rest of a cell.
  const sample = head.length > sampleLength ? wholeLines(head.slice(0, sampleLength)) : head
  const found = delimiters.filter((delimiter) => sample.includes(delimiter))
  const tried = given === undefined ? found.map((delimiter) => doubled(sample, delimiter)) : [given]
  const best = bestOf(sample, tried, countKnown)
  if (best && (best.score > 0.2 || given !== undefined)) return labelled(sample, best.dialect)
  return given === undefined ? oneColumn(sample, countKnown) : { ...rfc4180, delimiter: given }
}

/** A mark that stands nowhere but twice ("||") parts cells as two; read as one, every other column would be empty. */
function doubled(sample: string, delimiter: string): string {
  const twice = delimiter.repeat(2)
  const count = (mark: string): number => sample.split(mark).length - 1
  return delimiter.trim().length === 1 && count(twice) * 2 >= count(delimiter) * 0.95 ? twice : delimiter
}

interface Scored {
  readonly dialect: Dialect
  readonly score: number
}

/** The best of all ways to enclose cells between these delimiters; ties go to the likelier, which comes first. */
function bestOf(sample: string, tried: readonly string[], countKnown: CountKnown): Scored | undefined {
  let best: Scored | undefined
  for (const delimiter of tried) {
    for (const quoting of quotings) {
      if (quoting.quote !== null && quoting !== quotings[0] && !sample.includes(quoting.quote)) continue
      if (quoting.escape === 'backslash' && !sample.includes(`\\${quoting.quote}`)) continue
      const dialect = { ...quoting, delimiter }
      const score = scoreOf(sample, dialect, countKnown)
      if (!best || score > best.score + 1e-9) best = { dialect, score }
    }
  }
  return best
}

const quotings: readonly Pick<Dialect, 'quote' | 'escape'>[] = [
  { quote: '"', escape: 'double' },
  { quote: '"', escape: 'backslash' },
  { quote: "'", escape: 'double' },
  { quote: "'", escape: 'backslash' },
  { quote: null, escape: 'none' },
]

/** Marks in enclosed cells that are not escaped at all: it is read alike, and told. */
function labelled(sample: string, dialect: Dialect): Dialect {
  const { quote, escape } = dialect
  if (quote === null || escape !== 'double' || hasEscaped(sample, dialect)) return dialect
  return parse(sample, dialect).some(({ problems }) => problems.length > 0) ? { ...dialect, escape: 'none' } : dialect
}

/** Whether a doubled mark stands anywhere but at a cell's ends, where it may also be an empty cell or an end. */
function hasEscaped(sample: string, { quote, delimiter }: Dialect): boolean {
  const pair = `${quote}${quote}`
  for (let at = sample.indexOf(pair); at >= 0; at = sample.indexOf(pair, at + 2)) {
    const isFirst =
      at === 0 || /[\r\n]/.test(sample[at - 1] ?? '') || sample.startsWith(delimiter, at - delimiter.length)
    const isEnd = at + 2 >= sample.length || /[\r\n]/.test(sample[at + 2] ?? '') || sample.startsWith(delimiter, at + 2)
    if (!isFirst && !isEnd) return true
  }
  return false
}

/** A list of one column: whatever is in its texts parts no cells. */
function oneColumn(sample: string, countKnown: CountKnown): Dialect {
  const absent = delimiters.find((delimiter) => !sample.includes(delimiter)) ?? '\u001f'
  return bestOf(sample, [absent], countKnown)?.dialect ?? { ...rfc4180, delimiter: absent }
}

function wholeLines(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end > 0 ? text.slice(0, end + 1) : text
}

const parse = (sample: string, dialect: Dialect): Row[] => {
  const parser = new RowParser(dialect)
  return [...parser.push(sample), ...parser.end()].filter((row) => !isBlank(row)).slice(0, sampleRows)
}

function scoreOf(sample: string, dialect: Dialect, countKnown: CountKnown): number {
  const rows = parse(sample, dialect)
  const width = commonWidth(rows)
  if (width < 2) return 0
  const even = rows.filter(({ cells }) => cells.length === width)
  // Words of a list of one column, under a header of one name.
  const isOneName = rows[0]?.cells.length === 1 && countKnown(rows[0].cells) === 1
  const pattern = (even.length / rows.length) * (1 - 1 / (width + 0.5)) * (isOneName ? 0.2 : 1)
  const odd = rows.filter(({ problems }) => problems.length > 0).length / rows.length
  const known = Math.max(0, ...rows.slice(0, 12).map(({ cells }) => countKnown(cells)))
  return pattern * typeScore(even, dialect) * (1 - 0.7 * odd) + Math.min(known, 10) * 0.05
}

/** The number of cells that most rows have; rows of one cell count only where there are no others. */
export function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const alone = rows.filter(({ cells }) => cells.length === 1).length
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  if (!best) return rows.length > 0 ? 1 : 0
  // Two lines with a delimiter in a list of sentences make no table.
  return best[1] * 4 >= alone ? best[0] : 1
}

const other = /[;\t|]/
/** Words part nothing where commas stand between them. */
const otherThanSpace = /[,;\t|]/
/** A cell that is still enclosed was taken apart by the wrong mark. */
const enclosed = /^(["']).*\1$/s

/** How much the cells look like cells: no blanks at their ends, nothing in them that would part cells in another dialect. */
function typeScore(rows: readonly Row[], { delimiter }: Dialect): number {
  const foreign = delimiter === ' ' ? otherThanSpace : other
  let seen = 0
  let good = 0
  for (const { cells } of rows.slice(0, 100)) {
    cells.forEach((cell, at) => {
      if (cell === '') return
      seen += 1
      if (isTyped(cell)) good += 1
      else if (enclosed.test(cell)) good += 0.4
      else if (at > 0 && cell.startsWith(' ')) good += 0.4
      else if (at < cells.length - 1 && cell.endsWith(' ')) good += 0.4
      else if (foreign.test(cell) && !delimiter.includes(cell.match(foreign)?.[0] ?? '')) good += 0.3
      else good += 0.8
    })
  }
  return seen === 0 ? 0 : 0.4 + (0.6 * good) / seen
}
