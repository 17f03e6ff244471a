import { filled, isTyped } from './cell-types.ts'
import { isBlank, type Row } from './row-parser.ts'
import { commonWidth, type CountKnown } from './sniff.ts'

/** Where the table is in the first rows of a file, and what its columns are called. */
export interface Shape {
  readonly width: number
  /** One name per column; made up ("column 3") where the file has none. */
  readonly header: readonly string[]
  /** The lines of text before the header, as rows. */
  readonly preamble: readonly Row[]
  /** How many rows the header takes; 0 where there is none. */
  readonly headerRows: number
  /** The line on which the header begins, or the first row where there is none. */
  readonly headerLine: number
  /** The line on which the first row of data begins; null where there is none in the sample. */
  readonly firstLine: number | null
  /** Columns that hold numbers, dates or addresses: a row with words in all of them is no row of this table. */
  readonly typed: readonly number[]
}

/** Header rows above one another that are still taken for one header. */
const mostHeaderRows = 4

/** Finds the table in the first rows of a file. */
export function shapeOf(sample: readonly Row[], countKnown: CountKnown): Shape {
  const rows = sample.filter((row) => !isBlank(row))
  // A header that is known by its names says how wide the table is, whatever its rows are.
  const width = rows.slice(0, 20).find((row) => isKnown(row, countKnown))?.cells.length ?? commonWidth(rows)
  const start = startOf(sample, width, countKnown)
  const table = sample.slice(start).filter((row) => !isBlank(row) && filled(row.cells) > 0)
  const typed = typedColumns(table.slice(1, 200), width)
  const headerRows = headerRowsOf(table, width, typed, countKnown)
  const header = namesOf(table.slice(0, headerRows), width)
  return {
    width,
    header,
    preamble: sample.slice(0, start).filter((row) => !isBlank(row) && filled(row.cells) > 0),
    headerRows,
    headerLine: table[0]?.line ?? 1,
    firstLine: table[headerRows]?.line ?? null,
    typed,
  }
}

/** The place of the table's first row: lines of text above it are narrower, or hold next to nothing, or end at a gap. */
function startOf(sample: readonly Row[], width: number, countKnown: CountKnown): number {
  const isRow = (row: Row | undefined): boolean =>
    row !== undefined && row.cells.length === width && filled(row.cells) >= Math.min(2, width)
  const first = Math.max(0, sample.findIndex(isRow))
  if (width < 3 || countKnown(sample[first]?.cells ?? []) > 1) return first
  // Text that is spread over several cells and parted from the table by an empty row.
  const gap = sample.slice(first, first + 20).findIndex((row) => isBlank(row) || filled(row.cells) === 0)
  if (gap < 1) return first
  const above = sample.slice(first, first + gap)
  const after = sample.slice(first + gap).findIndex(isRow)
  const isSparse = above.every(({ cells }) => filled(cells) * 2 < width)
  return isSparse && after >= 0 ? first + gap + after : first
}

function typedColumns(rows: readonly Row[], width: number): number[] {
  const even = rows.filter(({ cells }) => cells.length === width)
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const given = even.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '')
    return given.length > 0 && given.filter(isTyped).length >= given.length * 0.7
  })
}

function headerRowsOf(table: readonly Row[], width: number, typed: readonly number[], countKnown: CountKnown): number {
  const [first, second] = table
  if (!first) return 0
  if (!isHeader(first, typed, countKnown)) {
    // A row of groups above the names themselves.
    const isGroup = filled(first.cells) * 2 <= width && first.cells.every((cell) => !isTyped(cell))
    return isGroup && second && isHeader(second, typed, countKnown) ? 2 : 0
  }
  // Words under names that are known, and that would make others of them, are a row's. A row of groups has few names.
  const isWorse = (count: number): boolean =>
    filled(first.cells) * 2 > width && countKnown(namesOf(table.slice(0, count), width)) < countKnown(first.cells)
  let count = 1
  const most = Math.min(mostHeaderRows, table.length - 1)
  while (count < most && goesOn(table[count], first, typed) && !isWorse(count + 1)) count += 1
  return count
}

const isKnown = ({ cells }: Pick<Row, 'cells'>, countKnown: CountKnown): boolean => {
  const known = countKnown(cells)
  return known >= 2 || (known > 0 && known * 3 >= filled(cells))
}

function isHeader({ cells }: Row, typed: readonly number[], countKnown: CountKnown): boolean {
  const names = cells.filter((cell) => cell.trim() !== '')
  if (names.length === 0) return false
  if (isKnown({ cells }, countKnown)) return true
  if (names.some((name) => isTyped(name) && !/^\d{4}$/.test(name.trim()))) return false
  if (typed.length > 0) return typed.every((column) => !isTyped(cells[column] ?? ''))
  const isShort = names.every((name) => name.length <= 60 && !/[.!?]\s/.test(name))
  return isShort && new Set(names).size === names.length && names.length * 2 > cells.length
}

/** Whether a row is a further line of the header: the same again, or words where all rows have numbers and dates. */
function goesOn(row: Row | undefined, first: Row, typed: readonly number[]): boolean {
  if (!row || row.cells.length !== first.cells.length) return false
  if (row.cells.every((cell, at) => cell === first.cells[at])) return true
  const given = typed.filter((column) => (row.cells[column] ?? '').trim() !== '')
  const isWordy = row.cells.every((cell) => !isTyped(cell) && cell.length <= 60)
  return typed.length >= 2 && given.length * 2 >= typed.length && isWordy
}

/** One name per column, from the header's lines: a name over several columns counts for each of them. */
function namesOf(rows: readonly Row[], width: number): string[] {
  const lines = rows.map(({ cells }, at) => (at < rows.length - 1 ? spread(cells, width) : cells))
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map((cells) => (cells[column] ?? '').trim()).filter((part) => part !== '')
    return [...new Set(parts)].join(' ') || `column ${column + 1}`
  })
}

function spread(cells: readonly string[], width: number): string[] {
  if (filled(cells) * 2 > width) return [...cells]
  let last = ''
  return cells.map((cell) => (last = cell.trim() === '' ? last : cell))
}
