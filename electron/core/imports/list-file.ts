import { openText, type OpenOptions, type TextFile } from './text/open-text.ts'
import type { BodyRow } from './table/body.ts'
import type { RowProblem } from './table/row-parser.ts'
import { openTable, type Table, type TableOptions } from './table/open-table.ts'
import { countKnown, isReason, reasonsColumn } from './mapping/mapping.ts'

/** What a person says of a file against what would be found. */
export type ListOptions = OpenOptions & TableOptions

/** Something odd in a file: where (line and cell, counted from 1) and what. */
export interface FileProblem {
  readonly line: number
  readonly column: number | null
  readonly code: RowProblem['code'] | 'preamble' | 'footer' | 'repeated-header' | 'other-table' | 'undecodable' | 'nul'
  readonly message: string
}

/** A list in a file, found and ready to be read once. */
export interface ListFile {
  readonly text: TextFile
  readonly table: Table
}

/** Opens a file and finds the table in it. */
export async function openList(path: string, options: ListOptions = {}): Promise<ListFile> {
  const text = await openText(path, options)
  const source = { name: text.name, head: text.head, hasLoneCr: text.lineEnds.cr > 0, chunks: () => text.chunks() }
  // How the cells of a sheet are parted is not the file's.
  const how = text.container === 'xlsx' ? {} : options
  const table = openTable(source, countKnown, how)
  return { text, table: { ...table, rows: () => withReasons(table) } }
}

/** The reasons in a file that is being mended are no part of its rows: whoever mends one may take them away with their cell. */
async function* withReasons({ shape, rows }: Table): AsyncGenerator<readonly BodyRow[]> {
  const isBare = ({ role, cells }: BodyRow): boolean =>
    role === 'data' && cells.length === shape.width - 1 && !isReason(cells.at(-1) ?? '')
  const filled = (row: BodyRow): BodyRow => ({
    ...row,
    cells: [...row.cells, ''],
    problems: row.problems.filter(({ code }) => code !== 'short-row'),
  })
  const isMended = shape.header.at(-1) === reasonsColumn
  for await (const portion of rows()) yield isMended ? portion.map((row) => (isBare(row) ? filled(row) : row)) : portion
}

/** A row with exactly the table's cells where nothing is lost by it: those that are missing at its end are empty. */
export function evenCells({ cells }: Pick<BodyRow, 'cells'>, width: number): string[] {
  const extra = cells.slice(width)
  const kept = extra.every((cell) => cell.trim() === '') ? cells.slice(0, width) : cells
  return [...kept, ...Array.from({ length: Math.max(0, width - kept.length) }, () => '')]
}

/** What is odd about the lines above the table. */
export const preambleProblems = ({ table }: ListFile): FileProblem[] =>
  table.shape.preamble.map(({ line, cells }) => ({
    line,
    column: null,
    code: 'preamble',
    message: `This line stands above the table and is no row of it: ${shown(cells)}.`,
  }))

const roles = {
  footer: (cells: readonly string[]) => `This line stands below the table and is no row of it: ${shown(cells)}.`,
  'repeated-header': () => 'The header stands here once more; it is no row.',
  'other-table': () => 'This row is of another table, which begins after an empty line.',
} as const

/** What is odd about a row. */
export function rowProblems({ line, cells, role, problems }: BodyRow, width: number): FileProblem[] {
  const own = problems.filter(({ code }) => code !== 'long-row' || evenCells({ cells }, width).length > width)
  const found = own.map(({ code, column, message }): FileProblem => ({ line, column, code, message }))
  return role === 'data' ? found : [{ line, column: null, code: role, message: roles[role](cells) }, ...found]
}

/** What is odd about the bytes, complete when the text has been read to its end. */
export function textProblems({ text }: ListFile): FileProblem[] {
  const { undecodable, nul } = text.problems
  return [
    ...undecodable.lines.map((line): FileProblem => ({
      line,
      column: null,
      code: 'undecodable',
      message: `Bytes here are none of ${text.encoding}: “\ufffd” stands for them.`,
    })),
    ...nul.lines.map((line): FileProblem => ({
      line,
      column: null,
      code: 'nul',
      message: 'A NUL character stood here; it is left out.',
    })),
  ]
}

function shown(cells: readonly string[]): string {
  const text = cells.filter((cell) => cell.trim() !== '').join(' ')
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
