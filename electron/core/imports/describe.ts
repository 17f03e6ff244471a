import { firstFields } from '../../../shared/mapping.ts'
import type { Dialect } from './table/dialect.ts'
import { isTyped } from './table/cell-types.ts'
import {
  evenCells,
  openList,
  preambleProblems,
  rowProblems,
  textProblems,
  type FileProblem,
  type ListFile,
  type ListOptions,
} from './list-file.ts'
import { guessKind, guessMapping } from './mapping/mapping.ts'
import type { EncodingDoubt } from './text/choose-encoding.ts'

/** A column of a list: what it is called, the field it would fill, and what is in it. */
export interface ColumnDescription {
  readonly name: string
  readonly field: string | null
  /** `typed`: numbers, dates or addresses; `empty`: nothing in the rows looked at. */
  readonly kind: 'text' | 'typed' | 'empty'
  readonly examples: readonly string[]
}

/** What a file is, read to its end. */
export interface FileDescription {
  readonly file: string
  readonly container: string
  readonly encoding: string
  readonly bom: boolean
  /** Why the encoding should be looked at; null where there is no doubt. */
  readonly doubt: EncodingDoubt | null
  readonly delimiter: string
  readonly quote: Dialect['quote']
  /** The character that stands before a quote in an enclosed cell; null where there is none. */
  readonly escape: string | null
  readonly newline: string
  readonly preambleRows: number
  readonly headerRows: number
  readonly header: readonly string[]
  readonly columns: readonly ColumnDescription[]
  readonly rows: number
  /** The first of them. */
  readonly problems: readonly FileProblem[]
  readonly problemCount: number
}

const mostProblems = 1000
const mostExamples = 3
const rowsLookedAt = 200

/** Reads a file to its end and tells what it is and what is odd about it. */
export async function describeFile(path: string, options: ListOptions = {}): Promise<FileDescription> {
  const list = await openList(path, options)
  const { text, table } = list
  const { shape, dialect } = table
  const problems = preambleProblems(list)
  let problemCount = problems.length
  let rows = 0
  const samples: string[][] = []
  for await (const portion of table.rows()) {
    for (const row of portion) {
      const found = rowProblems(row, shape.width)
      problemCount += found.length
      if (problems.length < mostProblems) problems.push(...found.slice(0, mostProblems - problems.length))
      if (row.role === 'footer' || row.role === 'repeated-header') continue
      rows += 1
      if (row.role === 'data' && samples.length < rowsLookedAt) samples.push(evenCells(row, shape.width))
    }
  }
  const last = textProblems(list)
  const fields = firstFields(guessMapping(guessKind(shape.header), shape.header, table.sample))
  return {
    file: text.name,
    container: text.container,
    encoding: text.encoding,
    bom: text.bom,
    doubt: text.doubt,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    escape: escapeCharacter(dialect),
    newline: rowEnds(list, rows),
    preambleRows: shape.preamble.length,
    headerRows: shape.headerRows,
    header: shape.header,
    columns: shape.header.map((name, at) =>
      describeColumn(
        name,
        fields[at] ?? null,
        samples.map((cells) => cells[at] ?? ''),
      ),
    ),
    rows,
    problems: [...problems, ...last].sort((a, b) => a.line - b.line),
    problemCount: problemCount + last.length,
  }
}

function describeColumn(name: string, field: string | null, cells: readonly string[]): ColumnDescription {
  const given = cells.filter((cell) => cell.trim() !== '')
  const kind = given.length === 0 ? 'empty' : given.filter(isTyped).length >= given.length * 0.7 ? 'typed' : 'text'
  return { name, field, kind, examples: [...new Set(given)].slice(0, mostExamples) }
}

/** How rows end: line breaks within cells are of another kind as often as not. */
function rowEnds({ text, table }: ListFile, rows: number): string {
  const ends = rows + table.shape.headerRows - 1
  const kinds = Object.entries(text.lineEnds).sort((a, b) => b[1] - a[1])
  const [kind, count = 0] = kinds[0] ?? []
  return text.newline === 'mixed' && kind && count >= ends ? kind : text.newline
}

const escapeCharacter = ({ quote, escape }: Dialect): string | null =>
  quote === null || escape === 'none' ? null : escape === 'backslash' ? '\\' : quote
